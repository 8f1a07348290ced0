import type { Database } from '../db/database.ts';
import { asSystem } from '../db/system.ts';
import { ENTRY, GENESIS, hashOf, type SealedEntry } from './chain.ts';

const PAGE = 1_000;

/**
 * `whole` up to its last entry, written at `upTo`, which a copy kept elsewhere can be held against: a chain alone cannot
 * show that its end was cut off. Else `broken` at the first place that does not follow from what stands before it.
 */
export type Verdict =
  | { kind: 'whole'; length: number; head: Buffer; upTo: Date | undefined }
  | { kind: 'broken'; seq: bigint; reason: 'missing' | 'changed' | 'cut' };

/** A head noted earlier, by which a chain shows that its end was cut off or made anew. */
export type Noted = { length: bigint; head: string };

/** Reads the whole chain and says whether it was edited, shortened, reordered or added to. */
export function verifyChain(
  database: Database,
  { key, noted }: { key: Buffer; noted?: Noted | undefined },
): Promise<Verdict> {
  return asSystem(database, 'sealer', async ({ sql }) => {
    let seq = 0n;
    let prevHash: Buffer = GENESIS;
    let upTo: Date | undefined;
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
        const reason = faultOf(entry, { key, seq, prevHash, noted });
        if (reason) {
          return { kind: 'broken', seq, reason };
        }
        prevHash = entry.hash;
        upTo = new Date(Number(BigInt(entry.at) / 1_000n));
      }
      if (page.length < PAGE) {
        return seq < (noted?.length ?? 0n)
          ? { kind: 'broken', seq: seq + 1n, reason: 'cut' }
          : { kind: 'whole', length: Number(seq), head: prevHash, upTo };
      }
    }
  });
}

/** What is wrong with the entry that should stand at this place. */
function faultOf(
  entry: SealedEntry,
  { key, seq, prevHash, noted }: { key: Buffer; seq: bigint; prevHash: Buffer; noted: Noted | undefined },
): 'missing' | 'changed' | undefined {
  if (entry.seq !== seq.toString()) {
    return 'missing';
  }
  const isWhole = hashOf(key, { prevHash, seq, entry }).equals(entry.hash) && prevHash.equals(entry.prevHash);
  const isAsNoted = seq !== noted?.length || entry.hash.toString('hex') === noted.head;
  return isWhole && isAsNoted ? undefined : 'changed';
}
