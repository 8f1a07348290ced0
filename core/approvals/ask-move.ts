import type { Role } from '../actor.ts';
import type { Core } from '../context.ts';
import type { OpportunityLine } from '../opportunities/find-opportunities.ts';
import type { Stage } from '../opportunities/stage.ts';
import { openRequest, refuseWithoutSigners } from './open-request.ts';
import { findStanding, supersede } from './standing-request.ts';

export type MoveWish = {
  opportunity: OpportunityLine;
  from: Stage;
  to: Stage;
  /** In the order in which they sign. */
  roles: readonly Role[];
  lostReason?: string | undefined;
  /** Told to whoever signs. */
  reason?: string | undefined;
};

/**
 * Asks for the signatures that a stage wants before a deal comes to it (R33). Asked again for the same, the request that
 * waits stands; for anything else it is superseded (R48).
 */
export async function askMove(
  core: Core,
  { opportunity, from, to, roles, lostReason, reason }: MoveWish,
): Promise<{ requestId: string; roles: Role[]; isNew: boolean }> {
  const standing = await findStanding(core, opportunity.id, 'stage');
  const amount = opportunity.amount?.toString() ?? null;
  const isSame =
    standing.pendingTo === to.key &&
    standing.pendingBy === core.actor.userId &&
    standing.pendingAmount === amount &&
    standing.pendingRoles.join() === roles.join();
  if (standing.pendingId && isSame) {
    return { requestId: standing.pendingId, roles: [...roles], isNew: false };
  }
  await refuseWithoutSigners(core, roles, { en: `Moving to ${to.name.en}`, zh: `进入${to.name.zh}` });
  if (standing.pendingId) {
    supersede(core, standing.pendingId, standing.openSteps);
  }
  const requestId = openRequest(core, {
    kind: 'stage',
    opportunityId: opportunity.id,
    round: standing.rounds + 1,
    terms: {
      from: from.key,
      to: to.key,
      fromZh: from.name.zh,
      fromEn: from.name.en,
      toZh: to.name.zh,
      toEn: to.name.en,
      lostReason: lostReason ?? null,
      amount,
      currency: opportunity.currency,
      opportunity: opportunity.name,
      customer: opportunity.customerName,
    },
    reason: reason ?? lostReason,
    steps: roles.map((role, index) => ({ level: index + 1, role })),
  });
  return { requestId, roles: [...roles], isNew: true };
}
