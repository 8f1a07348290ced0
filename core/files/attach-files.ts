import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { getRecord, type NamedRecord } from './record.ts';

export type AttachedFile = { id: string; name: string; bytes: number; mediaType: string };

export type Attached = {
  record: NamedRecord;
  files: AttachedFile[];
  /** Names of those whose content hung on the record before. */
  known: string[];
};

type Received = {
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  storageKey: string;
  platform: string;
  isKnown: boolean;
};

/** Hangs what the actor has sent on a record he may see. The same content hangs there once. Throws not_found. */
export async function attachFiles(
  core: Core,
  { recordId, received }: { recordId: string; received: readonly string[] },
): Promise<Attached> {
  const record = await getRecord(core, recordId);
  const { entity } = record;
  // Shared, so that the sweep does not take the bytes away meanwhile.
  const rows = await core.sql<Received>({
    name: 'files-to-attach',
    text: `SELECT r.name, r.media_type AS "mediaType", r.bytes, r.sha256, r.storage_key AS "storageKey", r.platform,
                  EXISTS (SELECT FROM files f WHERE f.entity = $2 AND f.record_id = $3 AND f.sha256 = r.sha256) AS "isKnown"
             FROM received_files r WHERE r.id = ANY ($1) ORDER BY r.received_at, r.id FOR SHARE OF r`,
    values: [received, entity, recordId],
  });
  if (rows.length < new Set(received).size) {
    throw new DomainError('not_found', 'a received file is gone', {
      say: { en: 'I no longer have that file. Please send it again.', zh: '该文件已不在，请重新发送。' },
    });
  }
  const seen = new Set<string>();
  const files: AttachedFile[] = [];
  const known: string[] = [];
  for (const { platform: origin, isKnown, ...file } of rows) {
    if (isKnown || seen.has(file.sha256)) {
      known.push(file.name);
      continue;
    }
    seen.add(file.sha256);
    const id = newId();
    core.change.insert('files', { id, entity, recordId, ...file, uploadedBy: core.actor.userId, origin });
    core.change.record('file.attached', { fileId: id, entity, recordId });
    files.push({ id, name: file.name, bytes: file.bytes, mediaType: file.mediaType });
  }
  return { record, files, known };
}
