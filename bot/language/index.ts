export { type Money, readMoney, readPercent } from './amounts.ts';
export { type DayReading, readDay } from './days.ts';
export { readSentence } from './read-sentence.ts';
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
