import { z } from 'zod';
import type { Core } from '../../core/context.ts';
import { changeOutcome, OUTCOME_STATUSES } from '../../core/leads/change-outcome.ts';
import { findOutcomes, matchOutcome } from '../../core/leads/find-outcomes.ts';
import { LEAD_STATUS_NAMES } from '../../core/leads/lead.ts';
import { defineCommand } from '../command.ts';
import type { Reply } from '../contract.ts';
import { choiceField, countField, isOn, stillUsedField, textField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { outcomesCard } from '../views/outcome.ts';
import { viewer } from '../views/viewer.ts';

const YEAR = 365;

const drawOutcomes = async (core: Core, { inPlace = false } = {}): Promise<Reply> => ({
  kind: 'card',
  inPlace,
  card: outcomesCard(await findOutcomes(core, { all: true }), viewer(core)),
});

const outcomeCalled = async (core: Core, said: string) => matchOutcome(await findOutcomes(core, { all: true }), said);

export const adminOutcomes = defineCommand({
  name: 'admin.outcomes',
  words: { en: ['admin outcomes', 'outcomes'], zh: ['管理 通话结果', '通话结果设置'] },
  summary: { en: 'How a call may end', zh: '通话结果与后续动作' },
  examples: { en: ['admin outcomes'], zh: ['管理 通话结果'] },
  effect: 'read',
  allow: ['admin'],
  input: z.strictObject({}),
  run: (core) => drawOutcomes(core),
});

export const adminOutcome = defineCommand({
  name: 'admin.outcome',
  words: { en: ['admin outcome'], zh: ['管理结果', '新增结果', '修改结果'] },
  summary: { en: 'Add or change how a call may end', zh: '新增或修改通话结果' },
  submit: { en: 'Save outcome', zh: '保存结果' },
  examples: {
    en: ['admin outcome "Wants a sample" --name-zh 要样品 --status working --next-days 2'],
    zh: ['管理结果 要样品 --英文名 "Wants a sample" --状态 跟进中 --下次天数 2'],
  },
  effect: 'write',
  allow: ['admin'],
  asksWhenEmpty: true,
  changes: {
    table: 'lead_outcomes',
    record: 'name',
    rowOf: async (core, said) => (await outcomeCalled(core, said))?.id ?? '',
    shownBy: 'admin.outcomes',
    isShownAmongAll: true,
    columns: { reason: 'needsReason', use: 'active' },
  },
  input: z.strictObject({
    name: textField({ en: 'Outcome', zh: '结果' }, { positional: true }),
    nameZh: optional(textField({ en: 'Chinese name', zh: '中文名' })),
    nameEn: optional(textField({ en: 'English name', zh: '英文名' })),
    synonyms: optional(
      textField({ en: 'Other words', zh: '同义词' }, { example: { en: 'sample, samples', zh: '样品、寄样' } }),
    ),
    status: optional(
      choiceField(
        ['stays', ...OUTCOME_STATUSES],
        { ...LEAD_STATUS_NAMES, stays: { en: 'stays as it is', zh: '不变' } },
        { en: 'Status', zh: '状态' },
      ),
    ),
    reason: optional(
      choiceField(
        ['yes', 'no'],
        { yes: { en: 'asked for', zh: '必填' }, no: { en: 'not asked for', zh: '不必填' } },
        { en: 'Reason', zh: '原因' },
      ),
    ),
    nextDays: optional(countField({ en: 'Next days', zh: '下次天数' }, { max: YEAR })),
    use: stillUsedField(),
  }),
  /** Other words are added to those it has. */
  async prefill(core, { name }) {
    const known = typeof name === 'string' ? await outcomeCalled(core, name) : undefined;
    return known
      ? {
          nameZh: known.name.zh,
          nameEn: known.name.en,
          status: known.status ?? 'stays',
          reason: known.needsReason ? 'yes' : 'no',
          nextDays: known.nextDays ?? 0,
          use: known.isActive ? 'on' : 'off',
        }
      : {};
  },
  async run(core, { synonyms, reason, use, ...input }) {
    await changeOutcome(core, {
      ...input,
      synonyms: synonyms?.split(/[,，、;；]+/u),
      needsReason: isOn(reason),
      isActive: isOn(use),
    });
    await core.flush();
    return drawOutcomes(core, { inPlace: true });
  },
});
