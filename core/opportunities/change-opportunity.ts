import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import { amountIn, type Money } from '../money.ts';
import { CONDITION_NAMES } from './condition.ts';
import { getOpportunity, type OpportunityLine } from './find-opportunities.ts';
import { NOTHING_VOID, type VoidRequests, voidRequests } from './void-requests.ts';

export type OpportunityChange = {
  opportunityId: string;
  /** Null takes it away, as with the day. */
  amount?: Money | null | undefined;
  closeOn?: Day | null | undefined;
  name?: string | undefined;
};

/** `before` is how it stood. */
export type ChangedOpportunity = VoidRequests & { before: OpportunityLine; after: OpportunityLine };

/** Sets what is given of an open opportunity. Throws bad_transition for a closed one, bad_input where nothing changes or its products are in another currency. */
export async function changeOpportunity(
  core: Core,
  { opportunityId, amount: said, closeOn, name }: OpportunityChange,
): Promise<ChangedOpportunity> {
  const before = await getOpportunity(core, opportunityId);
  if (before.stageKind !== 'open') {
    throw new DomainError('bad_transition', `opportunity ${opportunityId} is closed`, {
      say: { en: 'This opportunity is closed.', zh: '该商机已关闭。' },
    });
  }
  const amount = said === null ? { minor: null, currency: before.currency } : said && amountIn(before.currency, said);
  const isRevalued = amount !== undefined && (amount.minor !== before.amount || amount.currency !== before.currency);
  const isMoved = closeOn !== undefined && closeOn !== before.closeOn;
  const isRenamed = name !== undefined && name !== before.name;
  if (!isRevalued && !isMoved && !isRenamed) {
    throw new DomainError('bad_input', `nothing changes on ${opportunityId}`, {
      say: { en: 'It stands like that already.', zh: '内容没有变化。' },
    });
  }
  await refuseNeeded(core, before, { amount: isRevalued ? said : undefined, closeOn: isMoved ? closeOn : undefined });
  const voided = isRevalued ? await revalue(core, before, amount) : NOTHING_VOID;
  const set = {
    ...(isRevalued ? { amount: amount.minor, currency: amount.currency } : {}),
    ...(isMoved ? { closeOn } : {}),
    ...(isRenamed ? { name } : {}),
  };
  const holds = voided.voidedBps === null || voided.voidedBps !== before.discountBps;
  core.change.update('opportunities', opportunityId, holds ? set : { ...set, discountBps: null }, {
    version: before.version,
  });
  const after = { ...before, ...set, discountBps: holds ? before.discountBps : null, version: before.version + 1 };
  return { before, after, ...voided };
}

/** What was asked for at the old amount is not asked for at the new one (R33, R48). */
async function revalue(core: Core, before: OpportunityLine, { currency }: { currency: string }): Promise<VoidRequests> {
  if (currency !== before.currency) {
    await refuseOtherProducts(core, before.id, currency);
  }
  return voidRequests(core, before);
}

/** What a deal had to have to come where it stands is not taken from it there (R26). */
async function refuseNeeded(
  core: Core,
  { stageKey, stageName }: OpportunityLine,
  { amount, closeOn }: Pick<OpportunityChange, 'amount' | 'closeOn'>,
): Promise<void> {
  const emptied = [
    ...(amount === null ? (['amount'] as const) : []),
    ...(closeOn === null ? (['close_on'] as const) : []),
  ];
  if (emptied.length === 0) {
    return;
  }
  const [stage] = await core.sql<{ entry: string[] }>({
    name: 'stage-entry',
    text: 'SELECT entry FROM stages WHERE key = $1',
    values: [stageKey],
  });
  const [needed] = emptied.filter((condition) => stage?.entry.includes(condition));
  if (needed) {
    const { en, zh } = CONDITION_NAMES[needed];
    throw new DomainError('bad_input', `stage ${stageKey} needs ${needed}`, {
      say: {
        en: `At “${stageName.en}” a deal needs ${en}, so it cannot be emptied. Nothing was changed.`,
        zh: `“${stageName.zh}”阶段要求填写${zh}，不能清空，内容没有改动。`,
      },
    });
  }
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
