import { z } from 'zod';
import { hasRole } from '../../core/actor.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import { FIRST_WORDS, helpCard } from '../views/help.ts';
import { everyCommand } from './index.ts';

export const helpShow = defineCommand({
  name: 'help.show',
  words: { en: ['help', '?'], zh: ['帮助'] },
  summary: { en: 'What I can do', zh: '使用帮助' },
  examples: { en: ['help'], zh: ['帮助'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({}),
  async run({ actor }) {
    const mine = everyCommand().filter(({ isInternal, allow }) => !isInternal && hasRole(actor, allow));
    return { kind: 'card', audience: 'asker', card: helpCard(mine, actor), suggestions: FIRST_WORDS[actor.locale] };
  },
});
