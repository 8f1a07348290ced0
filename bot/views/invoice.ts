import type { InvoiceLine, InvoicesShown } from '../../core/billing/find-invoices.ts';
import { daysBetween } from '../../core/days.ts';
import type { Locale, Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';
import { press } from '../press.ts';
import type { Fact } from './facts.ts';
import { count, day, money, type Viewer } from './format.ts';
import { moreOf, type Page, pageTitle } from './page.ts';
import { amountText, type Doing, paperCard, VOID } from './paper.ts';
import { documentName } from './sales-document.ts';
import { CHANGE, MORE, OPEN } from './words.ts';

export const ISSUED: Text = { en: 'Issued on', zh: '开票日期' };
export const DUE: Text = { en: 'Due on', zh: '到期日' };
export const OPEN_PART: Text = { en: 'Still open', zh: '未回款' };
const PAID: Text = { en: 'paid', zh: '已付清' };
const FOR: Text = { en: 'For', zh: '对应' };
export const PAY: Text = { en: 'Log a payment', zh: '登记回款' };
const REMIND: Text = { en: 'Remind them', zh: '安排催款' };
const SHOWN: Readonly<Record<InvoicesShown, Text>> = {
  open: { en: 'Invoices not paid', zh: '未付清的发票' },
  overdue: { en: 'Overdue invoices', zh: '逾期发票' },
};
const NONE: Readonly<Record<InvoicesShown, Text>> = {
  open: { en: 'Every invoice is paid', zh: '发票都已付清' },
  overdue: { en: 'No invoice is overdue', zh: '没有逾期发票' },
};
/** Where amounts are kept from the reader, nothing is said of what is paid. */
const BY_DUE_DATE: Readonly<Record<InvoicesShown, Text>> = {
  open: { en: 'Invoices by due date', zh: '发票（按到期日）' },
  overdue: { en: 'Invoices past their due date', zh: '已过到期日的发票' },
};
const UNTOLD: Text = { en: 'What is paid is not shown to your role', zh: '你的角色看不到发票是否付清' };
const NAME_ONE: Text = {
  en: 'Name a customer, and I list the invoices by due date.',
  zh: '说出客户名称，可按到期日查看其发票。',
};
const MAY_BE_PAID: Text = {
  en: 'Paid ones may be among them: amounts are not shown to your role.',
  zh: '其中可能有已付清的：你的角色不可见金额。',
};
const ONLY_SEEN: Text = {
  en: 'Only of customers whose amounts you see.',
  zh: '仅含你可查看金额的客户。',
};

/** Invoice INV-00012 */
export function invoiceName({ number }: Pick<InvoiceLine, 'number'>, locale: Locale): string {
  return `${{ en: 'Invoice', zh: '发票' }[locale]} ${number}`;
}

/** 12 days overdue; nothing of what is paid or not due yet. */
export function lateText(
  { open, dueOn }: { open: bigint | null; dueOn: string },
  { locale, today }: Viewer,
): string | undefined {
  const days = daysBetween(dueOn, today);
  return open !== null && open > 0n && days > 0
    ? { en: `${count(days, { one: 'day', many: 'days' })} overdue`, zh: `已逾期 ${days} 天` }[locale]
    : undefined;
}

export function invoiceCard(invoice: InvoiceLine, doing: Doing, viewer: Viewer): Card {
  const { locale } = viewer;
  const { id, customerId, document, issuedOn, dueOn, open, currency } = invoice;
  const late = lateText(invoice, viewer);
  const facts: Fact[] = [
    [OPEN_PART, open === null ? null : open === 0n ? PAID[locale] : money(open, currency, viewer)],
    [ISSUED, day(issuedOn, viewer)],
    [DUE, [day(dueOn, viewer), late].filter(Boolean).join(' · ')],
    [FOR, document && documentName(document, locale)],
  ];
  const pay = press(PAY, locale, 'payment.add', { customer: customerId, invoice: id }, { style: 'primary' });
  const actions = (customer: Button) => ({
    buttons: [
      ...(open === 0n ? [] : [pay]),
      ...(late ? [remind(invoice, viewer)] : []),
      press(CHANGE, locale, 'invoice.change', { invoice: id }),
      customer,
    ],
    more: [press(VOID, locale, 'invoice.void', { invoice: id })],
  });
  const card = paperCard(invoice, { name: invoiceName(invoice, locale), doing, facts, actions }, viewer);
  return late && doing === 'shown' ? { ...card, tone: 'warning' } : card;
}

/** One line of a list: what is open of which, since when. */
function invoiceRecord(invoice: InvoiceLine, viewer: Viewer): { title: string; detail: string; buttons: Button[] } {
  const { locale } = viewer;
  const { id, customerName, open, currency, dueOn } = invoice;
  const late = lateText(invoice, viewer);
  return {
    title: [customerName, amountText(open, currency, viewer)].join(' · '),
    detail: [invoice.number, late ?? `${DUE[locale]} ${day(dueOn, viewer)}`].join(' · '),
    buttons: [press(OPEN, locale, 'invoice.show', { invoice: id }), ...(late ? [remind(invoice, viewer)] : [])],
  };
}

/** What the overdue amount asks of whoever sells there: a word with the customer. */
export function remind({ number, customerId }: Pick<InvoiceLine, 'number' | 'customerId'>, { locale }: Viewer): Button {
  const title = { en: `Ask for payment of ${number}`, zh: `催收 ${number} 货款` }[locale];
  return press(REMIND, locale, 'task.add', { title, customer: customerId });
}

export function invoicesCard(
  page: Page<InvoiceLine>,
  { which, customer, isAll }: { which: InvoicesShown; customer?: string | undefined; isAll: boolean },
  viewer: Viewer,
): Card {
  const { locale } = viewer;
  const isSome = !(isAll || customer);
  if (page.lines.length === 0 && isSome) {
    return { title: UNTOLD[locale], body: [{ type: 'text', text: NAME_ONE[locale], muted: true }] };
  }
  if (page.lines.length === 0) {
    return {
      title: NONE[which][locale],
      tone: 'good',
      body: [
        {
          type: 'text',
          text: { en: 'Of the customers you see.', zh: '在你可见的客户范围内。' }[locale],
          muted: true,
        },
      ],
    };
  }
  const asked = { which, ...(customer ? { customer } : {}) };
  const isUntold = page.lines.some(({ open }) => open === null);
  const remark = isUntold ? MAY_BE_PAID : isSome ? ONLY_SEEN : undefined;
  return {
    title: pageTitle((isUntold ? BY_DUE_DATE : SHOWN)[which][locale], page, locale),
    body: [
      { type: 'records', records: page.lines.map((invoice) => invoiceRecord(invoice, viewer)) },
      ...(remark ? [{ type: 'text' as const, text: remark[locale], muted: true }] : []),
      ...moreOf(page, (next) => press(MORE, locale, 'invoice.list', { ...asked, page: next })),
    ],
  };
}
