import type { Core } from '../context.ts';
import { getMilestone, type Milestone, type WhichMilestone } from './find-milestones.ts';

/** Takes a milestone off the plan; what was done about it stays in the customer's changes, and Undo brings it back. */
export async function removeMilestone(core: Core, which: WhichMilestone): Promise<Milestone> {
  const milestone = await getMilestone(core, which);
  core.change.update('milestones', milestone.id, { removedAt: core.now }, { version: milestone.version });
  return milestone;
}
