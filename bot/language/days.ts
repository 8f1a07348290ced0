import { Temporal } from 'temporal-polyfill';
import type { Text } from '../../core/text.ts';
import { type Anchor, dayOf, type Grain, type Period, type Prefer, period } from './days/calendar.ts';
import { chineseRules } from './days/chinese.ts';
import { type ClockTime, clockRules } from './days/clock.ts';
import { englishRules } from './days/english.ts';
import { labelOf } from './days/label.ts';
import { nowhereRules } from './days/nowhere.ts';
import { numericRules } from './days/numeric.ts';
import { HAN, normalise } from './normalise.ts';
import { type Found, scan } from './scan.ts';

export type DayOptions = {
  /** ISO day where the person is. */
  today: string;
  /** Which way a bare weekday, month or day of the month points; neither: the one in this week or year. */
  prefer?: Prefer;
};

/** Half-open ISO civil days, with the stretch of text that says them. */
export type DaySpan = {
  index: number;
  length: number;
  text: string;
  from: string;
  to: string;
  grain: Grain;
  label: Text;
  /** HH:MM */
  time?: string;
  /** Only one end was meant: by Friday, since March. */
  bound?: 'by' | 'since';
  /** Said as a day or an hour, and there is none such. */
  impossible?: true;
};

export type DayReading = { day: string; time?: string };

/** Every day and range of days in a sentence. Positions are those of the normalised text. */
export function findDays(text: string, { today, prefer }: DayOptions): DaySpan[] {
  const anchor: Anchor = { today: Temporal.PlainDate.from(today), prefer };
  const rules = [
    ...numericRules,
    ...nowhereRules,
    ...(HAN.test(text) ? chineseRules : []),
    ...(/[a-z]/i.test(text) ? englishRules : []),
  ];
  const dates = joined(text, withBounds(text, scan(text, rules, anchor)));
  return withTimes(text, dates, scan(masked(text, dates), clockRules, undefined), today);
}

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const ISO_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2})?$/;

/** A whole field value; undefined when anything in it is not about the day. Ranges give their last working day ahead. */
export function readDay(text: string, { today, prefer = 'future' }: DayOptions): DayReading | undefined {
  // What forms and buttons send needs no reading.
  const [isIso, year, month, date] = ISO_DAY.exec(text) ?? [];
  if (isIso) {
    return dayOf(Number(year), Number(month), Number(date)) && { day: isIso };
  }
  const said = normalise(text)
    .replace(/[.。!！]+$/u, '')
    .replace(ISO_TIME, '$1 $2');
  const [span, ...more] = findDays(said, { today, prefer });
  if (!span || more.length > 0 || span.grain === 'weekend' || span.impossible) {
    return undefined;
  }
  const rest = `${said.slice(0, span.index)} ${said.slice(span.index + span.length)}`.trim();
  if (rest !== '' && !/^(?:on|by|at|due|before|around|the|in|于|在|到|约|大概|左右|吧|,|，|\s)+$/iu.test(rest)) {
    return undefined;
  }
  const day = dayOfSpan(span, prefer);
  return day === undefined ? undefined : { day, ...(span.time ? { time: span.time } : {}) };
}

/** A day, or the first of what was said instead, where that is all there is: 2023年5月, last spring. */
export function readRoughDay(text: string, options: DayOptions): string | undefined {
  const said = normalise(text).trim();
  const [span, ...more] = findDays(said, options);
  const isWhole = span && !span.impossible && more.length === 0 && span.length === said.length;
  return readDay(text, options)?.day ?? (isWhole ? span.from : undefined);
}

/** The day a span stands for where one day is wanted: ahead, a period means its end (a week its Friday). */
export function dayOfSpan(span: Pick<DaySpan, 'from' | 'to' | 'grain'>, prefer: Prefer): string | undefined {
  if (span.grain === 'day') {
    return span.from;
  }
  if (prefer === 'past') {
    return undefined;
  }
  const days = span.grain === 'week' ? 3 : 1;
  return Temporal.PlainDate.from(span.to).subtract({ days }).toString();
}

const BY = /^(?:及?更早|之前|以前|前(?![往台后期])|为止|截止)/u;
const SINCE = /^(?:以来|至今|起|开始)/u;
const LED_BY = /(?:(?<![a-z])(?:by|before|until|till|no later than)(?: the)?\s+|截止到?|截至|不晚于|最晚|最迟)$/iu;
/** Tickets opened more than a week ago: then or earlier. Whoever visited somebody over a week ago did so once. */
const LED_OVER =
  /(?<=(?<![a-z])(?:opened|created|added|entered|issued|converted|from) |^)(?:(?:more|longer|earlier) than|over)\s+$/iu;
const LED_SINCE = /(?:(?<![a-z])since(?: the)?\s+|自从?|从)$/iu;

function ledOver(before: string, said: string, after: string): RegExpExecArray | null {
  const over = / ago$/iu.test(said) ? LED_OVER.exec(before) : null;
  // At the very beginning it is so only where nothing is said besides.
  return over && (over.index > 0 || after === '') ? over : null;
}

