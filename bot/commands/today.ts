import { z } from 'zod';
import { getToday } from '../../core/today/get-today.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import { todayCard } from '../views/today.ts';
import { viewer } from '../views/viewer.ts';

export const todayShow = defineCommand({
  name: 'today.show',
  words: { en: ['today', 'my day'], zh: ['今天', '今日', '我的一天'] },
  summary: { en: 'My day', zh: '我的一天' },
  examples: { en: ['today'], zh: ['今天'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({}),
  run: async (core) => ({ kind: 'card', audience: 'asker', card: todayCard(await getToday(core), viewer(core)) }),
});
