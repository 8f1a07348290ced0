import type { Core } from '../context.ts';

/** Of these ids those of customers that were merged into another one the actor may see, with that one's. */
export function findSurvivors(core: Core, ids: readonly string[]): Promise<{ id: string; survivorId: string }[]> {
  return core.sql({
    name: 'merge-survivors',
    text: `SELECT i.id, c.id AS "survivorId" FROM unnest($1::uuid[]) AS i (id) JOIN seen.customers c ON c.id = parley_merged_into(i.id)`,
    values: [[...ids]],
    isRead: true,
  });
}
