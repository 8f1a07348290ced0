import { Temporal } from 'temporal-polyfill';
import { isPhone, phoneText } from '../../core/customers/phone.ts';
import { dateText, dayText, nearDay } from '../../core/day-words.ts';
import type { Day } from '../../core/days.ts';
import { remembered } from '../../core/remembered.ts';
import type { Locale, Text } from '../../core/text.ts';
import type { Span } from '../cards/card.ts';

/** For whom something is drawn: his language, his zone, his day. */
export type Viewer = {
  locale: Locale;
  timeZone: string;
  today: Day;
  /** What people call the chats. */
  chatNames?: Readonly<Record<string, Text>> | undefined;
};

const TAG: Readonly<Record<Locale, string>> = { zh: 'zh-CN', en: 'en-US' };

/** An aside in the brackets of its language, to be put right behind a word. */
export function bracketed(text: string, locale: Locale): string {
  return { en: ` (${text})`, zh: `（${text}）` }[locale];
}

/** What a list is called, and how many it holds. */
export function counted(name: string, number: number, locale: Locale): string {
  return `${name}${bracketed(String(number), locale)}`;
}

const currencies = new Map<string, Intl.NumberFormat>();

/** Whole minor units as money: ¥350,000 or $1,234.50; no decimals when there are none. */
export function money(minor: bigint, currency: string, { locale }: Pick<Viewer, 'locale'>): string {
  const format = currencyFormat(currency, locale);
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
  const digits = minor.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals);
  const hasFraction = /[1-9]/.test(fraction);
  // Kept as a decimal string all the way: Intl takes it exactly, however large.
  const value = (hasFraction ? `${whole}.${fraction}` : whole) as `${number}`;
  const parts = format.formatToParts(value);
  return parts
    .map((part) => (hasFraction || (part.type !== 'decimal' && part.type !== 'fraction') ? part.value : ''))
    .join('');
}

/** ¥, $, A$: as `money` writes it. */
export function currencySign(currency: string, { locale }: Pick<Viewer, 'locale'>): string {
  const sign = currencyFormat(currency, locale)
    .formatToParts(0)
    .find(({ type }) => type === 'currency');
  return sign?.value ?? currency;
}

function currencyFormat(currency: string, locale: Locale): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known =
    currencies.get(key) ??
    new Intl.NumberFormat(TAG[locale], { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  currencies.set(key, known);
  return known;
}

/** 今天（5月20日 周三）, 5月22日 周五 · today (Wed 20 May), Fri 22 May; the year where it is another. */
export function day(value: Day, { locale, today }: Pick<Viewer, 'locale' | 'today'>): string {
  return dayIn[locale](value, today);
}

const dayIn: Readonly<Record<Locale, (value: Day, today: Day) => string>> = {
  zh: remembered((value: Day, today: Day) => toWords(value, { locale: 'zh', today })),
  en: remembered((value: Day, today: Day) => toWords(value, { locale: 'en', today })),
};

function toWords(value: Day, { locale, today }: Pick<Viewer, 'locale' | 'today'>): string {
  const near = nearDay(value, today);
  const exact = dayText(value, today)[locale];
  return near ? `${near[locale]}${bracketed(exact, locale)}` : exact;
}

/** The same where there is hardly room: 今天, 5月20日 · today, 20 May. */
export function shortDay(value: Day, { locale, today }: Pick<Viewer, 'locale' | 'today'>): string {
  return (nearDay(value, today) ?? dateText(value, today))[locale];
}

const STORED_DAY = /^(\d{4}-\d\d-\d\d)( \d\d:\d\d)?$/u;

/** A day as it is stored, with its hour where it has one, in words; anything else as it is. */
export function inWords(value: string, viewer: Pick<Viewer, 'locale' | 'today'>): string {
  const [, date, hour = ''] = STORED_DAY.exec(value) ?? [];
  return date ? day(date, viewer) + hour : value;
}

/** An instant on the viewer's wall clock. */
export function moment(instant: Date, { locale, timeZone, today }: Viewer): string {
  const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const on = local.toPlainDate().toString();
  return on === today ? time : `${day(on, { locale, today })} ${time}`;
}

/** A deal by its own name, then its customer's: what is cut off on a narrow screen is what several deals have in common. */
export function dealName({ name, customerName }: { name: string; customerName: string }): string {
  return name === customerName ? name : `${name} · ${customerName}`;
}

/** A number as its country groups it, to be called by a tap; what is none, or is kept from the reader, stays as it is. */
export function phone(number: string): Span {
  return isPhone(number) ? { link: `tel:${number}`, label: phoneText(number) } : number;
}

/** Basis points as percent: 1600 is 16%. */
export function percent(bps: number): string {
  return `${bps / 100}%`;
}

/** 1 day, 3 days · 3 天 */
export function dayCount(number: number): Text {
  return { en: count(number, { one: 'day', many: 'days' }), zh: `${number} 天` };
}

/** "3 open leads", "1 open lead"; Chinese has no plural. */
export function count(number: number, { one, many }: { one: string; many: string }): string {
  return `${number} ${number === 1 ? one : many}`;
}
