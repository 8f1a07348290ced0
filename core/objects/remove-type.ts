import type { Core } from '../context.ts';
import { getObjectType } from './find-types.ts';

/**
 * No more of that kind: its records and their reminders go out of sight. Undo brings all of it back, and so does whoever
 * declares a kind of that name again.
 */
export async function removeType(core: Core, typeKey: string): Promise<{ name: string; count: number }> {
  const [type, count] = await Promise.all([getObjectType(core, typeKey), countObjects(core, typeKey)]);
  core.change.update('object_types', type.id, { active: false }, { version: type.version });
  return { name: type.name[core.actor.locale], count };
}

/** How many records there are of a kind. */
export async function countObjects(core: Core, typeKey: string): Promise<number> {
  const [row] = await core.sql<{ count: number }>({
    name: 'objects-of-type',
    text: `SELECT count(*)::int AS count FROM objects o JOIN object_types t ON t.id = o.type_id WHERE t.key = $1 AND o.removed_at IS NULL`,
    values: [typeKey],
    isRead: true,
  });
  return row?.count ?? 0;
}
