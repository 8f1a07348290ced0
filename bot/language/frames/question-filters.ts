import { daysBetween } from '../../../core/days.ts';
import type { Filter } from '../../../core/questions/question.ts';
import type { Decimal } from '../amounts/decimal.ts';
import { everySlot, firstSlot, type Utterance } from '../utterance.ts';
import type { Claims } from './claims.ts';
import { pattern } from './frame.ts';
import { BOUNDS } from './question-bounds.ts';
import { readProducts, readTrouble } from './question-customers.ts';
import { readPurchases } from './question-often.ts';
import { toCount } from './question-time.ts';
import * as words from './question-words.ts';
import { ANY_STAGE } from './stages.ts';

export const eq = (field: string, ...values: string[]): Filter => ({
  field,
  op: values.length > 1 ? 'in' : 'eq',
  values,
});

const atLeast = (field: string, days: number): Filter => ({ field, op: 'gte', values: [String(days)] });

/** What the digest calls idle, where no number was said. */
const IDLE_DAYS = 7;

/** How many days were said, as "3个月", "two weeks", "半个月". */
export function daysIn(groups: Readonly<Record<string, string | undefined>> | undefined): number | undefined {
  const { zh, zhUnit = '', en, enUnit = '' } = groups ?? {};
  const number = zh ?? en;
  if (number?.startsWith('半')) {
    return /年/u.test(zhUnit) ? 180 : 15;
  }
  const count = toCount(number);
  const unit = zhUnit || enUnit;
  return (
    count &&
    count * (/周|星期|礼拜|week/iu.test(unit) ? 7 : /月|month/iu.test(unit) ? 30 : /年|year/iu.test(unit) ? 365 : 1)
  );
}

/** "In 3 months": after what has not happened it is how long, and no day. */
const SPAN_SAID = /(?<en>\d{1,3}|an?|one|two|three|four|five|six|ten) (?<enUnit>days?|weeks?|months?|years?)/iu;

export type Idle = {
  filter: Filter;
  /** It was said by a day, "not spoken to since March", 上周没跟进: the time is that in which nothing happened. */
  takesDay: boolean;
  /** Its day is how long, and no time. */
  isSpan: boolean;
  /** Not once, and not for a while. */
  isNever: boolean;
};

/** Nothing has happened for a while. */
export function readIdle(claims: Claims, { slots, today }: Utterance, isClosing: boolean): Idle | undefined {
  const found = claims.match(words.IDLE);
  if (!found) {
    return undefined;
  }
  const said = daysIn(found.groups);
  const day = said === undefined && !isClosing ? slots.day[0]?.asked.from : undefined;
  const takesDay = day !== undefined && day <= today;
  // "In 30 days" is no day to come, but how long.
  const span = day !== undefined && !takesDay ? daysBetween(today, day) : undefined;
  const { while: lately, ever, never, everEn, neverEn } = found.groups ?? {};
  const isNever = (ever ?? never ?? everEn ?? neverEn) !== undefined && lately === undefined;
  return {
    filter: atLeast('idle_days', said ?? span ?? IDLE_DAYS),
    takesDay,
    isSpan: span !== undefined,
    isNever: isNever && said === undefined && day === undefined,
  };
}

/** 在需求确认超过一个月的商机, deals in negotiation for more than two weeks (R31). */
export function readStageSpan(claims: Claims, text: string): Filter[] {
  const days = NAMES_STAGE.test(text) ? daysIn(claims.match(words.STAGE_SPAN)?.groups) : undefined;
  return days ? [{ field: 'stage_days', op: 'gt', values: [String(days)] }] : [];
}

const NAMES_STAGE = new RegExp(ANY_STAGE, 'iu');

const NEVER_SAID = /(?<![a-z])never (?:bought|purchased|ordered)(?![a-z])/iu;

/** What is said of a customer by what else is on file: deals, purchases, contacts, tickets. */
export function readRelations(utterance: Utterance, claims: Claims, isCustomer: boolean): Filter[] {
  const filters = [...readProducts(utterance, claims, isCustomer), ...readBought(utterance, claims, isCustomer)];
  return isCustomer ? [...filters, ...readTrouble(claims), ...readStanding(claims)] : filters;
}

/** 今年没买过: for how many days, where the time that is said goes on until now. */
function sinceIn({ slots, today }: Utterance): number | undefined {
  const day = slots.day[0]?.asked;
  const goesOn = day !== undefined && day.grain !== 'day' && day.from <= today && day.to > today;
  return goesOn && slots.day.length === 1 && isPeriod(day.grain) ? daysBetween(day.from, today) + 1 : undefined;
}

const isPeriod = (grain: string) => grain !== 'range' && grain !== 'weekend';

/** Whoever never bought anything bought nothing this year either. */
const withoutPurchase = (days: number) => atLeast('days_without_purchase', days);

function notBought(utterance: Utterance, said: RegExpExecArray): Filter {
  const long = daysIn(said.groups) ?? daysIn(SPAN_SAID.exec(utterance.slots.day[0]?.future.text ?? '')?.groups);
  const since = long === undefined ? sinceIn(utterance) : undefined;
  if (since !== undefined) {
    return withoutPurchase(since);
  }
  const isNever = long === undefined && /(?<![a-z])never(?![a-z])/iu.test(said[0]);
  return isNever ? eq('bought', 'false') : atLeast('days_since_purchase', long ?? 90);
}

