import type { Question } from '../../../core/questions/question.ts';
import { firstSlot, type Utterance } from '../utterance.ts';
import type { Claims } from './claims.ts';
import { en, pattern } from './frame.ts';
import { rangeOf } from './question-time.ts';

const TOUCH_ZH = '(?:跟进?|联系(?!人)|联络|拜访|沟通|理|动静|互动|来往|碰)';
const TOUCH_EN =
  '(?:contacted|touched|called|visited|seen|followed up(?: with)?|spoken (?:to|with)|talked (?:to|with)|been in touch(?: with)?|heard from|met(?: with)?)';
const LONG_EN = '(?: for)?(?: the)? longest(?: time| while)?';

/** 最久没联系的客户, customers longest without contact: no bound, only an order. */
const LONGEST = new RegExp(
  `(?:最久|最长(?:时间)?)(?:都|还)?(?:没有?|未|无)(?:人)?(?:再)?${TOUCH_ZH}(?:过)?了?的?|(?:没有?|未|无)(?:人)?${TOUCH_ZH}(?:过)?的?(?:时间)?最(?:久|长)的?|${en(
    `(?:(?:that |which |who )?(?:have|has|were|was)?(?:n't| not)? ?(?:we |i |been )*(?:not )?(?:been )?)${TOUCH_EN}${LONG_EN}|(?:(?:with|without|has|have|had|gone|been|the) )*longest(?: time)?(?: gone)? (?:without|since)(?: any| an?| our| the)?(?: last)? (?:contact|follow[- ]?ups?|word|call|visit|activity)|(?:without|no)(?: any)? (?:contact|follow[- ]?ups?|word|activity)${LONG_EN}|least recently ${TOUCH_EN}|quiet(?:est)? (?:for )?the longest|quietest`,
  )}`,
  'iu',
);

export function readLongest(claims: Claims): boolean {
  const isSaid = claims.take(LONGEST) !== undefined;
  if (isSaid) {
    claims.take(/哪[个家位](?=客户|公司)/u);
  }
  return isSaid;
}

const BUY_ZH = '(?:购?买|采购|下单|订货|成交|复购|合作)';
const BUY_EN = '(?:bought|purchased|ordered)(?: from us| something| anything)?';
/** 去年买过今年没买, bought last year but not this year: the last purchase lies in the first of both. */
const LAPSED = pattern(
  `(?:在)?(?<before>{day})${BUY_ZH}(?:过|了)*(?:的)?[，, ]*(?:但是?|可是?|而|却|且|并且)?(?:在|到)?(?<after>{day}|现在|目前|之后|后来|后面|至今)(?:却|都|还|就)*(?:没有?|未|不)(?:再|有)?(?:${BUY_ZH}|动静|来|消息)(?:过|了)*的?|${en(
    `(?:(?:who|that|which) )?(?:have |had )?${BUY_EN}(?: in| during)? (?<was>{day}),?(?: (?:but|and|yet))?(?: (?:(?:have |has |did |are |were )?(?:not|never|nothing|n't|haven't|hasn't|didn't)(?: (?:bought|buy|ordered|order|purchased)(?: again| anything| from us)*)?(?: in| during| since)?(?: (?<is>{day})| since(?: then)?| now| any ?more| again)|(?:have |has )?(?:nothing|none)(?: (?:in|during))?(?: (?<none>{day})| since(?: then)?| now)|(?:have |has |are |is )?(?:gone |been |fallen |become )?(?:quiet|silent|dormant|inactive)(?: (?:since(?: then)?|now|(?<still>{day})))*))`,
  )}`,
);

/** When somebody bought last who has not bought since; undefined where the time between both is not all of it. */
export function readLapsed(utterance: Utterance, claims: Claims): Question['time'] | undefined {
  const groups = LAPSED.exec(claims.text)?.groups;
  if (!groups) {
    return undefined;
  }
  const dayIn = (said: string | undefined) =>
    said === undefined ? undefined : firstSlot(utterance, 'day', said)?.asked;
  const was = dayIn(groups.before ?? groups.was);
  const since = dayIn(groups.after ?? groups.is ?? groups.none ?? groups.still);
  const { today } = utterance;
  if (!was || was.to > today || (since && (since.from < was.to || since.from > today || since.to <= today))) {
    return undefined;
  }
  claims.take(LAPSED);
  const range = rangeOf(was, today);
  return {
    field: 'last_purchase',
    range: since && since.from !== was.to ? { kind: 'absolute', from: was.from, to: since.from } : range,
  };
}
