import { z } from 'zod';
import { addPipeline, changePipeline } from '../../core/opportunities/keep-pipelines.ts';
import { findPipelines } from '../../core/opportunities/pipeline.ts';
import { ADMIN, defineCommand } from '../command.ts';
import { choiceField, countField, keyField, textField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { GOING_BACK, SKIPPING, WINNING } from '../views/stages.ts';
import { nameOf, wantsName } from './one-name.ts';
import { drawStages } from './stages.ts';

export const pipelineChange = defineCommand({
  name: 'pipeline.change',
  words: { en: ['admin pipeline'], zh: ['修改流程', '管理 流程'] },
  summary: { en: 'How deals may move along a pipeline', zh: '商机的流转规则' },
  submit: { en: 'Save pipeline', zh: '保存流程' },
  examples: {
    en: ['admin pipeline Sales --skipping refused', 'admin pipeline Sales --back no --pile-percent 30'],
    zh: ['修改流程 销售 --跳过阶段 不允许', '修改流程 销售 --退回 不允许'],
  },
  effect: 'write',
  allow: ADMIN,
  asksWhenEmpty: true,
  changes: {
    table: 'pipelines',
    record: 'pipeline',
    rowOf: async (core, key) => (await findPipelines(core)).find((each) => each.key === key)?.id ?? '',
    shownBy: 'stage.list',
    isShownAmongAll: true,
    columns: { back: 'goingBack' },
  },
  input: z.strictObject({
    pipeline: keyField('pipeline', { en: 'Pipeline', zh: '流程' }, { positional: true }),
    skipping: optional(choiceField(['judged', 'refused'], SKIPPING, { en: 'Skipping stages', zh: '跳过阶段' })),
    back: optional(choiceField(['yes', 'no'], GOING_BACK, { en: 'Going back', zh: '退回' })),
    winning: optional(choiceField(['any', 'last'], WINNING, { en: 'Winning', zh: '赢单' })),
    pileDays: optional(countField({ en: 'Pile days', zh: '堆积天数' }, { min: 1, max: 3650 })),
    pilePercent: optional(countField({ en: 'Pile percent', zh: '堆积占比' }, { min: 1, max: 100 })),
    pileDeals: optional(countField({ en: 'Pile deals', zh: '堆积数量' }, { min: 1, max: 10_000 })),
  }),
  async prefill(core, { pipeline: key }) {
    const pipeline = (await findPipelines(core)).find((each) => each.key === key);
    if (!pipeline) {
      return {};
    }
    const { skipping, winning, pileDays, pilePercent, pileDeals } = pipeline;
    return { skipping, back: pipeline.goingBack ? 'yes' : 'no', winning, pileDays, pilePercent, pileDeals };
  },
  async run(core, { pipeline, back, ...change }) {
    const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    await changePipeline(core, pipeline, { ...set, ...(back === undefined ? {} : { goingBack: back === 'yes' }) });
    return drawStages(core);
  },
});

export const pipelineAdd = defineCommand({
  name: 'pipeline.add',
  words: { en: ['admin pipeline add'], zh: ['新建流程', '管理 新建流程'] },
  summary: { en: 'Add a pipeline, copied from another', zh: '新建销售流程（复制现有流程）' },
  submit: { en: 'Add pipeline', zh: '新建流程' },
  examples: {
    en: ['admin pipeline add Renewals', 'admin pipeline add Tenders --name-zh 招投标 --like Sales'],
    zh: ['新建流程 Renewals --中文名称 续约'],
  },
  effect: 'write',
  allow: ADMIN,
  input: z.strictObject({
    nameEn: optional(textField({ en: 'English name', zh: '英文名称' }, { positional: true })),
    nameZh: optional(textField({ en: 'Chinese name', zh: '中文名称' })),
    like: optional(keyField('pipeline', { en: 'Like', zh: '复制自' })),
  }),
  wants: wantsName,
  async run(core, { like, ...named }) {
    await addPipeline(core, { name: nameOf(named), like });
    return drawStages(core);
  },
});
