import { z } from 'zod';
import { hasRole } from '../../core/actor.ts';
import { DOCUMENT_STATES, type DocumentKind, STATE_NAMES } from '../../core/billing/document.ts';
import { getDocument } from '../../core/billing/find-documents.ts';
import { addDocument, changeDocument } from '../../core/billing/keep-documents.ts';
import { makeVoid } from '../../core/billing/keep-void.ts';
import { DOCUMENT_KEEPERS } from '../../core/billing/keepers.ts';
import { isId } from '../../core/id.ts';
import { followUpQuote } from '../../core/opportunities/quote-follow-up.ts';
import { defineCommand, EVERYBODY, SELLERS } from '../command.ts';
import {
  choiceField,
  dayField,
  moneyField,
  noteField,
  pastDayField,
  recordField,
  textField,
} from '../fields/common.ts';
import { clearable, optional } from '../fields/field.ts';
import { typedMoney } from '../fields/typed-money.ts';
import { withNext } from '../views/opportunity.ts';
import { AMOUNT, NUMBER, REASON } from '../views/paper.ts';
import { DATED, documentCard, ENDS, STARTS } from '../views/sales-document.ts';
import { viewer } from '../views/viewer.ts';

const customerField = () => recordField('customer', { en: 'Customer', zh: '客户' }, { positional: true });
const documentField = () => recordField('document', { en: 'Document', zh: '单据' }, { positional: true });

/** What every kind is put on record with; the days it has besides are its own. */
const commonFields = (kind: DocumentKind) => ({
  customer: customerField(),
  amount: moneyField(AMOUNT, { positional: true }),
  deal: optional(recordField('opportunity', { en: 'Opportunity', zh: '商机' })),
  on: optional(pastDayField(DATED[kind])),
  number: optional(textField(NUMBER)),
});

export const quoteAdd = defineCommand({
  name: 'quote.add',
  words: { en: ['quote add', 'new quote', 'quote'], zh: ['新报价', '登记报价', '报价'] },
  summary: { en: 'Put a quote on record', zh: '登记报价' },
  submit: { en: 'Record the quote', zh: '登记报价' },
  examples: {
    en: ['quote add Acme 350k --valid-until "30 June"'],
    zh: ['新报价 华星电子 35万 --有效期至 6月30日'],
  },
  effect: 'write',
  allow: DOCUMENT_KEEPERS,
  input: z.strictObject({ ...commonFields('quote'), until: optional(dayField(ENDS.quote)) }),
  async run(core, { customer: customerId, deal: opportunityId, on: datedOn, until: endsOn, ...input }) {
    const added = await addDocument(core, { kind: 'quote', customerId, opportunityId, datedOn, endsOn, ...input });
    const next = hasRole(core.actor, SELLERS) ? await followUpQuote(core, added) : undefined;
    return {
      kind: 'card',
      card: withNext(documentCard(added, 'added', viewer(core)), next, viewer(core)),
    };
  },
});

export const contractAdd = defineCommand({
  name: 'contract.add',
  words: { en: ['contract add', 'new contract', 'contract'], zh: ['新合同', '登记合同', '合同'] },
  summary: { en: 'Put a contract on record', zh: '登记合同' },
  submit: { en: 'Record the contract', zh: '登记合同' },
  examples: {
    en: ['contract add Acme 350k --signed-on yesterday --ends-on "31 December"'],
    zh: ['新合同 华星电子 35万 --签订日期 昨天 --到期日期 12月31日'],
  },
  effect: 'write',
  allow: DOCUMENT_KEEPERS,
  input: z.strictObject({
    ...commonFields('contract'),
    starts: optional(dayField(STARTS)),
    ends: optional(dayField(ENDS.contract)),
  }),
  async run(core, { customer, deal: opportunityId, on: datedOn, starts: startsOn, ends: endsOn, ...input }) {
    const days = { datedOn, startsOn, endsOn };
    const added = await addDocument(core, { kind: 'contract', customerId: customer, opportunityId, ...days, ...input });
    return { kind: 'card', card: documentCard(added, 'added', viewer(core)) };
  },
});

