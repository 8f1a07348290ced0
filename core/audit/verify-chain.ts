import type { Database } from '../db/database.ts';
import { asSystem } from '../db/system.ts';
import { ENTRY, GENESIS, hashOf, type SealedEntry } from './chain.ts';

const PAGE = 1_000;

/**
 * `whole` up to its last entry, which a copy kept elsewhere can be held against: a chain alone cannot show that its end
 * was cut off. Else `broken` at the first place that does not follow from what stands before it.
 */
export type Verdict =
  | { kind: 'whole'; length: number; head: Buffer }
  | { kind: 'broken'; seq: bigint; reason: 'missing' | 'changed' };

/** Reads the whole chain and says whether it was edited, shortened inside, reordered or added to. */
export function verifyChain(database: Database, { key }: { key: Buffer }): Promise<Verdict> {
  return asSystem(database, 'sealer', async ({ sql }) => {
    let seq = 0n;
    let prevHash: Buffer = GENESIS;
    for (;;) {
      const page = await sql<SealedEntry>({
        name: 'verify-page',
        text: `SELECT ${ENTRY}, e.seq::text AS seq, e.prev_hash AS "prevHash", e.hash
                 FROM audit_entries e JOIN changes c ON c.id = e.change_id
                WHERE e.seq > $1 ORDER BY e.seq LIMIT ${PAGE}`,
        values: [seq.toString()],
      });
      for (const entry of page) {
        seq += 1n;
        if (entry.seq !== seq.toString()) {
          return { kind: 'broken', seq, reason: 'missing' };
        }
        const hash = hashOf(key, { prevHash, seq, entry });
        if (!hash.equals(entry.hash) || !prevHash.equals(entry.prevHash)) {
          return { kind: 'broken', seq, reason: 'changed' };
        }
        prevHash = hash;
      }
      if (page.length < PAGE) {
        return { kind: 'whole', length: Number(seq), head: prevHash };
      }
    }
  });
}
