import { BALANCES } from '../../billing/balances.ts';
import { TIME_DIMENSIONS } from './buckets.ts';
import type { Dimension, Entity, Field, Gist, Measure } from './entity.ts';
import {
  choiceDimension,
  count,
  customerDimensions,
  customerField,
  OWNER_DIMENSIONS,
  OWNER_JOINS,
  ownerFields,
  placeFields,
  TIER,
  TIER_DIMENSION,
  tierJoin,
  words,
} from './shared.ts';

const [REGION, INDUSTRY] = placeFields('c');
export const JOINS = {
  c: 'LEFT JOIN seen.customers c ON c.id = x.customer_id',
  ...OWNER_JOINS('c.owner_id'),
  ct: tierJoin('x.customer_id'),
};
/** Whose customer it is counts as whose money it is. */
export const OF_CUSTOMER: readonly Field[] = [
  ...ownerFields('c.owner_id'),
  customerField('x.customer_id'),
  TIER,
  REGION,
  INDUSTRY,
];
export const GROUPS: readonly Dimension[] = [
  ...OWNER_DIMENSIONS,
  ...customerDimensions(REGION, INDUSTRY),
  TIER_DIMENSION,
  ...TIME_DIMENSIONS,
];

export const NUMBER: Field = {
  key: 'number',
  type: 'text',
  name: { en: 'number', zh: '编号' },
  synonyms: words('', ''),
  sql: 'x.number',
};
export const amountOf = (guarded: 'invoices.amount' | 'payments.amount' | 'sales_documents.amount'): Field => ({
  key: 'amount',
  type: 'money',
  name: { en: 'amount', zh: '金额' },
  synonyms: words('value', '额'),
  sql: 'x.amount',
  guarded,
  currency: 'x.currency',
});
export const dayOf = (key: string, name: Field['name'], sql: string): Field => ({
  key,
  type: 'day',
  name,
  synonyms: words('', ''),
  sql,
});
export const sumOf = (key: string, { sql, ...about }: Omit<Measure, 'key' | 'unit'>): Measure => ({
  key,
  ...about,
  unit: 'money',
  sql: `sum(${sql})`,
});

const STATUS: Field = {
  key: 'status',
  type: 'choice',
  name: { en: 'status', zh: '状态' },
  synonyms: words('', ''),
  sql: `CASE WHEN x.open = 0 THEN 'paid' WHEN x.open > 0 AND x.due_on < $today::date THEN 'overdue' WHEN x.open > 0 THEN 'open' END`,
  choices: [
    { key: 'open', name: { en: 'not due yet', zh: '未到期' } },
    { key: 'overdue', name: { en: 'overdue', zh: '逾期' } },
    { key: 'paid', name: { en: 'paid', zh: '已付清' } },
  ],
  guarded: 'invoices.amount',
};

const WANTED: readonly string[] = ['eq', 'in'];
const OWED: readonly string[] = ['receivable', 'overdue'];
const OPEN: readonly string[] = ['status', 'open', 'overdue_days', ...OWED];

/** What is owed is what is open; and who asks for open ones alone is told of no other. */
function asksWhatIsOpen({ filters, measures, having }: Gist): boolean {
  return (
    filters.some(({ field, op, values }) => field === 'status' && WANTED.includes(op) && !values.includes('paid')) ||
    (measures.length > 0 && [...measures, ...having.map(({ measure }) => measure)].every((key) => OWED.includes(key)))
  );
}

/** Of whatever is open of an invoice, all its customer was billed and paid is read. */
function choosesByOpen({ filters, groupBy, measures, having, sort }: Gist): boolean {
  const asked = [
    ...filters.map(({ field }) => field),
    ...groupBy,
    ...measures,
    ...having.map(({ measure }) => measure),
    sort?.by ?? '',
  ];
  return asked.some((key) => OPEN.includes(key));
}

/** The same invoices by what they say themselves; what is open is worked out for those that are shown. */
const BILLED = `(SELECT i.*, (SELECT b.open FROM ${BALANCES} b WHERE b.customer_id = i.customer_id AND b.id = i.id) AS open
    FROM seen.invoices i WHERE i.voided_at IS NULL)`;

