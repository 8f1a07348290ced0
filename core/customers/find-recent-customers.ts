import type { Core } from '../context.ts';

/** Follow-ups looked at: he may have spoken with one customer many times. */
const LOOKED_AT = 100;

/** The customers the actor was last in touch with, and those he put on file last. */
export async function findRecentCustomers(
  { sql, actor }: Core,
  { limit = 5 }: { limit?: number } = {},
): Promise<{ id: string; name: string }[]> {
  return sql<{ id: string; name: string }>({
    name: 'customers-recent',
    text: `SELECT c.id, c.name FROM (
             SELECT id, max(at) AS at FROM (
               (SELECT customer_id AS id, created_at AS at FROM seen.follow_ups WHERE author_id = $1 ORDER BY created_at DESC LIMIT ${LOOKED_AT})
               UNION ALL
               (SELECT id, created_at FROM seen.customers WHERE owner_id = $1 ORDER BY created_at DESC LIMIT $2)) touched
              GROUP BY id) recent
             JOIN seen.customers c ON c.id = recent.id ORDER BY recent.at DESC, c.id LIMIT $2`,
    values: [actor.userId, limit],
  });
}
