import { z } from 'zod';
import type { Core } from '../../core/context.ts';
import { DomainError } from '../../core/errors.ts';
import { addHook, changeHook, rotateHook } from '../../core/hooks/change-hook.ts';
import { findDeliveries, findHooks, getHook } from '../../core/hooks/find-hooks.ts';
import { HOOK_EVENT_NAMES, TOUCHED_KINDS } from '../../core/hooks/hook.ts';
import { getRefused, runAgain } from '../../core/hooks/refused-deliveries.ts';
import { tryHook } from '../../core/hooks/try-hook.ts';
import { ADMIN, defineCommand } from '../command.ts';
import type { Reply } from '../contract.ts';
import {
  choicesField,
  chosen,
  countField,
  hiddenId,
  inUseField,
  isOn,
  keptDaysField,
  keyField,
  textField,
} from '../fields/common.ts';
import { clearable, optional } from '../fields/field.ts';
import { hookCard, hookOpenedCard, hooksCard, hookTriedCard } from '../views/hook.ts';
import { hookRefusedCard, hookTakenCard } from '../views/hook-refused.ts';
import { viewer } from '../views/viewer.ts';
import { LISTED, nameField, ROTATED, SHOWN, TRIED, toAdmin } from './connection.ts';
import { SOURCE } from './lead.ts';

const MOST = 10_000;

async function drawHook(core: Core, name: string, { inPlace = false } = {}): Promise<Reply> {
  const hook = await getHook(core, name);
  const deliveries = await findDeliveries(core, hook.id);
  const address = core.org.hooks?.addressOf(hook.key) ?? '';
  return toAdmin(hookCard({ hook, deliveries, address }, viewer(core)), { inPlace });
}

const hookList = defineCommand({
  name: 'hook.list',
  words: { en: ['admin hooks', 'webhooks'], zh: ['管理 接入', '接入列表'] },
  summary: { en: 'What sends us leads and events', zh: '官网、商城等外部系统接入' },
  examples: { en: ['admin hooks'], zh: ['管理 接入'] },
  ...LISTED,
  run: async (core) => toAdmin(hooksCard(await findHooks(core), viewer(core))),
});

const hookShow = defineCommand({
  name: 'hook.show',
  words: { en: ['admin hook'], zh: ['管理接入', '查看接入'] },
  summary: { en: 'What one system has sent', zh: '查看接入的最近投递' },
  examples: { en: ['admin hook Website'], zh: ['查看接入 website'] },
  ...SHOWN,
  run: (core, { name }) => drawHook(core, name),
});

const hookAdd = defineCommand({
  name: 'hook.add',
  words: { en: ['admin hook add', 'new hook'], zh: ['新增接入'] },
  summary: { en: 'Let another system send us events', zh: '接入一个外部系统' },
  submit: { en: 'Make the address', zh: '生成地址和密钥' },
  examples: { en: ['admin hook add "Web site" --source Website'], zh: ['新增接入 官网表单 --来源 官网'] },
  effect: 'log',
  undoable: false,
  allow: ADMIN,
  input: z.strictObject({ name: nameField(), source: optional(keyField('source', SOURCE)) }),
  run: async (core, input) => toAdmin(hookOpenedCard(await addHook(core, input), viewer(core))),
});

const hookChange = defineCommand({
  name: 'hook.change',
  words: { en: ['admin hook change'], zh: ['修改接入'] },
  summary: { en: 'Change or switch off what sends events', zh: '修改或停用接入' },
  submit: { en: 'Change it', zh: '更新接入' },
  examples: { en: ['admin hook change Website --per-minute 120'], zh: ['修改接入 website --每分钟上限 120'] },
  effect: 'log',
  allow: ADMIN,
  asksWhenEmpty: true,
  changes: {
    table: 'hook_sources',
    record: 'name',
    rowOf: async (core, name) => (await getHook(core, name)).id,
    shownBy: 'hook.show',
    columns: {
      source: 'sourceKey',
      keepDays: 'keepBodyDays',
      keepUnmatched: 'keepUnmatchedDays',
      state: 'active',
    },
  },
  input: z.strictObject({
    name: nameField(),
    source: clearable(keyField('source', SOURCE)),
    perMinute: optional(countField({ en: 'Per minute', zh: '每分钟上限' }, { min: 1, max: MOST })),
    keepDays: keptDaysField({ en: 'Keep refused for days', zh: '被拒内容保留天数' }),
    keepUnmatched: keptDaysField({ en: 'Keep unmatched for days', zh: '未匹配事件保留天数' }),
    enquiries: optional(
      choicesField(TOUCHED_KINDS, HOOK_EVENT_NAMES, { en: 'An enquiry of a lead', zh: '视为线索咨询' }),
    ),
    fields: optional(
      textField(
        { en: 'Fields', zh: '字段对应' },
        { example: { en: 'your-tel=phone, firm=company', zh: '手机号=phone、单位=company' } },
      ),
    ),
    state: inUseField(),
  }),
  async prefill(core, { name }) {
    if (typeof name !== 'string') {
      return {};
    }
    const { sourceKey, perMinute, keepBodyDays: keepDays, isActive, ...hook } = await getHook(core, name);
    return {
      source: sourceKey,
      ...{ perMinute, keepDays, keepUnmatched: hook.keepUnmatchedDays },
      enquiries: TOUCHED_KINDS.filter((kind) => hook.enquiries.includes(kind)).join(',') || 'none',
      state: isActive ? 'on' : 'off',
    };
  },
  async run(core, { name, source, perMinute, keepDays, keepUnmatched, enquiries, fields, state }) {
    const isActive = isOn(state);
    const pairs = fields === undefined ? undefined : pairsOf(fields);
    const { key } = await changeHook(core, {
      ...{ name, source, perMinute, isActive, fields: pairs },
      keepBodyDays: keepDays,
      keepUnmatchedDays: keepUnmatched,
      enquiries: enquiries && chosen(enquiries),
    });
    await core.flush();
    return drawHook(core, key, { inPlace: true });
  },
});

