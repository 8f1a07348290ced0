import type { Filter } from '../../../core/questions/question.ts';

/** How a number is bounded, before or after it, in both languages. */
export const BOUNDS: readonly (readonly [op: Filter['op'], before: string, after: string])[] = [
  [
    'gte',
    '至少|最少|起码|不低于|不少于|不小于|at least|no less than|not less than|no fewer than|not under|(?:a )?minimum(?: of)?|>=|≥',
    '以上|及以上|起步|打底|或以上|or more|and more|or above|and above|and up|or over|or bigger|plus|[+＋]',
  ],
  [
    'lte',
    '至多|最多|顶多|不超过|不高于|不多于|不大于|at most|up to|no more than|not more than|no bigger than|no larger than|not over|(?:a )?maximum(?: of)?|<=|≤',
    '以下|以内|之内|及以下|或以下|or less|or below|and below|or under|and under|or smaller|or fewer',
  ],
  [
    'gt',
    '超过|大于|高于|多于|超|over|above|more than|greater than|higher than|bigger than|larger than|exceeding|exceeds|beyond|>',
    '',
  ],
  ['lt', '低于|小于|少于|不到|不足|不满|未满|under|below|less than|fewer than|lower than|smaller than|<', ''],
];
