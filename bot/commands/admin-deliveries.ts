import { z } from 'zod';
import type { Core } from '../../core/context.ts';
import { findUndelivered, UNDELIVERED_KINDS } from '../../core/deliveries/find-undelivered.ts';
import { redeliver, redeliverAll } from '../../core/deliveries/redeliver.ts';
import type { Text } from '../../core/text.ts';
import { ADMIN, defineCommand } from '../command.ts';
import type { Reply } from '../contract.ts';
import { choiceField, hiddenId } from '../fields/common.ts';
import { undeliveredCard } from '../views/undelivered.ts';
import { viewer } from '../views/viewer.ts';

const DONE = {
  again: { en: 'On its way again.', zh: '已重新发送。' },
  drop: { en: 'Dropped.', zh: '已丢弃。' },
} as const satisfies Record<string, Text>;

/** The list as it stands after what was done. */
async function drawList(core: Core, done?: Text): Promise<Reply> {
  await core.flush();
  const card = undeliveredCard(await findUndelivered(core), viewer(core), done);
  return { kind: 'card', inPlace: done !== undefined, card };
}

export const adminDeliveries = defineCommand({
  name: 'admin.deliveries',
  words: { en: ['admin deliveries', 'deliveries'], zh: ['管理 投递', '管理投递', '管理 未送达', '未送达'] },
  summary: { en: 'What did not arrive, and sending it again', zh: '未送达的消息与重新发送' },
  examples: { en: ['admin deliveries'], zh: ['管理 投递'] },
  effect: 'read',
  allow: ADMIN,
  input: z.strictObject({}),
  run: (core) => drawList(core),
});

export const adminRedeliver = defineCommand({
  name: 'admin.redeliver',
  words: { en: ['admin redeliver'], zh: ['管理 重新投递'] },
  summary: { en: 'Send it again or drop it', zh: '重新发送或丢弃' },
  examples: { en: [], zh: [] },
  effect: 'write',
  undoable: false,
  allow: ADMIN,
  isInternal: true,
  input: z.strictObject({
    kind: choiceField(
      UNDELIVERED_KINDS,
      {
        delivery: { en: 'message', zh: '消息' },
        answer: { en: 'answer', zh: '回复' },
        event: { en: 'event', zh: '事件' },
      },
      { en: 'What', zh: '类型' },
      { hidden: true },
    ),
    item: hiddenId(),
    verb: choiceField(['again', 'drop'], DONE, { en: 'What to do', zh: '操作' }, { hidden: true }),
  }),
  async run(core, { kind, item, verb }) {
    redeliver(core, { kind, id: item, verb });
    return drawList(core, DONE[verb]);
  },
});

export const adminRedeliverAll = defineCommand({
  name: 'admin.redeliverAll',
  words: { en: ['admin redeliver all'], zh: ['管理 全部重新投递'] },
  summary: { en: 'Send everything again that has not arrived', zh: '全部重新发送' },
  examples: { en: [], zh: [] },
  effect: 'write',
  undoable: false,
  allow: ADMIN,
  isInternal: true,
  input: z.strictObject({}),
  async run(core) {
    const count = await redeliverAll(core);
    return drawList(core, { en: `${count} on their way again.`, zh: `已重新发送 ${count} 条。` });
  },
});
