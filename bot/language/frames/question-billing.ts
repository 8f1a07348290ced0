import type { EntityKey } from '../../../core/questions/catalogue/index.ts';
import { type Filter, type Question, toQuestion } from '../../../core/questions/question.ts';
import type { Utterance } from '../utterance.ts';
import { Claims } from './claims.ts';
import { en, withoutCourtesy } from './frame.ts';
import { sideBySide } from './question-compare.ts';
import { readGroupings } from './question-dimensions.ts';
import { daysIn, eq, readNamed } from './question-filters.ts';
import { readPlace } from './question-places.ts';
import { meant, readChart, readFirst, readSigns, scopeOf } from './question-signs.ts';
import { readTime, type SaidTime, untilToday } from './question-time.ts';
import * as words from './question-words.ts';
import type { QuestionCandidate } from './questions.ts';

type Kind = {
  entity: EntityKey;
  measure: string;
  /** The day it is about. */
  time: string;
  noun: RegExp;
  /** Which of them are counted, where not all are. */
  of?: Filter;
  /** Which of them alone, whatever is asked: they are listed where no figure is asked for. */
  only?: readonly Filter[];
  /** True where the noun is a figure by itself; else it must be asked how much, whose or when. */
  isFigure: boolean;
  /** It must be asked how much or by what: when is what the list is for. */
  isRecord?: boolean;
};

const KINDS: readonly Kind[] = [
  {
    entity: 'invoice',
    measure: 'overdue',
    time: 'due',
    of: eq('status', 'overdue'),
    noun: new RegExp(
      `(?:逾期|过期)(?:未付)?的?发票|发票(?=有?(?:多少|几)张?逾期)|${en('(?:overdue|past[- ]due) invoices?|invoices?(?: that| which)?(?: are| is)? (?:overdue|past due)')}`,
      'iu',
    ),
    isFigure: false,
    isRecord: true,
  },
  {
    entity: 'invoice',
    measure: 'overdue',
    time: 'due',
    of: eq('status', 'overdue'),
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
    of: eq('status', 'open', 'overdue'),
    noun: new RegExp(
      `应收(?:账?款)?|欠款|未回款|(?:有)?(?:哪些|什么|多少|几笔)?(?:款项?|账|钱)(?:要|该|应该|可以|能)(?:回|收)(?:的)?|(?:要|该|待)(?:回|收)的(?:款项?|账|钱)|(?:能|要|会|可以)回(?=多少|几)|到期的?(?:发票|款项?|账款)|欠(?:我们|咱们)?的?钱|(?:总共|一共|目前|现在)?(?:还)?(?:有)?(?:多少|几)(?:钱|款项?|金额|货款|账)?(?:还)?(?:没有?|未)(?:付清|付款|付|收回来?|收到|收|回款|回|结清|结|到账|给)(?:我们)?|(?:还)?(?:没有?|未)(?:付款|付清|付|收回|收|结清?|到账)的?(?:总?额|总?金额|钱|款项?|账款?|货款)|(?:付清|付款|付|结|(?<!(?:合同|报价单?|方案|样品|资料|图纸|发票|回复|答复|名片|地址|意见|结果)(?:已经?|都)?)给)(?:钱|款|账)?(?:清)?了(?:没有?|吗|么)|(?:是否|有没有)(?:已经?)?(?:付清|付款|付|结清)(?:了)?|${en('(?:accounts? )?receivables?|(?:do|does|did)? ?(?:customers |clients |they )?owes? us|owed(?: to us)?|(?:which |what )?(?:invoices?|payments?|money)(?: is| are| that is| that are)?(?: coming)? due|money coming in|(?:cash|money) (?:do|can|should|will) (?:we|i) expect|outstanding(?: amounts?| balances?)?|(?:still |yet )*(?:unpaid|uncollected|to be paid|owing|not (?:yet )?(?:been )?paid)(?: amounts?| money| balances?| invoices?)?|(?<=(?<!how much (?:money )?)(?:has|have|did) .{1,40} )(?:paid|pay)(?: us| up)?(?: yet| already| in full)?')}`,
      'iu',
    ),
    isFigure: true,
  },
  {
    entity: 'payment',
    measure: 'received',
    time: 'received',
    noun: new RegExp(
      `回款|收款|到账|${en('(?:what|how much)(?: money| cash)? (?:came|has come) in|(?:money|cash) (?:that |which )?(?:came|has come) in|(?:payments? )?received|collected|collections|payments|receive|collect|(?<=how much (?:money )?(?:has|have|did) .{1,40} )(?:paid|pay)(?: us)?(?: so far| already)?')}`,
      'iu',
    ),
    isFigure: false,
  },
  {
    entity: 'invoice',
    measure: 'invoiced',
    time: 'issued',
    noun: new RegExp(`开了?(?:多少|几张|哪些)?(?:发)?票|${en('invoiced|billed?|invoicing|billing')}`, 'iu'),
    isFigure: false,
  },
  {
    entity: 'invoice',
    measure: 'invoiced',
    time: 'issued',
    noun: new RegExp(`发票|${en('invoices?')}`, 'iu'),
    isFigure: false,
    isRecord: true,
  },
  {
    entity: 'order',
    measure: 'ordered',
    time: 'ordered',
    noun: new RegExp(
      `订单|买(?:了|过)?(?=多少)|采购(?:了|过)?(?=多少)|(?<=花了?)多少钱|${en('orders?(?: intake| value)?|(?<=how (?:much|many) .{0,40})(?:bought|purchased|buy|spent?|order(?:ed)?|purchase)(?: (?:from|with) us)?')}`,
      'iu',
    ),
    isFigure: false,
  },
];

