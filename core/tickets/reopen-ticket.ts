import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { write } from './change-ticket.ts';
import { getTicket, type Ticket } from './find-tickets.ts';

/**
 * Opens a closed ticket again, which its history says (R14); whoever sees to it hears of it, and so does the owner of a customer
 * who matters (R19). Throws not_found, decided when it is open.
 */
export async function reopenTicket(
  core: Core,
  { ticketId, reason }: { ticketId: string; reason?: string | undefined },
): Promise<Ticket> {
  const ticket = await getTicket(core, ticketId);
  if (!ticket.closedAt) {
    throw new DomainError('decided', `ticket ${ticketId} is open`, {
      say: { en: `“${ticket.title}” is open already.`, zh: `“${ticket.title}”还没有关闭。` },
    });
  }
  core.change.update('service_tickets', ticketId, { closedAt: null, closedBy: null }, { version: ticket.version });
  write(core, ticketId, reason, 'reopened');
  core.change.record('ticket.reopened', { ticketId });
  return { ...ticket, closedAt: null };
}
