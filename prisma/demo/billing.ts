import type { Calendar } from './calendar.ts';
import { userId } from './people.ts';
import type { Opportunity } from './pipeline.ts';
import type { Money } from './products.ts';
import { demoId, nth } from './random.ts';

/** How much of an invoice came in, in percent, and so many calendar days after it was due; one is still waited for. */
const PAID: readonly { percent: number; late: number }[] = [
  { percent: 60, late: -3 },
  { percent: 100, late: 0 },
  { percent: 100, late: 6 },
  { percent: 0, late: 0 },
];

/** How much some may owe, in thousands. */
const LIMITS: Readonly<Record<string, number>> = {
  'huaxing-dianzi': 200,
  'lanyu-shipin': 150,
  'acme-manufacturing': 300,
};

const DAYS_TO_PAY = 30;

/** What was quoted where it is talked about, and what was ordered, billed and paid of what was won. */
export function billingRows(pipeline: readonly Opportunity[], calendar: Calendar, { currency, toMinor }: Money) {
  const priced = pipeline.filter(({ deal }) => deal.thousands !== null);
  const quoted = priced.filter(({ deal }) => deal.stage === 'proposal' || deal.stage === 'negotiation');
  const won = priced.filter(({ deal }) => deal.stage === 'won');
  const document = (kind: 'quote' | 'order', { id, key, company, deal, owner, stages }: Opportunity, index: number) => {
    const on = calendar.workday(-(stages.at(-1)?.ago ?? 1));
    return {
      id: demoId(kind, key),
      kind,
      number: `${kind === 'quote' ? 'Q' : 'O'}-${String(index + 1).padStart(5, '0')}`,
      customer_id: demoId('customer', company.domain),
      opportunity_id: id,
      dated_on: on,
      ends_on: kind === 'quote' ? calendar.addDays(calendar.today, 20 + index) : null,
      amount: toMinor((deal.thousands ?? 0) * 1_000),
      currency,
      state: kind === 'quote' ? 'sent' : index % 2 === 0 ? 'delivered' : 'open',
      created_by: userId(owner),
      created_at: calendar.at(on, 17 * 60),
    };
  };
  const orders = won.map((deal, index) => document('order', deal, index));
  const invoices = won.map(({ key }, index) => {
    const { id, customer_id, amount, dated_on, created_at } = nth(orders, index);
    return {
      id: demoId('invoice', key),
      number: `INV-${String(index + 1).padStart(5, '0')}`,
      customer_id,
      document_id: id,
      issued_on: dated_on,
      due_on: calendar.addDays(dated_on, DAYS_TO_PAY),
      amount,
      currency,
      created_by: userId('zhao.min'),
      created_at,
    };
  });
  const payments = won.flatMap(({ key }, index) => {
    const { id, customer_id, amount, due_on } = nth(invoices, index);
    const paid = nth(PAID, index);
    const on = calendar.addDays(due_on, paid.late);
    return paid.percent > 0 && on <= calendar.today
      ? [
          {
            id: demoId('payment', key),
            customer_id,
            invoice_id: id,
            received_on: on,
            amount: String((BigInt(amount) * BigInt(paid.percent)) / 100n),
            currency,
            created_by: userId('zhao.min'),
            created_at: calendar.at(on, 15 * 60),
          },
        ]
      : [];
  });
  return {
    sales_documents: [...quoted.map((deal, index) => document('quote', deal, index)), ...orders],
    invoices,
    payments,
    credit_limits: Object.entries(LIMITS).map(([domain, thousands]) => ({
      id: demoId('credit_limit', domain),
      customer_id: demoId('customer', domain),
      amount: toMinor(thousands * 1_000),
      currency,
      created_by: userId('zhao.min'),
      created_at: calendar.at(calendar.workday(-40), 9 * 60),
    })),
  };
}
