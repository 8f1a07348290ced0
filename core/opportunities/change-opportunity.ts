import { nothingChanges } from '../changes/nothing-changes.ts';
import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import { amountIn, type Money } from '../money.ts';
import { getOpportunity, type OpportunityLine } from './find-opportunities.ts';
import { refuseEmptied } from './refuse-emptied.ts';
import { NOTHING_VOID, type VoidRequests, voidRequests } from './void-requests.ts';

export type OpportunityChange = {
  opportunityId: string;
  /** Null takes it away, as with the day. */
  amount?: Money | null | undefined;
  closeOn?: Day | null | undefined;
  name?: string | undefined;
  /** Of a lost one. */
  lostReason?: string | undefined;
};

/** `before` is how it stood. */
export type ChangedOpportunity = VoidRequests & { before: OpportunityLine; after: OpportunityLine };

/**
 * Sets what is given of an opportunity, a closed one too. Throws bad_input where nothing changes, its products are in another
 * currency, or a reason is given of one that is not lost.
 */
export async function changeOpportunity(
  core: Core,
  { opportunityId, amount: said, ...words }: OpportunityChange,
): Promise<ChangedOpportunity> {
  const before = await getOpportunity(core, opportunityId);
  if (words.lostReason !== undefined && before.stageKind !== 'lost') {
    throw new DomainError('bad_input', `opportunity ${opportunityId} is not lost`, {
      say: { en: 'Only a lost opportunity has a reason for it.', zh: '只有输单的商机才有输单原因。' },
    });
  }
  const amount = said === null ? { minor: null, currency: before.currency } : said && amountIn(before.currency, said);
  const isRevalued = amount !== undefined && (amount.minor !== before.amount || amount.currency !== before.currency);
  const others = otherThan(before, words);
  if (!isRevalued && Object.keys(others).length === 0) {
    throw nothingChanges(opportunityId);
  }
  await refuseEmptied(core, before, [
    ...(isRevalued && amount.minor === null ? (['amount'] as const) : []),
    ...(others.closeOn === null ? (['close_on'] as const) : []),
  ]);
  const voided = isRevalued ? await revalue(core, before, amount) : NOTHING_VOID;
  const set = {
    ...(isRevalued ? { amount: amount.minor, currency: amount.currency } : {}),
    ...others,
  };
  const holds = voided.voidedBps === null || voided.voidedBps !== before.discountBps;
  core.change.update('opportunities', opportunityId, holds ? set : { ...set, discountBps: null }, {
    version: before.version,
  });
  const after = { ...before, ...set, discountBps: holds ? before.discountBps : null, version: before.version + 1 };
  return { before, after, ...voided };
}

/** Of these what stands otherwise. */
function otherThan(
  before: OpportunityLine,
  { closeOn, name, lostReason }: Pick<OpportunityChange, 'closeOn' | 'name' | 'lostReason'>,
): Partial<Pick<OpportunityLine, 'closeOn' | 'name' | 'lostReason'>> {
  return {
    ...(closeOn !== undefined && closeOn !== before.closeOn ? { closeOn } : {}),
    ...(name !== undefined && name !== before.name ? { name } : {}),
    ...(lostReason !== undefined && lostReason !== before.lostReason ? { lostReason } : {}),
  };
}

/** What was asked for at the old amount is not asked for at the new one (R33, R48). */
async function revalue(core: Core, before: OpportunityLine, { currency }: { currency: string }): Promise<VoidRequests> {
  if (currency !== before.currency) {
    await refuseOtherProducts(core, before.id, currency);
  }
  return voidRequests(core, before);
}

/** What is on a deal adds up in one currency. */
async function refuseOtherProducts(core: Core, opportunityId: string, currency: string): Promise<void> {
  const [other] = await core.sql<{ currency: string }>({
    name: 'deal-product-currency',
    text: 'SELECT currency FROM seen.opportunity_products WHERE opportunity_id = $1 AND currency <> $2 LIMIT 1',
    values: [opportunityId, currency],
  });
  if (other) {
    throw new DomainError('bad_input', `products in ${other.currency} on a deal in ${currency}`, {
      say: {
        en: `The products of this deal are priced in ${other.currency}. Take them off first, or give the amount in ${other.currency}.`,
        zh: `该商机的产品以 ${other.currency} 计价，请先移除产品，或按 ${other.currency} 填写金额。`,
      },
    });
  }
}
