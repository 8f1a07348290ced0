import { z } from 'zod';
import { ROLE_NAMES } from '../../core/actor.ts';
import type { Core } from '../../core/context.ts';
import { CONDITION_NAMES, CONDITIONS, type Condition } from '../../core/opportunities/condition.ts';
import { addStage, changeStage, getStage, removeStage } from '../../core/opportunities/keep-stages.ts';
import { findPipelines } from '../../core/opportunities/pipeline.ts';
import { findStages, SIGNERS } from '../../core/opportunities/stage.ts';
import type { Text } from '../../core/text.ts';
import { ADMIN, defineCommand } from '../command.ts';
import type { Reply } from '../contract.ts';
import { choicesField, chosen, countField, keyField, textField } from '../fields/common.ts';
import { clearable, optional } from '../fields/field.ts';
import { stagesCard } from '../views/stages.ts';
import { nameOf, wantsName } from './one-name.ts';

/** The pipelines as they stand after what was done. */
export async function drawStages(core: Core): Promise<Reply> {
  await core.flush();
  const [pipelines, stages] = await Promise.all([findPipelines(core), findStages(core)]);
  const card = stagesCard(pipelines, stages, core.actor.locale);
  return { kind: 'card', card: core.change.hasRows ? { ...card, tone: 'good' } : card };
}

const WHICH: Text = { en: 'Which pipeline?', zh: '放在哪条流程？' };
const NO_LIMIT: Text = { en: '0: no limit', zh: '0 为不限' };
const LONGEST = 3650;

const stageField = () => keyField('stage', { en: 'Stage', zh: '阶段' }, { positional: true });
const conditions = (label: Text) => clearable(choicesField(CONDITIONS, CONDITION_NAMES, label));
/** Beside those that stand: said in a sentence, which names one and takes none away. */
const more = (label: Text) => optional(choicesField(CONDITIONS, CONDITION_NAMES, label));
const MORE = ['alsoEntry', 'alsoExit'] as const;

type Chosen = z.output<ReturnType<typeof more>>;

function withMore(set: Condition[] | undefined, stand: readonly Condition[], also: Chosen): Condition[] | undefined {
  return also === undefined ? set : [...new Set([...(set ?? stand), ...chosen(also)])];
}

const days = (label: Text, example: Text) => clearable(countField(label, { max: LONGEST }, { example }));

/** What may be set of a stage, whether it is new or not. */
const rules = () => ({
  nameZh: optional(textField({ en: 'Chinese name', zh: '中文名称' })),
  nameEn: optional(textField({ en: 'English name', zh: '英文名称' })),
  probability: optional(
    countField({ en: 'Probability', zh: '赢率' }, { max: 100 }, { example: { en: '60 (percent)', zh: '60（%）' } }),
  ),
  after: optional(keyField('stage', { en: 'After', zh: '排在其后' })),
  before: optional(keyField('stage', { en: 'Before', zh: '排在其前' })),
  maxDays: days({ en: 'Max days', zh: '最长天数' }, NO_LIMIT),
  idleDays: days({ en: 'Idle days', zh: '未跟进天数' }, NO_LIMIT),
  entry: conditions({ en: 'Entry', zh: '进入条件' }),
  exit: conditions({ en: 'Exit', zh: '离开条件' }),
  signers: clearable(choicesField(SIGNERS, ROLE_NAMES, { en: 'Approval', zh: '进入需审批' })),
  task: clearable(textField({ en: 'Task', zh: '进入任务' }, { example: { en: '- for none', zh: '- 为无' } })),
  taskDays: days({ en: 'Task days', zh: '任务天数' }, { en: 'due after so many days', zh: '几天后到期' }),
});

/** One of the two places is enough to ask for. */
const hides = async (_: Core, { before }: Readonly<Record<string, unknown>>) => [
  before === undefined ? 'before' : 'after',
];

type Rules = z.output<z.ZodObject<ReturnType<typeof rules>>>;

function toChange({ maxDays, idleDays, entry, exit, signers, task, taskDays, ...rest }: Rules) {
  const limit = (value: number | null | undefined) => (value === 0 ? null : value);
  return {
    ...rest,
    maxDays: limit(maxDays),
    idleDays: limit(idleDays),
    entry: entry === undefined ? undefined : chosen(entry ?? []),
    exit: exit === undefined ? undefined : chosen(exit ?? []),
    signers: signers === undefined ? undefined : chosen(signers ?? []),
    task: toTask(task, taskDays),
  };
}

function toTask(title: string | null | undefined, days: number | null | undefined) {
  if (title === null || (title === undefined && days === undefined)) {
    return title;
  }
  return { title, days: days === null ? 0 : days };
}

