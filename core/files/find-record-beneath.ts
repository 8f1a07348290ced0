import type { Core } from '../context.ts';
import { getRecord, type NamedRecord, type RecordRef } from './record.ts';

/** Where something was said: in answer to messages, or in a thread of its own. */
export type Beneath = { messages: readonly string[]; thread: string | undefined };

/** The record whose card a message stands beneath, where the actor may see it. */
export async function findRecordBeneath(
  core: Core,
  { platform, workspace, messages, thread }: Beneath & { platform: string; workspace: string },
): Promise<NamedRecord | undefined> {
  const [found] = await core.sql<RecordRef>({
    name: 'record-beneath',
    text: 'SELECT entity, record_id AS "recordId" FROM parley_record_beneath($1, $2, $3, $4)',
    values: [platform, workspace, messages, thread ?? null],
    isRead: true,
  });
  return found && getRecord(core, found.recordId);
}
