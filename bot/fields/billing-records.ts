import { type DocumentLine, findDocuments, searchDocuments } from '../../core/billing/find-documents.ts';
import { findOpenInvoices, type InvoiceLine, searchInvoices } from '../../core/billing/find-invoices.ts';
import { type PaymentLine, searchPayments } from '../../core/billing/find-payments.ts';
import type { Core } from '../../core/context.ts';
import { day, money } from '../views/format.ts';
import { documentName } from '../views/sales-document.ts';
import { asMeant } from './meant.ts';
import type { Candidate, RecordKindRule } from './record-rule.ts';

const OFFERED = 5;

/** What was quoted, agreed, ordered, billed and paid: by its number, or by its customer. */
export const BILLING_RECORDS = {
  document: {
    name: { en: 'quote, contract or order', zh: '报价、合同或订单' },
    placeholder: { en: 'its number, or the customer', zh: '编号或客户' },
    isOfCustomer: true,
    label: async ({ db, actor }, id) => {
      const found = await db.salesDocument.findFirst({ where: { id }, select: { kind: true, number: true } });
      return found ? documentName({ number: found.number, kind: kindOf(found.kind) }, actor.locale) : undefined;
    },
    find: async (core, mention) =>
      asMeant(mention, await searchDocuments(core, { mention }), {
        names: ({ number, customerName }) => [number, customerName],
        draw: (line) => ofDocument(line, core),
      }),
    recent: async (core) => (await findDocuments(core, { limit: OFFERED })).map((line) => ofDocument(line, core)),
  },
  invoice: {
    name: { en: 'invoice', zh: '发票' },
    placeholder: { en: 'its number, or the customer', zh: '编号或客户' },
    isOfCustomer: true,
    label: async ({ db }, id) => (await db.invoice.findFirst({ where: { id }, select: { number: true } }))?.number,
    find: async (core, mention) =>
      asMeant(mention, await searchInvoices(core, { mention }), {
        names: ({ number, customerName }) => [number, customerName],
        draw: (line) => ofInvoice(line, core),
      }),
    recent: async (core) => (await findOpenInvoices(core, { limit: OFFERED })).map((line) => ofInvoice(line, core)),
  },
  payment: {
    name: { en: 'payment', zh: '回款' },
    placeholder: { en: 'the customer', zh: '客户名称' },
    find: async (core, mention) =>
      asMeant(mention, await searchPayments(core, { mention }), {
        names: ({ reference, customerName }) => [reference, customerName],
        draw: (line) => ofPayment(line, core),
      }),
  },
} as const satisfies Record<string, RecordKindRule>;

const kindOf = (kind: string) => (kind === 'quote' || kind === 'contract' ? kind : 'order');

const sumOf = (amount: bigint | null, currency: string, { actor }: Core) =>
  amount === null ? '' : money(amount, currency, actor);

function ofDocument(line: DocumentLine, core: Core): Candidate {
  const parts = [documentName(line, core.actor.locale), line.customerName, sumOf(line.amount, line.currency, core)];
  return { id: line.id, label: parts.filter(Boolean).join(' · ') };
}

function ofInvoice({ id, number, customerName, open, currency }: InvoiceLine, core: Core): Candidate {
  return { id, label: [number, customerName, sumOf(open, currency, core)].filter(Boolean).join(' · ') };
}

function ofPayment({ id, customerName, receivedOn, amount, currency }: PaymentLine, core: Core): Candidate {
  const on = day(receivedOn, { locale: core.actor.locale, today: core.today });
  return { id, label: [customerName, on, sumOf(amount, currency, core)].filter(Boolean).join(' · ') };
}
