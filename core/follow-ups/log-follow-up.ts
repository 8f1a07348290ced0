import type { Core } from '../context.ts';
import { getCustomerWithDeal } from '../customers/sole-deal.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { addTask } from '../tasks/add-task.ts';
import type { FollowUpKind } from './follow-up.ts';

export type NewFollowUp = {
  customerId: string;
  /** The customer's only open one when left out. */
  opportunityId?: string | undefined;
  kind: FollowUpKind;
  note: string;
  /** The day it happened where the author is; today when left out. */
  on?: Day | undefined;
  nextStep?: string | undefined;
  nextOn?: Day | undefined;
};

export type LoggedFollowUp = {
  id: string;
  customer: { id: string; name: string };
  kind: FollowUpKind;
  note: string;
  on: Day;
  task: { id: string; title: string; dueOn: Day | undefined } | undefined;
};

/** Logs what happened with a customer; a next step becomes the author's task with a reminder (R35). */
export async function logFollowUp(core: Core, input: NewFollowUp): Promise<LoggedFollowUp> {
  const { customerId, kind, note, on = core.today, nextStep, nextOn } = input;
  if (on > core.today) {
    throw new DomainError('bad_input', `a follow-up on ${on}, after ${core.today}`, {
      say: {
        en: 'A follow-up is about something that has happened; for a plan, add a task.',
        zh: '跟进记录的是已发生的事；计划请新建任务。',
      },
    });
  }
  const customer = await getCustomerWithDeal(core, customerId);
  const opportunityId = input.opportunityId ?? customer.opportunityId;

  const id = newId();
  core.change.insert('follow_ups', {
    id,
    customerId,
    opportunityId,
    authorId: core.actor.userId,
    kind,
    note,
    happenedOn: on,
  });
  const task =
    nextStep || nextOn
      ? addTask(core, {
          title: nextStep ?? note.slice(0, 80),
          dueOn: nextOn,
          customerId,
          opportunityId,
          followUpId: id,
        })
      : undefined;
  return { id, customer: { id: customer.id, name: customer.name }, kind, note, on, task };
}
