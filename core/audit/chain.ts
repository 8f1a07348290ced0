import { createHmac } from 'node:crypto';

/** One audit entry with the header of its change, as text: PostgreSQL writes equal jsonb alike, and keeps long numbers. */
export type Entry = {
  id: string;
  changeId: string;
  entity: string;
  recordId: string;
  action: string;
  before: string | null;
  after: string | null;
  /** Microseconds since 1970. */
  at: string;
  actorId: string | null;
  system: string | null;
  via: string;
  platform: string | null;
  command: string | null;
};

export type SealedEntry = Entry & { seq: string; prevHash: Buffer; hash: Buffer };

/** What the first entry follows. */
export const GENESIS = Buffer.alloc(32);

/** SQL that reads entries `e` with their changes `c` in the words of `Entry`. */
export const ENTRY = `e.id::text AS id, e.change_id AS "changeId", e.entity, e.record_id AS "recordId", e.action,
  e.before::text AS before, e.after::text AS after, (extract(epoch FROM c.at) * 1000000)::bigint::text AS at,
  c.actor_id AS "actorId", c.system, c.via, c.platform, c.command`;

/** HMAC-SHA256 over what came before and the entry itself at its place. */
export function hashOf(key: Buffer, { prevHash, seq, entry }: { prevHash: Buffer; seq: bigint; entry: Entry }): Buffer {
  const { id, changeId, entity, recordId, action, before, after, at, actorId, system, via, platform, command } = entry;
  const record = [id, changeId, entity, recordId, action, before, after, at, actorId, system, via, platform, command];
  const canonical = JSON.stringify([seq.toString(), ...record]);
  return createHmac('sha256', key).update(prevHash).update(canonical).digest();
}