const stageList = defineCommand({
  name: 'stage.list',
  words: { en: ['admin stages'], zh: ['管理 阶段', '管理阶段'] },
  summary: { en: 'Pipelines, stages and their rules', zh: '销售流程、阶段与规则' },
  examples: { en: ['admin stages'], zh: ['管理 阶段'] },
  effect: 'read',
  allow: ADMIN,
  input: z.strictObject({}),
  run: drawStages,
});

const stageChange = defineCommand({
  name: 'stage.change',
  words: { en: ['admin stage change', 'admin stage'], zh: ['修改阶段', '管理 修改阶段'] },
  summary: { en: 'Change a stage and what it asks for', zh: '修改阶段及其条件' },
  submit: { en: 'Save stage', zh: '保存阶段' },
  examples: {
    en: [
      'admin stage Negotiation --max-days 14',
      'admin stage Proposal --exit "the amount, a next step (an open task)"',
      'admin stage Negotiation --approval "sales director"',
    ],
    zh: [
      '修改阶段 商务谈判 --最长天数 14',
      '修改阶段 方案报价 --离开条件 金额',
      '修改阶段 商务谈判 --进入需审批 销售总监',
    ],
  },
  effect: 'write',
  allow: ADMIN,
  asksWhenEmpty: true,
  changes: {
    table: 'stages',
    record: 'stage',
    rowOf: async (core, key) => (await getStage(core, key)).id,
    shownBy: 'stage.list',
    isShownAmongAll: true,
    columns: { task: ['taskZh', 'taskEn'] },
  },
  input: z.strictObject({
    stage: stageField(),
    ...rules(),
    alsoEntry: more({ en: 'Also to enter', zh: '另加进入条件' }),
    alsoExit: more({ en: 'Also to leave', zh: '另加离开条件' }),
  }),
  hides: async (core, input) => [...(await hides(core, input)), ...MORE.filter((each) => input[each] === undefined)],
  async prefill(core, { stage: key }) {
    const stage = await getStage(core, String(key));
    const { entry, exit, signers, task } = stage;
    return {
      nameZh: stage.name.zh,
      nameEn: stage.name.en,
      probability: stage.probability,
      maxDays: stage.maxDays,
      idleDays: stage.idleDays,
      entry: entry.join(',') || null,
      exit: exit.join(',') || null,
      signers: signers.join(',') || null,
      task: task?.title[core.actor.locale],
      taskDays: task?.days,
    };
  },
  async run(core, { stage, alsoEntry, alsoExit, ...change }) {
    const { entry, exit, ...rest } = toChange(change);
    const stands = await getStage(core, stage);
    await changeStage(core, stage, {
      ...rest,
      entry: withMore(entry, stands.entry, alsoEntry),
      exit: withMore(exit, stands.exit, alsoExit),
    });
    return drawStages(core);
  },
});

const stageAdd = defineCommand({
  name: 'stage.add',
  words: { en: ['admin stage add'], zh: ['新建阶段', '管理 新建阶段'] },
  summary: { en: 'Add a stage to a pipeline', zh: '新建阶段' },
  submit: { en: 'Add stage', zh: '新增阶段' },
  examples: {
    en: ['admin stage add Sales --name-en "Sample test" --after Proposal --probability 60'],
    zh: ['新建阶段 销售 --中文名称 样品测试 --英文名称 "Sample test" --排在其后 方案报价'],
  },
  effect: 'write',
  allow: ADMIN,
  asksWhenEmpty: true,
  input: z.strictObject({
    pipeline: optional(keyField('pipeline', { en: 'Pipeline', zh: '流程' }, { positional: true })),
    ...rules(),
  }),
  hides,
  /** Where there is one pipeline only, that is the one. */
  async wants(core, input): Promise<Record<string, Text>> {
    const isClear = input.pipeline !== undefined || (await findPipelines(core)).length === 1;
    return { ...(isClear ? {} : { pipeline: WHICH }), ...(await wantsName(core, input)) };
  },
  async run(core, { pipeline, nameZh, nameEn, ...change }) {
    const [only] = await findPipelines(core);
    await addStage(core, {
      ...toChange(change),
      pipelineKey: pipeline ?? only?.key ?? '',
      name: nameOf({ nameZh, nameEn }),
    });
    return drawStages(core);
  },
});

const stageRemove = defineCommand({
  name: 'stage.remove',
  words: { en: ['admin stage remove'], zh: ['删除阶段', '管理 删除阶段'] },
  summary: { en: 'Remove a stage no deal stands in', zh: '删除没有商机的阶段' },
  submit: { en: 'Remove stage', zh: '删除阶段' },
  examples: { en: ['admin stage remove Negotiation'], zh: ['删除阶段 商务谈判'] },
  effect: 'write',
  allow: ADMIN,
  input: z.strictObject({
    stage: stageField(),
  }),
  async run(core, { stage }) {
    await removeStage(core, stage);
    return drawStages(core);
  },
});

/** In the order help shows them. */
export const stages = [stageList, stageChange, stageAdd, stageRemove] as const;