/** 逾期超过30天, more than 30 days late. */
const LATE = new RegExp(
  `(?:已经?|都)?(?:逾期|超期|过期|拖欠)了?(?:超过|多于|大于)?了?(?<zh>\\d{1,3}|半(?=个?月)|[一二两三四五六七八九十]{1,3})(?<zhUnit>天|周|个?星期|个?礼拜|个?月)(?<more>以上|多)?(?:还)?(?:没付|未付|没回款|未回款)?的?|${en(
    '(?:that |which )?(?:are |is )?(?:(?:by |for )?(?:over|more than|at least) )?(?<en>\\d{1,3}|a|one|two|three|six) (?<enUnit>days?|weeks?|months?)(?: or more| plus)? (?:late|overdue|past due)|(?:that |which )?(?:are |is )?(?:late|overdue|past due) (?:by|for) (?:over |more than |at least )?(?<en2>\\d{1,3}|a|one|two|three|six) (?<enUnit2>days?|weeks?|months?)',
  )}`,
  'iu',
);
const AT_LEAST = /以上|至少|(?<![a-z])(?:at least|or more|plus)(?![a-z])/iu;
const BILLS = new RegExp(`发票|账单|${en('invoices?|bills?')}`, 'iu');

/** Invoices that are late for so long: which they are, unless it is asked how many or how much. */
function readLate(claims: Claims): Kind | undefined {
  const found = BILLS.test(claims.text) ? claims.match(LATE) : undefined;
  const { en2, enUnit2, ...groups } = found?.groups ?? {};
  const days = found && daysIn({ ...groups, en: groups.en ?? en2, enUnit: groups.enUnit ?? enUnit2 });
  if (days === undefined) {
    return undefined;
  }
  claims.take(BILLS);
  const op = AT_LEAST.test(found?.[0] ?? '') ? 'gte' : 'gt';
  const only: Filter[] = [eq('status', 'overdue'), { field: 'overdue_days', op, values: [String(days)] }];
  return { entity: 'invoice', measure: 'overdue', time: 'due', noun: BILLS, isFigure: true, only };
}

/** What comes in on a day may be leads as well. */
const CAME_IN = /(?<![a-z])what (?:came|has come) in(?![a-z])/iu;

const OUR =
  /(?<![a-z])(?:we|us|our|customers?|clients?|have|has|do|does|did|much|money)(?![a-z])|我们|咱们|客户|钱|款|额/giu;

/** How many customers bought is no number of orders. */
const BUYERS = /how many (?:customers|clients|accounts)(?![a-z])|(?:多少|几)[家个]客户/iu;

/** Which are asked about where it is said how they stand. */
const INVOICES = /还|发票|(?<![a-z])invoices?(?![a-z])/giu;

