export { type DayOptions, type DayReading, type DaySpan, findDays, readDay } from './days.ts';
