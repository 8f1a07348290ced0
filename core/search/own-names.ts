import { hasRole } from '../actor.ts';
import type { Core } from '../context.ts';
import { IS_OPEN } from '../leads/lead.ts';

/** Something of one's own by its name; `of` is a deal's customer, a lead's company. */
export type OwnName = { kind: 'customer' | 'deal' | 'lead'; id: string; name: string; of: string | null };

/** How many of each, the latest first, are known by what a sentence says of their names; of those of a person one leads fewer. */
const KNOWN = 300;
const KNOWN_OF_LED = 20;
const LED = 40;

/** The head of a name as a sentence may say it: two Chinese characters, one word or two of another script. */
const isBegun = (name: string) =>
  `(lower(left(${name}, 2)) = ANY ($2) OR lower(split_part(${name}, ' ', 1)) = ANY ($2) OR lower(split_part(${name}, ' ', 1) || split_part(${name}, ' ', 2)) = ANY ($2))`;

/** Any word of it, or any two Chinese characters: a deal is also called by what stands in the middle of its title. */
const isPartlySaid = (name: string) =>
  `(string_to_array(lower(${name}), ' ') && $2 OR octet_length(${name}) > length(${name}) AND
    ARRAY(SELECT lower(substr(${name}, at, 2)) FROM generate_series(1, least(length(${name}), 24) - 1) at) && $2)`;

/** Who speaks of others' records by parts of their names. */
const LEADERS = ['manager', 'director'] as const;

/** Who works with customers that are others': by what is unpaid, and by what is broken. */
const SERVING = ['finance', 'service'] as const;

const WHO = {
  /** Himself alone. */
  own: `VALUES ($1::uuid, ${KNOWN})`,
  /** And those he leads. */
  led: `SELECT $1::uuid AS person, ${KNOWN} AS known UNION ALL
        (SELECT id, ${KNOWN_OF_LED} FROM users
          WHERE id = ANY ((SELECT parley_workable())::uuid[]) AND id <> $1 AND active ORDER BY id LIMIT ${LED})`,
  /** Himself, and whom he serves. */
  served: `VALUES ($1::uuid, ${KNOWN})`,
} as const;

/** Customers who owe, who wait for help, and those that came last: ids are in the order of time. */
const SERVED = `
           UNION ALL
           SELECT 'customer', c.id, c.name, NULL FROM (
             (SELECT customer_id AS id FROM service_tickets WHERE closed_at IS NULL ORDER BY opened_at DESC LIMIT ${KNOWN})
             UNION (SELECT customer_id FROM seen.open_invoices ORDER BY due_on LIMIT ${KNOWN})
             UNION (SELECT id FROM seen.customers ORDER BY id DESC LIMIT ${KNOWN})) k
             JOIN seen.customers c ON c.id = k.id
            WHERE c.owner_id IS DISTINCT FROM $1 AND ${isBegun('c.name')}`;

/**
 * Open deals, open leads and customers of the actor's, deals he has a share of, and all these of those he leads or serves, of whose names
 * these heads are part, in lower case without spaces.
 */
export async function findOwnNames({ sql, actor }: Core, heads: readonly string[]): Promise<OwnName[]> {
  if (heads.length === 0) {
    return [];
  }
  const whose = hasRole(actor, LEADERS) ? 'led' : hasRole(actor, SERVING) ? 'served' : 'own';
  return sql<OwnName>({
    name: `names-${whose}`,
    text: `WITH who (person, known) AS (${WHO[whose]})
           SELECT 'customer' AS kind, c.id, c.name, NULL AS of FROM who, LATERAL (
             SELECT id, name FROM seen.customers WHERE owner_id = who.person ORDER BY created_at DESC LIMIT who.known) c
            WHERE ${isBegun('c.name')}
           UNION ALL
           SELECT 'deal', d.id, d.name, c.name FROM who, LATERAL (
             SELECT p.id FROM seen.open_opportunities p WHERE p.owner_id = who.person ORDER BY p.stage_since DESC LIMIT who.known) k
             CROSS JOIN LATERAL (SELECT o.id, o.name, o.customer_id FROM seen.opportunities o WHERE o.id = k.id OFFSET 0) d
             LEFT JOIN seen.customers c ON c.id = d.customer_id
            WHERE ${isPartlySaid('d.name')}
           UNION ALL
           SELECT 'deal', o.id, o.name, c.name FROM (
             SELECT opportunity_id AS id FROM opportunity_members WHERE user_id = $1 ORDER BY opportunity_id DESC LIMIT ${KNOWN}) k
             CROSS JOIN LATERAL (SELECT d.id, d.name, d.customer_id, d.owner_id FROM seen.opportunities d WHERE d.id = k.id OFFSET 0) o
             LEFT JOIN seen.customers c ON c.id = o.customer_id
            WHERE o.owner_id <> $1 AND ${isPartlySaid('o.name')}
           UNION ALL
           SELECT 'lead', l.id, l.contact_name, l.company FROM who, LATERAL (
             SELECT id, contact_name, company FROM seen.leads
              WHERE owner_id = who.person AND status ${IS_OPEN} ORDER BY created_at DESC LIMIT who.known) l
            WHERE l.company IS NOT NULL AND ${isBegun('l.company')}${whose === 'served' ? SERVED : ''}`,
    values: [actor.userId, heads],
    isRead: true,
  });
}
