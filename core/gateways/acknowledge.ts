import type { Transaction } from '../db/transaction.ts';

/**
 * Plans word to the customer that his ticket came in, where his tier is one the company cares for: one for each gateway that is on,
 * however often it is asked for. Gives the ids of those that are new.
 */
export async function planAcknowledgements({ sql }: Pick<Transaction, 'sql'>, ticketId: string): Promise<string[]> {
  const planned = await sql<{ id: string }>({
    name: 'gateway-plan',
    text: `INSERT INTO gateway_sends (id, gateway_id, kind, ticket_id, happened_at)
           SELECT gen_random_uuid(), g.id, 'ticket.acknowledged', t.id, t.opened_at
             FROM service_tickets t JOIN customer_tiers x ON x.id = t.customer_id JOIN tier_rules r ON r.tier = coalesce(x.manual_tier, x.tier) AND r.cares
             CROSS JOIN gateways g WHERE t.id = $1 AND g.active
           ON CONFLICT (ticket_id, gateway_id, kind) DO NOTHING RETURNING id`,
    values: [ticketId],
  });
  return planned.map(({ id }) => id);
}
