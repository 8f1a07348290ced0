import type { Core } from '../context.ts';

/** Those whom the actor may give work to, but himself. */
export function findLedPeople(
  { sql, actor }: Core,
  { limit = 5 }: { limit?: number } = {},
): Promise<{ id: string; name: string }[]> {
  return sql<{ id: string; name: string }>({
    name: 'people-led',
    text: `SELECT id, name FROM users WHERE id = ANY ((SELECT parley_workable())::uuid[]) AND id <> $1 AND active ORDER BY name LIMIT $2`,
    values: [actor.userId, limit],
  });
}
