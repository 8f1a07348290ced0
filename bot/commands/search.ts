import { z } from 'zod';
import { search } from '../../core/search/search.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import { textField } from '../fields/common.ts';
import { foundCard } from '../views/search.ts';
import { viewer } from '../views/viewer.ts';

export const recordFind = defineCommand({
  name: 'record.find',
  words: { en: ['find', 'search'], zh: ['找', '查找', '搜索', '搜'] },
  summary: { en: 'Find anything', zh: '查找一切' },
  examples: { en: ['find Acme', 'find 8000'], zh: ['找 华星', '找 8000', '找 huaxing'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({
    words: textField({ en: 'Name, phone or words', zh: '名称、电话或关键词' }, { positional: true }),
  }),
  run: async (core, { words }) => ({
    kind: 'card',
    audience: 'asker',
    card: foundCard(words, await search(core, words), viewer(core)),
  }),
});
