import { z } from 'zod';
import { getTeamToday } from '../../core/today/get-team-today.ts';
import { SECTIONS } from '../../core/today/today.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import { choiceField, hiddenFlag, hiddenNumber } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { dayCard } from '../lists.ts';
import { teamTodayCard } from '../views/team-today.ts';
import { SECTION_NAMES } from '../views/today-sections.ts';
import { viewer } from '../views/viewer.ts';

export const todayShow = defineCommand({
  name: 'today.show',
  words: { en: ['today', 'my day'], zh: ['今天', '今日', '我的一天'] },
  summary: { en: 'My day', zh: '我的一天' },
  examples: { en: ['today', 'today --only overdue'], zh: ['今天', '今天 --只看 已逾期'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({
    only: optional(choiceField(SECTIONS, SECTION_NAMES, { en: 'Only', zh: '只看' })),
    from: optional(hiddenNumber()),
    here: optional(hiddenFlag()),
  }),
  async run(core, { only, from, here = false }) {
    const card = await dayCard(core, only && { only, from });
    return { kind: 'card', inPlace: here, card };
  },
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
    card: teamTodayCard(await getTeamToday(core), viewer(core)),
  }),
});
