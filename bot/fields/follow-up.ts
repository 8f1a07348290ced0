import {
  FOLLOW_UP_KINDS,
  FOLLOW_UP_NAMES,
  FOLLOW_UP_OUTCOME_NAMES,
  FOLLOW_UP_OUTCOMES,
  MOOD_NAMES,
  MOODS,
} from '../../core/follow-ups/follow-up.ts';
import type { Text } from '../../core/text.ts';
import { choiceField, dayField, noteField, pastDayField, textField, timeField } from './common.ts';
import { optional } from './field.ts';

const MOOD: Text = { en: 'Mood', zh: '情绪' };
const OUTCOME: Text = { en: 'Outcome', zh: '结果' };

export const HAPPENED: Text = { en: 'What happened', zh: '情况' };
export const happenedField = (options: { positional?: boolean } = {}) => noteField(HAPPENED, options);
export const contactKindField = (options: { hidden?: true } = {}) =>
  choiceField(FOLLOW_UP_KINDS, FOLLOW_UP_NAMES, { en: 'Kind', zh: '方式' }, options);
export const happenedOnField = () => pastDayField({ en: 'On', zh: '日期' });
export const happenedAtField = () => timeField({ en: 'Time', zh: '时间' });
export const moodField = () => choiceField(MOODS, MOOD_NAMES, MOOD);
export const outcomeField = () => choiceField(FOLLOW_UP_OUTCOMES, FOLLOW_UP_OUTCOME_NAMES, OUTCOME);

/** What comes next, its day, and the hour it is due at. */
export const nextStepFields = () => ({
  nextStep: optional(textField({ en: 'Next step', zh: '下一步' })),
  nextOn: optional(dayField({ en: 'Next on', zh: '下一步日期' })),
  nextAt: optional(timeField({ en: 'Next at', zh: '下一步时间' })),
});

/** Everything that is asked of a follow-up, with whomever it was. */
export const followUpFields = () => ({
  note: happenedField({ positional: true }),
  kind: optional(contactKindField()),
  on: optional(happenedOnField()),
  at: optional(happenedAtField()),
  mood: optional(moodField()),
  outcome: optional(outcomeField()),
  ...nextStepFields(),
});
