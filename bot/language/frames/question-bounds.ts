import type { Filter } from '../../../core/questions/question.ts';

/** How a number is bounded, before or after it, in both languages. */
export const BOUNDS: readonly (readonly [op: Filter['op'], before: string, after: string])[] = [
  ['gte', '至少|不低于|不少于|at least|>=|≥', '以上|及以上|or more|and more'],
  ['lte', '至多|最多|不超过|不高于|at most|up to|<=|≤', '以下|以内|or less'],
  ['gt', '超过|大于|高于|多于|over|above|more than|greater than|higher than|exceeding|>', ''],
  ['lt', '低于|小于|少于|不到|under|below|less than|lower than|<', ''],
];
