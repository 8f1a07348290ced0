import type { Filter, Question } from '../../../core/questions/question.ts';
import type { Claims } from './claims.ts';
import { en } from './frame.ts';
import { BOUNDS } from './question-bounds.ts';
import { kindOf } from './question-signs.ts';
import { toCount } from './question-time.ts';

type Having = Question['having'];

/** How often somebody was in touch: whose, by what, and the bound. */
export type Often = { of: 'customer' | 'owner'; kind: string | undefined; having: Having };

const TOUCH_ZH = '拜访|走访|上门|跟进|联系|沟通|打电话|通电话|电话|开会|见面|互动';
const TOUCH_EN =
  'visited|called|phoned|contacted|met(?: with)?|followed up(?: with)?|seen|spoken (?:to|with)|talked to';
const TOUCHES_EN = 'visits?|calls?|meetings?|follow[- ]?ups?|contacts|activities';
const N = '(?<n>\\d{1,3}|[一二两三四五六七八九十]{1,3})';
const N_EN = '(?<n>\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)';

type Forms = { op: Filter['op']; forms: readonly RegExp[] };

/** Every bound with a verb in Chinese, and with a verb or a noun in English. */
function boundedBy(zh: string, verbs: string, nouns: string): Forms[] {
  return BOUNDS.map(([op, words, after]) => {
    return {
      op,
      forms: [
        new RegExp(`(?<verb>${zh})(?:了|过|次数)*(?:${words}) ?${N} ?[次回单笔](?:的|了)?`, 'iu'),
        new RegExp(`(?:${words}) ?${N} ?[次回](?:的)?(?<verb>${zh})(?:记录)?(?:的|了)?`, 'iu'),
        new RegExp(en(`(?<verb>${verbs})(?: by us| us| from us)? (?:${words}) ${N_EN} times`), 'iu'),
        new RegExp(
          en(`(?:with |who |that |had |have |has |made |logged |did |placed )*(?:${words}) ${N_EN} (?<verb>${nouns})`),
          'iu',
        ),
        ...(after
          ? [
              new RegExp(
                `(?<verb>${zh})(?:了|过|次数)*(?:有|达|达到|满)? ?${N} ?[次回单笔](?:${after})(?:的|了)?`,
                'iu',
              ),
              new RegExp(
                en(`(?<verb>${verbs})(?: by us| us| from us)? ${N_EN} (?:times )?(?:${after})(?: times)?`),
                'iu',
              ),
              new RegExp(
                en(
                  `(?:with |who |that |had |have |has |made |logged |did |placed )*${N_EN} (?:${after}) (?<verb>${nouns})`,
                ),
                'iu',
              ),
            ]
          : []),
      ],
    };
  });
}

const TOUCHED = boundedBy(TOUCH_ZH, TOUCH_EN, TOUCHES_EN);
const TOUCHED_OFTEN = TOUCHED.filter(({ op }) => op === 'gt' || op === 'gte');
const PURCHASED = boundedBy(
  '成交|购买|买|下单|采购|复购',
  '(?:who |that )?(?:have |has )?(?:bought|purchased|ordered|reordered)(?: from us)?',
  'orders?|purchases?',
);

/** More than once, more than twice. */
const TIMES: readonly (readonly [RegExp, string])[] = [
  [/(?<= than )once(?![a-z])/giu, '1 times'],
  [/(?<= (?:than|least) )twice(?![a-z])/giu, '2 times'],
];

export const inFigures = (text: string): string =>
  TIMES.reduce((rest, [said, times]) => rest.replace(said, times), text);

type Bound = { op: 'gt' | 'gte' | 'lt' | 'lte'; n: number; verb: string };

/** No other pattern is tried without. */
const CUE =
  /[\d一二两三四五六七八九十] ?[次回单笔]|(?<![a-z])(?:times|more|than|least|most|over|under|up to)(?![a-z])|[<>≥≤]/iu;

function readBound(claims: Claims, bounds: readonly Forms[]): Bound | undefined {
  if (!CUE.test(claims.text)) {
    return undefined;
  }
  for (const { op, forms } of bounds) {
    for (const form of forms) {
      const { n, verb = '' } = claims.match(form)?.groups ?? {};
      const count = toCount(n);
      if (count !== undefined && (op === 'gt' || op === 'gte' || op === 'lt' || op === 'lte')) {
        return { op, n: count, verb };
      }
    }
  }
  return undefined;
}

const REPS = /销售人?员?|业务员|同事|谁|(?<![a-z])(?:reps?|sellers?|sales ?people|colleagues?|who)(?![a-z])/iu;
const CUSTOMERS = /客户|公司|(?<![a-z])(?:customers?|accounts?|clients?)(?![a-z])/iu;

/** 本周拜访超过3次的客户, reps with more than 3 visits: counted for each of them, and only those told. */
export function readOften(claims: Claims): Often | undefined {
  const isRep = REPS.test(claims.text);
  if (!isRep && !CUSTOMERS.test(claims.text)) {
    return undefined;
  }
  // Of groups those are counted that have a record: whoever was seen not once would be left out of “fewer than”.
  const bound = readBound(claims, TOUCHED_OFTEN);
  if (!bound) {
    return undefined;
  }
  claims.take(isRep ? REPS : CUSTOMERS);
  claims.take(CUSTOMERS);
  return {
    of: isRep ? 'owner' : 'customer',
    kind: kindOf(bound.verb),
    having: [{ measure: 'count', op: bound.op, value: bound.n }],
  };
}

/** 成交过两次以上的客户, customers who bought more than twice (R16). */
export function readPurchases(claims: Claims): Filter[] {
  const bound = readBound(claims, PURCHASED);
  return bound ? [{ field: 'purchases', op: bound.op, values: [String(bound.n)] }] : [];
}
