import { nothingChanges } from '../changes/nothing-changes.ts';
import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import { momentOfTouch } from './add-touch.ts';
import { getOwnTouch, type Touch, type WhichTouch } from './find-touches.ts';
import type { TouchKind } from './touch.ts';

/** Corrects a touch that was entered wrongly (R13, R18). Throws not_found, forbidden, bad_input. */
export async function changeTouch(
  core: Core,
  which: WhichTouch,
  change: { kind?: TouchKind | undefined; what?: string | undefined; on?: Day | undefined },
): Promise<Touch> {
  const before = await getOwnTouch(core, which);
  const { kind = before.kind, what = before.what, on = before.on } = change;
  if (kind === before.kind && what === before.what && on === before.on) {
    throw nothingChanges(`touch ${before.id}`);
  }
  const at = on === before.on ? before.at : momentOfTouch(core, on);
  core.change.update('touches', before.id, { kind, what, occurredAt: at }, { version: before.version });
  return { ...before, kind, what, on, at };
}
