import type { Core } from '../context.ts';
import { IS_OPEN } from '../leads/lead.ts';
import { isOpenDeal } from '../opportunities/stage.ts';

/** Something of one's own by its name; `of` is a deal's customer, a lead's company. */
export type OwnName = { kind: 'customer' | 'deal' | 'lead'; id: string; name: string; of: string | null };

/** How many of each, the latest first, are known by what a sentence begins their names with. */
const KNOWN = 300;

/** The head of a name as a sentence may say it: two Chinese characters, one word or two of another script. */
const isBegun = (name: string) =>
  `(lower(left(${name}, 2)) = ANY ($2) OR lower(split_part(${name}, ' ', 1)) = ANY ($2) OR lower(split_part(${name}, ' ', 1) || split_part(${name}, ' ', 2)) = ANY ($2))`;

/** Open deals, open leads and customers of the actor's whose names begin with one of these heads, in lower case without spaces. */
export async function findOwnNames({ sql, actor }: Core, heads: readonly string[]): Promise<OwnName[]> {
  if (heads.length === 0) {
    return [];
  }
  return sql<OwnName>({
    name: 'names-own',
    text: `SELECT 'customer' AS kind, c.id, c.name, NULL AS of FROM (
             SELECT id, name FROM seen.customers WHERE owner_id = $1 ORDER BY created_at DESC LIMIT ${KNOWN}) c
            WHERE ${isBegun('c.name')}
           UNION ALL
           SELECT 'deal', d.id, d.name, c.name FROM (
             SELECT o.id, o.name, o.customer_id FROM seen.opportunities o
              WHERE o.owner_id = $1 AND ${isOpenDeal('o')} ORDER BY o.stage_since DESC LIMIT ${KNOWN}) d
             LEFT JOIN seen.customers c ON c.id = d.customer_id
            WHERE ${isBegun('d.name')}
           UNION ALL
           SELECT 'lead', l.id, l.contact_name, l.company FROM (
             SELECT id, contact_name, company FROM seen.leads
              WHERE owner_id = $1 AND status ${IS_OPEN} ORDER BY created_at DESC LIMIT ${KNOWN}) l
            WHERE l.company IS NOT NULL AND ${isBegun('l.company')}`,
    values: [actor.userId, heads],
    isRead: true,
  });
}
