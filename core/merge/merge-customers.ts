import type { Core } from '../context.ts';
import { MERGE_FIELD_NAMES, MERGE_FIELDS, type MergeField, type MergePlan, planMerge } from './plan-merge.ts';

export type MergeChoices = Readonly<Partial<Record<MergeField, 'survivor' | 'duplicate' | undefined>>>;

/**
 * Makes two customers one (R80): what hangs on the duplicate moves, the duplicate goes, and of each field in which they
 * differ the chosen value stays. What only the duplicate says is taken over. One change, one Undo.
 */
export async function mergeCustomers(
  core: Core,
  { one, other, choices }: { one: string; other: string; choices: MergeChoices },
): Promise<MergePlan> {
  const plan = await planMerge(core, one, other);
  const { survivor, duplicate } = plan;
  const isTaken = (field: MergeField) =>
    choices[field] === 'duplicate' ? duplicate[field] !== null : survivor[field] === null && duplicate[field] !== null;
  const taken = MERGE_FIELD_NAMES.filter(isTaken);
  core.change.restore({
    op: 'merge',
    table: 'customers',
    id: survivor.id,
    version: survivor.version,
    from: duplicate.id,
    fromVersion: duplicate.version,
    take: taken.map((field) => MERGE_FIELDS[field]),
  });
  const kept = Object.fromEntries(taken.map((field) => [field, duplicate[field]]));
  return { ...plan, survivor: { ...survivor, ...kept } };
}
