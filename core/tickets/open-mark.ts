import type { Core } from '../context.ts';

/** What a customer waits for, in the fewest words: seen wherever one is about to get in touch with him (R14). */
export type OpenMark = { tickets: number; complaints: number };

/** SQL: the mark of the customer whose id this is, null without open tickets; a column of the list's own statement. */
export const openMarkOf = (
  customer: string,
) => `(SELECT json_build_object('tickets', count(*), 'complaints', count(*) FILTER (WHERE k.kind = 'complaint'))
    FROM service_tickets k WHERE k.customer_id = ${customer} AND k.closed_at IS NULL HAVING count(*) > 0)`;

/** The marks of customers that were found some other way, all at once; those without one are left out. */
export async function findOpenMarks(core: Core, customerIds: readonly string[]): Promise<Map<string, OpenMark>> {
  const rows = await core.sql<{ id: string; mark: OpenMark | null }>({
    name: 'open-marks',
    text: `SELECT c.id, ${openMarkOf('c.id')} AS mark FROM unnest($1::uuid[]) AS c (id)`,
    values: [customerIds],
    isRead: true,
  });
  return new Map(rows.flatMap(({ id, mark }) => (mark ? [[id, mark]] : [])));
}
