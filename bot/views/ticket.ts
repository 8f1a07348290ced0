import type { Locale, Text } from '../../core/text.ts';
import type { Ticket, TicketEntry, TicketLine } from '../../core/tickets/find-tickets.ts';
import type { WhomToCall } from '../../core/tickets/find-whom-to-call.ts';
import type { OpenedTicket } from '../../core/tickets/open-ticket.ts';
import {
  DEED_NAMES,
  ORDINARY,
  PRIORITY_NAMES,
  type Priority,
  TICKET_KIND_NAMES,
  type TicketKind,
} from '../../core/tickets/ticket.ts';
import type { Button, Card, CardNode, Rich } from '../cards/card.ts';
import { press } from '../press.ts';
import { UNKNOWN, UNSEEN } from './contact.ts';
import { bracketed, moment, phone as phoneOf, type Viewer } from './format.ts';
import { moreOf, type Page, pageTitle } from './page.ts';
import { MORE, OPEN, OPEN_CUSTOMER } from './words.ts';

const CLOSE: Text = { en: 'Close it', zh: '关闭工单' };
const UPDATE: Text = { en: 'Add a note', zh: '记录进展' };
const REOPEN: Text = { en: 'Open it again', zh: '重新打开' };
const CUSTOMER: Text = { en: 'Customer', zh: '客户' };
const ADD_CONTACT: Text = { en: 'Add the contact', zh: '添加联系人' };
const CONTACT: Text = { en: 'Contact', zh: '联系人' };
const ASSIGNEE: Text = { en: 'Assigned to', zh: '处理人' };
const NOBODY: Text = { en: 'nobody yet', zh: '待分配' };
const OPENED: Text = { en: 'Opened', zh: '提出' };
const CLOSED: Text = { en: 'Closed', zh: '已关闭' };
const NOTE: Text = { en: 'Note', zh: '进展' };
const CARE: Text = {
  en: 'A call from you today counts. It is on your list.',
  zh: '今天打个电话关心一下，已列入你的待办。',
};
const CALL: Text = { en: 'Call', zh: '致电' };
const TOLD: Text = { en: 'Customer told', zh: '客户回执' };
const RESULT: Text = { en: 'Result', zh: '结果' };

/** Complaint (high): the parcels come late */
export function ticketTitle(
  { kind, priority, title }: { kind: TicketKind; priority: Priority; title: string },
  { locale }: Pick<Viewer, 'locale'>,
): string {
  const pressing = priority === ORDINARY ? '' : bracketed(PRIORITY_NAMES[priority][locale], locale);
  const name = `${TICKET_KIND_NAMES[kind][locale]}${pressing}`;
  return { en: `${name}: ${title}`, zh: `${name}：${title}` }[locale];
}

const stranger = (name: string, locale: Viewer['locale']) =>
  ({ en: `${name} is not on file there, so the ticket names nobody.`, zh: `${name}尚未建档，工单暂未关联联系人。` })[
    locale
  ];

export function ticketOpenedCard(ticket: OpenedTicket, viewer: Viewer): Card {
  const { locale } = viewer;
  const { contact, customer } = ticket;
  return {
    title: { en: `Ticket opened: ${ticket.customer.name}`, zh: `工单已建：${ticket.customer.name}` }[locale],
    tone: 'good',
    body: [
      { type: 'text', text: ticketTitle(ticket, viewer) },
      {
        type: 'facts',
        facts: [
          ...(contact?.isKnown ? [{ label: CONTACT[locale], value: contact.name }] : []),
          { label: ASSIGNEE[locale], value: ticket.assigneeName ?? NOBODY[locale] },
        ],
      },
      ...(contact && !contact.isKnown
        ? [{ type: 'text' as const, text: stranger(contact.name, locale), muted: true }]
        : []),
      {
        type: 'actions',
        buttons: [
          press(OPEN, locale, 'ticket.show', { ticket: ticket.id }),
          ...(contact && !contact.isKnown
            ? [press(ADD_CONTACT, locale, 'contact.set', { customer: customer.id, person: contact.name })]
            : []),
        ],
      },
    ],
  };
}

export function ticketsCard(page: Page<TicketLine>, viewer: Viewer): Card {
  const { lines: tickets } = page;
  const { locale } = viewer;
  if (tickets.length === 0) {
    return {
      title: { en: 'No open tickets', zh: '没有未关闭的工单' }[locale],
      tone: 'good',
      body: [
        {
          type: 'text',
          text: { en: 'Say “Acme reports a broken sensor” to open one.', zh: '试试说“华星投诉到货慢”。' }[locale],
          muted: true,
        },
      ],
    };
  }
  return {
    title: pageTitle({ en: 'Open tickets', zh: '未关闭的工单' }[locale], page, locale),
    body: [
      { type: 'records', records: tickets.map((ticket) => ticketRecord(ticket, viewer)) },
      ...moreOf(page, (next) => press(MORE, locale, 'ticket.list', { page: next })),
    ],
  };
}

/** One line of a list. */
function ticketRecord(ticket: TicketLine, viewer: Viewer): { title: string; detail: string; buttons: Button[] } {
  const { locale } = viewer;
  const { customerName, assigneeName, openedAt, closedAt } = ticket;
  return {
    title: ticketTitle(ticket, viewer),
    detail: [customerName, moment(openedAt, viewer), closedAt ? CLOSED[locale] : (assigneeName ?? NOBODY[locale])]
      .filter(Boolean)
      .join(' · '),
    buttons: [press(OPEN, locale, 'ticket.show', { ticket: ticket.id })],
  };
}

