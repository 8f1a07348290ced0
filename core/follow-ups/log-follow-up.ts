import type { Core } from '../context.ts';
import { getCustomerWithDeal } from '../customers/sole-deal.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { touchLead } from '../leads/touch-lead.ts';
import { addTask } from '../tasks/add-task.ts';
import type { OpenMark } from '../tickets/open-mark.ts';
import type { Felt, FollowUpKind, FollowUpOutcome, Mood } from './follow-up.ts';
import { readFelt } from './read-feelings.ts';

/** Whom it was with. */
export type Subject = { customerId: string; leadId?: undefined } | { leadId: string; customerId?: undefined };

export type NewFollowUp = Subject & {
  /** The customer's only open one when left out. */
  opportunityId?: string | undefined;
  kind: FollowUpKind;
  note: string;
  /** The day it happened where the author is; today when left out. */
  on?: Day | undefined;
  /** What the note says of it when left out, and so the outcome. */
  mood?: Mood | undefined;
  outcome?: FollowUpOutcome | undefined;
  nextStep?: string | undefined;
  nextOn?: Day | undefined;
};

export type LoggedFollowUp = Felt & {
  id: string;
  subject: { entity: 'customer' | 'lead'; id: string; name: string; mark?: OpenMark | null; calls?: string | null };
  kind: FollowUpKind;
  note: string;
  on: Day;
  task: { id: string; title: string; dueOn: Day | undefined } | undefined;
};

/** Logs what happened with a customer or a lead; a next step becomes the author's task with a reminder (R35). */
export async function logFollowUp(core: Core, input: NewFollowUp): Promise<LoggedFollowUp> {
  const { kind, note, on = core.today, nextStep, nextOn } = input;
  refuseAhead(core, on);
  const said = readFelt(note);
  const { mood = said.mood, outcome = said.outcome } = input;
  const id = newId();
  const about =
    input.leadId === undefined
      ? await withCustomer(core, input.customerId, input.opportunityId)
      : await withLead(core, input.leadId);
  const { customerId = null, leadId = null, opportunityId = null } = about;
  core.change.insert('follow_ups', {
    id,
    customerId,
    leadId,
    opportunityId,
    authorId: core.actor.userId,
    kind,
    note,
    happenedOn: on,
    mood,
    outcome,
  });
  const task =
    nextStep || nextOn
      ? addTask(core, {
          title: nextStep ?? note.slice(0, 80),
          dueOn: nextOn,
          customerId,
          leadId,
          opportunityId,
          followUpId: id,
        })
      : undefined;
  return { id, subject: about.subject, kind, note, on, mood, outcome, task };
}

/** Throws bad_input for a day that is yet to come. */
export function refuseAhead(core: Core, on: Day): void {
  if (on > core.today) {
    throw new DomainError('bad_input', `a follow-up on ${on}, after ${core.today}`, {
      say: {
        en: 'A follow-up is about something that has happened; for a plan, add a task.',
        zh: '跟进记录的是已发生的事；计划请新建任务。',
      },
    });
  }
}

type About = {
  subject: LoggedFollowUp['subject'];
  customerId?: string;
  leadId?: string;
  opportunityId?: string | null;
};

async function withCustomer(core: Core, customerId: string, deal: string | undefined): Promise<About> {
  const { id, name, opportunityId, mark, calls } = await getCustomerWithDeal(core, customerId);
  return { subject: { entity: 'customer', id, name, mark, calls }, customerId, opportunityId: deal ?? opportunityId };
}

async function withLead(core: Core, leadId: string): Promise<About> {
  const { contact, customerId } = await touchLead(core, leadId);
  return customerId
    ? withCustomer(core, customerId, undefined)
    : { subject: { entity: 'lead', id: leadId, name: contact }, leadId };
}
