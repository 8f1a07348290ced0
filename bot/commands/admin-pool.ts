import { z } from 'zod';
import { RULES } from '../../core/leads/response.ts';
import { changePoolRules, findPoolRules } from '../../core/pool/pool-rules.ts';
import { changeRecycleReason, findRecycleReasons } from '../../core/pool/recycle-reasons.ts';
import { ADMIN, defineCommand } from '../command.ts';
import { countField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { poolRulesCard, recycleReasonsCard } from '../views/pool.ts';
import { viewer } from '../views/viewer.ts';
import { ownFields, ownList } from './own-list.ts';

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
  effect: 'write',
  allow: ADMIN,
  asksWhenEmpty: true,
  changes: { table: 'lead_rules', rowOf: async () => RULES, shownBy: 'admin.pool' },
  input: z.strictObject({
    claimsPerDay: optional(countField({ en: 'Claims per day', zh: '每日认领' }, { min: 1, max: MOST })),
    heldMost: optional(countField({ en: 'Held at most', zh: '持有上限' }, { min: 1, max: MOST })),
    protectDays: optional(countField({ en: 'Protect days', zh: '保护天数' }, { max: YEAR })),
    warnDays: optional(countField({ en: 'Warn days', zh: '提醒天数' }, { min: 1, max: YEAR })),
  }),
  prefill: findPoolRules,
  async run(core, change) {
    const rules = await changePoolRules(core, change);
    return { kind: 'card', card: poolRulesCard(rules, viewer(core)) };
  },
});

const { draw, keep, ...reasons } = ownList({
  table: 'recycle_reasons',
  command: 'admin.recycle-reason',
  noun: { en: 'reason', zh: '放回原因' },
  find: findRecycleReasons,
  card: recycleReasonsCard,
  shownBy: 'admin.recycle',
});

export const adminRecycle = defineCommand({
  name: 'admin.recycle',
  words: { en: ['admin recycle', 'recycle reasons'], zh: ['管理 放回原因', '放回原因'] },
  summary: { en: 'Why something goes back into the pool', zh: '放回公海的原因' },
  examples: { en: ['recycle reasons'], zh: ['放回原因'] },
  effect: 'read',
  allow: ADMIN,
  input: z.strictObject({}),
  run: (core) => draw(core),
});

export const adminRecycleReason = defineCommand({
  name: 'admin.recycle-reason',
  words: { en: ['admin recycle reason'], zh: ['新增放回原因', '修改放回原因'] },
  summary: { en: 'Add or change a reason for the pool', zh: '新增或修改放回公海的原因' },
  submit: { en: 'Save the reason', zh: '保存放回原因' },
  examples: {
    en: ['admin recycle reason "Chose a rival" --name-zh 选了竞品 --synonyms "went elsewhere"'],
    zh: ['新增放回原因 选了竞品 --英文名 "Chose a rival" --同义词 选了别家'],
  },
  effect: 'write',
  allow: ADMIN,
  asksWhenEmpty: true,
  ...reasons,
  input: z.strictObject(
    ownFields(
      { en: 'Reason', zh: '原因' },
      { synonyms: { en: 'went elsewhere, lost to a rival', zh: '选了别家、去了同行' } },
    ),
  ),
  run: (core, input) => keep(core, input, changeRecycleReason),
});
