import type { Core } from '../context.ts';
import { getCustomerWithDeal } from '../customers/sole-deal.ts';
import { dateText } from '../day-words.ts';
import { addDays, type Day, instantOf } from '../days.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { touchLead } from '../leads/touch-lead.ts';
import { addTask, laterDue } from '../tasks/add-task.ts';
import type { OpenMark } from '../tickets/open-mark.ts';
import { type JoinedVisit, joinVisit } from '../visits/join-visit.ts';
import type { CheckIn } from '../visits/visit.ts';
import type { SaidMessage } from './conversation.ts';
import { BEFORE_DAYS, type Felt, type FollowUpKind, type FollowUpOutcome, type Mood } from './follow-up.ts';
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
  /** The hour on the author's wall clock, HH:MM, where one was said. */
  at?: string | undefined;
  /** What the note says of it when left out, and so the outcome. */
  mood?: Mood | undefined;
  outcome?: FollowUpOutcome | undefined;
  nextStep?: string | undefined;
  nextOn?: Day | undefined;
  /** The hour on the author's wall clock, HH:MM, the next step is due at. */
  nextAt?: string | undefined;
  /** What was said word for word, where it was a conversation that is archived. */
  conversation?: { thread: string | null; said: SaidMessage[] } | undefined;
};

export type LoggedFollowUp = Felt & {
  id: string;
  subject: { entity: 'customer' | 'lead'; id: string; name: string; mark?: OpenMark | null; calls?: string | null };
  kind: FollowUpKind;
  note: string;
  on: Day;
  /** The moment, where an hour was said. */
  happenedAt: Date | null;
  writtenAt: Date;
  checkIn: CheckIn | null;
  task: { id: string; title: string; dueOn: Day | undefined; dueTime: string | undefined } | undefined;
  /** The hour of the next step that was over already, and so is not set. */
  passed?: string | undefined;
  /** The record of the same visit that it was added to. */
  joins?: JoinedVisit['with'];
};

/**
 * Logs what happened with a customer or a lead, whenever that was; a next step becomes the author's task with a reminder (R35).
 * `checkIn` is for visits alone; a visit that was checked in and told of is one (R37).
 */
export async function logFollowUp(
  core: Core,
  input: NewFollowUp,
  checkIn: CheckIn | null = null,
): Promise<LoggedFollowUp> {
  const { kind, note, on = core.today, at, nextStep, nextAt } = input;
  const nextOn = input.nextOn ?? (nextAt === undefined ? undefined : nextDayAt(core, nextAt));
  const happenedAt = at === undefined ? null : instantOf(on, at, core.actor.timeZone);
  refuseAhead(core, on, happenedAt);
  const said = readFelt(note);
  const { mood = said.mood, outcome = said.outcome } = input;
  const [id, taskId] = [newId(), newId()];
  const about =
    input.leadId === undefined
      ? await withCustomer(core, input.customerId, input.opportunityId)
      : await withLead(core, input.leadId);
  const { customerId = null, leadId = null, opportunityId = null } = about;
  if (customerId !== null) {
    await refuseLongBefore(core, { customerId, name: about.subject.name, on });
  }
  // What happened is kept even where the hour of what was to follow is over.
  const hasPassed = laterDue(core, { dueOn: nextOn, dueTime: nextAt }, core.actor) !== undefined;
  const passed = hasPassed ? nextAt : undefined;
  const task = (followUpId: string) =>
    nextStep || nextOn
      ? addTask(core, {
          id: taskId,
          title: nextStep ?? note.slice(0, 80),
          dueOn: nextOn,
          dueTime: hasPassed ? undefined : nextAt,
          customerId,
          leadId,
          opportunityId,
          followUpId,
        })
      : undefined;
  const visit = { customerId, leadId, opportunityId, note, on, happenedAt, mood, outcome, checkIn };
  const same =
    kind === 'visit' && !input.conversation
      ? await joinVisit(core, visit, { taskId: nextStep || nextOn ? taskId : null })
      : undefined;
  if (same) {
    const { with: joins, ...joined } = same;
    return { ...joined, subject: about.subject, kind, on, task: task(same.id), passed, joins };
  }
  core.change.insert('follow_ups', {
    id,
    customerId,
    leadId,
    opportunityId,
    authorId: core.actor.userId,
    kind,
    note,
    happenedOn: on,
    ...(happenedAt ? { happenedAt } : {}),
    ...(checkIn ? { checkIn } : {}),
    mood,
    outcome,
    ...input.conversation,
  });
  return {
    id,
    subject: about.subject,
    kind,
    note,
    on,
    happenedAt,
    writtenAt: core.now,
    checkIn,
    mood,
    outcome,
    task: task(id),
    passed,
  };
}

/** The day an hour is meant of that was said without one: today while it lies ahead, or tomorrow. */
function nextDayAt(core: Core, hour: string): Day {
  return laterDue(core, { dueOn: core.today, dueTime: hour }, core.actor)?.dueOn ?? core.today;
}

/** Throws bad_input for a day or an hour that is yet to come. */
export function refuseAhead(core: Core, on: Day, at: Date | null): void {
  if (on > core.today || (at !== null && at > core.now)) {
    throw new DomainError(
      'bad_input',
      `a follow-up on ${on} at ${at?.toISOString()}, after ${core.now.toISOString()}`,
      {
        say: {
          en: 'A follow-up is about something that has happened; for a plan, add a task.',
          zh: '跟进记录的是已发生的事；计划请新建任务。',
        },
      },
    );
  }
}

/** Throws bad_input for a day long before the customer was put on file: most likely the year or the customer is another. */
export async function refuseLongBefore(
  core: Core,
  { customerId, name, on }: { customerId: string; name: string; on: Day },
): Promise<void> {
  const days = core.org.followUpBeforeDays ?? BEFORE_DAYS;
  if (on >= addDays(core.today, -days)) {
    return; // he was put on file today at the latest
  }
  const [row] = await core.sql<{ since: Day }>({
    name: 'customer-since',
    text: `SELECT (created_at AT TIME ZONE $2)::date AS since FROM seen.customers WHERE id = $1`,
    values: [customerId, core.actor.timeZone],
  });
  if (row && on < addDays(row.since, -days)) {
    const [since, said] = [dateText(row.since, core.today), dateText(on, core.today)];
    throw new DomainError('bad_input', `a follow-up on ${on} with a customer of ${row.since}`, {
      say: {
        en: `${name} was put on file on ${since.en}; ${said.en} is long before that. Please check the day and say it again.`,
        zh: `${name}是${since.zh}建档的，${said.zh}早了很多。请核对日期后再说一次。`,
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
  const { contact, customerId, calls } = await touchLead(core, leadId);
  return customerId
    ? withCustomer(core, customerId, undefined)
    : { subject: { entity: 'lead', id: leadId, name: contact, calls }, leadId };
}
