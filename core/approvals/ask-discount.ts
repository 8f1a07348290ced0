import type { Role } from '../actor.ts';
import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { getOpportunity, type OpportunityLine } from '../opportunities/find-opportunities.ts';
import { type Rule, rulesFor } from './approval.ts';
import { openRequest, refuseWithoutSigners } from './open-request.ts';
import { findStanding, supersede } from './standing-request.ts';

export type DiscountWish = {
  opportunityId: string;
  /** Basis points. */
  bps: number;
  reason?: string | undefined;
  /** The waiting request that the actor has agreed to give up for this. */
  replaces?: string | undefined;
};

/**
 * `applied` when it was within the rep's own hands; else the request that now waits for its signatures. `held` when
 * nothing was done: what lies within his own hands would end a request that waits, which he must have agreed to.
 * `replacedBps` is what the request asked for that this one ended.
 */
export type AskedDiscount = { opportunity: OpportunityLine; bps: number; replacedBps: number | null } & (
  | { kind: 'applied' }
  | { kind: 'held'; requestId: string }
  | { kind: 'asked'; requestId: string; roles: Role[] }
);

/**
 * Asks for a discount (R42). Every signature the ladder needs becomes a step, the first one is asked now;
 * an earlier request on the same opportunity that nobody has decided is superseded, so its cards are void (R48).
 */
export async function askDiscount(
  core: Core,
  { opportunityId, bps, reason, replaces }: DiscountWish,
): Promise<AskedDiscount> {
  const opportunity = await getOpportunity(core, opportunityId);
  if (opportunity.stageKind !== 'open') {
    throw new DomainError('bad_transition', `opportunity ${opportunityId} is closed`, {
      say: { en: 'This opportunity is closed.', zh: '该商机已关闭。' },
    });
  }
  const [ladder, standing] = await Promise.all([findLadder(core), findStanding(core, opportunityId, 'discount')]);
  const rules = rulesFor(bps, ladder);
  const replacedBps = standing.pendingBps;
  if (rules.length === 0 && standing.pendingId && standing.pendingId !== replaces) {
    return { kind: 'held', requestId: standing.pendingId, opportunity, bps, replacedBps };
  }
  if (standing.pendingId) {
    supersede(core, standing.pendingId, standing.openSteps);
  }
  if (rules.length === 0) {
    core.change.update('opportunities', opportunityId, { discountBps: bps }, { version: opportunity.version });
    return { kind: 'applied', opportunity, bps, replacedBps };
  }

  await refuseWithoutSigners(
    core,
    rules.map(({ role }) => role),
    { en: 'A discount like that', zh: '这个折扣' },
  );
  const requestId = openRequest(core, {
    kind: 'discount',
    opportunityId,
    round: standing.rounds + 1,
    terms: {
      bps,
      amount: opportunity.amount?.toString() ?? null,
      currency: opportunity.currency,
      opportunity: opportunity.name,
      customer: opportunity.customerName,
    },
    reason,
    steps: rules,
  });
  return { kind: 'asked', requestId, opportunity, bps, replacedBps, roles: rules.map(({ role }) => role) };
}

async function findLadder(core: Core): Promise<Rule[]> {
  return core.sql<Rule>({
    name: 'approval-ladder',
    text: `SELECT level, above_bps AS "aboveBps", role FROM approval_rules WHERE kind = 'discount' ORDER BY level`,
  });
}
