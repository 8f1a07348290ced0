import type { Core } from '../context.ts';
import { getCustomerWithDeal } from '../customers/sole-deal.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { findMilestonesOf, folded, type Milestone, milestoneCalled } from './find-milestones.ts';

export type KeptMilestone = Omit<Milestone, 'remark' | 'version'> & { remark?: string | null };

/** Adds what a customer is promised, with its day where there is one. Throws exists for one of that name that is not done. */
export async function addMilestone(
  core: Core,
  {
    customerId,
    name,
    plannedOn,
    remark,
  }: { customerId: string; name: string; plannedOn?: Day | undefined; remark?: string | undefined },
): Promise<KeptMilestone> {
  const [customer, known] = await Promise.all([
    getCustomerWithDeal(core, customerId),
    findMilestonesOf(core, customerId),
  ]);
  refuseTwice(known, name);
  const id = newId();
  core.change.insert('milestones', {
    id,
    customerId,
    name,
    plannedOn: plannedOn ?? null,
    remark: remark ?? null,
    createdBy: core.actor.userId,
  });
  return { id, name, plannedOn: plannedOn ?? null, doneOn: null, customer: { id: customerId, name: customer.name } };
}

/** Throws exists where one of that name is still to be done. */
export function refuseTwice(known: readonly Milestone[], name: string): void {
  if (known.some((each) => each.doneOn === null && folded(each.name) === folded(name))) {
    throw new DomainError('exists', `milestone ${name}`, {
      say: { en: `“${name}” is on the plan already.`, zh: `交付节点“${name}”已经在计划中。` },
    });
  }
}

/** Throws bad_input for a day that is yet to come. */
export function refuseYetToCome(core: Core, on: Day): void {
  if (on > core.today) {
    throw new DomainError('bad_input', `done on ${on}, after ${core.today}`, {
      say: { en: 'That day has not come yet.', zh: '这一天还没到。' },
    });
  }
}

/**
 * Says that a milestone is done: the open one of that name, else the only one whose name holds these words, else one nobody
 * had planned. Throws bad_input where several could be meant.
 */
export async function completeMilestone(
  core: Core,
  { customerId, name, on = core.today }: { customerId: string; name: string; on?: Day | undefined },
): Promise<KeptMilestone> {
  refuseYetToCome(core, on);
  const [customer, known] = await Promise.all([
    getCustomerWithDeal(core, customerId),
    findMilestonesOf(core, customerId),
  ]);
  const meant = milestoneCalled(
    known.filter(({ doneOn }) => doneOn === null),
    name,
  );
  const { id, name: planned = name, plannedOn = null } = meant ?? { id: newId() };
  if (meant) {
    core.change.update('milestones', id, { doneOn: on }, { when: { done_on: null, removed_at: null } });
  } else {
    core.change.insert('milestones', { id, customerId, name, doneOn: on, createdBy: core.actor.userId });
  }
  return { id, name: planned, plannedOn, doneOn: on, customer: { id: customerId, name: customer.name } };
}
