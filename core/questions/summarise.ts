import type { Core } from '../context.ts';
import type { Answer } from './answer.ts';
import { askQuestion } from './ask-question.ts';
import { type Question, type Range, toQuestion } from './question.ts';

export type Summary = { won: Answer; open: Answer; rate: Answer; activity: Answer; overdue: Answer; leads: Answer };

/** How one person, one team or everybody in sight is doing in a time: the questions a manager asks first, in one round trip. */
export async function summarise(
  core: Core,
  { filter, scope, range: whole }: { filter: Question['filters']; scope: Question['scope']; range: Range },
): Promise<Summary> {
  // What is not over yet is judged against as many days of the time before.
  const range: Range = whole.kind === 'relative' ? { ...whole, toDate: true } : whole;
  const status = (...values: string[]) => [...filter, { field: 'status', op: 'in' as const, values }];
  const ask = (question: Partial<Question> & Pick<Question, 'entity'>) =>
    askQuestion(core, toQuestion({ filters: filter, scope, ...question }));
  const [won, open, rate, activity, overdue, leads] = await Promise.all([
    ask({
      entity: 'opportunity',
      measures: ['sum_amount'],
      filters: status('won'),
      time: { field: 'closed', range },
      compareTo: 'previous_period',
    }),
    ask({ entity: 'opportunity', measures: ['sum_amount'], filters: status('open') }),
    ask({
      entity: 'opportunity',
      measures: ['win_rate'],
      filters: status('won', 'lost'),
      time: { field: 'closed', range },
    }),
    ask({
      entity: 'activity',
      measures: ['count', 'customers'],
      time: { field: 'occurred', range },
      compareTo: 'previous_period',
    }),
    ask({
      entity: 'task',
      measures: ['count'],
      filters: [...filter, { field: 'overdue', op: 'eq', values: ['true'] }],
    }),
    ask({ entity: 'lead', measures: ['count'], time: { field: 'created', range } }),
  ]);
  return { won, open, rate, activity, overdue, leads };
}
