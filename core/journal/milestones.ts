import type { Core } from '../context.ts';
import { getCustomerWithDeal } from '../customers/sole-deal.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';

export type Milestone = { id: string; name: string; plannedOn: Day | null; doneOn: Day | null; remark: string | null };

export type KeptMilestone = Omit<Milestone, 'remark'> & { customer: { id: string; name: string } };

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
  const [customer, open] = await Promise.all([
    getCustomerWithDeal(core, customerId),
    findOpenMilestones(core, customerId),
  ]);
  if (open.some((each) => folded(each.name) === folded(name))) {
    throw new DomainError('exists', `milestone ${name}`, {
      say: { en: `“${name}” is on the plan already.`, zh: `交付节点“${name}”已经在计划中。` },
    });
  }
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

/**
 * Says that a milestone is done: the open one of that name, else the only one whose name holds these words, else one nobody
 * had planned. Throws bad_input where several could be meant.
 */
export async function completeMilestone(
  core: Core,
  { customerId, name, on = core.today }: { customerId: string; name: string; on?: Day | undefined },
): Promise<KeptMilestone> {
  if (on > core.today) {
    throw new DomainError('bad_input', `done on ${on}, after ${core.today}`, {
      say: { en: 'That day has not come yet.', zh: '这一天还没到。' },
    });
  }
  const [customer, open] = await Promise.all([
    getCustomerWithDeal(core, customerId),
    findOpenMilestones(core, customerId),
  ]);
  const exact = open.filter((each) => folded(each.name) === folded(name));
  const meant = exact.length > 0 ? exact : open.filter((each) => folded(each.name).includes(folded(name)));
  const [only, another] = meant;
  if (only && another) {
    const names = meant.map((each) => each.name);
    throw new DomainError('bad_input', `several milestones like ${name}`, {
      say: { en: `Which one: ${names.join(', ')}?`, zh: `是哪一个：${names.join('、')}？` },
    });
  }
  const { id, name: known = name, plannedOn = null } = only ?? { id: newId() };
  if (only) {
    core.change.update('milestones', id, { doneOn: on }, { when: { done_on: null } });
  } else {
    core.change.insert('milestones', { id, customerId, name, doneOn: on, createdBy: core.actor.userId });
  }
  return { id, name: known, plannedOn, doneOn: on, customer: { id: customerId, name: customer.name } };
}

function findOpenMilestones(
  core: Core,
  customerId: string,
): Promise<{ id: string; name: string; plannedOn: Day | null }[]> {
  return core.sql({
    name: 'milestones-open',
    text: `SELECT id, name, planned_on AS "plannedOn" FROM milestones WHERE customer_id = $1 AND done_on IS NULL ORDER BY planned_on NULLS LAST, name`,
    values: [customerId],
  });
}

function folded(name: string): string {
  return name.toLowerCase().replace(/\s+/g, '');
}
