import type { Core } from '../context.ts';
import { toJsonb } from '../db/jsonb.ts';
import { newId } from '../id.ts';
import type { StoredFile } from './shelf.ts';

/** A file somebody sent, kept until he says where it belongs. */
export type ReceivedFile = { id: string; name: string };

type Sending = { platform: string; workspace: string };

/** Those of them that were taken in before, by the platform's own name of them: a delivery may come twice. */
export async function findReceived(
  core: Core,
  { platform, workspace, sourceIds }: Sending & { sourceIds: readonly string[] },
): Promise<ReadonlyMap<string, ReceivedFile>> {
  const rows = await core.sql<ReceivedFile & { sourceId: string }>({
    name: 'files-received',
    text: `SELECT id, name, source_id AS "sourceId" FROM received_files
            WHERE user_id = $1 AND platform = $2 AND workspace = $3 AND source_id = ANY ($4)`,
    values: [core.actor.userId, platform, workspace, sourceIds],
    isRead: true,
  });
  return new Map(rows.map(({ sourceId, ...file }) => [sourceId, file]));
}

/** Notes a file whose bytes are kept. Not audited: it belongs to nothing yet. */
export async function recordReceived(
  core: Core,
  { platform, workspace, sourceId, file }: Sending & { sourceId: string; file: StoredFile },
): Promise<ReceivedFile> {
  const { name, mediaType, bytes, sha256, storageKey, photo } = file;
  const [row] = await core.sql<ReceivedFile>({
    name: 'file-received',
    text: `INSERT INTO received_files (id, user_id, platform, workspace, source_id, name, media_type, bytes, sha256, storage_key, photo)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
           ON CONFLICT (user_id, platform, workspace, source_id) DO UPDATE SET received_at = parley_now() RETURNING id, name`,
    values: [
      newId(),
      core.actor.userId,
      platform,
      workspace,
      sourceId,
      name,
      mediaType,
      bytes,
      sha256,
      storageKey,
      photo ? toJsonb(photo) : null,
    ],
  });
  if (!row) {
    throw new Error('a received file gave no row');
  }
  return row;
}

/** What the actor has sent, by our own ids; what was swept away or is another's is left out. */
export function findReceivedById({ sql }: Core, ids: readonly string[]): Promise<ReceivedFile[]> {
  return sql<ReceivedFile>({
    name: 'files-received-by-id',
    text: 'SELECT id, name FROM received_files WHERE id = ANY ($1) ORDER BY received_at, id',
    values: [ids],
    isRead: true,
  });
}
