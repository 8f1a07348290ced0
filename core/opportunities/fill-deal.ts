import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import type { FollowUpKind } from '../follow-ups/follow-up.ts';
import { logFollowUp } from '../follow-ups/log-follow-up.ts';
import type { Money } from '../money.ts';
import { addTask } from '../tasks/add-task.ts';
import { changeOpportunity } from './change-opportunity.ts';
import { getOpportunity } from './find-opportunities.ts';

export type DealFilling = {
  opportunityId: string;
  amount?: Money | undefined;
  closeOn?: Day | undefined;
  /** What happened with the customer. */
  notes?: readonly { note: string; kind: FollowUpKind }[];
  nextStep?: { title: string; dueOn: Day | undefined } | undefined;
};

/** Puts on record what a stage asks for (R27), each in the place it belongs to. */
export async function fillDeal(
  core: Core,
  { opportunityId, amount, closeOn, notes = [], nextStep }: DealFilling,
): Promise<void> {
  const { customerId } = await getOpportunity(core, opportunityId);
  if (amount || closeOn) {
    await changeOpportunity(core, { opportunityId, amount, closeOn });
  }
  for (const each of notes) {
    await logFollowUp(core, { customerId, opportunityId, ...each });
  }
  if (nextStep) {
    addTask(core, { ...nextStep, customerId, opportunityId });
  }
}
