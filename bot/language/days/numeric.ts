import { type Rule, rule } from '../scan.ts';
import { type Anchor, dayOf, monthOf, nearestYear, oneDay, type Period } from './calendar.ts';

/** Dates written in figures alone; a slash pair is month/day unless only day/month can be meant. */
export const numericRules: readonly Rule<Period, Anchor>[] = [
  rule('(?<![\\w.-])(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})(?:日|号)?(?![\\d.])', ([, year, month, day]) =>
    oneDay(dayOf(Number(year), Number(month), Number(day))),
  ),
  rule('(?<![\\w.-])(20\\d{2})(\\d{2})(\\d{2})(?![\\w.-])', ([, year, month, day]) =>
    oneDay(dayOf(Number(year), Number(month), Number(day))),
  ),
  rule('(?<![\\w./-])(\\d{1,2})/(\\d{1,2})/(\\d{4})(?![\\w/])', ([, first, second, year]) => {
    const [a, b] = [Number(first), Number(second)];
    return oneDay(a > 12 ? dayOf(Number(year), b, a) : dayOf(Number(year), a, b));
  }),
  rule('(?<![\\w./-])(\\d{1,2})/(\\d{1,2})(?![\\w/%]|\\.\\d)', ([, first, second], anchor) => {
    const [a, b] = [Number(first), Number(second)];
    const [month, day] = a > 12 ? [b, a] : [a, b];
    return oneDay(dayOf(nearestYear(anchor, month, day), month, day));
  }),
  rule('(?<![\\w.-])(20\\d{2})[-/](\\d{1,2})(?![\\w/-])', ([, year, month]) => monthOf(Number(year), Number(month))),
];
