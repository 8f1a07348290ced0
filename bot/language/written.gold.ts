import { periodOf } from '../../core/questions/period.ts';
import type { Question } from '../../core/questions/question.ts';
import type { Reading, SpokenInvocation } from './reading.ts';

/** The day all gold sentences are said on. */
const TODAY = '2026-05-13';

/**
 * A reading on one line: `command|field=value|…`, several joined by ` + `; `?entity|measures|…` for a question, its time
 * as the days it means; or its kind. The note of a follow-up is the sentence itself and is left out.
 */
export function written(reading: Reading): string {
  switch (reading.kind) {
    case 'invocations':
      return reading.invocations.map(writtenInvocation).join(' + ');
    case 'question':
      return writtenQuestion(reading.question);
    case 'clarify':
    case 'none':
      return reading.kind;
  }
}

function writtenInvocation({ command, input }: SpokenInvocation): string {
  const fields = Object.entries(input).filter(([field]) => field !== 'note');
  return [command, ...fields.map(([field, value]) => `${field}=${value}`).sort()].join('|');
}

function writtenQuestion(question: Question): string {
  const { entity, measures, filters, part, groupBy, having, time, compareTo, sort, limit, scope, chart } = question;
  const fields = [
    ...filters.map(
      ({ field, op, values }) => `${field}=${op === 'eq' || op === 'in' ? '' : `${op} `}${values.join(',')}`,
    ),
    ...part.map(({ field, op, values }) => `part=${field} ${op} ${values.join(',')}`),
    ...(groupBy.length > 0 ? [`groupBy=${groupBy.join(',')}`] : []),
    ...having.map(({ measure, op, value }) => `having=${measure} ${op} ${value}`),
    ...(time ? [`${time.field}=${days(time)}`] : []),
    ...(compareTo ? [`compare=${compareTo}`] : []),
    ...(sort ? [`sort=${sort.by} ${sort.dir}`] : []),
    ...(limit === null ? [] : [`limit=${limit}`]),
    ...(chart ? [`chart=${chart}`] : []),
    `scope=${scope}`,
  ];
  return [
    `?${entity}`,
    measures.join(',') || 'list',
    ...fields.map((field) => field.replace('won,lost', 'closed')).sort(),
  ].join('|');
}

function days({ range }: NonNullable<Question['time']>): string {
  const { from, to } = periodOf(range, TODAY);
  return `${from ?? ''}..${to ?? ''}`;
}

/** The same line with its fields in the order `written` gives them. */
export function sorted(expected: string): string {
  return expected
    .split(' + ')
    .map((part) => {
      const fixed = part.startsWith('?') ? 2 : 1;
      const pieces = part.split('|');
      return [...pieces.slice(0, fixed), ...pieces.slice(fixed).sort()].join('|');
    })
    .join(' + ');
}
