import type { Core } from '../context.ts';
import { setContactRole } from '../customers/set-contact-role.ts';
import type { Day } from '../days.ts';
import { attachFiles } from '../files/attach-files.ts';
import type { FollowUpKind } from '../follow-ups/follow-up.ts';
import { logFollowUp } from '../follow-ups/log-follow-up.ts';
import type { Money } from '../money.ts';
import { addTask } from '../tasks/add-task.ts';
import { changeOpportunity } from './change-opportunity.ts';
import { setCompetitor, setDealProduct } from './deal-parts.ts';
import { getOpportunity } from './find-opportunities.ts';
import { NOTHING_VOID, type VoidRequests } from './void-requests.ts';

export type DealFilling = {
  opportunityId: string;
  amount?: Money | undefined;
  closeOn?: Day | undefined;
  /** What happened with the customer. */
  notes?: readonly { note: string; kind: FollowUpKind }[];
  productId?: string | undefined;
  competitor?: string | undefined;
  /** Files the actor has sent. */
  received?: readonly string[] | undefined;
  decisionMaker?: string | undefined;
  nextStep?: { title: string; dueOn: Day | undefined } | undefined;
};

/** Puts on record what a stage asks for (R27), each in the place it belongs to; says what ends with the old amount. */
export async function fillDeal(
  core: Core,
  { opportunityId, amount, closeOn, notes = [], received, productId, competitor, decisionMaker, nextStep }: DealFilling,
): Promise<VoidRequests> {
  const { customerId } = await getOpportunity(core, opportunityId);
  const changed = amount || closeOn ? await changeOpportunity(core, { opportunityId, amount, closeOn }) : NOTHING_VOID;
  let revalued = NOTHING_VOID;
  if (productId) {
    await core.flush();
    revalued = await setDealProduct(core, { opportunityId, productId, quantity: 1 });
  }
  if (received) {
    await attachFiles(core, { recordId: opportunityId, received });
  }
  if (competitor) {
    await setCompetitor(core, { opportunityId, name: competitor });
  }
  if (decisionMaker) {
    await setContactRole(core, { customerId, opportunityId, person: decisionMaker, role: 'decision_maker' });
  }
  for (const each of notes) {
    await logFollowUp(core, { customerId, opportunityId, ...each });
    await core.flush(); // two visits of one card are not both joined to the same check-in
  }
  if (nextStep) {
    addTask(core, { ...nextStep, customerId, opportunityId });
  }
  return {
    voidedBps: changed.voidedBps ?? revalued.voidedBps,
    isMoveVoid: changed.isMoveVoid || revalued.isMoveVoid,
  };
}
