import { Temporal } from 'temporal-polyfill';
import { addDays, daysBetween } from '../../../core/days.ts';
import type { EntityKey } from '../../../core/questions/catalogue/index.ts';
import { periodOf } from '../../../core/questions/period.ts';
import type { Question, Range } from '../../../core/questions/question.ts';
import { chineseInteger } from '../days/chinese-numbers.ts';
import type { DaySpan } from '../days.ts';
import type { Utterance } from '../utterance.ts';
import type { Claims } from './claims.ts';
import { pattern } from './frame.ts';
import { COMPARE } from './question-words.ts';

/**
 * The days a question is about. "This month" stays this month when the question is asked again in another; a day that was
 * named stays that day.
 */
export function rangeOf(span: DaySpan, today: string): Range {
  const absolute = absoluteRange(span, today);
  const relative =
    isNamed(span.text) || span.bound ? undefined : (relativeRange(span, today) ?? rollingRange(span, today));
  return relative && isSame(relative, absolute, today) ? relative : absolute;
}

/** 4月之前, before last week: of that month or week nothing is meant; 周五之前 is Friday as well, as a deadline is. */
const isBefore = ({ text, grain }: DaySpan) => grain !== 'day' && /^before(?![a-z])|(?:之前|以前|前)$/iu.test(text);

function absoluteRange(span: DaySpan, today: string): Extract<Range, { kind: 'absolute' }> {
  const { from, to, bound, grain } = span;
  const tomorrow = addDays(today, 1);
  if (bound === 'by' && isBefore(span)) {
    return { kind: 'absolute', from: null, to: from };
  }
  return {
    kind: 'absolute',
    from: bound === 'by' && grain === 'day' ? null : from,
    to: bound === 'since' && tomorrow > from ? tomorrow : to,
  };
}

/** A month, a weekday or a date by its name or number. */
const isNamed = (text: string) =>
  /\d{4}|\d\s*[月/.号-]|月份|[一二三四五六七八九十]月|[一二三四]季度|(?<![a-z])(?:q[1-4]|h[12]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon(?!th)|tue|wed|thu|fri|sat|sun)/iu.test(
    text,
  );

const isSame = (range: Range, { from, to }: { from: string | null; to: string | null }, today: string) => {
  const period = periodOf(range, today);
  return period.from === from && period.to === to;
};

function relativeRange({ from, grain }: DaySpan, today: string): Range | undefined {
  const [first, here] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(today)];
  const months = (first.year - here.year) * 12 + first.month - here.month;
  const of = (unit: Extract<Range, { kind: 'relative' }>['unit'], offset: number): Range => ({
    kind: 'relative',
    unit,
    offset,
    count: 1,
    toDate: false,
  });
  switch (grain) {
    case 'day':
      return of('day', daysBetween(today, from));
    case 'week':
      return of('week', Math.round((daysBetween(today, from) + here.dayOfWeek - 1) / 7));
    case 'month':
      return of('month', months);
    case 'quarter':
      return of('quarter', Math.round((months + ((here.month - 1) % 3)) / 3));
    case 'half':
      return of('half', Math.round((months + ((here.month - 1) % 6)) / 6));
    case 'year':
      return of('year', first.year - here.year);
    case 'weekend':
    case 'range':
      return undefined;
  }
}

const WINDOW =
  /(?<number>\d{1,3}|半|[一两二三四五六七八九十]{1,3})\s*个?(?<unit>天|日|周|星期|礼拜|月|年)|(?<count>\d{1,3}|a|one|two|three|four|six)?\s*(?<word>day|week|month|year)s?/iu;
const UNITS: readonly (readonly [RegExp, 'day' | 'week' | 'month' | 'year'])[] = [
  [/^(?:天|日|day)/iu, 'day'],
  [/^(?:周|星期|礼拜|week)/iu, 'week'],
  [/^(?:月|month)/iu, 'month'],
  [/^(?:年|year)/iu, 'year'],
];

function rollingRange({ text, from }: DaySpan, today: string): Range | undefined {
  const { number, unit, count: digits, word } = WINDOW.exec(text)?.groups ?? {};
  const count = toCount(number ?? digits);
  const found = UNITS.find(([pattern]) => pattern.test(unit ?? word ?? ''))?.[1];
  return count && found ? { kind: 'rolling', unit: found, count: from < today ? -count : count } : undefined;
}

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twenty: 20,
};

