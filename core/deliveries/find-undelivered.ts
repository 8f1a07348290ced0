import type { Core } from '../context.ts';

/** A message to somebody, the answer to what somebody did, or what was to follow from a fact. */
export const UNDELIVERED_KINDS = ['delivery', 'answer', 'event'] as const;

export type UndeliveredKind = (typeof UNDELIVERED_KINDS)[number];

export type Undelivered = {
  kind: UndeliveredKind;
  id: string;
  /** The notice or the event; null for an answer. */
  what: string | null;
  person: string | null;
  /** Where an answer was to go. */
  platform: string | null;
  /** `ambiguous`: it may have arrived. For an answer: whether what was asked for has been `done`. */
  state: 'dead' | 'ambiguous' | 'done' | 'undone';
  attempts: number;
  lastError: string | null;
  since: Date;
};

/** What needs an admin to look at it, the newest first, and how much there is in all; nothing for anybody else. */
export async function findUndelivered(
  { sql }: Core,
  { limit = 20 }: { limit?: number } = {},
): Promise<{ items: Undelivered[]; total: number }> {
  const rows = await sql<Undelivered & { total: number }>({
    name: 'undelivered',
    text: `SELECT kind, id, what, person, platform, state, attempts, last_error AS "lastError", since, total
             FROM parley_undelivered($1)`,
    values: [limit],
  });
  return { items: rows.map(({ total, ...item }) => item), total: rows[0]?.total ?? 0 };
}
