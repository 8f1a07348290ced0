import { z } from 'zod';
import type { Core } from '../../core/context.ts';
import { askAgain, askTest } from '../../core/gateways/ask-send.ts';
import { addGateway, changeGateway, rotateGateway } from '../../core/gateways/change-gateway.ts';
import { findGateways, findSends, getGateway } from '../../core/gateways/find-gateways.ts';
import { MOST_ATTEMPTS } from '../../core/gateways/gateway.ts';
import { ADMIN, defineCommand } from '../command.ts';
import type { Reply } from '../contract.ts';
import { countField, hiddenId, inUseField, isOn, keptDaysField, textField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { gatewayAskedCard, gatewayCard, gatewayOpenedCard, gatewaysCard } from '../views/gateway.ts';
import { viewer } from '../views/viewer.ts';
import { LISTED, nameField, ROTATED, SHOWN, TRIED, toAdmin } from './connection.ts';

const addressLabel = { en: 'Address', zh: '地址' };

async function drawGateway(core: Core, name: string, { inPlace = false } = {}): Promise<Reply> {
  const gateway = await getGateway(core, name);
  const sends = await findSends(core, gateway.id);
  return toAdmin(gatewayCard(gateway, sends, viewer(core)), { inPlace });
}

const gatewayList = defineCommand({
  name: 'gateway.list',
  words: { en: ['admin gateways', 'gateways'], zh: ['管理 网关', '网关列表', '通知网关'] },
  summary: { en: 'What tells customers: SMS, mail', zh: '给客户发回执的短信、邮件网关' },
  examples: { en: ['admin gateways'], zh: ['管理 网关'] },
  ...LISTED,
  run: async (core) => toAdmin(gatewaysCard(await findGateways(core), viewer(core))),
});

const gatewayShow = defineCommand({
  name: 'gateway.show',
  words: { en: ['admin gateway'], zh: ['查看网关'] },
  summary: { en: 'What went out through a gateway', zh: '查看网关的最近发送' },
  examples: { en: ['admin gateway SMS'], zh: ['查看网关 短信'] },
  ...SHOWN,
  run: (core, { name }) => drawGateway(core, name),
});

const gatewayAdd = defineCommand({
  name: 'gateway.add',
  words: { en: ['admin gateway add', 'new gateway'], zh: ['新增网关'] },
  summary: { en: 'Add a gateway to customers', zh: '新增给客户发回执的网关' },
  submit: { en: 'Make its secret', zh: '生成密钥' },
  examples: {
    en: ['admin gateway add "Mail" https://mail.example.com/parley'],
    zh: ['新增网关 邮件 https://mail.example.com/parley'],
  },
  effect: 'write',
  undoable: false,
  allow: ADMIN,
  input: z.strictObject({
    name: nameField(),
    url: textField(addressLabel, {
      positional: true,
      example: { en: 'https://sms.example.com/parley', zh: 'https://sms.example.com/parley' },
    }),
  }),
  run: async (core, input) => toAdmin(gatewayOpenedCard(await addGateway(core, input), viewer(core))),
});

const gatewayChange = defineCommand({
  name: 'gateway.change',
  words: { en: ['admin gateway change'], zh: ['修改网关'] },
  summary: { en: 'Change or switch off a gateway', zh: '修改或停用网关' },
  submit: { en: 'Change it', zh: '更新网关' },
  examples: { en: ['admin gateway change SMS --tries 10'], zh: ['修改网关 短信 --最多尝试 10'] },
  effect: 'write',
  allow: ADMIN,
  asksWhenEmpty: true,
  changes: {
    table: 'gateways',
    record: 'name',
    rowOf: async (core, name) => (await getGateway(core, name)).id,
    shownBy: 'gateway.show',
    columns: { zh: 'textZh', en: 'textEn', tries: 'maxAttempts', keepDays: 'keepAnswerDays', state: 'active' },
  },
  input: z.strictObject({
    name: nameField(),
    url: optional(textField(addressLabel)),
    zh: optional(textField({ en: 'In Chinese', zh: '中文回执' })),
    en: optional(textField({ en: 'In English', zh: '英文回执' })),
    tries: optional(countField({ en: 'Tries', zh: '最多尝试' }, { min: 1, max: MOST_ATTEMPTS })),
    keepDays: keptDaysField({ en: 'Keep answers for days', zh: '答复保留天数' }),
    state: inUseField(),
  }),
  async prefill(core, { name }) {
    if (typeof name !== 'string') {
      return {};
    }
    const { url, zh, en, maxAttempts: tries, keepAnswerDays: keepDays, isActive } = await getGateway(core, name);
    return { url, zh, en, tries, keepDays, state: isActive ? 'on' : 'off' };
  },
  async run(core, { name: said, url, zh, en, tries: maxAttempts, keepDays: keepAnswerDays, state }) {
    const isActive = isOn(state);
    const wanted = { url, zh, en, maxAttempts, keepAnswerDays, isActive };
    const { name } = await changeGateway(core, { name: said, ...wanted });
    await core.flush();
    return drawGateway(core, name, { inPlace: true });
  },
});

const gatewayTest = defineCommand({
  name: 'gateway.test',
  words: { en: ['admin gateway test'], zh: ['测试网关'] },
  summary: { en: 'Send a test to a gateway', zh: '向网关发送测试' },
  examples: { en: ['admin gateway test SMS'], zh: ['测试网关 短信'] },
  ...TRIED,
  run: async (core, { name }) => toAdmin(gatewayAskedCard(await askTest(core, name), viewer(core))),
});

const gatewayAgain = defineCommand({
  name: 'gateway.again',
  words: { en: ['admin gateway again'], zh: ['重发回执'] },
  summary: { en: 'Send again what did not go out', zh: '重发未送达的回执' },
  submit: { en: 'Send again', zh: '重新发送' },
  examples: { en: ['admin gateway again SMS'], zh: ['重发回执 短信'] },
  effect: 'write',
  undoable: false,
  allow: ADMIN,
  input: z.strictObject({ name: nameField(), send: optional(hiddenId()) }),
  run: async (core, which) => toAdmin(gatewayAskedCard(await askAgain(core, which), viewer(core)), { inPlace: true }),
});

const gatewayRotate = defineCommand({
  name: 'gateway.rotate',
  words: { en: ['admin gateway rotate'], zh: ['更换网关密钥'] },
  summary: { en: 'Draw a new secret for a gateway', zh: '更换网关密钥' },
  examples: { en: ['admin gateway rotate SMS'], zh: ['更换网关密钥 短信'] },
  ...ROTATED,
  run: async (core, { name }) => toAdmin(gatewayOpenedCard(await rotateGateway(core, name), viewer(core))),
});

/** In the order help shows them. */
export const gateways = [
  gatewayList,
  gatewayShow,
  gatewayAdd,
  gatewayChange,
  gatewayTest,
  gatewayAgain,
  gatewayRotate,
] as const;
