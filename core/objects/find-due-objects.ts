import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import type { Text } from '../text.ts';
import { KEPT, LINE_COLUMNS, LINE_FROM, type ObjectLine } from './find-objects.ts';

/** One whose rule asks for something, what, and on which day. */
export type DueObject = ObjectLine & { dueOn: Day; task: Text };

/**
 * What the rules of own kinds ask for from today until a day, the soonest first (R22): among the customers of oneself and one's
 * people, or of one customer. Worked out of the rules themselves, so that it is the same for whoever asks.
 */
export async function findDueObjects(
  core: Core,
  {
    type,
    customerId,
    until,
    limit = 10,
    offset = 0,
  }: { type?: string | undefined; customerId?: string | undefined; until: Day; limit?: number; offset?: number },
): Promise<DueObject[]> {
  return core.sql<DueObject>({
    name: 'objects-due-soon',
    text: `SELECT ${LINE_COLUMNS}, due.day::text AS "dueOn", due.task ${LINE_FROM}
             CROSS JOIN LATERAL (SELECT d.day, r -> 'task' AS task FROM jsonb_array_elements(t.rules) r
               CROSS JOIN LATERAL (SELECT parley_next_due(parley_day(o."values" ->> (r ->> 'field')), (r ->> 'days')::int,
                 coalesce((r ->> 'repeats')::boolean, false), $3::date) AS day) d
               WHERE r ->> 'kind' = 'task' AND d.day <= $4::date ORDER BY d.day LIMIT 1) due
            WHERE ${KEPT} AND ($1::text IS NULL OR t.key = $1)
              AND CASE WHEN $2::uuid IS NULL THEN c.owner_id = ANY ((SELECT parley_workable())::uuid[]) ELSE o.customer_id = $2 END
            ORDER BY due.day, o.id LIMIT $5 OFFSET $6`,
    values: [type ?? null, customerId ?? null, core.today, until, limit, offset],
  });
}
