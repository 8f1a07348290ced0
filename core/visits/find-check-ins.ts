import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import type { Visited } from './keep-place.ts';
import type { CheckIn } from './visit.ts';

export type CheckInLine = {
  id: string;
  visited: Visited;
  authorName: string;
  /** When it was, else when it was written down. */
  at: Date;
  checkIn: CheckIn;
};

const LIMIT = 30;

/** The check-ins of a day by the actor and those he leads, or by one of them; what is strange comes first. */
export function findCheckIns(core: Core, { on, personId }: { on: Day; personId?: string | undefined }) {
  return core.sql<CheckInLine>({
    name: personId ? 'check-ins-of' : 'check-ins',
    text: `SELECT f.id, u.name AS "authorName", coalesce(f.happened_at, f.created_at) AS at, f.check_in AS "checkIn",
                  CASE WHEN c.id IS NULL THEN json_build_object('entity', 'lead', 'id', l.id, 'name', concat_ws(' · ', l.contact_name, l.company))
                    ELSE json_build_object('entity', 'customer', 'id', c.id, 'name', c.name) END AS visited
             FROM seen.follow_ups f JOIN users u ON u.id = f.author_id LEFT JOIN seen.customers c ON c.id = f.customer_id
                  LEFT JOIN seen.leads l ON l.id = f.lead_id AND c.id IS NULL
            WHERE f.author_id = ANY ((SELECT parley_line())::uuid[]) ${personId ? 'AND f.author_id = $3' : ''}
              AND f.happened_on = $1 AND f.check_in IS NOT NULL AND coalesce(c.id, l.id) IS NOT NULL
            ORDER BY (f.check_in -> 'doubts') <> '[]' DESC, 3 DESC LIMIT $2`,
    values: [on, LIMIT, ...(personId ? [personId] : [])],
    isRead: true,
  });
}
