import type { Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { type Fact, factsOf } from './facts.ts';
import { money, type Viewer } from './format.ts';
import { OPEN_CUSTOMER } from './words.ts';

/** A quote, contract, order, invoice or payment: what all of them are on record with. */
type Paper = {
  customerId: string;
  customerName: string;
  amount: bigint | null;
  currency: string;
  voidedAt: Date | null;
  voidReason: string | null;
};

export type Doing = 'shown' | 'added' | 'changed' | 'voided';

export const AMOUNT: Text = { en: 'Amount', zh: '金额' };
export const NUMBER: Text = { en: 'Number', zh: '编号' };
export const VOID: Text = { en: 'Void', zh: '作废' };
export const REASON: Text = { en: 'Why', zh: '原因' };
const NOT_SHOWN: Text = { en: 'not shown to your role', zh: '你的角色不可见' };
const DONE: Readonly<Record<Exclude<Doing, 'shown'>, Text>> = {
  added: { en: 'On record: ', zh: '已登记：' },
  changed: { en: 'Changed: ', zh: '已修改：' },
  voided: { en: 'Void: ', zh: '已作废：' },
};

/** What is kept from the reader is said to be, never to be missing. */
export function amountText(amount: bigint | null, currency: string, viewer: Viewer): string {
  return amount === null ? NOT_SHOWN[viewer.locale] : money(amount, currency, viewer);
}

/** Of a void one there is nothing to do but to look at its customer. */
export function paperCard(
  { customerId, customerName, amount, currency, voidedAt, voidReason }: Paper,
  {
    name,
    doing,
    facts,
    actions,
  }: {
    name: string;
    doing: Doing;
    facts: readonly Fact[];
    actions: (customer: Button) => { buttons: Button[]; more: Button[] };
  },
  viewer: Viewer,
): Card {
  const { locale } = viewer;
  const customer = press(OPEN_CUSTOMER, locale, 'customer.show', { customer: customerId });
  const done = doing === 'shown' ? voidedAt && 'voided' : doing;
  const known: Fact[] = [
    [{ en: 'Customer', zh: '客户' }, customerName],
    [AMOUNT, amountText(amount, currency, viewer)],
    ...facts,
    [REASON, voidReason],
  ];
  return {
    title: `${done ? DONE[done][locale] : ''}${name} · ${customerName}`,
    ...(done ? { tone: done === 'voided' ? 'warning' : 'good' } : {}),
    body: [
      { type: 'facts', facts: factsOf(known, locale) },
      { type: 'actions', ...(voidedAt ? { buttons: [customer] } : actions(customer)) },
    ],
  };
}
