import { defineReaction, type ReactionContext } from '../reaction.ts';

export const afterTicketOpened = defineReaction({
  after: 'ticket.opened',
  run: (context, { ticketId }) => tellAssignee(context, ticketId),
});

export const afterTicketAssigned = defineReaction({
  after: 'ticket.assigned',
  run: (context, { ticketId }) => tellAssignee(context, ticketId),
});

/** Whoever is to see to a ticket hears of it, unless he took it himself. */
async function tellAssignee({ sql, tell, eventId }: ReactionContext, ticketId: string): Promise<void> {
  const [ticket] = await sql<{ assignee: string }>({
    name: 'ticket-assigned',
    text: `SELECT t.assignee_id AS assignee FROM service_tickets t JOIN outbox e ON e.id = $2 LEFT JOIN changes c ON c.id = e.change_id
            WHERE t.id = $1 AND t.assignee_id IS DISTINCT FROM c.actor_id AND t.assignee_id IS NOT NULL`,
    values: [ticketId, eventId],
  });
  if (ticket) {
    const { assignee } = ticket;
    await tell({ effectKey: `ticket:${eventId}`, to: assignee, notice: 'ticketAssigned', subject: { ticketId } });
  }
}
