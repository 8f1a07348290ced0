import type { Filter } from '../../../core/questions/question.ts';
import type { Claims } from './claims.ts';

const en = (words: string) => `(?<![a-z])(?:${words})(?![a-z])`;

/** From the narrowest: what has no expected day has not passed it. */
const STATES: readonly (readonly [Filter, RegExp])[] = [
  [
    { field: 'close', op: 'is_null', values: [] },
    new RegExp(
      `(?:没有?|未|无|缺)(?:填写?|写|设置?)?(?:预计)?(?:成交|签约|签单)(?:日期?|时间)的?|${en(
        '(?:without|(?:that |which |who )?(?:have|has|with) no|missing)(?: an?| the| any)?(?: expected)? clos(?:e|ing) dates?',
      )}`,
      'iu',
    ),
  ],
  [
    { field: 'past_close', op: 'eq', values: ['true'] },
    new RegExp(
      `(?:已经?)?(?:过了?|超过了?)(?:预计)?(?:成交|签约|签单)(?:日期?|时间)(?:还没成交|没成交|还没签)?的?|(?:预计)?(?:成交|签约|签单)(?:日期?|时间)(?:都|已经?|早就)*(?:过(?:期|去)?|逾期|超期)(?:了|的)*|逾期(?:还)?[没未]成交的?|${en(
        '(?:that |which )?(?:are |is )?(?:past|beyond|over|overdue on)(?: their| its| the)?(?: expected)? clos(?:e|ing) dates?|(?:with|whose)(?: an?)?(?: expected)? clos(?:e|ing) dates?(?: that)?(?: in the past| (?:has|have|is|are)? ?(?:already )?(?:passed|gone by|past|overdue))|(?:that )?should have closed(?: by now| already)?',
      )}`,
      'iu',
    ),
  ],
  [
    { field: 'amount', op: 'is_null', values: [] },
    new RegExp(
      `(?:没有?|未|无|缺)(?:填写?|写|录入?)?(?:预计)?金额的?|${en(
        '(?:without|(?:that |which |who )?(?:have|has|with) no|missing)(?: an?| the| any)? (?:amounts?|values?)',
      )}`,
      'iu',
    ),
  ],
  [
    { field: 'next_step', op: 'eq', values: ['false'] },
    new RegExp(
      `(?:没有?|未|无|缺)(?:安排|定|约定?|计划)?下一步(?:安排|计划|动作|行动|任务)?的?|${en(
        '(?:without|(?:that |which |who )?(?:have|has|with) no|missing)(?: an?| the| any)? next (?:steps?|actions?|tasks?)(?: planned| scheduled)?',
      )}`,
      'iu',
    ),
  ],
];

/** 没有金额的商机, deals past their close date: what a deal lacks, or has run past. */
export function readDealStates(claims: Claims): Filter[] {
  return STATES.flatMap(([filter, said]) => (claims.take(said) === undefined ? [] : [filter]));
}
