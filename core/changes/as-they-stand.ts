import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';

type Written = { entity: string; recordId: string; after: (Record<string, unknown> & { version?: number }) | null };

/** What was done with a row since; `isBack`: it was taken back, or took back what came after as well. */
type Since = { recordId: string; entity: string; version: number | null; isBack: boolean };

/**
 * What a change left, with the versions the rows have now where all that the actor has done to them since was taken back: then
 * they stand as the change left them. Throws conflict, in so many words, where he has changed one again himself.
 */
export async function asTheyStand<Entry extends Written>(
  core: Core,
  changeId: string,
  entries: readonly Entry[],
): Promise<Entry[]> {
  // Entries of others' changes are not for him to read: whoever else wrote to a row is met by its version.
  const since = await core.sql<Since>({
    name: 'undo-since',
    text: `SELECT e.record_id AS "recordId", e.entity, (e.after ->> 'version')::int AS version,
             c.undone_by IS NOT NULL OR EXISTS (SELECT FROM changes o WHERE o.undone_by = c.id AND o.at > d.at) AS "isBack"
             FROM changes d JOIN audit_entries e ON e.entity = ANY ($2) AND e.record_id = ANY ($3::uuid[]) AND e.change_id <> d.id
             JOIN changes c ON c.id = e.change_id AND c.at > d.at AND c.actor_id = d.actor_id
            WHERE d.id = $1 ORDER BY e.id`,
    values: [changeId, [...new Set(entries.map(({ entity }) => entity))], entries.map(({ recordId }) => recordId)],
  });
  return entries.map((entry) => {
    const own = since.filter(({ recordId, entity }) => recordId === entry.recordId && entity === entry.entity);
    const left = entry.after?.version;
    // Where somebody else wrote in between, the versions are not each the next one.
    if (left === undefined || own.length === 0 || own.some(({ version }, at) => version !== left + at + 1)) {
      return entry;
    }
    if (own.some(({ isBack }) => !isBack)) {
      throw new DomainError('conflict', `change ${changeId} was built upon by the same person`, {
        say: {
          en: 'You have changed this again since. Undo that first, or change it as it is to be.',
          zh: '你之后又修改过这条记录，请先撤销后面的操作，或直接改成需要的内容。',
        },
      });
    }
    return { ...entry, after: { ...entry.after, version: left + own.length } };
  });
}
