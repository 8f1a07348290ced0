import { z } from 'zod';
import { defineCommand, EVERYBODY } from '../command.ts';
import { field } from '../fields/field.ts';
import { ABOUT, talkCard } from '../views/talk.ts';
import { offered } from './help.ts';

export const talkBack = defineCommand({
  name: 'talk.back',
  words: { en: ['talk back'], zh: ['闲聊'] },
  summary: { en: 'A kind word', zh: '打个招呼' },
  examples: { en: [], zh: [] },
  effect: 'read',
  allow: EVERYBODY,
  isInternal: true,
  input: z.strictObject({
    about: field(z.enum(ABOUT), { kind: 'text', label: { en: 'About', zh: '话题' }, hidden: true }),
  }),
  async run(core, { about }) {
    const card = talkCard(about, core.actor, core.org);
    return { kind: 'card', card: about === 'greeting' ? await offered(core, card) : card };
  },
});
