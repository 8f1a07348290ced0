import { z } from 'zod';
import { changeTicket, closeTicket } from '../../core/tickets/change-ticket.ts';
import { findOpenTickets, findTicketEntries, getTicket } from '../../core/tickets/find-tickets.ts';
import { openTicket } from '../../core/tickets/open-ticket.ts';
import { reopenTicket } from '../../core/tickets/reopen-ticket.ts';
import { PRIORITIES, PRIORITY_NAMES, TICKET_KIND_NAMES, TICKET_KINDS } from '../../core/tickets/ticket.ts';
import { defineCommand, EVERYBODY, SELLERS } from '../command.ts';
import { choiceField, noteField, personNameField, recordField, textField } from '../fields/common.ts';
import { clearable, optional } from '../fields/field.ts';
import { pageField, readPage } from '../page.ts';
import {
  ticketCard,
  ticketChangedCard,
  ticketClosedCard,
  ticketOpenedCard,
  ticketReopenedCard,
  ticketsCard,
} from '../views/ticket.ts';
import { viewer } from '../views/viewer.ts';

const CARERS = [...SELLERS, 'service'] as const;

const ticketField = () => recordField('ticket', { en: 'Ticket', zh: '工单' }, { positional: true });
const priorityField = () => choiceField(PRIORITIES, PRIORITY_NAMES, { en: 'Priority', zh: '优先级' });
const assigneeField = () => recordField('person', { en: 'Assigned to', zh: '处理人' });

const ticketOpen = defineCommand({
  name: 'ticket.open',
  words: {
    en: ['ticket open', 'ticket new', 'new ticket', 'complaint'],
    zh: ['新工单', '工单 新建', '新建工单', '投诉'],
  },
  summary: { en: 'Open a service ticket', zh: '新建工单' },
  examples: {
    en: ['ticket open Acme The sensor is broken --kind fault --priority high'],
    zh: ['新工单 华星电子 到货慢 --类型 投诉 --优先级 高', '新工单 华星电子 发错货 --联系人 王总'],
  },
  effect: 'write',
  allow: EVERYBODY,
  input: z.strictObject({
    customer: recordField('customer', { en: 'Customer', zh: '客户' }, { positional: true }),
    title: textField({ en: 'What is it', zh: '情况' }, { positional: true }),
    kind: optional(choiceField(TICKET_KINDS, TICKET_KIND_NAMES, { en: 'Kind', zh: '类型' })),
    contact: optional(personNameField()),
    priority: optional(priorityField()),
    assignee: optional(assigneeField()),
  }),
  async run(core, { customer, title, kind = 'request', contact, priority, assignee }) {
    const ticket = { customerId: customer, title, kind, contact, priority, assigneeId: assignee };
    const opened = await openTicket(core, ticket);
    return { kind: 'card', card: ticketOpenedCard(opened, viewer(core)) };
  },
});