/** Whether he ever bought, how long ago and how often. */
function readBought(utterance: Utterance, claims: Claims, isCustomer: boolean): Filter[] {
  const filters: Filter[] = [];
  // Never, of a time of its own, is known of nobody.
  const isNeverThen = utterance.slots.day.length > 0 && NEVER_SAID.test(utterance.text);
  const purchase = isNeverThen ? undefined : claims.match(words.NOT_BOUGHT);
  if (purchase) {
    filters.push(notBought(utterance, purchase));
  }
  const isTimeless = utterance.slots.day.length === 0;
  // When, is not known of whoever bought at all: 今年买过的 is left unanswered.
  const since = isCustomer && !isTimeless ? sinceIn(utterance) : undefined;
  if (since !== undefined && claims.take(words.NEVER_BOUGHT)) {
    filters.push(withoutPurchase(since));
  } else if (isCustomer && isTimeless && claims.take(words.NEVER_BOUGHT)) {
    filters.push(eq('bought', 'false'));
  } else if (isCustomer && isTimeless && claims.take(words.EVER_BOUGHT)) {
    filters.push(eq('bought', 'true'));
  }
  if (isCustomer) {
    filters.push(...readPurchases(claims));
  }
  if (claims.take(words.EXISTING)) {
    filters.push(eq('bought', 'true'));
  }
  return filters;
}

/** How he stands with us: deals that are open, his credit, whom we know there. */
function readStanding(claims: Claims): Filter[] {
  const filters: Filter[] = [];
  if (claims.take(words.WITHOUT_DEALS)) {
    filters.push(eq('has_open_opportunity', 'false'));
  } else if (claims.take(words.WITH_DEALS)) {
    filters.push(eq('has_open_opportunity', 'true'));
  }
  if (claims.take(words.OVER_LIMIT)) {
    filters.push(eq('over_limit', 'true'));
  }
  if (claims.take(words.WITHOUT_CONTACTS)) {
    filters.push(eq('contacts', '0'));
  }
  return filters;
}

/** "over 500k", "between 200k and 500k". */
export function readAmount(utterance: Utterance, claims: Claims): Filter | undefined {
  const between = claims.take(words.AMOUNT_BETWEEN);
  const span = between ? firstSlot(utterance, 'between', between) : undefined;
  if (span?.kind === 'between') {
    const other = currencyOf(span.currency, utterance);
    return { field: 'amount', op: 'between', values: [`${plain(span.low)}${other}`, `${plain(span.high)}${other}`] };
  }
  for (const { op, forms } of BOUNDED) {
    const said = forms.map((form) => claims.take(form)).find((found) => found !== undefined);
    const slot = said ? firstSlot(utterance, 'money', said) : undefined;
    if (slot?.kind === 'number') {
      return { field: 'amount', op, values: [`${plain(slot.value)}${currencyOf(slot.currency, utterance)}`] };
    }
  }
  return undefined;
}

const AFTER_ANY = BOUNDS.flatMap(([, , after]) => after || []).join('|');
/** Before a bound and behind it: 金额在…以上, worth over, deals of 200k or more. */
const SUM_ZH = '(?:(?:商机|合同|订单)?(?:总)?(?:金额|额度|价值))?(?:在|是|为)?';
const SUM_EN =
  '(?<![a-z])(?:(?:with |of |for )?(?:an? |the )?(?:amounts?|value|size|total|sum) (?:of |is |are |that is )?|worth |valued(?: at)? |of )?';
const BOUNDED = BOUNDS.map(([op, before, after]) => ({
  op,
  forms: [
    pattern(`${SUM_ZH}(?:${before})(?:了|的)? ?{money}(?: ?(?:${AFTER_ANY}))?的?|${SUM_EN}(?:${before}) ?{money}`),
    ...(after
      ? [pattern(`${SUM_ZH}{money} ?(?:${after})的?`), pattern(`${SUM_EN}{money} ?(?:${after})(?![a-z])`)]
      : []),
  ],
}));

const currencyOf = (currency: string | undefined, { currency: own }: Utterance) =>
  currency && currency !== own ? ` ${currency}` : '';

/** A number of a few words as a question has it; with its currency where it is a sum of another. */
export function numberText(utterance: Utterance, said: string, isMoney: boolean): string | undefined {
  const slot = firstSlot(utterance, 'money', said);
  return slot?.kind === 'number'
    ? `${plain(slot.value)}${isMoney ? currencyOf(slot.currency, utterance) : ''}`
    : /^\d+(?:\.\d+)?$/u.test(said)
      ? said
      : undefined;
}

function plain({ digits, scale }: Decimal): string {
  const text = String(digits).padStart(scale + 1, '0');
  return scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

const NAMED = pattern(
  "(?:{person}|{customer})(?:'s)?(?:和|跟|与|还是|或者?|、|,| and | or )?|{team}(?:团队|小组|组| team| region)?(?:'s)?(?:还是|或者?| or )?",
);

/** "How many customers did Lucy visit": whose visits they were. */
export function readSeer(utterance: Utterance, who: string | undefined): Filter[] {
  const person = who && firstSlot(utterance, 'person', who)?.name;
  const team = who && firstSlot(utterance, 'team', who)?.name;
  return [...(person ? [eq('owner', person)] : []), ...(team ? [eq('team', team)] : [])];
}

/** Whose, which team’s, with whom. */
export function readNamed(utterance: Utterance, claims: Claims): Filter[] {
  const { text } = claims;
  const names = (kind: 'person' | 'team' | 'customer') => [
    ...new Set(everySlot(utterance, kind, text).map(({ name }) => name)),
  ];
  claims.take(NAMED);
  const [owners, teams, customers] = [names('person'), names('team'), names('customer')];
  return [
    ...(owners.length > 0 ? [eq('owner', ...owners)] : []),
    ...(teams.length > 0 ? [eq('team', ...teams)] : []),
    ...(customers.length > 0 ? [eq('customer', ...customers)] : []),
  ];
}
