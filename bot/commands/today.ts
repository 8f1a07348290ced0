import { z } from 'zod';
import { getTeamToday } from '../../core/today/get-team-today.ts';
import { getToday } from '../../core/today/get-today.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import { teamTodayCard } from '../views/team-today.ts';
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

export const teamToday = defineCommand({
  name: 'team.today',
  words: { en: ['team today', 'my team'], zh: ['团队今天', '团队情况'] },
  summary: { en: 'How my team stands today', zh: '团队今日情况' },
  examples: { en: ['team today'], zh: ['团队今天'] },
  effect: 'read',
  allow: ['manager', 'director', 'executive', 'admin'],
  input: z.strictObject({}),
  run: async (core) => ({
    kind: 'card',
    audience: 'asker',
    card: teamTodayCard(await getTeamToday(core), viewer(core)),
  }),
});
