import type { Core } from '../context.ts';
import { findCustomers } from '../customers/find-customers.ts';
import { DomainError } from '../errors.ts';
import type { Priority, TicketDeed, TicketKind } from './ticket.ts';

export type TicketLine = {
  id: string;
  title: string;
  kind: TicketKind;
  priority: Priority;
  customerId: string;
  customerName: string | null;
  assigneeId: string | null;
  assigneeName: string | null;
  openedByName: string;
  openedAt: Date;
  closedAt: Date | null;
  version: number;
};

/** With who filed it, and what its customer was told of it through a gateway, where he was (R19). */
export type Ticket = TicketLine & {
  /** Who of the customer filed it. */
  contactName: string | null;
  acknowledgement: 'sent' | 'queued' | 'failed' | null;
  acknowledgedAt: Date | null;
};

const COLUMNS = `t.id, t.title, t.kind, t.priority, t.customer_id AS "customerId", c.name AS "customerName", t.assignee_id AS "assigneeId",
    a.name AS "assigneeName", o.name AS "openedByName", t.opened_at AS "openedAt", t.closed_at AS "closedAt", t.version`;
const FROM = `FROM service_tickets t LEFT JOIN seen.customers c ON c.id = t.customer_id LEFT JOIN users a ON a.id = t.assignee_id JOIN users o ON o.id = t.opened_by`;
const LINE = `SELECT ${COLUMNS} ${FROM}`;

/** The most pressing first, then the oldest; of `t`, a ticket. */
export const BY_URGENCY = `array_position(ARRAY['urgent', 'high', 'normal', 'low'], t.priority), t.opened_at`;

/** Open tickets: the actor's own where service gave him any, else those of the customers that are his. */
export async function findOpenTickets(
  core: Core,
  { limit = 20, offset = 0 }: { limit?: number; offset?: number } = {},
): Promise<TicketLine[]> {
  return core.sql<TicketLine>({
    name: 'tickets-open',
    text: `${LINE} WHERE t.closed_at IS NULL AND (t.assignee_id = $1 OR t.assignee_id IS NULL OR c.owner_id = ANY ((SELECT parley_workable())::uuid[]))
           ORDER BY t.assignee_id = $1 DESC NULLS LAST, ${BY_URGENCY}, t.id LIMIT $2 OFFSET $3`,
    values: [core.actor.userId, limit, offset],
  });
}

/** Open tickets of a customer called so, or whose title holds these words. */
export async function searchTickets(
  core: Core,
  { mention, limit = 8 }: { mention: string; limit?: number },
): Promise<TicketLine[]> {
  const customers = await findCustomers(core, { mention });
  const ofCustomer = await core.sql<TicketLine>({
    name: 'tickets-of-customers',
    text: `${LINE} WHERE t.closed_at IS NULL AND t.customer_id = ANY ($1) ORDER BY ${BY_URGENCY} LIMIT $2`,
    values: [customers.map(({ id }) => id), limit],
  });
  if (ofCustomer.length > 0) {
    return ofCustomer;
  }
  const wanted = mention.toLowerCase();
  const open = await findOpenTickets(core, { limit: 200 });
  return open.filter(({ title }) => title.toLowerCase().includes(wanted)).slice(0, limit);
}

/** Closed tickets of a customer called so, the last closed first; without a name of those the actor opened or has. */
export async function findClosedTickets(
  core: Core,
  { mention, limit = 8 }: { mention?: string; limit?: number },
): Promise<TicketLine[]> {
  if (mention === undefined) {
    return core.sql<TicketLine>({
      name: 'tickets-closed-own',
      text: `${LINE} WHERE t.closed_at IS NOT NULL AND (t.assignee_id = $1 OR t.opened_by = $1) ORDER BY t.closed_at DESC LIMIT $2`,
      values: [core.actor.userId, limit],
    });
  }
  const customers = await findCustomers(core, { mention });
  return core.sql<TicketLine>({
    name: 'tickets-closed-of',
    text: `${LINE} WHERE t.closed_at IS NOT NULL AND t.customer_id = ANY ($1) ORDER BY t.closed_at DESC LIMIT $2`,
    values: [customers.map(({ id }) => id), limit],
  });
}

/** Throws not_found. */
export async function getTicket(core: Core, id: string): Promise<Ticket> {
  const [ticket] = await core.sql<Ticket>({
    name: 'ticket',
    text: `SELECT ${COLUMNS}, p.name AS "contactName", k.state AS acknowledgement, k.at AS "acknowledgedAt" ${FROM}
             LEFT JOIN seen.contacts p ON p.id = t.contact_id LEFT JOIN LATERAL parley_acknowledged(t.id) k ON true WHERE t.id = $1`,
    isRead: true,
    values: [id],
  });
  if (!ticket) {
    throw new DomainError('not_found', `ticket ${id}`);
  }
  return ticket;
}

/** `deed`: that it was closed or opened again; the text is why. */
export type TicketEntry = { text: string; deed: TicketDeed | null; authorName: string; writtenAt: Date };

/** What was said of it, the latest first. */
export async function findTicketEntries(
  core: Core,
  { ticketId, limit = 10 }: { ticketId: string; limit?: number },
): Promise<TicketEntry[]> {
  return core.sql<TicketEntry>({
    name: 'ticket-entries',
    text: `SELECT e.text, e.deed, u.name AS "authorName", e.written_at AS "writtenAt" FROM ticket_entries e JOIN users u ON u.id = e.author_id
            WHERE e.ticket_id = $1 ORDER BY e.written_at DESC, e.id DESC LIMIT $2`,
    values: [ticketId, limit],
  });
}
