export { findAmounts, readMoney, readPercent } from './amounts.ts';
export { findDays, readDay, readRoughDay } from './days.ts';
export { isPersonName } from './frames/person-like.ts';
export { reportAsked } from './last-report.ts';
export { isAppointment, isCalled } from './last-task.ts';
export { mentionsIn, namesIn } from './names-in.ts';
export { otherCompany } from './other-names.ts';
export { headsOf, ownHits } from './own-names.ts';
export { personsIn } from './person-in.ts';
export { readSentence } from './read-sentence.ts';
export {
  type Named,
  type NameHit,
  type NamePort,
  questionSchema,
  type Reading,
  type SentenceContext,
} from './reading.ts';
export { type Topic, topicsOf } from './topics.ts';
export { type SaidRecord, type SaidValues, valuesIn } from './values-in.ts';
export { warmUp } from './warm-up.ts';
