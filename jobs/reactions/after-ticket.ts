import type { Day } from '../../core/days.ts';
import { planAcknowledgements } from '../../core/gateways/acknowledge.ts';
import { newId } from '../../core/id.ts';
import type { Locale } from '../../core/text.ts';
import { defineReaction, type ReactionContext } from '../reaction.ts';

export const afterTicketOpened = defineReaction({
  after: 'ticket.opened',
  async run(context, { ticketId }) {
    await tellAssignee(context, ticketId);
    await care(context, ticketId);
    await acknowledge(context, ticketId);
  },
});

/** It is whoever's it was again; the customer was told once that it is on record. */
export const afterTicketReopened = defineReaction({
  after: 'ticket.reopened',
  async run(context, { ticketId }) {
    await tellAssignee(context, ticketId);
    await care(context, ticketId);
  },
});

export const afterTicketAssigned = defineReaction({
  after: 'ticket.assigned',
  run: (context, { ticketId }) => tellAssignee(context, ticketId),
});

/** A ticket of a customer who matters is his owner's to care about the same day (R19). */
async function care({ sql, change, tell, org, eventId }: ReactionContext, ticketId: string): Promise<void> {
  const [due] = await sql<Due>({
    name: 'ticket-care',
    text: `SELECT t.title, t.customer_id AS "customerId", t.opened_by AS "openedBy", u.id AS owner, coalesce(u.locale, $2) AS locale,
             (parley_now() AT TIME ZONE coalesce(u.time_zone, $3))::date AS today
             FROM service_tickets t JOIN seen.customers c ON c.id = t.customer_id JOIN users u ON u.id = c.owner_id AND u.active
             JOIN customer_tiers x ON x.id = c.id JOIN tier_rules r ON r.tier = coalesce(x.manual_tier, x.tier) AND r.cares
            WHERE t.id = $1 AND t.closed_at IS NULL`,
    values: [ticketId, org.locale, org.timeZone],
  });
  if (!due) {
    return;
  }
  const { owner, openedBy, customerId, title, locale, today } = due;
  change.insert('tasks', {
    id: newId(),
    title: { en: `Customer care: ${title}`, zh: `客户关怀：${title}` }[locale].slice(0, 200),
    ownerId: owner,
    createdBy: openedBy,
    customerId,
    ticketId,
    dueOn: today,
  });
  if (owner !== openedBy) {
    await tell({ effectKey: `care:${eventId}`, to: owner, notice: 'ticketCare', subject: { ticketId } });
  }
}

/** … and he himself is told that it came in, by the company's own gateway. */
async function acknowledge(context: ReactionContext, ticketId: string): Promise<void> {
  for (const sendId of await planAcknowledgements(context, ticketId)) {
    await context.sendOut({ effectKey: `gateway:${sendId}`, sendId });
  }
}

type Due = { title: string; customerId: string; openedBy: string; owner: string; locale: Locale; today: Day };

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
