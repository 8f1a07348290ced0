import { z } from 'zod';
import { findPiles, findStuck } from '../../core/opportunities/find-stuck.ts';
import { refuseUnseen } from '../../core/people/refuse-unseen.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import { recordField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { stuckCard } from '../views/stuck.ts';
import { viewer } from '../views/viewer.ts';

export const opportunityStuck = defineCommand({
  name: 'opportunity.stuck',
  words: { en: ['stuck', 'stuck deals', 'opportunity stuck'], zh: ['卡住的商机', '卡单', '商机 卡住'] },
  summary: { en: 'Deals that stand too long, stages that pile up', zh: '卡住的商机与堆积的阶段' },
  examples: { en: ['stuck', 'stuck --owner me'], zh: ['卡单', '卡住的商机 --负责人 我'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({ owner: optional(recordField('person', { en: 'Owner', zh: '负责人' })) }),
  async run(core, { owner }) {
    if (owner && owner !== core.actor.userId) {
      await refuseUnseen(core, { id: owner });
    }
    const [deals, piles] = await Promise.all([findStuck(core, { ownerId: owner }), findPiles(core)]);
    return { kind: 'card', card: stuckCard({ deals, piles }, viewer(core)) };
  },
});
