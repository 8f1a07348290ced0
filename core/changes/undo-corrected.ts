import type { Core } from '../context.ts';
import { type TakenBack, undoChange } from './undo-change.ts';

/**
 * Takes back what was said wrong together with what that had corrected itself, so that of all of them only what is said now
 * stands (R102). Throws as `undoChange` does.
 */
export async function undoCorrected(core: Core, changeId: string): Promise<TakenBack> {
  const first = await undoChange(core, changeId);
  await core.flush();
  for (let { stands } = first; stands !== undefined; ) {
    ({ stands } = await undoChange(core, stands, { isEarlier: true }));
    await core.flush();
  }
  return first;
}