/** "前", "by", "since" beside a date belong to it. */
function withBounds(text: string, found: Found<Period>[]): Found<Period>[] {
  return found.map(({ index, length, text: said, value }) => {
    const before = text.slice(0, index);
    const after = text.slice(index + length);
    const tail = BY.exec(after) ?? SINCE.exec(after);
    const lead =
      ledOver(before, said, after) ??
      LED_BY.exec(before) ??
      (SINCE.test(after) || /[a-z\s]$/i.test(before) ? LED_SINCE.exec(before) : null);
    const start = lead?.index ?? index;
    const end = index + length + (tail?.[0].length ?? 0);
    const isSince = SINCE.test(after) || LED_SINCE.test(before.slice(start));
    const bound = tail || lead ? (isSince ? 'since' : 'by') : value.bound;
    return {
      index: start,
      length: end - start,
      text: text.slice(start, end),
      value: { ...value, ...(bound ? { bound } : {}) },
    };
  });
}

/** The text with the days blanked out, so that 晚 of 今晚 is not read twice. */
function masked(text: string, found: Found<Period>[]): string {
  return found.reduce(
    (rest, { index, length }) => rest.slice(0, index) + '\0'.repeat(length) + rest.slice(index + length),
    text,
  );
}

/** "A to B" is one range. */
function joined(text: string, found: Found<Period>[]): Found<Period>[] {
  const result: Found<Period>[] = [];
  for (const next of found) {
    const last = result.at(-1);
    const gap = last ? text.slice(last.index + last.length, next.index) : '';
    const isTo = /^\s*(?:到|至|-|~|—|–|to|through|until|till)\s*$/iu.test(gap);
    const isAnd =
      /^\s*(?:and|和)\s*$/iu.test(gap) && last !== undefined && /between\s*$/iu.test(text.slice(0, last.index));
    const whole =
      last && (isTo || isAnd)
        ? (impossibleOf(last, next) ??
          period(Temporal.PlainDate.from(last.value.from), Temporal.PlainDate.from(next.value.to), 'range'))
        : undefined;
    if (last && whole && (whole.impossible || last.value.from < next.value.from)) {
      const length = next.index + next.length - last.index;
      result[result.length - 1] = {
        index: last.index,
        length,
        text: text.slice(last.index, last.index + length),
        value: whole,
      };
    } else {
      result.push(next);
    }
  }
  return result;
}

/** What has an end that does not exist does not exist. */
const impossibleOf = (...ends: Found<Period>[]): Period | undefined =>
  ends.map(({ value }) => value).find((value) => value.impossible);

function withTimes(text: string, dates: Found<Period>[], times: Found<ClockTime>[], today: string): DaySpan[] {
  const free = times.filter((time) =>
    dates.every((date) => time.index + time.length <= date.index || time.index >= date.index + date.length),
  );
  const used = new Set<Found<ClockTime>>();
  const spans = dates.map((date) => {
    const beside = free.filter((time) => !used.has(time) && isBeside(text, date, time));
    const near = beside.find(({ value }) => value.time || value.impossible) ?? beside[0];
    // "First thing on Monday morning": what says no hour goes with the day all the same.
    const taken = beside.filter((time) => time === near || time.value.time === undefined);
    for (const time of taken) {
      used.add(time);
    }
    const parts = near ? [date, ...taken, ...tailOf(text, near)] : [date];
    const isNever = near?.value.impossible || (near?.value.time === '23:59' && /早|morning/iu.test(date.text));
    const day: Period = isNever ? { ...date.value, impossible: true } : date.value;
    return spanOf(text, parts, day, near?.value.time && timeOn(date.text, near.value.time));
  });
  const alone = free.filter((time) => !used.has(time) && time.value.alone);
  const now: Period = { from: today, to: Temporal.PlainDate.from(today).add({ days: 1 }).toString(), grain: 'day' };
  const never: Period = { ...now, impossible: true };
  const hours = alone.map((time) => spanOf(text, [time], time.value.impossible ? never : now, time.value.time));
  return [...spans, ...hours].sort((a, b) => a.index - b.index);
}

/** "前" behind a time belongs to it as well: 周四下午2点前. */
function tailOf(text: string, { index, length }: Found<ClockTime>): { index: number; length: number }[] {
  const tail = BY.exec(text.slice(index + length));
  return tail ? [{ index: index + length, length: tail[0].length }] : [];
}

function isBeside(text: string, date: Found<Period>, time: Found<ClockTime>): boolean {
  const [first, second] = date.index < time.index ? [date, time] : [time, date];
  const gap = text.slice(first.index + first.length, second.index);
  return date.value.grain === 'day' && /^[\s,的]*(?:at|on|in the)?\s*$/iu.test(gap);
}

/** 今晚8点 and "tonight at 8" are after noon, 明早6点 is not. */
function timeOn(day: string, time: string): string {
  const hour = Number(time.slice(0, 2));
  const shift = /晚|night/iu.test(day) && hour < 12 ? 12 : /早/u.test(day) && hour > 12 ? -12 : 0;
  return `${String(hour + shift).padStart(2, '0')}${time.slice(2)}`;
}

function spanOf(
  text: string,
  parts: { index: number; length: number }[],
  value: Period,
  time: string | undefined,
): DaySpan {
  const index = Math.min(...parts.map((part) => part.index));
  const end = Math.max(...parts.map((part) => part.index + part.length));
  const said = text.slice(index, end);
  return { index, length: end - index, text: said, ...value, label: labelOf(value), ...(time ? { time } : {}) };
}
