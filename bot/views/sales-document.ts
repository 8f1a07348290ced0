import { DOCUMENT_NAMES, type DocumentKind, type DocumentState, STATE_NAMES } from '../../core/billing/document.ts';
import type { DocumentLine } from '../../core/billing/find-documents.ts';
import type { Locale, Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { day, money, type Viewer } from './format.ts';
import { CHANGE, OPEN_CUSTOMER } from './words.ts';

export const AMOUNT: Text = { en: 'Amount', zh: '金额' };
export const NUMBER: Text = { en: 'Number', zh: '编号' };
export const VOID: Text = { en: 'Void', zh: '作废' };
export const REASON: Text = { en: 'Why', zh: '原因' };
const NOT_SHOWN: Text = { en: 'not shown to your role', zh: '你的角色不可见' };
const DEAL: Text = { en: 'Opportunity', zh: '商机' };
const STATE: Text = { en: 'State', zh: '状态' };
const BILLED: Text = { en: 'Invoiced', zh: '已开票' };

/** What the days of each kind are called. */
export const DATED: Readonly<Record<DocumentKind, Text>> = {
  quote: { en: 'Quoted on', zh: '报价日期' },
  contract: { en: 'Signed on', zh: '签订日期' },
  order: { en: 'Ordered on', zh: '下单日期' },
};
export const STARTS: Text = { en: 'Starts on', zh: '开始日期' };
export const ENDS: Readonly<Record<DocumentKind, Text>> = {
  quote: { en: 'Valid until', zh: '有效期至' },
  contract: { en: 'Ends on', zh: '到期日期' },
  order: { en: 'Deliver by', zh: '交付日期' },
};

/** What comes after, by where it stands: one press each. */
const NEXT: Readonly<Partial<Record<DocumentState, readonly (readonly [DocumentState, Text])[]>>> = {
  draft: [['sent', { en: 'It is sent', zh: '已发出' }]],
  sent: [
    ['accepted', { en: 'Accepted', zh: '客户接受' }],
    ['declined', { en: 'Declined', zh: '客户拒绝' }],
  ],
  signed: [['ended', { en: 'It has ended', zh: '已终止' }]],
  open: [['delivered', { en: 'Delivered', zh: '已交付' }]],
};

/** Quote Q-00012 */
export function documentName({ kind, number }: Pick<DocumentLine, 'kind' | 'number'>, locale: Locale): string {
  return `${DOCUMENT_NAMES[kind][locale]} ${number}`;
}

/** What is kept from the reader is said to be, never to be missing. */
export function amountText(amount: bigint | null, currency: string, viewer: Viewer): string {
  return amount === null ? NOT_SHOWN[viewer.locale] : money(amount, currency, viewer);
}

export type Doing = 'shown' | 'added' | 'changed' | 'voided';

const DONE: Readonly<Record<Exclude<Doing, 'shown'>, Text>> = {
  added: { en: 'On record: ', zh: '已登记：' },
  changed: { en: 'Changed: ', zh: '已修改：' },
  voided: { en: 'Void: ', zh: '已作废：' },
};

/** The title and the tone of what was just done to a record, or of one that is looked at. */
export function headed(name: string, doing: Doing, isVoid: boolean, locale: Locale): Pick<Card, 'title' | 'tone'> {
  if (doing === 'shown') {
    return isVoid ? { title: `${DONE.voided[locale]}${name}`, tone: 'warning' } : { title: name };
  }
  return { title: `${DONE[doing][locale]}${name}`, tone: doing === 'voided' ? 'warning' : 'good' };
}

export function documentCard(document: DocumentLine, doing: Doing, viewer: Viewer): Card {
  const { locale } = viewer;
  const { kind, customerName, opportunityName, datedOn, startsOn, endsOn, amount, currency, state } = document;
  const { billed, voidedAt, voidReason } = document;
  const facts: [Text, string | null][] = [
    [{ en: 'Customer', zh: '客户' }, customerName],
    [AMOUNT, amountText(amount, currency, viewer)],
    [STATE, STATE_NAMES[state][locale]],
    [DATED[kind], day(datedOn, viewer)],
    [STARTS, startsOn && day(startsOn, viewer)],
    [ENDS[kind], endsOn && day(endsOn, viewer)],
    [DEAL, opportunityName],
    [BILLED, billed === null ? null : money(billed, currency, viewer)],
    [REASON, voidReason],
  ];
  return {
    ...headed(`${documentName(document, locale)} · ${customerName}`, doing, voidedAt !== null, locale),
    body: [
      {
        type: 'facts',
        facts: facts.flatMap(([label, value]) => (value ? [{ label: label[locale], value }] : [])),
      },
      { type: 'actions', ...buttonsOf(document, viewer) },
    ],
  };
}

/** First what moves it on, then what follows from it. */
function buttonsOf(document: DocumentLine, { locale }: Viewer): { buttons: Button[]; more: Button[] } {
  const { id, kind, customerId, opportunityId, state, voidedAt } = document;
  const customer = press(OPEN_CUSTOMER, locale, 'customer.show', { customer: customerId });
  if (voidedAt) {
    return { buttons: [customer], more: [] };
  }
  const deal = opportunityId ? { deal: opportunityId } : {};
  const follows =
    kind === 'quote'
      ? state === 'declined'
        ? []
        : [
            press({ en: 'It is ordered', zh: '登记订单' }, locale, 'order.add', {
              customer: customerId,
              ...deal,
              quote: id,
            }),
          ]
      : [press({ en: 'Invoice it', zh: '登记发票' }, locale, 'invoice.add', { customer: customerId, document: id })];
  return {
    buttons: [
      ...(NEXT[state] ?? []).map(([next, label]) =>
        press(label, locale, 'document.change', { document: id, state: next }),
      ),
      ...follows,
      press(CHANGE, locale, 'document.change', { document: id }),
    ],
    more: [customer, press(VOID, locale, 'document.void', { document: id })],
  };
}