/** A small number as it is said; undefined for what is none. */
export function toCount(said: string | undefined): number | undefined {
  if (said === undefined) {
    return undefined;
  }
  const count = NUMBERS[said.toLowerCase()] ?? (/^\d+$/.test(said) ? Number(said) : chineseInteger(said));
  return Number.isInteger(count) && count > 0 ? count : undefined;
}

const FIELDS: Readonly<Record<EntityKey, string>> = {
  opportunity: 'close',
  lead: 'created',
  customer: 'created',
  contact: 'created',
  task: 'due',
  activity: 'occurred',
  ticket: 'opened',
  quote: 'quoted',
  order: 'ordered',
  invoice: 'issued',
  payment: 'received',
  stay: 'left',
  colleague: 'entries',
};

/** The day a time is about: what was won or lost counts by the day it was, not by the day it was expected. */
function timeFieldOf(entity: EntityKey, status: readonly string[] | undefined, isCreated: boolean): string {
  if (entity === 'opportunity') {
    const isClosed = status !== undefined && !status.includes('open');
    return isCreated ? 'created' : isClosed ? 'closed' : 'close';
  }
  if (entity === 'lead' && status?.includes('converted') && !isCreated) {
    return 'converted';
  }
  if (entity === 'task' && status?.includes('done')) {
    return 'done';
  }
  return entity === 'ticket' && status?.includes('closed') ? 'closed' : FIELDS[entity];
}

export type SaidTime = {
  isSaid: boolean;
  /** A quarter or more: a trend of it goes by months. */
  isLong: boolean;
  compareTo: Question['compareTo'];
  /** Two times are compared by their names. */
  isPair: boolean;
  /** Two people or teams are compared, not two times. */
  between: 'owner' | 'team' | undefined;
  range: Range | undefined;
  of(entity: EntityKey, status: readonly string[] | undefined, isCreated: boolean): Question['time'];
};

/** This quarter against last. */
const AGAINST_LAST = /(?<![a-z])(?:last|previous|prior)/iu;
const DAYS = pattern('(?:在|于)?{day}(?:以来|期间|内|里|起)?');

/** The time of a question, and the one it is to be compared with. */
export function readTime({ slots, today }: Utterance, claims: Claims): SaidTime {
  const cue = claims.take(COMPARE);
  const spans = slots.day.map(({ asked }) => asked);
  claims.take(DAYS);
  const [first, second] = spans;
  const isPair = cue !== undefined && first !== undefined && second !== undefined;
  const [now, then] = isPair && second.from > first.from ? [second, first] : [first, second];
  const between =
    cue === undefined || second
      ? undefined
      : slots.person.length > 1
        ? 'owner'
        : slots.team.length > 1
          ? 'team'
          : undefined;
  const compareTo = cue === undefined || between ? null : comparedTo(cue, now, isPair ? then : undefined);
  // Without a time of its own, a comparison is of this month.
  const asked: Range | undefined = now
    ? rangeOf(now, today)
    : compareTo
      ? { kind: 'relative', unit: 'month', offset: 0, count: 1, toDate: false }
      : undefined;
  return {
    isSaid: now !== undefined,
    isLong: now === undefined || daysBetween(now.from, now.to) > 62,
    compareTo,
    isPair: isPair || (now !== undefined && cue !== undefined && AGAINST_LAST.test(cue)),
    between,
    range: asked,
    of(entity, status, isCreated) {
      const field = timeFieldOf(entity, status, isCreated);
      return asked ? { field, range: compareTo ? untilToday(asked, field) : asked } : null;
    },
  };
}

/** Of what is still to come a whole month is compared; of what took place the part that is over, with the same part. */
const AHEAD: readonly string[] = ['close', 'due'];

/** This month against the last one is so far against so far. */
export function untilToday(range: Range, field: string): Range {
  const isNow = range.kind === 'relative' && range.offset === 0 && range.count === 1 && range.unit !== 'day';
  return isNow && !AHEAD.includes(field) ? { ...range, toDate: true } : range;
}

function comparedTo(cue: string, now: DaySpan | undefined, then: DaySpan | undefined): Question['compareTo'] {
  if (/同比|year over year|yoy/iu.test(cue) || now?.grain === 'year') {
    return 'previous_year';
  }
  const isYearApart = now && then && daysBetween(then.from, now.from) > 360;
  return isYearApart ? 'previous_year' : 'previous_period';
}