const ticketList = defineCommand({
  name: 'ticket.list',
  words: { en: ['ticket list', 'tickets', 'my tickets'], zh: ['工单列表', '我的工单', '工单'] },
  summary: { en: 'Open tickets', zh: '未关闭的工单' },
  examples: { en: ['tickets'], zh: ['我的工单'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({ page: pageField() }),
  async run(core, { page }) {
    const tickets = await readPage(page, (window) => findOpenTickets(core, window));
    return { kind: 'card', inPlace: page !== undefined, card: ticketsCard(tickets, viewer(core)) };
  },
});

const ticketShow = defineCommand({
  name: 'ticket.show',
  words: { en: ['ticket show', 'ticket'], zh: ['查看工单'] },
  summary: { en: 'How a ticket stands', zh: '查看工单' },
  examples: { en: ['ticket Acme'], zh: ['查看工单 华星电子'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({ ticket: ticketField() }),
  async run(core, { ticket: ticketId }) {
    const [ticket, entries] = await Promise.all([getTicket(core, ticketId), findTicketEntries(core, { ticketId })]);
    return { kind: 'card', card: ticketCard(ticket, entries, viewer(core)) };
  },
});

const ticketChange = defineCommand({
  name: 'ticket.change',
  words: { en: ['ticket update', 'ticket change'], zh: ['更新工单', '工单 更新', '修改工单'] },
  summary: { en: 'Add to a ticket, or pass it on', zh: '更新工单进展、优先级、处理人或联系人' },
  submit: { en: 'Save ticket', zh: '保存工单' },
  examples: {
    en: ['ticket update Acme --note "New sensor sent" --priority urgent'],
    zh: ['更新工单 华星电子 --进展 已补发新货 --优先级 紧急', '更新工单 华星电子 --联系人 王总'],
  },
  effect: 'log',
  allow: CARERS,
  asksWhenEmpty: true,
  changes: {
    table: 'service_tickets',
    record: 'ticket',
    shownBy: 'ticket.show',
    columns: { assignee: 'assigneeId', contact: 'contactId' },
  },
  input: z.strictObject({
    ticket: ticketField(),
    note: optional(noteField({ en: 'Note', zh: '进展' })),
    priority: optional(priorityField()),
    assignee: optional(assigneeField()),
    contact: clearable(personNameField()),
  }),
  async prefill(core, { ticket }) {
    const { priority, assigneeId, contactName } = await getTicket(core, String(ticket));
    return { priority, assignee: assigneeId, contact: contactName };
  },
  async run(core, { ticket, note, priority, assignee, contact }) {
    const change = { ticketId: ticket, text: note, priority, assigneeId: assignee, contact };
    const changed = await changeTicket(core, change);
    return { kind: 'card', card: ticketChangedCard(changed, note, viewer(core)) };
  },
});

const ticketClose = defineCommand({
  name: 'ticket.close',
  words: { en: ['ticket close', 'close ticket'], zh: ['关闭工单', '工单 关闭'] },
  summary: { en: 'Close a ticket', zh: '关闭工单' },
  examples: {
    en: ['ticket close Acme --result "Sensor replaced"'],
    zh: ['关闭工单 华星电子 --结果 已换新'],
  },
  effect: 'write',
  allow: CARERS,
  input: z.strictObject({
    ticket: ticketField(),
    result: optional(noteField({ en: 'Result', zh: '结果' })),
  }),
  async run(core, { ticket, result }) {
    const closed = await closeTicket(core, { ticketId: ticket, text: result });
    return { kind: 'card', inPlace: true, card: ticketClosedCard(closed, result, viewer(core)) };
  },
});

const ticketReopen = defineCommand({
  name: 'ticket.reopen',
  words: { en: ['ticket reopen', 'reopen ticket'], zh: ['重新打开工单', '工单 重新打开', '重开工单'] },
  summary: { en: 'Open a closed ticket again', zh: '重新打开已关闭的工单' },
  submit: { en: 'Open it again', zh: '重新打开' },
  examples: {
    en: ['reopen ticket Acme --reason "It broke again"'],
    zh: ['重新打开工单 华星电子 --原因 又坏了'],
  },
  effect: 'write',
  allow: CARERS,
  input: z.strictObject({
    ticket: recordField('closedTicket', { en: 'Ticket', zh: '工单' }, { positional: true }),
    reason: optional(noteField({ en: 'Reason', zh: '原因' })),
  }),
  async run(core, { ticket: ticketId, reason }) {
    await reopenTicket(core, { ticketId, reason });
    await core.flush();
    const [ticket, entries] = await Promise.all([getTicket(core, ticketId), findTicketEntries(core, { ticketId })]);
    return { kind: 'card', inPlace: true, card: ticketReopenedCard(ticket, entries, viewer(core)) };
  },
});

/** In the order help shows them. */
export const tickets = [ticketOpen, ticketList, ticketShow, ticketChange, ticketClose, ticketReopen] as const;
