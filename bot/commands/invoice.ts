import { z } from 'zod';
import { getDocument } from '../../core/billing/find-documents.ts';
import { findOpenInvoices, getInvoice, INVOICES_SHOWN, seesPaid } from '../../core/billing/find-invoices.ts';
import { addInvoice, changeInvoice } from '../../core/billing/keep-invoices.ts';
import { makeVoid } from '../../core/billing/keep-void.ts';
import { BOOKKEEPERS } from '../../core/billing/keepers.ts';
import { isId } from '../../core/id.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import {
  choiceField,
  dayField,
  moneyField,
  noteField,
  pastDayField,
  recordField,
  textField,
} from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { typedMoney } from '../fields/typed-money.ts';
import { pageField, readPage } from '../page.ts';
import { DUE, ISSUED, invoiceCard, invoicesCard } from '../views/invoice.ts';
import { AMOUNT, NUMBER, REASON } from '../views/paper.ts';
import { viewer } from '../views/viewer.ts';

const CUSTOMER = { en: 'Customer', zh: '客户' };
const invoiceField = () => recordField('invoice', { en: 'Invoice', zh: '发票' }, { positional: true });

export const invoiceAdd = defineCommand({
  name: 'invoice.add',
  words: { en: ['invoice add', 'new invoice'], zh: ['新发票', '登记发票', '开票'] },
  summary: { en: 'Put an invoice on record', zh: '登记发票' },
  submit: { en: 'Record the invoice', zh: '登记发票' },
  examples: {
    en: ['invoice add Acme 350k --due-on "end of month"'],
    zh: ['新发票 华星电子 35万 --到期日 月底'],
  },
  effect: 'write',
  allow: BOOKKEEPERS,
  input: z.strictObject({
    customer: recordField('customer', CUSTOMER, { positional: true }),
    amount: moneyField(AMOUNT, { positional: true }),
    due: dayField(DUE),
    on: optional(pastDayField(ISSUED)),
    document: optional(recordField('document', { en: 'For order or contract', zh: '对应订单或合同' })),
    number: optional(textField(NUMBER)),
  }),
  async prefill(core, { document }) {
    const billed = isId(String(document)) ? await getDocument(core, String(document)) : undefined;
    const rest = billed && billed.amount !== null ? billed.amount - (billed.billed ?? 0n) : 0n;
    return billed && rest > 0n ? { amount: typedMoney(rest, billed.currency, core) } : {};
  },
  async run(core, { customer: customerId, due: dueOn, on: issuedOn, document: documentId, ...input }) {
    const added = await addInvoice(core, { customerId, dueOn, issuedOn, documentId, ...input });
    return { kind: 'card', card: invoiceCard(added, 'added', viewer(core)) };
  },
});

export const invoiceList = defineCommand({
  name: 'invoice.list',
  words: { en: ['invoices', 'invoice list', 'overdue invoices'], zh: ['发票列表', '未付发票', '逾期发票'] },
  summary: { en: 'Invoices overdue or not paid', zh: '逾期或未付清的发票' },
  examples: {
    en: ['invoices', 'invoices --customer Acme --which open'],
    zh: ['发票列表', '发票列表 --客户 华星电子 --范围 未付清'],
  },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({
    which: optional(
      choiceField(
        INVOICES_SHOWN,
        { open: { en: 'open', zh: '未付清' }, overdue: { en: 'overdue', zh: '逾期' } },
        { en: 'Which', zh: '范围' },
      ),
    ),
    customer: optional(recordField('customer', CUSTOMER, { isKnown: true })),
    page: pageField(),
  }),
  async run(core, { which = 'overdue', customer, page }) {
    const customerIds = customer ? [customer] : undefined;
    const [found, isAll] = await Promise.all([
      readPage(page, (window) => findOpenInvoices(core, { which, customerIds, ...window })),
      seesPaid(core),
    ]);
    const card = invoicesCard(found, { which, customer, isAll }, viewer(core));
    return { kind: 'card', inPlace: page !== undefined, card };
  },
});

export const invoiceShow = defineCommand({
  name: 'invoice.show',
  words: { en: ['invoice show', 'invoice'], zh: ['查看发票', '发票'] },
  summary: { en: 'How an invoice stands', zh: '查看发票' },
  examples: { en: ['invoice INV-00001'], zh: ['查看发票 INV-00001'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({ invoice: invoiceField() }),
  async run(core, { invoice }) {
    const card = invoiceCard(await getInvoice(core, invoice), 'shown', viewer(core));
    return { kind: 'card', card };
  },
});

export const invoiceChange = defineCommand({
  name: 'invoice.change',
  words: { en: ['invoice change', 'invoice edit'], zh: ['修改发票', '发票 修改'] },
  summary: { en: 'Change an invoice', zh: '修改发票' },
  submit: { en: 'Save changes', zh: '保存修改' },
  examples: {
    en: ['invoice change INV-00001 --due-on "30 June"'],
    zh: ['修改发票 INV-00001 --到期日 6月30日'],
  },
  effect: 'write',
  allow: BOOKKEEPERS,
  asksWhenEmpty: true,
  changes: {
    table: 'invoices',
    record: 'invoice',
    shownBy: 'invoice.show',
    columns: { due: 'dueOn', on: 'issuedOn' },
  },
  input: z.strictObject({
    invoice: invoiceField(),
    amount: optional(moneyField(AMOUNT)),
    due: optional(dayField(DUE)),
    on: optional(pastDayField(ISSUED)),
    number: optional(textField(NUMBER)),
  }),
  async prefill(core, { invoice }) {
    const { amount, currency, dueOn, issuedOn, number, unseen } = await getInvoice(core, String(invoice));
    return {
      amount: amount === null ? null : typedMoney(amount, currency, core),
      due: dueOn,
      on: issuedOn,
      number,
      unseen,
    };
  },
  async run(core, { invoice, due: dueOn, on: issuedOn, ...change }) {
    const changed = await changeInvoice(core, { invoiceId: invoice, dueOn, issuedOn, ...change });
    return { kind: 'card', card: invoiceCard(changed, 'changed', viewer(core)) };
  },
});

export const invoiceVoid = defineCommand({
  name: 'invoice.void',
  words: { en: ['invoice void'], zh: ['作废发票', '发票 作废'] },
  summary: { en: 'Void an invoice', zh: '作废发票' },
  submit: { en: 'Void it', zh: '确认作废' },
  examples: {
    en: ['invoice void INV-00001 --why "Wrong amount"'],
    zh: ['作废发票 INV-00001 --原因 金额有误'],
  },
  effect: 'write',
  allow: BOOKKEEPERS,
  input: z.strictObject({ invoice: invoiceField(), reason: noteField(REASON) }),
  async run(core, { invoice: id, reason }) {
    await makeVoid(core, { record: 'invoice', id, reason });
    const card = invoiceCard(await getInvoice(core, id), 'voided', viewer(core));
    return { kind: 'card', card };
  },
});
