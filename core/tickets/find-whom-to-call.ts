import type { Core } from '../context.ts';

/** Somebody to ring about a ticket; `phone` as far as the actor may see it. */
export type WhomToCall = { name: string | null; title: string | null; phone: string | null; isUnseen: boolean };

/** Whoever filed it, else who decides there, else the company's own number; undefined where nobody is on file. */
export async function findWhomToCall(core: Core, ticketId: string): Promise<WhomToCall | undefined> {
  const [found] = await core.sql<WhomToCall>({
    name: 'ticket-whom-to-call',
    text: `SELECT w.name, w.title, w.phone, w."isUnseen" FROM service_tickets t CROSS JOIN LATERAL (
             SELECT p.name, p.title, p.phone, 'phone' = ANY (p.unseen) AS "isUnseen", (p.id = t.contact_id) IS TRUE AS filed,
                    EXISTS (SELECT FROM contact_roles r WHERE r.contact_id = p.id AND r.role = 'decision_maker') AS decides, p.created_at
               FROM seen.contacts p WHERE p.customer_id = t.customer_id AND p.left_on IS NULL
             UNION ALL
             SELECT NULL, NULL, c.phone, 'phone' = ANY (c.unseen), false, false, NULL
               FROM seen.customers c WHERE c.id = t.customer_id AND (c.phone IS NOT NULL OR 'phone' = ANY (c.unseen))) w
            WHERE t.id = $1 ORDER BY w.filed DESC, w.phone IS NULL, w.name IS NULL, w.decides DESC, w.created_at LIMIT 1`,
    values: [ticketId],
    isRead: true,
  });
  return found;
}
