import { supersedeWaiting } from '../approvals/standing-request.ts';
import type { Core } from '../context.ts';
import type { OpportunityLine } from './find-opportunities.ts';

export type VoidRequests = {
  /** The discount that was asked for or signed at the old amount: for the new one it has to be asked for again (R48). */
  voidedBps: number | null;
  /** The request to move it on was made at the old amount (R33). */
  isMoveVoid: boolean;
};

export const NOTHING_VOID: VoidRequests = { voidedBps: null, isMoveVoid: false };

/** Ends what was asked for at an amount that is another now, however that came to be. What a deal was won with stays. */
export async function voidRequests(
  core: Core,
  deal: Pick<OpportunityLine, 'id' | 'discountBps' | 'stageKind'>,
): Promise<VoidRequests> {
  if (deal.stageKind !== 'open') {
    return NOTHING_VOID;
  }
  const voidedBps = await voidDiscount(core, deal);
  const { pendingId } = await supersedeWaiting(core, deal.id, 'stage');
  return { voidedBps, isMoveVoid: pendingId !== null };
}

/** Ends the request that waits; of a discount that was signed, says that it no longer stands. */
async function voidDiscount(
  core: Core,
  { id, discountBps }: Pick<OpportunityLine, 'id' | 'discountBps'>,
): Promise<number | null> {
  const { pendingId, pendingBps } = await supersedeWaiting(core, id, 'discount');
  if (pendingId) {
    return pendingBps;
  }
  const [ladder] = await core.sql<{ ownHands: number | null }>({
    name: 'discount-own-hands',
    text: `SELECT min(above_bps) AS "ownHands" FROM approval_rules WHERE kind = 'discount'`,
  });
  const isSigned = discountBps !== null && discountBps > (ladder?.ownHands ?? Number.POSITIVE_INFINITY);
  return isSigned ? discountBps : null;
}
