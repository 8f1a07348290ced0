import type { Transaction } from './db/transaction.ts';
import { newId } from './id.ts';
import { personKeys } from './names/index.ts';

/**
 * Gives people who were on file before names were known by their sound the keys they lack: the migration, which cannot
 * say how Chinese sounds, put each under '?'. Says how many it took in hand.
 */
export async function hearNames({ sql }: Transaction, { limit }: { limit: number }): Promise<number> {
  const unheard = await sql<{ entity: string; recordId: string; name: string | null }>({
    name: 'names-unheard',
    text: `WITH due AS (DELETE FROM name_keys WHERE id IN (SELECT id FROM name_keys WHERE key = '?' LIMIT $1) AND key = '?'
                        RETURNING entity, record_id)
           SELECT d.entity, d.record_id AS "recordId", coalesce(p.name, l.contact_name) AS name
             FROM due d LEFT JOIN seen.contacts p ON d.entity = 'contact' AND p.id = d.record_id
                  LEFT JOIN seen.leads l ON d.entity = 'lead' AND l.id = d.record_id`,
    values: [limit],
  });
  const keys = unheard.flatMap(({ entity, recordId, name }) =>
    personKeys(name ?? '').map((key) => ({ id: newId(), entity, record_id: recordId, key })),
  );
  await sql({
    name: 'names-heard',
    text: `INSERT INTO name_keys (id, entity, record_id, key)
           SELECT id, entity, record_id, key FROM jsonb_to_recordset($1) AS k (id uuid, entity text, record_id uuid, key text)
           ON CONFLICT DO NOTHING`,
    values: [JSON.stringify(keys)],
  });
  return unheard.length;
}
