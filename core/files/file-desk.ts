import type { Database } from '../db/database.ts';
import { asSystem } from '../db/system.ts';
import type { Transaction } from '../db/transaction.ts';
import { newId } from '../id.ts';
import type { RecordRef } from './record.ts';
import type { Storage } from './storage.ts';

/** What was sent and put nowhere is kept this long; longer than any form or question about it lives. */
const UNCLAIMED_MS = 24 * 60 * 60_000;

/** Beneath a card older than this, a file is asked about. */
const CARD_MS = 180 * 24 * 60 * 60_000;

export type KeptFile = { name: string; mediaType: string; bytes: number; storageKey: string };

/** A file by its id, for whoever holds a link to it that was signed. */
export async function findKept(database: Database, id: string): Promise<KeptFile | undefined> {
  const [file] = await asSystem(database, 'files', ({ sql }) =>
    sql<KeptFile>({
      name: 'file-kept',
      text: 'SELECT name, media_type AS "mediaType", bytes, storage_key AS "storageKey" FROM files WHERE id = $1',
      values: [id],
    }),
  );
  return file;
}

export type RecordCard = RecordRef & { platform: string; workspace: string; place: string; messageId: string };

/** Remembers which record a posted card shows. */
export async function rememberCard({ sql }: Pick<Transaction, 'sql'>, card: RecordCard): Promise<void> {
  const { platform, workspace, place, messageId, entity, recordId } = card;
  await sql({
    name: 'card-remember',
    text: `INSERT INTO record_cards (id, platform, workspace, place, message_id, entity, record_id) VALUES ($1, $2, $3, $4, $5, $6, $7)
           ON CONFLICT (platform, workspace, message_id, place) DO UPDATE SET entity = $6, record_id = $7, posted_at = parley_now()`,
    values: [newId(), platform, workspace, place, messageId, entity, recordId],
  });
}

/** The same, after an answer. */
export function rememberAnswer(database: Database, card: RecordCard): Promise<void> {
  return asSystem(database, 'files', (transaction) => rememberCard(transaction, card));
}

/**
 * Takes away what was sent and never put anywhere, or taken back by Undo: its bytes, then its row. The row is locked
 * meanwhile, so whoever is putting it somewhere comes first or is told that it is gone. Returns how many there were.
 */
export async function sweepFiles(database: Database, { storage, limit = 50 }: { storage: Storage; limit?: number }) {
  const before = (ms: number) => new Date(database.clock.now().getTime() - ms);
  return asSystem(database, 'files', async ({ sql }) => {
    const stale = await sql<{ id: string; storageKey: string }>({
      name: 'files-stale',
      text: `SELECT r.id, r.storage_key AS "storageKey" FROM received_files r
              WHERE r.received_at < $1 ORDER BY r.received_at LIMIT $2 FOR UPDATE OF r SKIP LOCKED`,
      values: [before(UNCLAIMED_MS), limit],
    });
    // A statement of its own, behind the locks: the one that takes them does not see what was put somewhere meanwhile.
    const unused = await sql<{ storageKey: string }>({
      name: 'files-unused',
      text: `SELECT k AS "storageKey" FROM unnest($1::text[]) k WHERE NOT EXISTS (SELECT FROM files f WHERE f.storage_key = k)`,
      values: [stale.map(({ storageKey }) => storageKey)],
    });
    for (const { storageKey } of unused) {
      await storage.delete(storageKey);
    }
    await sql({
      name: 'files-sweep',
      text: 'DELETE FROM received_files WHERE id = ANY ($1)',
      values: [stale.map(({ id }) => id)],
    });
    await sql({
      name: 'record-cards-sweep',
      text: 'DELETE FROM record_cards WHERE posted_at < $1',
      values: [before(CARD_MS)],
    });
    return stale.length;
  });
}