export const orderAdd = defineCommand({
  name: 'order.add',
  words: { en: ['order add', 'new order', 'order'], zh: ['新订单', '登记订单', '订单'] },
  summary: { en: 'Put an order on record', zh: '登记订单' },
  submit: { en: 'Record the order', zh: '登记订单' },
  examples: {
    en: ['order add Acme 120k --number PO-7'],
    zh: ['新订单 华星电子 12万 --编号 PO-8'],
  },
  effect: 'write',
  allow: DOCUMENT_KEEPERS,
  input: z.strictObject({
    ...commonFields('order'),
    by: optional(dayField(ENDS.order)),
    quote: optional(recordField('document', { en: 'Quote', zh: '报价' }, { hidden: true })),
  }),
  async prefill(core, { quote }) {
    const quoted = isId(String(quote)) ? await getDocument(core, String(quote)) : undefined;
    return quoted && quoted.amount !== null ? { amount: typedMoney(quoted.amount, quoted.currency, core) } : {};
  },
  async run(core, { customer: customerId, deal: opportunityId, on: datedOn, by: endsOn, quote: _, ...input }) {
    const added = await addDocument(core, { kind: 'order', customerId, opportunityId, datedOn, endsOn, ...input });
    return { kind: 'card', card: documentCard(added, 'added', viewer(core)) };
  },
});

export const documentShow = defineCommand({
  name: 'document.show',
  words: {
    en: ['document show', 'document'],
    zh: ['查看单据', '查看报价', '查看合同', '查看订单'],
  },
  summary: { en: 'A quote, contract or order', zh: '查看报价、合同或订单' },
  examples: { en: ['document Acme'], zh: ['查看单据 华星电子'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({ document: documentField() }),
  async run(core, { document }) {
    const card = documentCard(await getDocument(core, document), 'shown', viewer(core));
    return { kind: 'card', card };
  },
});

/** Where it stands is a press on its card; what only a contract has is asked of one. */
const notAskedOf = (kind: DocumentKind | undefined) => (kind === 'contract' ? ['state'] : ['state', 'starts']);

export const documentChange = defineCommand({
  name: 'document.change',
  words: {
    en: ['document change', 'quote change', 'contract change', 'order change'],
    zh: ['修改单据', '修改报价', '修改合同', '修改订单'],
  },
  summary: { en: 'Change a quote, contract or order', zh: '修改报价、合同或订单' },
  submit: { en: 'Save changes', zh: '保存修改' },
  examples: {
    en: ['quote change Acme --amount 380k', 'order change O-00001 --state delivered'],
    zh: ['修改报价 华星电子 --金额 38万', '修改订单 O-00001 --状态 已交付'],
  },
  effect: 'write',
  allow: DOCUMENT_KEEPERS,
  asksWhenEmpty: true,
  changes: {
    table: 'sales_documents',
    record: 'document',
    shownBy: 'document.show',
    columns: { on: 'datedOn', starts: 'startsOn', ends: 'endsOn' },
  },
  input: z.strictObject({
    document: documentField(),
    amount: optional(moneyField(AMOUNT)),
    on: optional(dayField({ en: 'Date', zh: '日期' })),
    starts: clearable(dayField(STARTS)),
    ends: clearable(dayField({ en: 'Until', zh: '截止日期' })),
    number: optional(textField(NUMBER)),
    state: optional(choiceField(DOCUMENT_STATES, STATE_NAMES, { en: 'State', zh: '状态' })),
  }),
  hides: async (core, { document }) =>
    notAskedOf(isId(String(document)) ? (await getDocument(core, String(document))).kind : undefined),
  async prefill(core, { document }) {
    const { kind, amount, currency, datedOn, startsOn, endsOn, number, unseen } = await getDocument(
      core,
      String(document),
    );
    return {
      amount: amount === null ? null : typedMoney(amount, currency, core),
      on: datedOn,
      starts: startsOn,
      ends: endsOn,
      number,
      unseen: [...unseen, ...notAskedOf(kind)],
    };
  },
  async run(core, { document, on: datedOn, starts: startsOn, ends: endsOn, ...change }) {
    const changed = await changeDocument(core, { documentId: document, datedOn, startsOn, endsOn, ...change });
    return { kind: 'card', inPlace: true, card: documentCard(changed, 'changed', viewer(core)) };
  },
});

export const documentVoid = defineCommand({
  name: 'document.void',
  words: {
    en: ['document void', 'quote void', 'contract void', 'order void'],
    zh: ['作废单据', '作废报价', '作废合同', '作废订单'],
  },
  summary: { en: 'Void a quote, contract or order', zh: '作废报价、合同或订单' },
  submit: { en: 'Void it', zh: '确认作废' },
  examples: { en: ['order void O-00001 --why "Entered twice"'], zh: ['作废订单 O-00001 --原因 重复录入'] },
  effect: 'write',
  allow: DOCUMENT_KEEPERS,
  input: z.strictObject({ document: documentField(), reason: noteField(REASON) }),
  async run(core, { document: id, reason }) {
    await makeVoid(core, { record: 'document', id, reason });
    const card = documentCard(await getDocument(core, id), 'voided', viewer(core));
    return { kind: 'card', card };
  },
});
