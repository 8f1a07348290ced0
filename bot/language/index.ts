export { type AmountSpan, findAmounts, type Money, readMoney, readPercent } from './amounts.ts';
export { type DayOptions, type DayReading, type DaySpan, findDays, readDay } from './days.ts';
