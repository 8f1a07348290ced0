import { nothingChanges } from '../changes/nothing-changes.ts';
import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import { findMilestonesOf, folded, getMilestone, type Milestone, type WhichMilestone } from './find-milestones.ts';
import { refuseTwice, refuseYetToCome } from './milestones.ts';

/** `null` takes a day or a note away again: without the day it was done it is still to be done. */
export type MilestoneChange = {
  name?: string | undefined;
  plannedOn?: Day | null | undefined;
  doneOn?: Day | null | undefined;
  remark?: string | null | undefined;
};

/** Sets what is given of a milestone (R13). Throws not_found, bad_input where nothing changes, exists for a name that is on the plan. */
export async function changeMilestone(core: Core, which: WhichMilestone, change: MilestoneChange): Promise<Milestone> {
  const before = await getMilestone(core, which);
  const { name = before.name, plannedOn = before.plannedOn } = change;
  const { doneOn = before.doneOn, remark = before.remark } = change;
  const after = { name, plannedOn, doneOn, remark };
  const isSame =
    name === before.name && plannedOn === before.plannedOn && doneOn === before.doneOn && remark === before.remark;
  if (isSame) {
    throw nothingChanges(`milestone ${before.id}`);
  }
  if (doneOn !== null) {
    refuseYetToCome(core, doneOn);
  } else if (folded(name) !== folded(before.name) || before.doneOn !== null) {
    const known = await findMilestonesOf(core, before.customer.id);
    refuseTwice(
      known.filter(({ id }) => id !== before.id),
      name,
    );
  }
  core.change.update('milestones', before.id, after, { version: before.version });
  return { ...before, ...after };
}
