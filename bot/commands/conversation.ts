import { z } from 'zod';
import { archiveConversation } from '../../core/follow-ups/archive-conversation.ts';
import { readPasted } from '../../core/follow-ups/conversation.ts';
import { getConversation } from '../../core/follow-ups/find-conversation.ts';
import { takePending } from '../../core/pending-actions.ts';
import type { Text } from '../../core/text.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import { hiddenId, hiddenNumber, hiddenWords, noteField, recordField, textField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { archivedCard, conversationCard } from '../views/conversation.ts';
import { viewer } from '../views/viewer.ts';

const CUSTOMER: Text = { en: 'Customer', zh: '客户' };

const HOW: Text = {
  en: 'For the words themselves, mention me in the thread and say it there, pick “Log as follow-up” in a message’s menu, or forward the messages to me where your chat passes their words on. Or paste them here.',
  zh: '想保留原话：可在对话的回复里 @我 说“把这段对话存到某客户”，在消息菜单里选“记为跟进”，或把消息转发给我（你的聊天工具会把转发内容交给我时）。也可以粘贴在这里。',
};

/** What waits for its customer between the form and its sending: `sharedForm` keeps it, only it. */
const keptSchema = z.object({
  thread: z.string().optional(),
  said: z.array(
    z.object({ id: z.string(), author: z.string().nullable(), at: z.string().nullable(), text: z.string() }),
  ),
});

export const conversationArchive = defineCommand({
  name: 'conversation.archive',
  words: { en: ['archive', 'archive conversation'], zh: ['归档对话', '对话归档'] },
  summary: { en: 'Archive a conversation', zh: '归档对话' },
  submit: { en: 'Archive it', zh: '归档' },
  examples: {
    en: ['archive Acme "Agreed on the price" --words "Wang: 35 each is fine"'],
    zh: ['归档对话 华星电子 价格谈妥 --原文 "王总：单价35可以"'],
  },
  effect: 'log',
  allow: EVERYBODY,
  input: z.strictObject({
    customer: recordField('customer', CUSTOMER, { positional: true }),
    summary: textField({ en: 'Summary', zh: '概要' }, { positional: true }),
    words: optional(noteField({ en: 'Words', zh: '原文' })),
    kept: optional(hiddenId()),
  }),
  preview: async (_core, { words, kept }) => (words === undefined && kept === undefined ? [HOW] : []),
  hides: async (_core, { kept }) => (kept === undefined ? [] : ['words']),
  wants: async (_core, { words, kept }) =>
    words === undefined && kept === undefined
      ? { words: { en: 'Paste what was said, one message a line.', zh: '请粘贴对话内容，每条消息一行。' } }
      : {},
  async run(core, { customer: customerId, summary, words = '', kept }) {
    const conversation = kept ? keptSchema.parse(await takePending(core, kept)) : { said: readPasted(words) };
    const archived = await archiveConversation(core, { customerId, summary, ...conversation });
    return { kind: 'card', card: archivedCard(archived, viewer(core)) };
  },
});

export const conversationShow = defineCommand({
  name: 'conversation.show',
  words: { en: ['conversation'], zh: ['对话记录', '查看对话'] },
  summary: { en: 'Read a conversation', zh: '查看对话' },
  examples: { en: ['conversation Acme'], zh: ['对话记录 华星电子'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({
    /** The last one with him. */
    customer: optional(recordField('customer', CUSTOMER, { positional: true })),
    followUp: optional(hiddenId()),
    page: optional(hiddenNumber()),
    words: optional(hiddenWords()),
  }),
  wants: async (_core, { customer, followUp }) =>
    customer === undefined && followUp === undefined
      ? { customer: { en: 'Whose conversation?', zh: '查看哪个客户的对话？' } }
      : {},
  async run(core, { customer: customerId, followUp: followUpId, page, words }) {
    const conversation = await getConversation(core, { followUpId, customerId });
    return {
      kind: 'card',
      ...(page === undefined ? {} : { inPlace: true }),
      card: conversationCard(conversation, { page, words }, viewer(core)),
    };
  },
});
