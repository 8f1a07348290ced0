import type { Core } from '../context.ts';
import { addDays, type Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import { readMood } from '../follow-ups/read-feelings.ts';
import { newId } from '../id.ts';
import { claimParty } from '../pool/claim-party.ts';
import { type AddedTask, addTask } from '../tasks/add-task.ts';
import { closeLeadTasks } from './close-lead-tasks.ts';
import { getLead } from './find-leads.ts';
import { findOutcomes, type LeadOutcome } from './find-outcomes.ts';
import type { LeadStatus } from './lead.ts';
import { refuseClosedLead } from './refuse-closed-lead.ts';

export type CallOutcome = {
  leadId: string;
  /** The outcome's key. */
  outcome: string;
  note?: string | undefined;
  /** The next touch; as many days ahead as the outcome says when left out. */
  nextOn?: Day | undefined;
};

export type RecordedOutcome = {
  leadId: string;
  contact: string;
  outcome: LeadOutcome;
  status: LeadStatus;
  note: string;
  task: AddedTask | undefined;
  /** The call list on which the actor had him in hand. */
  calls: string | null;
};

/**
 * How a call with a lead ended: a follow-up, the status that follows from it, and the task for the next touch (R7).
 * What the call was due for is done. Throws bad_input where the outcome wants a reason and has none.
 */
export async function recordOutcome(
  core: Core,
  { leadId, outcome: key, note, nextOn }: CallOutcome,
): Promise<RecordedOutcome> {
  const [lead, outcomes] = await Promise.all([getLead(core, leadId), findOutcomes(core)]);
  const outcome = outcomes.find((each) => each.key === key);
  if (!outcome) {
    throw new DomainError('out_of_date', `no outcome ${key}`);
  }
  await refuseClosedLead(core, lead);
  if (outcome.needsReason && !note) {
    throw new DomainError('bad_input', `outcome ${key} without a reason`, {
      say: { en: 'Say in a few words why.', zh: '请简单说明原因。' },
    });
  }
  if (!lead.ownerId) {
    await claimParty(core, leadId); // whoever calls somebody out of the pool has taken him on
  }
  const { locale } = core.actor;
  const said = note ?? outcome.name[locale];
  const status = outcome.status ?? lead.status;
  const isDropped = status === 'dropped';
  const dueOn = isDropped
    ? undefined
    : (nextOn ?? (outcome.nextDays === null ? undefined : addDays(core.today, outcome.nextDays)));
  const followUpId = newId();
  core.change.insert('follow_ups', {
    id: followUpId,
    leadId,
    authorId: core.actor.userId,
    kind: 'call',
    note: said,
    mood: readMood(said) ?? null,
    happenedOn: core.today,
  });
  core.change.update(
    'leads',
    leadId,
    {
      status,
      outcomeKey: key,
      lastTouchAt: core.now,
      ...(lead.firstResponseAt ? {} : { firstResponseAt: core.now }),
      nextTouchOn: dueOn ?? null,
      dropReason: isDropped ? said : null,
    },
    { version: lead.version + (lead.ownerId ? 0 : 1) }, // one up by having been taken out of the pool
  );
  await closeLeadTasks(core, { leadId, until: isDropped ? undefined : core.today });
  const task = dueOn
    ? addTask(core, {
        title: (outcome.task ?? CALL)[locale].replace('{contact}', () => lead.contact),
        dueOn,
        leadId,
        followUpId,
      })
    : undefined;
  return { leadId, contact: lead.contact, outcome, status, note: said, task, calls: lead.calls };
}

const CALL = { en: 'Get back to {contact}', zh: '回访{contact}' };
