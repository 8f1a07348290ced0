import { z } from 'zod';
import { getInvoice } from '../../core/billing/find-invoices.ts';
import { getPayment } from '../../core/billing/find-payments.ts';
import { changePayment, recordPayment } from '../../core/billing/keep-payments.ts';
import { makeVoid } from '../../core/billing/keep-void.ts';
import { BOOKKEEPERS } from '../../core/billing/keepers.ts';
import { findCreditLimit, setCreditLimit } from '../../core/billing/set-credit-limit.ts';
import { isId } from '../../core/id.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import { moneyField, noteField, pastDayField, recordField, textField } from '../fields/common.ts';
import { clearable, optional } from '../fields/field.ts';
import { typedMoney } from '../fields/typed-money.ts';
import { AMOUNT, REASON } from '../views/paper.ts';
import { creditLimitCard, paymentCard, paymentRecordedCard, RECEIVED, REFERENCE } from '../views/payment.ts';
import { viewer } from '../views/viewer.ts';

const INVOICE = { en: 'Invoice', zh: '发票' };
const customerField = () => recordField('customer', { en: 'Customer', zh: '客户' }, { positional: true });
const paymentField = () => recordField('payment', { en: 'Payment', zh: '回款' }, { positional: true });

export const paymentAdd = defineCommand({
  name: 'payment.add',
  words: { en: ['payment add', 'new payment', 'received'], zh: ['登记回款', '新回款', '回款'] },
  summary: { en: 'Put a payment on record', zh: '登记回款' },
  submit: { en: 'Record the payment', zh: '登记回款' },
  examples: { en: ['payment add Acme 200k --received-on yesterday'], zh: ['登记回款 华星电子 20万 --到账日期 昨天'] },
  effect: 'write',
  allow: BOOKKEEPERS,
  input: z.strictObject({
    customer: customerField(),
    amount: moneyField(AMOUNT, { positional: true }),
    invoice: optional(recordField('invoice', INVOICE)),
    on: optional(pastDayField(RECEIVED)),
    reference: optional(textField(REFERENCE)),
  }),
  async prefill(core, { invoice: id }) {
    const invoice = isId(String(id)) ? await getInvoice(core, String(id)) : undefined;
    return invoice?.open ? { amount: typedMoney(invoice.open, invoice.currency, core) } : {};
  },
  async run(core, { customer: customerId, invoice: invoiceId, on: receivedOn, ...input }) {
    const recorded = await recordPayment(core, { customerId, invoiceId, receivedOn, ...input });
    return { kind: 'card', card: paymentRecordedCard(recorded, viewer(core)) };
  },
});

export const paymentShow = defineCommand({
  name: 'payment.show',
  words: { en: ['payment show', 'payment'], zh: ['查看回款'] },
  summary: { en: 'A payment that came in', zh: '查看回款' },
  examples: { en: ['payment Acme'], zh: ['查看回款 华星电子'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({ payment: paymentField() }),
  async run(core, { payment }) {
    const card = paymentCard(await getPayment(core, payment), 'shown', viewer(core));
    return { kind: 'card', card };
  },
});

export const paymentChange = defineCommand({
  name: 'payment.change',
  words: { en: ['payment change', 'payment edit'], zh: ['修改回款', '回款 修改'] },
  summary: { en: 'Change a payment', zh: '修改回款' },
  submit: { en: 'Save changes', zh: '保存修改' },
  examples: { en: ['payment change Acme --amount 180k'], zh: ['修改回款 华星电子 --金额 18万'] },
  effect: 'write',
  allow: BOOKKEEPERS,
  asksWhenEmpty: true,
  changes: {
    table: 'payments',
    record: 'payment',
    shownBy: 'payment.show',
    columns: { on: 'receivedOn', invoice: 'invoiceId' },
  },
  input: z.strictObject({
    payment: paymentField(),
    amount: optional(moneyField(AMOUNT)),
    invoice: clearable(recordField('invoice', INVOICE)),
    on: optional(pastDayField(RECEIVED)),
    reference: clearable(textField(REFERENCE)),
  }),
  async prefill(core, { payment }) {
    const { amount, currency, invoice, receivedOn, reference, unseen } = await getPayment(core, String(payment));
    return {
      amount: amount === null ? null : typedMoney(amount, currency, core),
      invoice: invoice?.id,
      on: receivedOn,
      reference,
      unseen,
    };
  },
  async run(core, { payment, on: receivedOn, invoice: invoiceId, ...change }) {
    const changed = await changePayment(core, { paymentId: payment, receivedOn, invoiceId, ...change });
    return { kind: 'card', card: paymentCard(changed, 'changed', viewer(core)) };
  },
});

export const paymentVoid = defineCommand({
  name: 'payment.void',
  words: { en: ['payment void'], zh: ['作废回款', '回款 作废'] },
  summary: { en: 'Void a payment', zh: '作废回款' },
  submit: { en: 'Void it', zh: '确认作废' },
  examples: { en: ['payment void Acme --why "Bounced"'], zh: ['作废回款 华星电子 --原因 退票'] },
  effect: 'write',
  allow: BOOKKEEPERS,
  input: z.strictObject({ payment: paymentField(), reason: noteField(REASON) }),
  async run(core, { payment: id, reason }) {
    await makeVoid(core, { record: 'payment', id, reason });
    const card = paymentCard(await getPayment(core, id), 'voided', viewer(core));
    return { kind: 'card', card };
  },
});

export const creditSet = defineCommand({
  name: 'credit.set',
  words: { en: ['credit limit', 'credit'], zh: ['信用额度', '设置信用额度'] },
  summary: { en: 'How much a customer may owe', zh: '设置客户信用额度' },
  submit: { en: 'Set the limit', zh: '设置额度' },
  examples: { en: ['credit limit Acme 500k'], zh: ['信用额度 华星电子 50万'] },
  effect: 'write',
  allow: BOOKKEEPERS,
  changes: {
    table: 'credit_limits',
    record: 'customer',
    rowOf: async (core, customer) => (await findCreditLimit(core, customer))?.id,
    shownBy: 'customer.show',
    columns: { limit: 'amount' },
  },
  input: z.strictObject({
    customer: customerField(),
    limit: moneyField({ en: 'Credit limit', zh: '信用额度' }, { positional: true }),
  }),
  async prefill(core, { customer }) {
    const known = await findCreditLimit(core, String(customer));
    return known && known.amount !== null ? { limit: typedMoney(known.amount, known.currency, core) } : {};
  },
  async run(core, { customer, limit }) {
    const set = await setCreditLimit(core, { customerId: customer, limit });
    return { kind: 'card', card: creditLimitCard(set, viewer(core)) };
  },
});

export const creditLift = defineCommand({
  name: 'credit.lift',
  words: { en: ['no credit limit', 'credit lift'], zh: ['取消信用额度'] },
  summary: { en: 'Let a customer owe anything', zh: '取消客户信用额度' },
  submit: { en: 'Take the limit away', zh: '取消额度' },
  examples: { en: ['no credit limit Acme'], zh: ['取消信用额度 华星电子'] },
  effect: 'write',
  allow: BOOKKEEPERS,
  input: z.strictObject({ customer: customerField() }),
  async run(core, { customer }) {
    const set = await setCreditLimit(core, { customerId: customer, limit: null });
    return { kind: 'card', card: creditLimitCard(set, viewer(core)) };
  },
});
