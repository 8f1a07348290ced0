import { z } from 'zod';
import { defineCommand, EVERYBODY } from '../command.ts';
import { optional } from '../fields/field.ts';
import { happenedAtField, happenedField, happenedOnField } from '../fields/follow-up.ts';
import { unreadCard } from '../views/entries.ts';
import { viewer } from '../views/viewer.ts';

/** One of several entries that was not understood: kept on the card with what is known of it, a press opens its form. */
export const followUpUnread = defineCommand({
  name: 'follow-up.unread',
  words: { en: ['follow-up unread'], zh: ['跟进 待补'] },
  summary: { en: 'An entry not understood', zh: '没看懂的一条' },
  examples: { en: ['follow-up unread "10:30 the usual"'], zh: ['跟进 待补 "10:30 老样子"'] },
  effect: 'read',
  allow: EVERYBODY,
  isInternal: true,
  input: z.strictObject({
    note: happenedField({ positional: true }),
    on: optional(happenedOnField()),
    at: optional(happenedAtField()),
  }),
  run: async (core, entry) => ({ kind: 'card', card: unreadCard(entry, viewer(core)) }),
});
