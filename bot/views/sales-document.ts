import { DOCUMENT_NAMES, type DocumentKind, type DocumentState, STATE_NAMES } from '../../core/billing/document.ts';
import type { DocumentLine } from '../../core/billing/find-documents.ts';
import type { Locale, Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';
import { press } from '../press.ts';
import type { Fact } from './facts.ts';
import { day, money, type Viewer } from './format.ts';
import { type Doing, paperCard, VOID } from './paper.ts';
import { CHANGE } from './words.ts';

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

export function documentCard(document: DocumentLine, doing: Doing, viewer: Viewer): Card {
  const { locale } = viewer;
  const { kind, opportunityName, datedOn, startsOn, endsOn, currency, state, billed } = document;
  const facts: Fact[] = [
    [STATE, STATE_NAMES[state][locale]],
    [DATED[kind], day(datedOn, viewer)],
    [STARTS, startsOn && day(startsOn, viewer)],
    [ENDS[kind], endsOn && day(endsOn, viewer)],
    [DEAL, opportunityName],
    [BILLED, billed === null ? null : money(billed, currency, viewer)],
  ];
  const actions = (customer: Button) => actionsOf(document, customer, viewer);
  return paperCard(document, { name: documentName(document, locale), doing, facts, actions }, viewer);
}

/** First what moves it on, then what follows from it. */
function actionsOf(document: DocumentLine, customer: Button, { locale }: Viewer) {
  const { id, kind, customerId, opportunityId, state } = document;
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
