import { differing } from '../changes/differing.ts';
import type { Core } from '../context.ts';
import { getCustomerWithDeal } from '../customers/sole-deal.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { amountIn, type Money } from '../money.ts';
import { getDocument } from './find-documents.ts';
import { getInvoice, type InvoiceLine } from './find-invoices.ts';
import { anotherCustomers } from './keep-documents.ts';
import { refuseVoid } from './keep-void.ts';
import { takeNumber } from './number.ts';

export type NewInvoice = {
  customerId: string;
  amount: Money;
  dueOn: Day;
  /** Today when left out. */
  issuedOn?: Day | undefined;
  /** The order or contract it bills. */
  documentId?: string | undefined;
  number?: string | undefined;
};

/** Puts an invoice on record. Throws exists for a number that is taken, bad_input where it is due before it is issued. */
export async function addInvoice(core: Core, input: NewInvoice): Promise<InvoiceLine> {
  const { customerId, amount, dueOn, issuedOn = core.today } = input;
  refuseNothing(amount);
  refuseDays({ issuedOn, dueOn });
  const [customer, document, number] = await Promise.all([
    getCustomerWithDeal(core, customerId),
    input.documentId ? getDocument(core, input.documentId) : undefined,
    takeNumber(core, 'invoice', input.number),
  ]);
  if (document && (document.customerId !== customerId || document.kind === 'quote')) {
    throw anotherCustomers(customer.name);
  }
  const id = newId();
  core.change.insert('invoices', {
    id,
    number,
    customerId,
    documentId: document?.id ?? null,
    issuedOn,
    dueOn,
    amount: amount.minor,
    currency: amount.currency,
    createdBy: core.actor.userId,
  });
  await core.flush();
  return getInvoice(core, id);
}

export type InvoiceChange = {
  invoiceId: string;
  amount?: Money | undefined;
  issuedOn?: Day | undefined;
  dueOn?: Day | undefined;
  number?: string | undefined;
};

/** Sets what is given. Throws decided for one that is void, bad_input where nothing changes or payments in another currency name it. */
export async function changeInvoice(core: Core, change: InvoiceChange): Promise<InvoiceLine> {
  const before = await getInvoice(core, change.invoiceId);
  refuseVoid(before);
  const amount = change.amount && amountIn(before.currency, change.amount);
  const { issuedOn, dueOn } = change;
  const isRenumbered = change.number !== undefined && change.number !== before.number;
  const number = isRenumbered ? await takeNumber(core, 'invoice', change.number) : undefined;
  const set = differing(before, {
    ...{ amount: amount?.minor, currency: amount?.currency },
    ...{ issuedOn, dueOn, number },
  });
  if (amount) {
    refuseNothing(amount);
  }
  if (amount && amount.currency !== before.currency) {
    await refusePaid(core, before);
  }
  refuseDays({ ...before, ...set });
  core.change.update('invoices', before.id, set, { version: before.version });
  await core.flush();
  return getInvoice(core, before.id);
}

/** Throws bad_input: nobody bills or pays nothing. */
export function refuseNothing({ minor }: Money): void {
  if (minor <= 0n) {
    throw new DomainError('bad_input', 'an amount of nothing', {
      say: { en: 'The amount must be more than nothing.', zh: '金额必须大于 0。' },
    });
  }
}

/** Nothing is converted: what names it would pay it no more. */
async function refusePaid(core: Core, { id, number, currency }: InvoiceLine): Promise<void> {
  const paid = await core.sql({
    name: 'invoice-named-by',
    text: 'SELECT 1 FROM seen.payments WHERE invoice_id = $1 AND voided_at IS NULL LIMIT 1',
    values: [id],
  });
  if (paid.length > 0) {
    throw new DomainError('bad_input', `payments in ${currency} name invoice ${id}`, {
      say: {
        en: `A payment in ${currency} is for ${number}, and I do not convert. Change or void the payment first.`,
        zh: `${number}已有${currency}回款，系统不做换算。请先修改或作废该回款。`,
      },
    });
  }
}

function refuseDays({ issuedOn, dueOn }: { issuedOn: Day; dueOn: Day }): void {
  if (dueOn < issuedOn) {
    throw new DomainError('bad_input', `due on ${dueOn}, issued on ${issuedOn}`, {
      say: { en: 'It would be due before it was issued.', zh: '到期日不能早于开票日期。' },
    });
  }
}
