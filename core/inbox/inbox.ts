import { createHash } from 'node:crypto';
import type { Actor } from '../actor.ts';
import type { Database } from '../db/database.ts';
import { toFailure } from '../db/failures.ts';
import { asSystem } from '../db/system.ts';
import { newId } from '../id.ts';
import type { Organisation } from '../organisation.ts';
import { toActor, type UserRow } from '../people/actor-of.ts';
import type { Seal } from './sealed.ts';

/** How long a process may take over a delivery before another takes it up. */
const LEASE_MS = 20_000;

/** Taken up this often without a word of what became of it, it is put aside: what kills its process must not kill the next. */
const SILENT_ATTEMPTS = 5;

export type Arrival = {
  platform: string;
  workspace: string;
  dedupeKey: string;
  body: Buffer;
  /** The sender as the platform knows him. */
  externalId: string;
};

export type Received = {
  inboxId: string;
  /** `new` to be done, `running` elsewhere, `answered` with what was said, `mismatch`: another body under a used key. */
  standing: 'new' | 'running' | 'answered' | 'mismatch';
  reply: Buffer | undefined;
  /** Undefined for somebody nobody has let in yet, or who is no longer active. */
  actor: Actor | undefined;
  isDeactivated: boolean;
};

/** A delivery taken up again, leased to the caller. */
export type Unfinished = {
  inboxId: string;
  platform: string;
  workspace: string;
  /** This one counted. */
  attempts: number;
  lastError: string | undefined;
  /** Throws when it was sealed under another key. */
  open(): { body: Buffer; reply: Buffer | undefined };
};

/** A delivery that was not answered: in how long it is tried again, undefined for never. */
export type Setback = { inboxId: string; attempts: number; error: string; waitMs: number | undefined };

type ReceivedRow = {
  inbox_id: string;
  fresh: boolean;
  state: 'new' | 'done' | 'replied' | 'failed' | 'mismatch';
  reply: Buffer | null;
  user_id: string | null;
  name: string;
  roles: UserRow['roles'];
  locale: UserRow['locale'];
  time_zone: string | null;
  active: boolean | null;
};

/** Deliveries, recorded before anything is done about them: never lost, never twice. */
export class Inbox {
  private readonly database: Database;
  private readonly org: Organisation;
  private readonly seal: Seal;

  constructor(database: Database, org: Organisation, seal: Seal) {
    this.database = database;
    this.org = org;
    this.seal = seal;
  }

  /** Commits a verified delivery and says who sent it, in one round trip. Throws unavailable when it cannot. */
  async receive({ platform, workspace, dedupeKey, body, externalId }: Arrival): Promise<Received> {
    const hash = createHash('sha256').update(body).digest();
    const values = [newId(), platform, workspace, dedupeKey, hash, this.seal.close(body), externalId, LEASE_MS];
    const { rows } = await this.database.pool
      .query<ReceivedRow>({
        name: 'receive',
        text: 'SELECT * FROM parley_receive($1, $2, $3, $4, $5, $6, $7, $8)',
        values,
      })
      .catch((error: unknown) => {
        throw toFailure(error);
      });
    const [row] = rows;
    if (!row) {
      throw new Error('parley_receive gave no row');
    }
    return {
      inboxId: row.inbox_id,
      standing: standingOf(row),
      reply: row.reply ? this.seal.open(row.reply) : undefined,
      actor:
        row.user_id && row.active
          ? toActor(
              { id: row.user_id, name: row.name, roles: row.roles, locale: row.locale, timeZone: row.time_zone },
              this.org,
            )
          : undefined,
      isDeactivated: row.active === false,
    };
  }

  /** Who a sender is now; a replay asks again, for he may have been let in or sent away since. */
  async identify({
    platform,
    workspace,
    externalId,
  }: Omit<Arrival, 'dedupeKey' | 'body'>): Promise<Pick<Received, 'actor' | 'isDeactivated'>> {
    const [row] = await asSystem(this.database, 'inbox', ({ sql }) =>
      sql<UserRow & { active: boolean }>({
        name: 'identify',
        text: `SELECT u.id, u.name, u.roles, u.locale, u.time_zone AS "timeZone", u.active FROM identities i JOIN users u ON u.id = i.user_id
                WHERE i.platform = $1 AND i.workspace = $2 AND i.external_id = $3`,
        values: [platform, workspace, externalId],
      }),
    );
    return { actor: row?.active ? toActor(row, this.org) : undefined, isDeactivated: row?.active === false };
  }

