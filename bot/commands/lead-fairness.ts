import { z } from 'zod';
import { findFairness } from '../../core/leads/find-fairness.ts';
import { defineCommand } from '../command.ts';
import { countField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { fairnessCard } from '../views/fairness.ts';
import { viewer } from '../views/viewer.ts';

const DAYS = 30;
const MOST = 730;

export const leadFairness = defineCommand({
  name: 'lead.fairness',
  words: { en: ['lead fairness', 'fairness'], zh: ['线索分配', '分配情况'] },
  summary: { en: 'Who got how many leads, and what became of them', zh: '查看线索分配与转化情况' },
  examples: { en: ['lead fairness', 'lead fairness --days 90'], zh: ['线索分配', '线索分配 --天数 90'] },
  effect: 'read',
  allow: ['manager', 'director', 'executive', 'marketing', 'admin'],
  input: z.strictObject({ days: optional(countField({ en: 'Days', zh: '天数' }, { min: 1, max: MOST })) }),
  async run(core, { days = DAYS }) {
    return {
      kind: 'card',
      card: fairnessCard(await findFairness(core, { days }), days, viewer(core)),
    };
  },
});