const hookTest = defineCommand({
  name: 'hook.test',
  words: { en: ['admin hook test'], zh: ['测试接入'] },
  summary: { en: 'Try what sends us events', zh: '发送测试事件' },
  examples: { en: ['admin hook test Website'], zh: ['测试接入 website'] },
  ...TRIED,
  async run(core, { name }) {
    const hook = await getHook(core, name);
    return toAdmin(hookTriedCard(hook, tryHook(core, hook), viewer(core)));
  },
});

/** A button says which; a name alone means the latest of that source. */
const WHICH = { name: optional(nameField()), delivery: optional(hiddenId()) };

const hookRefused = defineCommand({
  name: 'hook.refused',
  words: { en: ['admin hook refused'], zh: ['被拒投递'] },
  summary: { en: 'What was refused, as it was sent', zh: '查看被拒的投递内容' },
  examples: { en: ['admin hook refused Website'], zh: ['被拒投递 website'] },
  effect: 'read',
  allow: ADMIN,
  input: z.strictObject(WHICH),
  run: async (core, which) => toAdmin(hookRefusedCard(await getRefused(core, which), viewer(core))),
});

const hookAgain = defineCommand({
  name: 'hook.again',
  words: { en: ['admin hook again'], zh: ['重新处理投递'] },
  summary: { en: 'Take in what was refused', zh: '重新处理被拒的投递' },
  submit: { en: 'Take it in', zh: '重新处理' },
  examples: { en: ['admin hook again Website'], zh: ['重新处理投递 website'] },
  effect: 'log',
  undoable: false,
  allow: ADMIN,
  input: z.strictObject(WHICH),
  async run(core, which) {
    const refused = await getRefused(core, which);
    const again = await runAgain(core, refused);
    const card =
      again.kind === 'done'
        ? hookTakenCard(refused, again.result, viewer(core))
        : hookRefusedCard({ ...refused, problem: again.problem }, viewer(core), { isAgain: true });
    return toAdmin(card, { inPlace: true });
  },
});

const hookRotate = defineCommand({
  name: 'hook.rotate',
  words: { en: ['admin hook rotate'], zh: ['更换密钥'] },
  summary: { en: 'Draw a new secret; the old one ends', zh: '更换密钥，旧密钥立即失效' },
  examples: { en: ['admin hook rotate Website'], zh: ['更换密钥 website'] },
  ...ROTATED,
  run: async (core, { name }) => toAdmin(hookOpenedCard(await rotateHook(core, name), viewer(core))),
});

/** their-name=ours, and so on. */
function pairsOf(typed: string): Record<string, string> {
  const pairs = typed.split(/[,，、;；]+/u).map((each) => each.split(/[=＝]/u).map((side) => side.trim()));
  return Object.fromEntries(
    pairs.map(([theirs, ours, ...more]) => {
      if (!theirs || !ours || more.length > 0) {
        throw new DomainError('bad_input', 'not pairs of fields', {
          say: {
            en: 'Write their name = my name: tel=phone, firm=company.',
            zh: '请写成“对方字段=本系统字段”，如 手机号=phone。',
          },
        });
      }
      return [theirs, ours];
    }),
  );
}

/** In the order help shows them. */
export const hooks = [hookList, hookShow, hookAdd, hookChange, hookTest, hookRefused, hookAgain, hookRotate] as const;
