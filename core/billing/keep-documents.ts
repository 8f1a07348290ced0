import { differing } from '../changes/differing.ts';
import type { Core } from '../context.ts';
import { getCustomerWithDeal } from '../customers/sole-deal.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { amountIn, type Money } from '../money.ts';
import { getOpportunity } from '../opportunities/find-opportunities.ts';
import { type DocumentKind, type DocumentState, FIRST_STATE, STATES_OF } from './document.ts';
import { type DocumentLine, getDocument } from './find-documents.ts';
import { refuseVoid } from './keep-void.ts';
import { takeNumber } from './number.ts';

type Days = { datedOn: Day; startsOn: Day | null; endsOn: Day | null };

export type NewDocument = {
  kind: DocumentKind;
  customerId: string;
  amount: Money;
  /** The customer's one open deal when left out. */
  opportunityId?: string | undefined;
  /** Today when left out. */
  datedOn?: Day | undefined;
  startsOn?: Day | undefined;
  endsOn?: Day | undefined;
  number?: string | undefined;
  state?: DocumentState | undefined;
};

/** Puts a quote, contract or order on record (R11). Throws exists for a number that is taken, bad_input for days in the wrong order. */
export async function addDocument(core: Core, input: NewDocument): Promise<DocumentLine> {
  const { kind, customerId, amount, startsOn = null, endsOn = null, datedOn = core.today } = input;
  const state = input.state ?? FIRST_STATE[kind];
  refuseState(kind, state);
  refuseDays({ datedOn, startsOn, endsOn });
  const [customer, opportunity, number] = await Promise.all([
    getCustomerWithDeal(core, customerId),
    input.opportunityId ? getOpportunity(core, input.opportunityId) : undefined,
    takeNumber(core, kind, input.number),
  ]);
  if (opportunity && opportunity.customerId !== customerId) {
    throw anotherCustomers(customer.name);
  }
  const id = newId();
  const opportunityId = opportunity?.id ?? customer.opportunityId;
  core.change.insert('sales_documents', {
    id,
    kind,
    number,
    customerId,
    opportunityId,
    datedOn,
    startsOn,
    endsOn,
    amount: amount.minor,
    currency: amount.currency,
    state,
    createdBy: core.actor.userId,
  });
  await core.flush();
  return getDocument(core, id);
}

export type DocumentChange = {
  documentId: string;
  amount?: Money | undefined;
  datedOn?: Day | undefined;
  startsOn?: Day | null | undefined;
  endsOn?: Day | null | undefined;
  number?: string | undefined;
  state?: DocumentState | undefined;
};

/** Sets what is given. Throws decided for one that is void, bad_input where nothing changes. */
export async function changeDocument(core: Core, change: DocumentChange): Promise<DocumentLine> {
  const before = await getDocument(core, change.documentId);
  refuseVoid(before);
  const { datedOn, startsOn, endsOn, state } = change;
  const amount = change.amount && amountIn(before.currency, change.amount);
  const isRenumbered = change.number !== undefined && change.number !== before.number;
  const number = isRenumbered ? await takeNumber(core, before.kind, change.number) : undefined;
  const set = differing(before, {
    ...{ amount: amount?.minor, currency: amount?.currency },
    ...{ datedOn, startsOn, endsOn, state, number },
  });
  const after = { ...before, ...set };
  refuseState(after.kind, after.state);
  refuseDays(after);
  core.change.update('sales_documents', before.id, set, { version: before.version });
  return { ...after, version: before.version + 1 };
}

/** What is named belongs to somebody else. */
export const anotherCustomers = (name: string) =>
  new DomainError('bad_input', `not of ${name}`, {
    say: { en: `That is not one of ${name}.`, zh: `所选记录不属于${name}。` },
  });

function refuseState(kind: DocumentKind, state: DocumentState): void {
  const allowed: readonly DocumentState[] = STATES_OF[kind];
  if (!allowed.includes(state)) {
    throw new DomainError('bad_input', `${kind} is never ${state}`, {
      say: { en: 'That is no state of this kind of document.', zh: '该类单据没有这个状态。' },
    });
  }
}

function refuseDays({ datedOn, startsOn, endsOn }: Days): void {
  if (endsOn !== null && endsOn < (startsOn ?? datedOn)) {
    throw new DomainError('bad_input', `${endsOn} is before it began`, {
      say: { en: 'The last day lies before the first.', zh: '截止日期早于开始日期。' },
    });
  }
}
