import type { Core } from '../context.ts';
import { contactCalled, findKnownContacts, nobodyCalled, refuseLeft } from '../customers/known-contacts.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { getTicket, type Ticket } from './find-tickets.ts';
import type { Priority, TicketDeed } from './ticket.ts';

export type TicketChange = {
  ticketId: string;
  /** What happened since. */
  text?: string | undefined;
  priority?: Priority | undefined;
  assigneeId?: string | undefined;
  /** Who of the customer filed it, as people call him; null where nobody is to be named. */
  contact?: string | null | undefined;
};

/**
 * Says what happened of an open ticket, who filed it, or who sees to it and how soon. Throws decided when it is closed, not_found for
 * a contact its customer has not.
 */
export async function changeTicket(core: Core, change: TicketChange): Promise<Ticket> {
  const { ticketId, text, priority, assigneeId } = change;
  const ticket = await getOpen(core, ticketId);
  const [assignee] = assigneeId
    ? await core.sql<{ name: string }>({
        name: 'ticket-assignee-name',
        text: 'SELECT name FROM users WHERE id = $1 AND active',
        values: [assigneeId],
      })
    : [];
  if (assigneeId && !assignee) {
    throw new DomainError('not_found', `user ${assigneeId}`);
  }
  const named = change.contact;
  const contact = typeof named === 'string' ? await getContact(core, ticket, named) : named;
  const set = {
    ...(priority ? { priority } : {}),
    ...(assigneeId ? { assigneeId } : {}),
    ...(contact === undefined ? {} : { contactId: contact?.id ?? null }),
  };
  if (Object.keys(set).length > 0) {
    core.change.update('service_tickets', ticketId, set, { when: { closed_at: null } });
  }
  if (assigneeId && assigneeId !== ticket.assigneeId) {
    core.change.record('ticket.assigned', { ticketId });
  }
  write(core, ticketId, text);
  return {
    ...ticket,
    ...(priority ? { priority } : {}),
    ...(assigneeId && assignee ? { assigneeId, assigneeName: assignee.name } : {}),
    ...(contact === undefined ? {} : { contactName: contact?.name ?? null }),
  };
}

async function getContact(core: Core, { customerId, customerName }: Ticket, said: string) {
  const known = contactCalled(await findKnownContacts(core, { customerId }), said);
  if (!known) {
    throw nobodyCalled(said, customerName ?? '');
  }
  refuseLeft(known, said);
  return known;
}

/** Closes a ticket, saying how it ended where that is known. Throws decided when it is closed already. */
export async function closeTicket(
  core: Core,
  { ticketId, text }: Pick<TicketChange, 'ticketId' | 'text'>,
): Promise<Ticket> {
  const ticket = await getOpen(core, ticketId);
  core.change.update(
    'service_tickets',
    ticketId,
    { closedAt: core.now, closedBy: core.actor.userId },
    { when: { closed_at: null } },
  );
  write(core, ticketId, text, 'closed');
  return { ...ticket, closedAt: core.now };
}

/** What was done needs no words: that it was closed or opened again stands in the history by itself. */
export function write(core: Core, ticketId: string, text = '', deed: TicketDeed | null = null): void {
  if (text || deed) {
    core.change.insert('ticket_entries', { id: newId(), ticketId, authorId: core.actor.userId, text, deed });
  }
}

async function getOpen(core: Core, id: string): Promise<Ticket> {
  const ticket = await getTicket(core, id);
  if (ticket.closedAt) {
    throw new DomainError('decided', `ticket ${id} is closed`, {
      say: { en: `“${ticket.title}” is closed already.`, zh: `“${ticket.title}”已经关闭了。` },
    });
  }
  return ticket;
}
