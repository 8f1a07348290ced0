import { periodOf } from '../../../core/questions/period.ts';
import type { Filter, Question } from '../../../core/questions/question.ts';
import type { Utterance } from '../utterance.ts';
import type { Claims } from './claims.ts';
import { en, pattern } from './frame.ts';
import type { SaidTime } from './question-time.ts';
import { EVER_BOUGHT } from './question-words.ts';

const OURS_ZH = '(?:了|过)*(?:我们的?|公司的?)?';
const OF_CUSTOMERS = '(?=(?:[a-z][类级])?(?:客户|公司))';
const WHO_EN = '(?:(?:who|that|which) )?(?:have |has )?';
const OUR_EN = '(?: (?:our|the|an?|any|some))?';

/** What customers do by themselves, by the day they last did it (R18). */
const TOUCHED: readonly (readonly [field: string, said: RegExp])[] = [
  [
    'last_download',
    new RegExp(
      `下载${OURS_ZH}(?:资料|文档|文件|白皮书|手册|样本|目录|案例|东西)?的?${OF_CUSTOMERS}|${en(
        `${WHO_EN}downloaded${OUR_EN}(?: (?:white ?papers?|brochures?|catalogues?|catalogs?|documents?|files?|materials?|datasheets?|something|anything))?`,
      )}`,
      'iu',
    ),
  ],
  [
    'last_site_visit',
    new RegExp(
      `(?:访问|浏览|逛|看|来)${OURS_ZH}(?:官网|网站|网页|页面)的?${OF_CUSTOMERS}|${en(
        `${WHO_EN}(?:visited|browsed|looked at|been (?:on|to))${OUR_EN} (?:web ?site|site|web ?pages?|pricing page)`,
      )}`,
      'iu',
    ),
  ],
  [
    'last_email_open',
    new RegExp(
      `(?:打开|点开|看|读)${OURS_ZH}邮件的?${OF_CUSTOMERS}|${en(
        `${WHO_EN}(?:opened|read|clicked(?: on)?)${OUR_EN} (?:e-?mails?|newsletters?|mailings?)`,
      )}`,
      'iu',
    ),
  ],
  [
    'last_event',
    new RegExp(
      `(?:参加|出席|报名|来)${OURS_ZH}(?:线上|线下)?(?:活动|展会|研讨会|直播|沙龙|发布会|培训)的?${OF_CUSTOMERS}|${en(
        `${WHO_EN}(?:attended|joined|came to|signed up for|registered for)${OUR_EN} (?:events?|webinars?|seminars?|conferences?|workshops?|trade (?:shows?|fairs?))`,
      )}`,
      'iu',
    ),
  ],
];

/** 下载过资料的客户, customers who visited our website: which of their days is asked about. */
export function readTouched(utterance: Utterance, claims: Claims): string | undefined {
  return TOUCHED.find(([, said]) => claims.take(said) !== undefined)?.[0] ?? readBoughtIn(utterance, claims);
}

const BOUGHT_EN = pattern(
  `(?<!(?:not|n't|never|ever|and|but) )${en(`${WHO_EN}(?:bought|purchased|ordered)(?: from us| something| anything)?`)}(?=(?: in| during| since| so far)? ?{day}| so far {day}|$)`,
);

/** 今年买过的客户, customers who bought this year: of the time that is said, by the day of their last purchase (R16). */
function readBoughtIn({ slots }: Utterance, claims: Claims): string | undefined {
  const isOneTime = slots.day.length === 1 && slots.product.length === 0;
  return isOneTime && (claims.take(EVER_BOUGHT) ?? claims.take(BOUGHT_EN)) !== undefined ? 'last_purchase' : undefined;
}

export const haveTouched = (field: string): Filter => ({ field, op: 'not_null', values: [] });

/** Only the last day is known: a span that goes on until today holds it, one that is over may have held another. */
export function touchedIn(field: string, { range }: SaidTime, today: string): Question['time'] | undefined {
  const to = range && periodOf(range, today).to;
  return range && (to === null || to === undefined || to > today) ? { field, range } : undefined;
}
