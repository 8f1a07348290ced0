import type { Core } from '../context.ts';
import { getOwnTouch, type Touch, type WhichTouch } from './find-touches.ts';

/** Takes a touch off the record; Undo brings it back. Throws not_found, forbidden. */
export async function removeTouch(core: Core, which: WhichTouch): Promise<Touch> {
  const touch = await getOwnTouch(core, which);
  core.change.remove('touches', touch.id, { version: touch.version });
  return touch;
}
