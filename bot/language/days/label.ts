import { Temporal } from 'temporal-polyfill';
import type { Text } from '../../../core/text.ts';
import type { Period } from './calendar.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** What was understood, in days rather than in the person's words, so that a misreading shows. */
export function labelOf({ from, to, grain }: Pick<Period, 'from' | 'to' | 'grain'>): Text {
  const start = Temporal.PlainDate.from(from);
  const last = Temporal.PlainDate.from(to).subtract({ days: 1 }).toString();
  const span: Text = { en: `${from} – ${last}`, zh: `${from} 至 ${last}` };
  switch (grain) {
    case 'day':
      return { en: from, zh: from };
    case 'month':
      return { en: `${MONTHS[start.month - 1]} ${start.year}`, zh: `${start.year}年${start.month}月` };
    case 'quarter':
      return { en: `Q${(start.month + 2) / 3} ${start.year}`, zh: `${start.year}年第${(start.month + 2) / 3}季度` };
    case 'half':
      return {
        en: `H${start.month === 1 ? 1 : 2} ${start.year}`,
        zh: `${start.year}年${start.month === 1 ? '上' : '下'}半年`,
      };
    case 'year':
      return { en: String(start.year), zh: `${start.year}年` };
    case 'week':
    case 'weekend':
    case 'range':
      return span;
  }
}
