import {
  FOLLOW_UP_KINDS,
  FOLLOW_UP_NAMES,
  FOLLOW_UP_OUTCOME_NAMES,
  FOLLOW_UP_OUTCOMES,
  MOOD_NAMES,
  MOODS,
} from '../../core/follow-ups/follow-up.ts';
import type { Text } from '../../core/text.ts';
import { choiceField, noteField, pastDayField, timeField } from './common.ts';

const MOOD: Text = { en: 'Mood', zh: '情绪' };
const OUTCOME: Text = { en: 'Outcome', zh: '结果' };
const NOTHING: Text = { en: 'Not said', zh: '未提及' };

/** What takes a mood or an outcome away again: a form cannot send nothing. */
export const NOT_SAID = 'none';

export const HAPPENED: Text = { en: 'What happened', zh: '情况' };
export const happenedField = (options: { positional?: boolean } = {}) => noteField(HAPPENED, options);
export const contactKindField = () => choiceField(FOLLOW_UP_KINDS, FOLLOW_UP_NAMES, { en: 'Kind', zh: '方式' });
export const happenedOnField = () => pastDayField({ en: 'On', zh: '日期' });
export const happenedAtField = () => timeField({ en: 'Time', zh: '时间' });
export const moodField = () => choiceField(MOODS, MOOD_NAMES, MOOD);
export const outcomeField = () => choiceField(FOLLOW_UP_OUTCOMES, FOLLOW_UP_OUTCOME_NAMES, OUTCOME);
export const moodOrNoneField = () => choiceField([...MOODS, NOT_SAID], { ...MOOD_NAMES, none: NOTHING }, MOOD);
export const outcomeOrNoneField = () =>
  choiceField([...FOLLOW_UP_OUTCOMES, NOT_SAID], { ...FOLLOW_UP_OUTCOME_NAMES, none: NOTHING }, OUTCOME);
