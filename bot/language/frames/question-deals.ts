import type { Filter } from '../../../core/questions/question.ts';
import type { Claims } from './claims.ts';
import { en } from './frame.ts';

/** 有流失风险的, at risk: for whatever reason, or for the one that is said. */
const RISKS: typeof STATES = [
  [
    { field: 'risk', op: 'eq', values: ['decider_left'] },
    new RegExp(
      `(?:决策人|决策者|拍板的?人?)(?:已经?)?(?:离职|走|跳槽|离开)了?的?|${en(
        '(?:whose|where(?: the| its)?) (?:decision[- ]makers?|buyer) (?:has |have |is )?(?:left|gone)|without a decision[- ]maker who is still there',
      )}`,
      'iu',
    ),
  ],
  [
    { field: 'risk', op: 'not_null', values: [] },
    new RegExp(
      `(?:有|存在|面临)(?:流失|丢单|输单|丢失|黄单)?的?风险的?|(?:有)?(?:可能|快要?|容易|即将|要)(?:会|被)?(?:流失|丢(?!单率)|黄|飞)(?:掉)?了?的?|(?:高|有点)?(?:风险|危险)(?:高|大)?的?(?=商机|单子|项目)|悬(?:了|的)|${en(
        "at[- ]risk(?: of (?:being lost|loss|going|falling|slipping|getting)[a-z ]{0,20})?|in (?:danger|trouble|jeopardy)|risky|endangered|(?:that |which )?(?:we |i )?(?:may|might|could|are about to|are likely to|'re about to)(?: be)? (?:lose|lost|losing)|(?:about|likely) to be lost|in the danger zone",
      )}`,
      'iu',
    ),
  ],
];

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
      `(?:已经?)?(?:逾期|过期|拖期|延期|超期)(?:了|未签|没签|的|还没签)*(?=的?(?: ?(?:商机|单子|项目|机会)|[?？。]?$| ))|(?:已经?)?(?:过了?|超过了?)(?:预计)?(?:成交|签约|签单)(?:日期?|时间)(?:还没成交|没成交|还没签)?的?|(?:预计)?(?:成交|签约|签单)(?:日期?|时间)(?:都|已经?|早就)*(?:过(?:期|去)?|逾期|超期)(?:了|的)*|逾期(?:还)?[没未]成交的?|${en(
        '(?:that |which )?(?:are |is )?(?:past|beyond|over|overdue on)(?: their| its| the)?(?: expected)? clos(?:e|ing) dates?|(?:with|whose)(?: an?)?(?: expected)? clos(?:e|ing) dates?(?: that)?(?: in the past| (?:has|have|is|are)? ?(?:already )?(?:passed|gone by|past|overdue))|(?:that )?should have closed(?: by now| already)?|(?:that |which )?(?:are |is |have |has )?(?:slipping|slipped|overdue|running late|gone past their date)',
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

/** 没有金额的商机, deals past their close date, deals at risk: what a deal lacks, has run past, or may be lost by. */
export function readDealStates(claims: Claims): Filter[] {
  const risks = RISKS.flatMap(([filter, said]) => (claims.take(said) === undefined ? [] : [filter])).slice(0, 1);
  return [...risks, ...STATES.flatMap(([filter, said]) => (claims.take(said) === undefined ? [] : [filter]))];
}
