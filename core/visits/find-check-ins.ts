import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import type { CheckIn } from './visit.ts';

export type CheckInLine = {
  id: string;
  customerId: string;
  customerName: string;
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
    text: `SELECT f.id, f.customer_id AS "customerId", c.name AS "customerName", u.name AS "authorName",
                  coalesce(f.happened_at, f.created_at) AS at, f.check_in AS "checkIn"
             FROM seen.follow_ups f JOIN seen.customers c ON c.id = f.customer_id JOIN users u ON u.id = f.author_id
            WHERE f.author_id = ANY ((SELECT parley_line())::uuid[]) ${personId ? 'AND f.author_id = $3' : ''}
              AND f.happened_on = $1 AND f.check_in IS NOT NULL
            ORDER BY (f.check_in -> 'doubts') <> '[]' DESC, 5 DESC LIMIT $2`,
    values: [on, LIMIT, ...(personId ? [personId] : [])],
    isRead: true,
  });
}
