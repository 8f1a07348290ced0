import type { Transaction } from '../db/transaction.ts';

/** Open tasks whose reminder is due by the database's clock, the longest waiting first. */
export async function findDueReminders(
  { sql }: Transaction,
  { limit = 500 }: { limit?: number } = {},
): Promise<string[]> {
  const rows = await sql<{ id: string }>({
    name: 'reminders-due',
    text: `SELECT id FROM tasks WHERE remind_at <= parley_now() AND done_at IS NULL ORDER BY remind_at LIMIT $1`,
    values: [limit],
  });
  return rows.map(({ id }) => id);
}
