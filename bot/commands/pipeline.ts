import { z } from 'zod';
import type { Core } from '../../core/context.ts';
import { askQuestion } from '../../core/questions/ask-question.ts';
import { type Question, toQuestion } from '../../core/questions/question.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import type { Reply } from '../contract.ts';
import { choiceField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { answerCard } from '../views/answer.ts';
import { viewer } from '../views/viewer.ts';

const BY = { stage: { en: 'stage', zh: '阶段' }, owner: { en: 'owner', zh: '负责人' } } as const;
const PERIODS = {
  this_quarter: { en: 'this quarter', zh: '本季度' },
  next_quarter: { en: 'next quarter', zh: '下季度' },
  all: { en: 'all', zh: '全部' },
} as const;

export const pipelineShow = defineCommand({
  name: 'pipeline.show',
  words: { en: ['pipeline', 'forecast'], zh: ['商机漏斗', '漏斗', '预测'] },
  summary: { en: 'The pipeline in figures', zh: '商机漏斗' },
  examples: {
    en: ['pipeline', 'pipeline --by owner'],
    zh: ['漏斗', '漏斗 --按 负责人 --期间 下季度'],
  },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({
    by: optional(choiceField(['stage', 'owner'], BY, { en: 'By', zh: '按' })),
    period: optional(choiceField(['this_quarter', 'next_quarter', 'all'], PERIODS, { en: 'Period', zh: '期间' })),
  }),
  async run(core, { by = 'stage', period = 'this_quarter' }) {
    const offset = period === 'next_quarter' ? 1 : 0;
    const range = { kind: 'relative' as const, unit: 'quarter' as const, offset, count: 1, toDate: false };
    return answer(
      core,
      toQuestion({
        entity: 'opportunity',
        measures: ['sum_amount', 'weighted_amount'],
        groupBy: [by],
        filters: [{ field: 'status', op: 'eq', values: ['open'] }],
        time: period === 'all' ? null : { field: 'close', range },
      }),
    );
  },
});

async function answer(core: Core, question: Question): Promise<Reply> {
  return { kind: 'card', card: answerCard(await askQuestion(core, question), viewer(core)) };
}
