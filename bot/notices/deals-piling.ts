import { z } from 'zod';
import { findOldest, findPiles } from '../../core/opportunities/find-stuck.ts';
import { getTeam } from '../../core/people/teams.ts';
import { pileCard } from '../views/stuck.ts';
import { viewer } from '../views/viewer.ts';
import { defineNotice } from './notice.ts';

/** A team's deals pile up in one stage (R31). */
export const dealsPiling = defineNotice({
  name: { en: 'a stage that piles up', zh: '阶段堆积提醒' },
  subject: z.object({ stageKey: z.string(), teamId: z.uuid() }),
  mayWait: () => true,

  async draw(core, { stageKey, teamId }) {
    const [team, piles, deals] = await Promise.all([
      getTeam(core, teamId),
      findPiles(core, { teamId }),
      findOldest(core, { stageKey, teamId }),
    ]);
    const pile = piles.find((each) => each.stageKey === stageKey);
    return pile ? pileCard({ pile, deals, team }, viewer(core)) : undefined; // it has gone since
  },
});