/** 本月回款多少, receivables by customer, 各销售的逾期金额: what is owed, billed, paid and ordered (R13, R103). */
export function readBillingQuestion(utterance: Utterance): QuestionCandidate | undefined {
  const text = sideBySide(withoutCourtesy(utterance.text)).replace(words.TO_ME, '$<deed> ');
  const claims = new Claims(text);
  const kind = readLate(claims) ?? KINDS.find(({ noun }) => claims.take(noun) !== undefined);
  // Who names a sum says what happened; a log of them is the customer's.
  const isLoose = CAME_IN.test(text) && utterance.slots.day[0]?.asked.grain === 'day';
  if (
    !kind ||
    isLoose ||
    (kind.entity === 'order' && BUYERS.test(text)) ||
    utterance.slots.money.length > 0 ||
    /记录|明细/u.test(text)
  ) {
    return undefined;
  }
  const parts = readParts(utterance, claims, text);
  const { signs, time, chart } = parts;
  const groupBy = groupsOf(parts, text);
  if (!isAsked(kind, parts) && groupBy.length === 0) {
    return undefined;
  }
  const isGrouped = groupBy.length > 0;
  const measures = measuresOf(kind, parts, isGrouped);
  const [measure] = measures;
  const of = kind.only ?? (measure === 'count' && kind.of ? [kind.of] : []);
  const left = claims.left([words.SMALL_TALK, OUR, ...(kind.entity === 'invoice' ? [INVOICES] : [])]);
  const stranger = parts.filters.some(({ field }) => field === 'customer') ? undefined : strangerIn(left, text);
  const question = toQuestion({
    entity: kind.entity,
    measures,
    filters: [...of, ...parts.filters, ...(stranger ? [eq('customer', stranger)] : [])],
    groupBy: isGrouped || chart !== 'line' ? groupBy : [time.isLong ? 'month' : 'day'],
    time: timeOf(kind, time),
    compareTo: time.compareTo,
    ...(isGrouped && measure ? orderOf(measure, groupBy, parts) : {}),
    scope: scopeOf(signs),
    chart,
  });
  return { question, confidence: Math.max(0, SUREST - (stranger ? 0 : 0.25 * left.length)) };
}

const SUREST = 0.96;

/** What is compared with another time ends today. */
function timeOf({ time: field }: Kind, { range, compareTo }: SaidTime): Question['time'] {
  return range ? { field, range: compareTo ? untilToday(range, field) : range } : null;
}

/** What begins a question about money and is nobody's name. */
const NOBODY =
  /^(?:公司|全公司|团队|部门|大家|所有人?|全部|整体|总体|目前|现在|最近|历史|重点|近期|长期|短期|本期|往期|年度|季度|月度|剩余|国外|境外|样品|资料|今年|去年|本年|国内|海外|外部|内部|线上|线下|合同|项目|老|新|逾期|到期|[已未].*)$|[的了吗呢我你他她谁哪什么怎给把请查看算问]/u;

/**
 * Whose it is, where that is nobody we know: asked of him it is said that there is no such customer, whereas without him
 * it would be the sum of all of them (R103).
 */
function strangerIn(left: readonly string[], text: string): string | undefined {
  const said = left.join(' ');
  const isHan = left.length === 1 && /^\p{Script=Han}[\p{Script=Han}A-Za-z\d]{1,14}$/u.test(said);
  const isLatin =
    left.length > 0 && left.length <= 4 && left.every((word) => /^\p{Lu}[\p{Script=Latin}\d]/u.test(word));
  return (isHan && text.startsWith(said) && !NOBODY.test(said)) || (isLatin && text.includes(said)) ? said : undefined;
}

function measuresOf({ measure, only }: Kind, { signs }: ReturnType<typeof readParts>, isGrouped: boolean): string[] {
  if (signs.counted && !signs.summed) {
    return ['count'];
  }
  return only && !isGrouped && !signs.summed && !signs.howMuch ? [] : [measure];
}

/** The one that owes most, unless it is customers. */
function orderOf(
  measure: string,
  groupBy: readonly string[],
  { first, signs }: ReturnType<typeof readParts>,
): Pick<Question, 'sort' | 'limit'> {
  const isFirst = signs.most !== undefined && !groupBy.includes('customer');
  return {
    sort: (first ?? signs.most ?? signs.ranking) ? { by: measure, dir: 'desc' } : null,
    limit: first ?? (isFirst ? 1 : null),
  };
}

function isAsked({ isFigure, isRecord }: Kind, { signs, time, chart }: ReturnType<typeof readParts>): boolean {
  const figure = signs.summed ?? signs.howMuch ?? signs.counted ?? time.compareTo ?? chart;
  return isFigure || Boolean(figure ?? (isRecord ? undefined : time.range));
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
