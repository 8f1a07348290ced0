import type { PaymentLine } from '../../core/billing/find-payments.ts';
import type { RecordedPayment } from '../../core/billing/keep-payments.ts';
import type { SetLimit } from '../../core/billing/set-credit-limit.ts';
import type { Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { type Fact, factsOf } from './facts.ts';
import { bracketed, day, money, type Viewer } from './format.ts';
import { invoiceName, OPEN_PART } from './invoice.ts';
import { type Doing, paperCard, VOID } from './paper.ts';
import { CHANGE, OPEN, OPEN_CUSTOMER } from './words.ts';

export const RECEIVED: Text = { en: 'Received on', zh: '到账日期' };
export const REFERENCE: Text = { en: 'Reference', zh: '摘要' };
const PAYS: Text = { en: 'Pays', zh: '冲抵' };
const OVER: Text = { en: 'More than was open', zh: '多付' };
const KEPT: Text = { en: 'kept for their next invoice', zh: '留待下一张发票冲抵' };
const OLDEST: Text = { en: 'the oldest open invoices', zh: '最早到期的发票' };
const LEFT: Text = { en: '{sum} left', zh: '还剩 {sum}' };
const LIMIT: Text = { en: 'Credit limit', zh: '信用额度' };
const NO_LIMIT: Text = { en: 'no limit', zh: '不限' };
const BEFORE: Text = { en: 'Before', zh: '原额度' };

/** Payment of ¥200,000 */
function paymentName({ amount, currency }: Pick<PaymentLine, 'amount' | 'currency'>, viewer: Viewer): string {
  const name = { en: 'Payment', zh: '回款' }[viewer.locale];
  return amount === null ? name : `${name} ${money(amount, currency, viewer)}`;
}

/** Where it went, and what is left open: nobody has to ask. */
export function paymentRecordedCard(payment: RecordedPayment, viewer: Viewer): Card {
  const { locale } = viewer;
  const { id, customer, amount, receivedOn, shares, over, open } = payment;
  const sum = (minor: bigint) => money(minor, amount.currency, viewer);
  const pays = shares.map(({ number, minor, left }) => {
    const rest = left > 0n ? bracketed(LEFT[locale].replace('{sum}', sum(left)), locale) : '';
    return `${number} ${sum(minor)}${rest}`;
  });
  const facts: Fact[] = [
    [RECEIVED, day(receivedOn, viewer)],
    [PAYS, pays.join('\n')],
    [OVER, over > 0n ? `${sum(over)}${bracketed(KEPT[locale], locale)}` : null],
    [OPEN_PART, sum(open)],
  ];
  return {
    title: { en: `${sum(amount.minor)} from ${customer.name}`, zh: `${customer.name} 回款 ${sum(amount.minor)}` }[
      locale
    ],
    tone: 'good',
    body: [
      { type: 'facts', facts: factsOf(facts, locale) },
      {
        type: 'actions',
        buttons: [
          press(OPEN_CUSTOMER, locale, 'customer.show', { customer: customer.id }),
          press(CHANGE, locale, 'payment.change', { payment: id }),
        ],
      },
    ],
  };
}

export function paymentCard(payment: PaymentLine, doing: Doing, viewer: Viewer): Card {
  const { locale } = viewer;
  const { id, invoice, receivedOn, reference } = payment;
  const facts: Fact[] = [
    [RECEIVED, day(receivedOn, viewer)],
    [PAYS, invoice ? invoiceName(invoice, locale) : OLDEST[locale]],
    [REFERENCE, reference],
  ];
  const actions = (customer: Button) => ({
    buttons: [
      press(CHANGE, locale, 'payment.change', { payment: id }),
      ...(invoice ? [press(OPEN, locale, 'invoice.show', { invoice: invoice.id })] : []),
      customer,
    ],
    more: [press(VOID, locale, 'payment.void', { payment: id })],
  });
  return paperCard(payment, { name: paymentName(payment, viewer), doing, facts, actions }, viewer);
}

export function creditLimitCard({ customer, before, limit }: SetLimit, viewer: Viewer): Card {
  const { locale } = viewer;
  const text = (value: SetLimit['limit']) => (value ? money(value.minor, value.currency, viewer) : NO_LIMIT[locale]);
  const facts: Fact[] = [
    [LIMIT, text(limit)],
    [BEFORE, before && text(before)],
  ];
  return {
    title: { en: `${LIMIT.en}: ${customer.name}`, zh: `${customer.name} · ${LIMIT.zh}` }[locale],
    tone: 'good',
    body: [
      { type: 'facts', facts: factsOf(facts, locale) },
      { type: 'actions', buttons: [press(OPEN_CUSTOMER, locale, 'customer.show', { customer: customer.id })] },
    ],
  };
}
