import { type Day, daysBetween, weekday } from './days.ts';
import { remembered } from './remembered.ts';
import type { Locale, Text } from './text.ts';

const WEEKDAYS: Readonly<Record<Locale, readonly string[]>> = {
  zh: [...'一二三四五六日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const NEAR: Readonly<Record<number, Text>> = {
  [-1]: { en: 'yesterday', zh: '昨天' },
  0: { en: 'today', zh: '今天' },
  1: { en: 'tomorrow', zh: '明天' },
};

/** Today, tomorrow or yesterday; undefined for any other day. */
export function nearDay(day: Day, today: Day): Text | undefined {
  return NEAR[daysBetween(today, day)];
}

/** 5月20日 · 20 May; the year where it is another. */
export function dateText(day: Day, today: Day): Text {
  return { en: dateIn.en(day, today), zh: dateIn.zh(day, today) };
}

/** 5月20日 周三 · Wed 20 May; the year where it is another. */
export function dayText(day: Day, today: Day): Text {
  const at = weekday(day) - 1;
  const { en, zh } = dateText(day, today);
  return { en: `${WEEKDAYS.en[at]} ${en}`, zh: `${zh} 周${WEEKDAYS.zh[at]}` };
}

const dateIn: Readonly<Record<Locale, (day: Day, today: Day) => string>> = {
  en: remembered((day: Day, today: Day) => {
    const { year, month, on } = partsOf(day);
    return [on, MONTHS[month - 1], ...(isOfYear(year, today) ? [] : [year])].join(' ');
  }),
  zh: remembered((day: Day, today: Day) => {
    const { year, month, on } = partsOf(day);
    return `${isOfYear(year, today) ? '' : `${year}年`}${month}月${on}日`;
  }),
};

function partsOf(day: Day): { year: number; month: number; on: number } {
  const [year = 0, month = 0, on = 0] = day.split('-').map(Number);
  return { year, month, on };
}

const isOfYear = (year: number, today: Day) => Number(today.slice(0, 4)) === year;