  encode(reply: unknown): Buffer {
    return this.seal.close(Buffer.from(JSON.stringify(reply ?? null)));
  }

  /** Answers that have left the house. */
  async markReplied(inboxIds: readonly string[]): Promise<void> {
    await this.database.pool.query({ name: 'replied', text: 'SELECT parley_replied($1)', values: [inboxIds] });
  }

  /** Puts a delivery off, or aside for good. */
  async setBack({ inboxId, attempts, error, waitMs }: Setback): Promise<void> {
    await asSystem(this.database, 'inbox', ({ sql }) =>
      sql({
        name: 'inbox-set-back',
        text: `UPDATE inbox SET attempts = $2, last_error = $3, lease_until = parley_now() + $4 * interval '1 millisecond',
                      state = CASE WHEN $5 THEN 'failed' ELSE state END
                WHERE id = $1 AND state IN ('new', 'done')`,
        values: [inboxId, attempts, error, waitMs ?? 0, waitMs === undefined],
      }),
    );
  }

  /** For what takes longer than a lease. */
  async renew(inboxIds: readonly string[]): Promise<void> {
    await asSystem(this.database, 'inbox', ({ sql }) =>
      sql({
        name: 'inbox-renew',
        text: `UPDATE inbox SET lease_until = greatest(lease_until, parley_now() + $2 * interval '1 millisecond')
                WHERE id = ANY ($1) AND state IN ('new', 'done')`,
        values: [inboxIds, LEASE_MS],
      }),
    );
  }

  /** Deliveries of these platforms whose process died or gave up: to be done, or only to be answered again. */
  async claimUnfinished({
    platforms,
    besides = [],
    limit,
  }: {
    platforms: readonly string[];
    /** Being done here at this moment. */
    besides?: readonly string[];
    limit: number;
  }): Promise<Unfinished[]> {
    const rows = await asSystem(this.database, 'inbox', ({ sql }) =>
      sql<UnfinishedRow>({
        name: 'inbox-claim',
        text: `UPDATE inbox SET attempts = attempts + 1, lease_until = parley_now() + $2 * interval '1 millisecond',
                      state = CASE WHEN attempts >= $3 AND last_error IS NULL THEN 'failed' ELSE state END
                WHERE id IN (SELECT id FROM inbox WHERE state IN ('new', 'done') AND lease_until < parley_now() AND body IS NOT NULL
                                AND platform = ANY ($4) AND id <> ALL ($5)
                             ORDER BY received_at LIMIT $1 FOR UPDATE SKIP LOCKED)
            RETURNING id, platform, workspace, body, reply, state, attempts, last_error`,
        values: [limit, LEASE_MS, SILENT_ATTEMPTS, platforms, besides],
      }),
    );
    return rows
      .filter(({ state }) => state !== 'failed')
      .map(({ id, platform, workspace, body, reply, attempts, last_error }) => ({
        inboxId: id,
        platform,
        workspace,
        attempts,
        lastError: last_error ?? undefined,
        open: () => ({ body: this.seal.open(body), reply: reply ? this.seal.open(reply) : undefined }),
      }));
  }
}

type UnfinishedRow = {
  id: string;
  platform: string;
  workspace: string;
  body: Buffer;
  reply: Buffer | null;
  state: string;
  attempts: number;
  last_error: string | null;
};

function standingOf({ fresh, state }: ReceivedRow): Received['standing'] {
  if (fresh) {
    return 'new';
  }
  switch (state) {
    case 'mismatch':
      return 'mismatch';
    case 'new':
      return 'running';
    case 'done':
    case 'replied':
    case 'failed':
      return 'answered';
  }
}
