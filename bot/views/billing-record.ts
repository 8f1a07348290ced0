import { STATE_NAMES } from '../../core/billing/document.ts';
import type { SectionRows } from '../../core/customers/sections.ts';
import type { Text } from '../../core/text.ts';
import type { Button } from '../cards/card.ts';
import { press } from '../press.ts';
import { day, money, type Viewer } from './format.ts';
import { invoiceName, lateText } from './invoice.ts';
import { documentName } from './sales-document.ts';
import { OPEN } from './words.ts';

type Row = SectionRows['billing'];

const VOID: Text = { en: 'void', zh: '已作废' };
const PAID: Text = { en: 'paid', zh: '已付清' };
const OPEN_PART: Text = { en: '{sum} open', zh: '未回款 {sum}' };

/** One line of what was quoted, ordered, billed and paid: what, how much, when, how it stands. */
export function billingRecord(row: Row, viewer: Viewer): { title: string; detail: string; buttons: Button[] } {
  const { locale } = viewer;
  const { amount, currency, on } = row;
  const state = row.isVoid ? VOID[locale] : stateOf(row, viewer);
  const sum = amount === null ? '' : money(BigInt(amount), currency, viewer);
  return {
    title: [nameOf(row, viewer), sum].filter(Boolean).join(' · '),
    detail: [day(on, viewer), state].filter(Boolean).join(' · '),
    buttons: [openOf(row, viewer)],
  };
}

function nameOf({ kind, record, number }: Row, { locale }: Viewer): string {
  if (kind) {
    return documentName({ kind, number: number ?? '' }, locale);
  }
  return record === 'invoice'
    ? invoiceName({ number: number ?? '' }, locale)
    : [{ en: 'Payment', zh: '回款' }[locale], number].filter(Boolean).join(' ');
}

function stateOf({ state, open: said, dueOn, currency }: Row, viewer: Viewer): string {
  const { locale } = viewer;
  if (state) {
    return STATE_NAMES[state][locale];
  }
  const open = said === null ? null : BigInt(said);
  if (open === null || dueOn === null) {
    return '';
  }
  const rest = OPEN_PART[locale].replace('{sum}', money(open, currency, viewer));
  return open === 0n ? PAID[locale] : [rest, lateText({ open, dueOn }, viewer)].filter(Boolean).join(' · ');
}

function openOf({ record, id }: Row, { locale }: Viewer): Button {
  switch (record) {
    case 'document':
      return press(OPEN, locale, 'document.show', { document: id });
    case 'invoice':
      return press(OPEN, locale, 'invoice.show', { invoice: id });
    case 'payment':
      return press(OPEN, locale, 'payment.show', { payment: id });
  }
}
