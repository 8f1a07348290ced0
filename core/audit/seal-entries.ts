import type { Database } from '../db/database.ts';
import { asSystem } from '../db/system.ts';
import { ENTRY, type Entry, GENESIS, hashOf } from './chain.ts';

/** Held by the one sealer that is at work; the number spells AUDI. */
const LOCK = 0x41554449;

/**
 * Chains the committed entries that are not chained yet, in the order of their ids. An entry committed late takes its
 * place after those that were committed before it. Returns how many were sealed; none while another sealer is at work.
 */
export function sealEntries(
  database: Database,
  { key, limit = 500 }: { key: Buffer; limit?: number },
): Promise<number> {
  return asSystem(database, 'sealer', async ({ sql }) => {
    const [lock] = await sql<{ held: boolean }>({
      name: 'seal-lock',
      text: 'SELECT pg_try_advisory_xact_lock($1) AS held',
      values: [LOCK],
    });
    if (!lock?.held) {
      return 0;
    }
    const [head] = await sql<{ seq: bigint; hash: Buffer }>({
      name: 'seal-head',
      text: 'SELECT seq, hash FROM audit_entries WHERE seq IS NOT NULL ORDER BY seq DESC LIMIT 1',
    });
    const entries = await sql<Entry>({
      name: 'seal-unsealed',
      text: `SELECT ${ENTRY} FROM audit_entries e JOIN changes c ON c.id = e.change_id
              WHERE e.seq IS NULL ORDER BY e.id LIMIT $1`,
      values: [limit],
    });
    let seq = head?.seq ?? 0n;
    let prevHash: Buffer = head?.hash ?? GENESIS;
    const seals = entries.map((entry) => {
      seq += 1n;
      const hash = hashOf(key, { prevHash, seq, entry });
      const seal = { id: entry.id, seq: seq.toString(), prev: prevHash.toString('hex'), hash: hash.toString('hex') };
      prevHash = hash;
      return seal;
    });
    if (seals.length > 0) {
      // Not again "seq IS NULL": the lock vouches for it, and it makes PostgreSQL read every seal for every entry.
      await sql({
        name: 'seal-write',
        text: `UPDATE audit_entries e SET seq = s.seq, prev_hash = decode(s.prev, 'hex'), hash = decode(s.hash, 'hex')
                 FROM jsonb_to_recordset($1) AS s (id bigint, seq bigint, prev text, hash text)
                WHERE e.id = s.id`,
        values: [JSON.stringify(seals)],
      });
    }
    return seals.length;
  });
}
