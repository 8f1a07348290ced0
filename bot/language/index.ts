export { type AmountSpan, findAmounts, type Money, readMoney, readPercent } from './amounts.ts';
export { type DayOptions, type DayReading, type DaySpan, findDays, readDay } from './days.ts';
export { readSentence, SURE } from './read-sentence.ts';
export {
  type ClarifyOption,
  type CommandName,
  type NameHit,
  type NamePort,
  type Question,
  questionSchema,
  type Reading,
  type SentenceContext,
  type SpokenInvocation,
} from './reading.ts';