export function ticketCard(ticket: Ticket, entries: readonly TicketEntry[], viewer: Viewer): Card {
  const { locale } = viewer;
  const { id, customerId, customerName, assigneeName, openedByName, openedAt, closedAt } = ticket;
  const body: CardNode[] = [
    {
      type: 'facts',
      facts: [
        ...(customerName ? [{ label: CUSTOMER[locale], value: customerName }] : []),
        ...(ticket.contactName ? [{ label: CONTACT[locale], value: ticket.contactName }] : []),
        { label: ASSIGNEE[locale], value: assigneeName ?? NOBODY[locale] },
        { label: OPENED[locale], value: `${openedByName} · ${moment(openedAt, viewer)}` },
        ...(ticket.acknowledgement
          ? [{ label: TOLD[locale], value: told(ticket.acknowledgement, ticket.acknowledgedAt, viewer) }]
          : []),
        ...(closedAt ? [{ label: CLOSED[locale], value: moment(closedAt, viewer) }] : []),
      ],
    },
  ];
  if (entries.length > 0) {
    body.push({
      type: 'records',
      records: entries.map(({ text, deed, authorName, writtenAt }) => ({
        title: [moment(writtenAt, viewer), authorName, deed && DEED_NAMES[deed][locale]].filter(Boolean).join(' · '),
        ...(text ? { detail: text } : {}),
      })),
    });
  }
  const buttons = [
    ...(closedAt
      ? [press(REOPEN, locale, 'ticket.reopen', { ticket: id })]
      : [
          press(CLOSE, locale, 'ticket.close', { ticket: id }, { style: 'primary' }),
          press(UPDATE, locale, 'ticket.change', { ticket: id }),
        ]),
    ...(customerName ? [press(OPEN_CUSTOMER, locale, 'customer.show', { customer: customerId })] : []),
  ];
  return {
    title: ticketTitle(ticket, viewer),
    ...(closedAt ? { tone: 'good' as const } : {}),
    body: buttons.length > 0 ? [...body, { type: 'actions', buttons }] : body,
  };
}

export function ticketReopenedCard(ticket: Ticket, entries: readonly TicketEntry[], viewer: Viewer): Card {
  const title = { en: `Open again: ${ticket.title}`, zh: `已重新打开：${ticket.title}` }[viewer.locale];
  return { ...ticketCard(ticket, entries, viewer), title, tone: 'good' };
}

/** Whether the customer knows that it came in. */
function told(acknowledgement: NonNullable<Ticket['acknowledgement']>, at: Date | null, viewer: Viewer): string {
  const when = at ? moment(at, viewer) : '';
  const said: Readonly<Record<typeof acknowledgement, Text>> = {
    sent: { en: `sent ${when}`, zh: `${when} 已发送` },
    queued: { en: 'on its way', zh: '发送中' },
    failed: { en: `could not be sent (${when})`, zh: `${when} 发送失败` },
  };
  return said[acknowledgement][viewer.locale];
}

/** What the owner of a customer who matters reads when that one has something to complain of (R19). */
export function careCard(
  ticket: Ticket,
  { entries, whom }: { entries: readonly TicketEntry[]; whom: WhomToCall | undefined },
  viewer: Viewer,
): Card {
  const { locale } = viewer;
  const { body, title } = ticketCard(ticket, entries, viewer);
  const name = ticket.customerName ?? '';
  return {
    title: { en: `${name} needs you: ${title}`, zh: `客户关怀：${name} · ${title}` }[locale],
    tone: 'warning',
    body: [
      { type: 'text', text: CARE[locale] },
      ...(whom ? [{ type: 'facts' as const, facts: [{ label: CALL[locale], value: callText(whom, locale) }] }] : []),
      ...body,
    ],
  };
}

/** Whom to ring, with the number to tap as far as he may see it. */
function callText({ name, title, phone, isUnseen }: WhomToCall, locale: Locale): Rich {
  const who = [name, title].filter(Boolean).join(' · ');
  const before = who ? [`${who} · `] : [];
  return phone ? [...before, phoneOf(phone)] : [...before, (isUnseen ? UNSEEN : UNKNOWN)[locale]];
}

/** What somebody reads who is to see to it. */
export function assignedTicketCard(ticket: Ticket, entries: readonly TicketEntry[], viewer: Viewer): Card {
  const title = ticketTitle(ticket, viewer);
  return {
    ...ticketCard(ticket, entries, viewer),
    title: { en: `For you: ${title}`, zh: `请处理：${title}` }[viewer.locale],
    tone: 'info',
  };
}

export function ticketChangedCard(ticket: Ticket, note: string | undefined, viewer: Viewer): Card {
  const { locale } = viewer;
  const facts = [
    ...(note ? [{ label: NOTE[locale], value: note }] : []),
    ...(ticket.contactName ? [{ label: CONTACT[locale], value: ticket.contactName }] : []),
    { label: ASSIGNEE[locale], value: ticket.assigneeName ?? NOBODY[locale] },
  ];
  return {
    title: ticketTitle(ticket, viewer),
    tone: 'good',
    body: [
      { type: 'facts', facts },
      { type: 'actions', buttons: [press(OPEN, locale, 'ticket.show', { ticket: ticket.id })] },
    ],
  };
}

export function ticketClosedCard(ticket: TicketLine, result: string | undefined, viewer: Viewer): Card {
  const { locale } = viewer;
  const facts = [
    ...(ticket.customerName ? [{ label: CUSTOMER[locale], value: ticket.customerName }] : []),
    ...(result ? [{ label: RESULT[locale], value: result }] : []),
  ];
  return {
    title: { en: `Closed: ${ticket.title}`, zh: `已关闭：${ticket.title}` }[locale],
    tone: 'good',
    body: [
      ...(facts.length > 0 ? [{ type: 'facts' as const, facts }] : []),
      { type: 'actions', buttons: [press(REOPEN, locale, 'ticket.reopen', { ticket: ticket.id })] },
    ],
  };
}
