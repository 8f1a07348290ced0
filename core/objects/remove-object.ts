import type { Core } from '../context.ts';
import { getObject, type ObjectLine } from './find-objects.ts';

/** Puts an own object out of sight, and its reminders with it; Undo brings both back. For whoever may change it. */
export async function removeObject(core: Core, objectId: string): Promise<ObjectLine> {
  const object = await getObject(core, objectId);
  core.change.update('objects', objectId, { removedAt: core.now }, { version: object.version });
  return object;
}
