import type { EntityKey } from '../../../core/questions/catalogue/index.ts';
import type { Filter, Question } from '../../../core/questions/question.ts';
import type { Grouping } from './question-dimensions.ts';
import type { Signs } from './question-signs.ts';

type Ordered = {
  first: number | undefined;
  signs: Signs;
  groupings: readonly Grouping[];
  isLongest: boolean;
  dwell: string | undefined;
};

export function havingOf(amount: Filter | undefined): Question['having'] {
  const { op, values: [value = ''] = [] } = amount ?? {};
  return op === 'gt' || op === 'gte' || op === 'lt' || op === 'lte'
    ? [{ measure: 'sum_amount', op, value: Number(value.split(' ')[0]) }]
    : [];
}

/** "Who … most" is one answer; a ranking is all of them, the first on top. */
export function orderOf(
  entity: EntityKey,
  ordered: Ordered,
  measure: string,
  groupBy: readonly string[],
): Pick<Question, 'sort' | 'limit'> {
  const { first, signs, groupings, dwell } = ordered;
  if (groupBy.length === 0) {
    return measure === 'list' ? orderOfList(entity, ordered) : { sort: null, limit: null };
  }
  const sort = { by: measure, dir: signs.least ? 'asc' : 'desc' } as const;
  const isWhich = groupings.some((grouping) => grouping.isWhich) || signs.byOwner !== undefined;
  if (first !== undefined) {
    return { sort, limit: first };
  }
  const isMost = signs.most !== undefined || /最|longest|most/iu.test(dwell ?? '');
  return isMost && isWhich
    ? { sort, limit: 1 }
    : { sort: signs.ranking || isMost || signs.more ? sort : null, limit: null };
}

function orderOfList(entity: EntityKey, { first, signs, isLongest }: Ordered): Pick<Question, 'sort' | 'limit'> {
  const limit = first ?? null;
  if (isLongest) {
    return { sort: { by: 'last_activity', dir: 'asc' }, limit };
  }
  const isRanked = entity === 'opportunity' && (first ?? signs.ordered) !== undefined;
  return { sort: isRanked ? { by: 'amount', dir: signs.least ? 'asc' : 'desc' } : null, limit };
}
