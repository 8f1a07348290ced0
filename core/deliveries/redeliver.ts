import type { Core } from '../context.ts';
import { newId } from '../id.ts';
import { findUndelivered, type UndeliveredKind } from './find-undelivered.ts';

/** One transaction sends so many again. */
const AT_ONCE = 200;

/** Tries once more what did not arrive, or drops it, in the name of the admin who says so. Throws conflict when another was first. */
export function redeliver(
  core: Core,
  { kind, id, verb }: { kind: UndeliveredKind; id: string; verb: 'again' | 'drop' },
): void {
  core.change.insert('redeliveries', { id: newId(), kind, targetId: id, verb });
}

/** How many are tried again; what may have arrived is left to be judged one by one. */
export async function redeliverAll(core: Core): Promise<number> {
  const { items } = await findUndelivered(core, { limit: AT_ONCE });
  const certain = items.filter(({ state }) => state !== 'ambiguous');
  for (const { kind, id } of certain) {
    redeliver(core, { kind, id, verb: 'again' });
  }
  return certain.length;
}
