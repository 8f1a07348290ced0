import { z } from 'zod';
import type { Core } from '../../core/context.ts';
import { RULES } from '../../core/leads/response.ts';
import { changePoolRules, findPoolRules } from '../../core/pool/pool-rules.ts';
import { changeRecycleReason, findRecycleReasons, matchReason } from '../../core/pool/recycle-reasons.ts';
import { defineCommand } from '../command.ts';
import type { Reply } from '../contract.ts';
import { countField, isOn, stillUsedField, textField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { poolRulesCard, recycleReasonsCard } from '../views/pool.ts';
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
  effect: 'write',
  allow: ['admin'],
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

const drawReasons = async (core: Core, { inPlace = false } = {}): Promise<Reply> => ({
  kind: 'card',
  inPlace,
  card: recycleReasonsCard(await findRecycleReasons(core, { all: true }), viewer(core)),
});

const reasonCalled = async (core: Core, said: string) =>
  matchReason(await findRecycleReasons(core, { all: true }), said);

export const adminRecycle = defineCommand({
  name: 'admin.recycle',
  words: { en: ['admin recycle', 'recycle reasons'], zh: ['管理 放回原因', '放回原因'] },
  summary: { en: 'Why something goes back into the pool', zh: '放回公海的原因' },
  examples: { en: ['recycle reasons'], zh: ['放回原因'] },
  effect: 'read',
  allow: ['admin'],
  input: z.strictObject({}),
  run: (core) => drawReasons(core),
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
  allow: ['admin'],
  asksWhenEmpty: true,
  changes: {
    table: 'recycle_reasons',
    record: 'name',
    rowOf: async (core, said) => (await reasonCalled(core, said))?.id ?? '',
    shownBy: 'admin.recycle',
    isShownAmongAll: true,
    columns: { use: 'active' },
  },
  input: z.strictObject({
    name: textField({ en: 'Reason', zh: '原因' }, { positional: true }),
    nameZh: optional(textField({ en: 'Chinese name', zh: '中文名' })),
    nameEn: optional(textField({ en: 'English name', zh: '英文名' })),
    synonyms: optional(textField({ en: 'Synonyms', zh: '同义词' })),
    use: stillUsedField(),
  }),
  /** Other words are added to those it has. */
  async prefill(core, { name }) {
    const known = typeof name === 'string' ? await reasonCalled(core, name) : undefined;
    return known ? { nameZh: known.name.zh, nameEn: known.name.en, use: known.isActive ? 'on' : 'off' } : {};
  },
  async run(core, { synonyms, use, ...input }) {
    await changeRecycleReason(core, {
      ...input,
      synonyms: synonyms?.split(/[,，、;；]+/u),
      isActive: isOn(use),
    });
    await core.flush();
    return drawReasons(core, { inPlace: true });
  },
});
