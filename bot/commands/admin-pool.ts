import { z } from 'zod';
import { changePoolRules, findPoolRules } from '../../core/pool/pool-rules.ts';
import { defineCommand } from '../command.ts';
import { countField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { poolRulesCard } from '../views/pool.ts';
import { viewer } from '../views/viewer.ts';

const MOST = 10_000;
const YEAR = 365;

export const adminPool = defineCommand({
  name: 'admin.pool',
  words: { en: ['admin pool'], zh: ['管理 公海', '公海规则'] },
  summary: { en: 'The rules of the public pool', zh: '设置公海规则' },
  submit: { en: 'Set the rules', zh: '更新公海规则' },
  examples: {
    en: ['admin pool --claims-per-day 5 --protect-days 60'],
    zh: ['管理 公海 --每日认领 5 --保护天数 60'],
  },
  effect: 'log',
  allow: ['admin'],
  asksWhenEmpty: true,
  input: z.strictObject({
    claimsPerDay: optional(countField({ en: 'Claims per day', zh: '每日认领' }, { min: 1, max: MOST })),
    heldMost: optional(countField({ en: 'Held at most', zh: '持有上限' }, { min: 1, max: MOST })),
    protectDays: optional(countField({ en: 'Protect days', zh: '保护天数' }, { max: YEAR })),
    warnDays: optional(countField({ en: 'Warn days', zh: '提醒天数' }, { min: 1, max: YEAR })),
  }),
  async prefill(core) {
    const { version: _, ...rules } = await findPoolRules(core);
    return rules;
  },
  async run(core, change) {
    const rules = await changePoolRules(core, change);
    return { kind: 'card', audience: 'asker', card: poolRulesCard(rules, viewer(core)) };
  },
});
