import type { Core } from '../context.ts';

export type Undelivered = {
  id: string;
  notice: string;
  userId: string | null;
  userName: string | null;
  state: 'dead' | 'ambiguous';
  attempts: number;
  lastError: string | null;
  createdAt: Date;
};

/** Deliveries that need somebody to look at them, the newest first; an admin sees everybody's. */
export function findUndelivered({ sql }: Core, { limit = 20 }: { limit?: number } = {}): Promise<Undelivered[]> {
  return sql<Undelivered>({
    name: 'deliveries-dead',
    text: `SELECT d.id, d.notice, d.user_id AS "userId", u.name AS "userName", d.state, d.attempts,
                  d.last_error AS "lastError", d.created_at AS "createdAt"
             FROM deliveries d LEFT JOIN users u ON u.id = d.user_id
            WHERE d.state IN ('dead', 'ambiguous') ORDER BY d.created_at DESC LIMIT $1`,
    values: [limit],
  });
}
