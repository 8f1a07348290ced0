import { Temporal } from 'temporal-polyfill';
import { EARLIEST } from '../../../core/questions/question.ts';
import type { Question } from '../reading.ts';
import { firstSlot, type Utterance } from '../utterance.ts';

const FIELDS = { opportunity: 'close', lead: 'created', customer: 'created', task: 'due', 'follow-up': 'on' } as const;

/** The days a question is about, on the field its entity is usually counted by. */
export function questionTime(utterance: Utterance, entity: Question['entity'], isCreated: boolean): Question['time'] {
  const day = firstSlot(utterance, 'day', utterance.text)?.asked;
  const isOverdue = entity === 'task' && /逾期|过期|overdue|past due/iu.test(utterance.text);
  if (!day) {
    return isOverdue
      ? { field: 'due', from: EARLIEST, to: utterance.today, label: { en: 'before today', zh: '早于今天' } }
      : undefined;
  }
  const field = isCreated && entity === 'opportunity' ? 'created' : FIELDS[entity];
  const tomorrow = Temporal.PlainDate.from(utterance.today).add({ days: 1 }).toString();
  const from = day.bound === 'by' && day.grain === 'day' ? EARLIEST : day.from;
  const to = day.bound === 'since' && tomorrow > day.from ? tomorrow : day.to;
  return { field, from, to, label: day.label };
}
