import type { Core } from '../context.ts';
import { contactCalled, findKnownContacts } from '../customers/known-contacts.ts';
import { getCustomerWithDeal } from '../customers/sole-deal.ts';
import { newId } from '../id.ts';
import { ORDINARY, type Priority, type TicketKind } from './ticket.ts';

export type NewTicket = {
  customerId: string;
  title: string;
  kind: TicketKind;
  priority?: Priority | undefined;
  /** Who of the customer filed it, as people call him. */
  contact?: string | undefined;
  /** Whoever of service has the fewest open tickets when left out. */
  assigneeId?: string | undefined;
};

export type OpenedTicket = {
  id: string;
  customer: { id: string; name: string };
  title: string;
  kind: TicketKind;
  priority: Priority;
  /** Who of the customer filed it; `isKnown` where he is on file there. */
  contact: { name: string; isKnown: boolean } | undefined;
  /** Null where nobody works in service. */
  assigneeName: string | null;
};

/**
 * Puts on record what a customer complains of or asks for, and who sees to it; whoever is to hear of it does (R14, R19).
 * Throws bad_input where several people of the customer are called as the contact is.
 */
export async function openTicket(core: Core, ticket: NewTicket): Promise<OpenedTicket> {
  const { customerId, title, kind, priority = ORDINARY, contact, assigneeId } = ticket;
  const [customer, assignee, people] = await Promise.all([
    getCustomerWithDeal(core, customerId),
    findAssignee(core, assigneeId),
    contact === undefined ? [] : findKnownContacts(core, { customerId }),
  ]);
  const called = contact === undefined ? undefined : contactCalled(people, contact);
  const known = called?.leftOn ? undefined : called;
  const id = newId();
  core.change.insert('service_tickets', {
    id,
    customerId,
    kind,
    title,
    priority,
    contactId: known?.id ?? null,
    assigneeId: assignee?.id ?? null,
    openedBy: core.actor.userId,
  });
  core.change.record('ticket.opened', { ticketId: id });
  return {
    id,
    customer: { id: customer.id, name: customer.name },
    title,
    kind,
    priority,
    contact: contact === undefined ? undefined : { name: known?.name ?? contact, isKnown: known !== undefined },
    assigneeName: assignee?.name ?? null,
  };
}

/** Somebody of service who opens a ticket keeps it. */
async function findAssignee(core: Core, wanted: string | undefined): Promise<{ id: string; name: string } | undefined> {
  const { userId, roles } = core.actor;
  const chosen = wanted ?? (roles.includes('service') ? userId : undefined);
  const [found] = chosen
    ? await core.sql<{ id: string; name: string }>({
        name: 'ticket-assignee',
        text: 'SELECT id, name FROM users WHERE id = $1 AND active',
        values: [chosen],
      })
    : await core.sql<{ id: string; name: string }>({
        name: 'ticket-next-in-service',
        text: 'SELECT id, name FROM parley_next_in_service()',
      });
  return found;
}