/** Invoices that stand, with what is still open of them (R13). */
export const invoice: Entity = {
  one: { en: 'invoice', zh: '发票' },
  many: { en: 'invoices', zh: '发票' },
  synonyms: words('bill|bills', '开票'),
  table: `${BALANCES} x`,
  faster: [
    { table: 'seen.open_invoices x', answers: asksWhatIsOpen },
    { table: `${BILLED} x`, answers: (question) => !choosesByOpen(question) },
  ],
  joins: JOINS,
  title: `concat_ws(' · ', c.name, x.number)`,
  owner: 'c.owner_id',
  fields: [
    STATUS,
    amountOf('invoices.amount'),
    {
      key: 'open',
      type: 'money',
      name: { en: 'still open', zh: '未回款' },
      synonyms: words('', ''),
      sql: 'x.open',
      guarded: 'invoices.amount',
      currency: 'x.currency',
    },
    dayOf('issued', { en: 'issued on', zh: '开票日期' }, 'x.issued_on'),
    dayOf('due', { en: 'due on', zh: '到期日' }, 'x.due_on'),
    {
      key: 'overdue_days',
      type: 'number',
      name: { en: 'days overdue', zh: '逾期天数' },
      synonyms: words('days late', '超期天数'),
      sql: 'CASE WHEN x.open > 0 AND x.due_on < $today::date THEN $today::date - x.due_on END',
      guarded: 'invoices.amount',
      told: {
        gt: { en: 'more than {n} days late', zh: '逾期超过 {n} 天' },
        gte: { en: '{n} days late or more', zh: '逾期 {n} 天及以上' },
      },
    },
    NUMBER,
    ...OF_CUSTOMER,
  ],
  dimensions: [choiceDimension(STATUS), ...GROUPS],
  measures: [
    count({ en: 'How many invoices that are not void.', zh: '未作废的发票张数。' }),
    sumOf('invoiced', {
      name: { en: 'invoiced', zh: '开票金额' },
      synonyms: words('billed', '开票额'),
      definition: {
        en: 'The sum of what was billed, by the day of the invoice, each currency by itself.',
        zh: '发票金额之和，按开票日期统计，各币种分别计算。',
      },
      sql: 'x.amount',
      reads: ['amount'],
    }),
    sumOf('receivable', {
      name: { en: 'receivable', zh: '应收' },
      synonyms: words('owed|outstanding', '应收账款|欠款'),
      definition: {
        en: 'The sum of what is still open as of today, by the day it is due, each currency by itself. A payment that names no invoice has paid the oldest.',
        zh: '截至今天未回款部分之和，按到期日统计，各币种分别计算。未指定发票的回款先冲抵最早到期的发票。',
      },
      sql: 'x.open',
      // Whoever sees the amount sees what is open of it, in the same currency.
      of: { field: 'status', op: 'in', values: ['open', 'overdue'] },
      reads: ['amount'],
    }),
    sumOf('overdue', {
      name: { en: 'overdue', zh: '逾期金额' },
      synonyms: words('overdue amount|past due', '逾期应收|逾期欠款'),
      definition: {
        en: 'The part of the receivable that was due before today, each currency by itself.',
        zh: '应收中今天之前已到期的部分，各币种分别计算。',
      },
      sql: 'CASE WHEN x.due_on < $today::date THEN x.open ELSE 0 END',
      of: { field: 'status', op: 'eq', values: ['overdue'] },
      reads: ['amount'],
    }),
  ],
  time: 'issued',
  sort: { by: 'due', dir: 'asc' },
  amount: 'open',
};

/** What came in (R13). */
export const payment: Entity = {
  one: { en: 'payment', zh: '回款' },
  many: { en: 'payments', zh: '回款' },
  synonyms: words('receipt|receipts', '收款|到账'),
  table: 'seen.payments x',
  only: 'x.voided_at IS NULL',
  joins: JOINS,
  title: `concat_ws(' · ', c.name, x.reference)`,
  owner: 'c.owner_id',
  fields: [
    amountOf('payments.amount'),
    dayOf('received', { en: 'received on', zh: '到账日期' }, 'x.received_on'),
    ...OF_CUSTOMER,
  ],
  dimensions: GROUPS,
  measures: [
    count({ en: 'How many payments that are not void.', zh: '未作废的回款笔数。' }),
    sumOf('received', {
      name: { en: 'received', zh: '回款金额' },
      synonyms: words('collected', '回款额|收款额'),
      definition: {
        en: 'The sum of what came in, by the day it did, each currency by itself.',
        zh: '到账金额之和，按到账日期统计，各币种分别计算。',
      },
      sql: 'x.amount',
      reads: ['amount'],
    }),
  ],
  time: 'received',
  sort: { by: 'received', dir: 'desc' },
  amount: 'amount',
};

/** What was ordered (R12). */
export const order: Entity = {
  one: { en: 'order', zh: '订单' },
  many: { en: 'orders', zh: '订单' },
  synonyms: words('purchase order|purchase orders', '下单'),
  table: 'seen.sales_documents x',
  only: `x.kind = 'order' AND x.voided_at IS NULL`,
  joins: JOINS,
  title: `concat_ws(' · ', c.name, x.number)`,
  owner: 'c.owner_id',
  fields: [
    amountOf('sales_documents.amount'),
    dayOf('ordered', { en: 'ordered on', zh: '下单日期' }, 'x.dated_on'),
    NUMBER,
    ...OF_CUSTOMER,
  ],
  dimensions: GROUPS,
  measures: [
    count({ en: 'How many orders that are not void.', zh: '未作废的订单个数。' }),
    sumOf('ordered', {
      name: { en: 'ordered', zh: '订单金额' },
      synonyms: words('order intake|order value', '订单额|下单金额'),
      definition: {
        en: 'The sum of what was ordered, by the day of the order, each currency by itself.',
        zh: '订单金额之和，按下单日期统计，各币种分别计算。',
      },
      sql: 'x.amount',
      reads: ['amount'],
    }),
  ],
  time: 'ordered',
  sort: { by: 'ordered', dir: 'desc' },
  amount: 'amount',
};
