import { z } from 'zod';
import { changeOutcome, OUTCOME_STATUSES } from '../../core/leads/change-outcome.ts';
import { findOutcomes } from '../../core/leads/find-outcomes.ts';
import { LEAD_STATUS_NAMES } from '../../core/leads/lead.ts';
import { ADMIN, defineCommand } from '../command.ts';
import { choiceField, countField, isOn, stillUsedField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { outcomesCard } from '../views/outcome.ts';
import { ownFields, ownList } from './own-list.ts';

const YEAR = 365;

const { draw, keep, ...list } = ownList({
  table: 'lead_outcomes',
  command: 'admin.outcome',
  noun: { en: 'outcome', zh: '通话结果' },
  find: findOutcomes,
  card: outcomesCard,
  shownBy: 'admin.outcomes',
  columns: { reason: 'needsReason' },
  held: ({ status, needsReason, nextDays }) => ({
    status: status ?? 'stays',
    reason: needsReason ? 'yes' : 'no',
    nextDays: nextDays ?? 0,
  }),
});

export const adminOutcomes = defineCommand({
  name: 'admin.outcomes',
  words: { en: ['admin outcomes', 'outcomes'], zh: ['管理 通话结果', '通话结果设置'] },
  summary: { en: 'How a call may end', zh: '通话结果与后续动作' },
  examples: { en: ['admin outcomes'], zh: ['管理 通话结果'] },
  effect: 'read',
  allow: ADMIN,
  input: z.strictObject({}),
  run: (core) => draw(core),
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
  allow: ADMIN,
  asksWhenEmpty: true,
  ...list,
  input: z.strictObject({
    ...ownFields({ en: 'Outcome', zh: '结果' }, { synonyms: { en: 'sample, samples', zh: '样品、寄样' } }),
    state: stillUsedField({ en: 'In use', zh: '启用' }),
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
  }),
  run: (core, { reason, ...input }) =>
    keep(core, input, (core, change) => changeOutcome(core, { ...change, needsReason: isOn(reason) })),
});
