import { type Rule, rule } from '../scan.ts';
import { type Anchor, monthOf, nearestYear, type Period, saidDay } from './calendar.ts';

/** 13/45 and 24/36 are no days unless they are led in as one. */
const LED_IN = /(?:(?<![a-z])(?:on|by|before|until|till|due|since) |提醒我|(?<!\p{Script=Han})[在于])$/iu;

/** Of order numbers and shares that look like a date only those are one that could be, but for the calendar. */
const isNear = (month: number, day: number): boolean => month < 60 && day < 60 && (month <= 12 || day <= 31);

function inFigures(year: number, month: number, day: number): Period | undefined {
  const said = saidDay(year, month, day);
  return said?.impossible && (year < 1900 || year > 2200 || !isNear(month, day)) ? undefined : said;
}

/** Dates written in figures alone; a slash pair is month/day unless only day/month can be meant, and with dots the day is first. */
export const numericRules: readonly Rule<Period, Anchor>[] = [
  rule('(?<![\\w.-])(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})(?:日|号)?(?![\\d.])', ([, year, month, day]) =>
    inFigures(Number(year), Number(month), Number(day)),
  ),
  rule('(?<![\\w.-])(20\\d{2})(\\d{2})(\\d{2})(?![\\w.-])', ([, year, month, day]) => {
    const said = saidDay(Number(year), Number(month), Number(day));
    return said?.impossible && !(Number(month) <= 12 && Number(day) <= 31) ? undefined : said;
  }),
  rule('(?<![\\w./-])(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})(?![\\w/])', ([, first, mark, second, year]) => {
    const [a, b] = [Number(first), Number(second)];
    const [month, day] = a > 12 || mark === '.' ? [b, a] : [a, b];
    return inFigures(Number(year), month, day);
  }),
  rule('(?<![\\w./-])(\\d{1,2})/(\\d{1,2})(?![\\w/%]|\\.\\d)', ({ 1: first, 2: second, input, index }, anchor) => {
    const [a, b] = [Number(first), Number(second)];
    const [month, day] = a > 12 ? [b, a] : [a, b];
    const said = saidDay(nearestYear(anchor, month, day), month, day);
    const isDay = month >= 1 && month <= 12 && day >= 1 && day <= 31;
    return said?.impossible && !isDay && !LED_IN.test(input.slice(0, index)) ? undefined : said;
  }),
  rule('(?<![\\w.-])(20\\d{2})[-/](\\d{1,2})(?![\\w/-])', ([, year, month]) => monthOf(Number(year), Number(month))),
];
