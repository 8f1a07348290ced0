import type { EntityKey } from '../../../core/questions/catalogue/index.ts';
import { toQuestion } from '../../../core/questions/question.ts';
import type { Utterance } from '../utterance.ts';
import { Claims } from './claims.ts';
import { withoutCourtesy } from './frame.ts';
import { readGroupings } from './question-dimensions.ts';
import { readNamed } from './question-filters.ts';
import { readPlace } from './question-places.ts';
import { meant, readChart, readFirst, readSigns, scopeOf } from './question-signs.ts';
import { readTime } from './question-time.ts';
import * as words from './question-words.ts';
import type { QuestionCandidate } from './questions.ts';

const en = (said: string) => `(?<![a-z])(?:${said})(?![a-z])`;

type Kind = {
  entity: EntityKey;
  measure: string;
  /** The day it is about. */
  time: string;
  noun: RegExp;
  /** True where the noun is a figure by itself; else it must be asked how much, whose or when. */
  isFigure: boolean;
};

const KINDS: readonly Kind[] = [
  {
    entity: 'invoice',
    measure: 'overdue',
    time: 'due',
    noun: new RegExp(
      `逾期(?:的)?(?:总?金额|应收(?:账?款)?|欠款|账款|款项?)|${en('overdue (?:amounts?|money|receivables?|sums?|balances?)|(?:money|amount) overdue')}`,
      'iu',
    ),
    isFigure: true,
  },
  {
    entity: 'invoice',
    measure: 'receivable',
    time: 'due',
    noun: new RegExp(
      `应收(?:账?款)?|欠款|未回款|(?:有)?(?:哪些|什么|多少|几笔)?(?:款项?|账|钱)(?:要|该|应该|可以|能)(?:回|收)(?:的)?|(?:要|该|待)(?:回|收)的(?:款项?|账|钱)|(?:能|要|会|可以)回(?=多少|几)|到期的?(?:发票|款项?|账款)|欠(?:我们|咱们)?的?钱|${en('(?:accounts? )?receivables?|(?:do|does|did)? ?(?:customers |clients |they )?owes? us|owed(?: to us)?|(?:which |what )?(?:invoices?|payments?|money)(?: is| are| that is| that are)?(?: coming)? due|money coming in|(?:cash|money) (?:do|can|should|will) (?:we|i) expect|outstanding(?: amounts?| balances?)?')}`,
      'iu',
    ),
    isFigure: true,
  },
  {
    entity: 'payment',
    measure: 'received',
    time: 'received',
    noun: new RegExp(
      `回款|收款|到账|${en('(?:payments? )?received|collected|collections|payments|receive|collect')}`,
      'iu',
    ),
    isFigure: false,
  },
  {
    entity: 'invoice',
    measure: 'invoiced',
    time: 'issued',
    noun: new RegExp(`开了?(?:多少|几张|哪些)?(?:发)?票|${en('invoiced?|billed?|invoicing|billing')}`, 'iu'),
    isFigure: false,
  },
  {
    entity: 'order',
    measure: 'ordered',
    time: 'ordered',
    noun: new RegExp(
      `订单|买了?(?=多少)|采购了?(?=多少)|${en('orders?(?: intake| value)?|(?<=how much .{0,40})(?:bought|purchased)')}`,
      'iu',
    ),
    isFigure: false,
  },
];

const OUR =
  /(?<![a-z])(?:we|us|our|customers?|clients?|have|has|do|does|did|much|money)(?![a-z])|我们|咱们|客户|钱|款|额/giu;

/** 本月回款多少, receivables by customer, 各销售的逾期金额: what is owed, billed, paid and ordered (R13, R103). */
export function readBillingQuestion(utterance: Utterance): QuestionCandidate | undefined {
  const text = withoutCourtesy(utterance.text).replace(words.TO_ME, '$<deed> ');
  const claims = new Claims(text);
  const kind = KINDS.find(({ noun }) => claims.take(noun) !== undefined);
  // Who names a sum says what happened; a log of them is the customer's.
  if (!kind || utterance.slots.money.length > 0 || /记录|明细/u.test(text)) {
    return undefined;
  }
  const parts = readParts(utterance, claims, text);
  const { signs, time, chart, first } = parts;
  const groupBy = groupsOf(parts, text);
  const isCount = signs.counted !== undefined && !signs.summed;
  const said = signs.summed ?? signs.howMuch ?? signs.counted ?? time.range ?? time.compareTo ?? chart;
  if (!kind.isFigure && groupBy.length === 0 && !said) {
    return undefined;
  }
  const measure = isCount ? 'count' : kind.measure;
  const isGrouped = groupBy.length > 0;
  const isFirst = isGrouped && signs.most !== undefined && !groupBy.includes('customer');
  const question = toQuestion({
    entity: kind.entity,
    measures: [measure],
    filters: parts.filters,
    groupBy: isGrouped || chart !== 'line' ? groupBy : [time.isLong ? 'month' : 'day'],
    time: time.range ? { field: kind.time, range: time.range } : null,
    compareTo: time.compareTo,
    sort: isGrouped && (first ?? signs.most ?? signs.ranking) ? { by: measure, dir: 'desc' } : null,
    limit: isGrouped ? (first ?? (isFirst ? 1 : null)) : null,
    scope: scopeOf(signs),
    chart,
  });
  return { question, confidence: Math.max(0, 0.96 - 0.25 * claims.left([words.SMALL_TALK, OUR]).length) };
}

function readParts(utterance: Utterance, claims: Claims, text: string) {
  const chart = readChart(claims);
  const time = readTime(utterance, claims);
  const first = readFirst(claims);
  const places = readPlace(claims);
  const groupings = readGroupings(claims).map(({ key }) => key);
  const signs = meant(readSigns(claims, claims.text), text);
  return { chart, time, first, groupings, signs, filters: [...places, ...readNamed(utterance, claims)] };
}

/** Which customers owe most: the most is of customers where they are named. */
function groupsOf({ groupings, signs, first }: ReturnType<typeof readParts>, text: string): string[] {
  const isPicked = first ?? signs.most ?? signs.listed;
  if (isPicked !== undefined && words.CUSTOMER_NOUN.test(text)) {
    return ['customer'];
  }
  // 谁欠我们最多, who owes us most: customers do.
  if (signs.byOwner && /欠|(?<![a-z])owes?(?![a-z])/iu.test(text) && /谁|(?<![a-z])who(?![a-z])/iu.test(text)) {
    return ['customer'];
  }
  const byOwner = signs.byOwner ?? signs.ranking;
  return groupings.length > 0 ? groupings.slice(0, 2) : byOwner ? ['owner'] : [];
}
