import { differing } from '../changes/differing.ts';
import type { Core } from '../context.ts';
import { getCustomerWithDeal } from '../customers/sole-deal.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { amountIn, type Money } from '../money.ts';
import { findOpenInvoices, getInvoice, type InvoiceLine } from './find-invoices.ts';
import { getPayment, type PaymentLine } from './find-payments.ts';
import { anotherCustomers } from './keep-documents.ts';
import { refuseNothing } from './keep-invoices.ts';
import { refuseVoid } from './keep-void.ts';
import { type Share, spread } from './spread.ts';

export type NewPayment = {
  customerId: string;
  amount: Money;
  /** The oldest open ones when left out. */
  invoiceId?: string | undefined;
  /** Today when left out. */
  receivedOn?: Day | undefined;
  reference?: string | undefined;
};

/** `shares` are the invoices it goes to, `over` what is more than was open, `open` what the customer still owes in that currency. */
export type RecordedPayment = {
  id: string;
  customer: { id: string; name: string };
  amount: Money;
  receivedOn: Day;
  shares: Share[];
  over: bigint;
  open: bigint;
};

/** So many open invoices one payment is spread over on its receipt; nobody pays more at once. */
const SPREAD_OVER = 500;

/** Puts on record what came in. Throws bad_input for a day that is not yet, or another customer's invoice. */
export async function recordPayment(core: Core, input: NewPayment): Promise<RecordedPayment> {
  const { customerId, invoiceId, reference, receivedOn = core.today } = input;
  refuseAhead(core, receivedOn);
  const [customer, invoice, owed] = await Promise.all([
    getCustomerWithDeal(core, customerId),
    invoiceId ? getInvoice(core, invoiceId) : undefined,
    findOpenInvoices(core, { customerIds: [customerId], limit: SPREAD_OVER }),
  ]);
  if (invoice) {
    refuseVoid(invoice);
  }
  if (invoice && invoice.customerId !== customerId) {
    throw anotherCustomers(customer.name);
  }
  const amount = amountIn(currencyOf(core, invoice, owed), input.amount);
  refuseNothing(amount);
  if (invoice && invoice.currency !== amount.currency) {
    throw anotherCurrency(invoice);
  }
  const payable = owed.flatMap(({ id, number, open, currency }) =>
    currency === amount.currency && open !== null ? [{ id, number, open }] : [],
  );
  const { shares, over } = spread(amount.minor, payable, invoiceId);
  const id = newId();
  core.change.insert('payments', {
    id,
    customerId,
    invoiceId: invoiceId ?? null,
    receivedOn,
    amount: amount.minor,
    currency: amount.currency,
    reference: reference ?? null,
    createdBy: core.actor.userId,
  });
  const open = payable.reduce((sum, each) => sum + each.open, 0n) - (amount.minor - over);
  return { id, customer: { id: customerId, name: customer.name }, amount, receivedOn, shares, over, open };
}

export type PaymentChange = {
  paymentId: string;
  amount?: Money | undefined;
  /** Null lets it go to the oldest. */
  invoiceId?: string | null | undefined;
  receivedOn?: Day | undefined;
  reference?: string | null | undefined;
};

/** Sets what is given. Throws decided for one that is void or names one that is, bad_input where nothing changes. */
export async function changePayment(core: Core, change: PaymentChange): Promise<PaymentLine> {
  const before = await getPayment(core, change.paymentId);
  refuseVoid(before);
  const { invoiceId, receivedOn, reference } = change;
  const amount = change.amount && amountIn(before.currency, change.amount);
  await refuseInvoice(core, before, { invoiceId, amount });
  const set = differing(
    { ...before, invoiceId: before.invoice?.id ?? null },
    { amount: amount?.minor, currency: amount?.currency, invoiceId, receivedOn, reference },
  );
  if (amount) {
    refuseNothing(amount);
  }
  refuseAhead(core, receivedOn ?? before.receivedOn);
  core.change.update('payments', before.id, set, { version: before.version });
  await core.flush();
  return getPayment(core, before.id);
}

/** Throws where what it names would be void, another customer's or in another currency. */
async function refuseInvoice(
  core: Core,
  before: PaymentLine,
  { invoiceId, amount }: Pick<PaymentChange, 'invoiceId' | 'amount'>,
): Promise<void> {
  const named = before.invoice?.id;
  const id = invoiceId === undefined ? amount && named : invoiceId;
  if (!id) {
    return;
  }
  const invoice = await getInvoice(core, id);
  if (id !== named) {
    refuseVoid(invoice);
  }
  if (invoice.customerId !== before.customerId) {
    throw anotherCustomers(before.customerName);
  }
  if (invoice.currency !== (amount?.currency ?? before.currency)) {
    throw anotherCurrency(invoice);
  }
}

/** A number alone is in the currency of the invoice it names, else of all that is open, else the organisation's. */
function currencyOf(core: Core, invoice: InvoiceLine | undefined, owed: readonly InvoiceLine[]): string {
  const [only, ...others] = new Set(owed.map(({ currency }) => currency));
  return invoice?.currency ?? (only && others.length === 0 ? only : core.org.currency);
}

const anotherCurrency = ({ id, number, currency }: InvoiceLine) =>
  new DomainError('bad_input', `invoice ${id} is in ${currency}`, {
    say: { en: `${number} is in ${currency}; I do not convert.`, zh: `${number}是${currency}发票，系统不做换算。` },
  });

function refuseAhead({ today }: Core, receivedOn: Day): void {
  if (receivedOn > today) {
    throw new DomainError('bad_input', `received on ${receivedOn}, after ${today}`, {
      say: { en: 'That day has not come yet.', zh: '这一天还没到。' },
    });
  }
}
