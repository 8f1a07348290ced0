import type { Actor } from '../actor.ts';
import type { Database } from '../db/database.ts';
import { toFailure } from '../db/failures.ts';
import { asSystem } from '../db/system.ts';
import { newId } from '../id.ts';
import type { Organisation } from '../organisation.ts';
import { toActor, type UserRow } from '../people/actor-of.ts';
import { KnownSenders, type SenderKey } from './known-senders.ts';
import { type Arrival, hashOf, OpenDelivery } from './open-delivery.ts';
import type { Seal } from './sealed.ts';

/** How long a process may take over a delivery before another takes it up. */
const LEASE_MS = 20_000;

/** Taken up this often without a word of what became of it, it is put aside: what kills its process must not kill the next. */
const SILENT_ATTEMPTS = 5;

export type Received = {
  inboxId: string;
  /** `new` to be done, `running` or being answered elsewhere, `answered` with what was said, `mismatch`: another body under a used key. */
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
  identity: string;
  stamp: string;
};

/** Deliveries, recorded before anything is done about them or together with what is done: never lost, never twice. */
export class Inbox {
  private readonly senders = new KnownSenders();
  private readonly database: Database;
  private readonly org: Organisation;
  private readonly seal: Seal;

  constructor(database: Database, org: Organisation, seal: Seal) {
    this.database = database;
    this.org = org;
    this.seal = seal;
  }

  /** A delivery to be recorded with its answer; undefined from somebody who has not written lately. */
  open(arrival: Arrival): OpenDelivery | undefined {
    const sender = this.senders.find(arrival);
    return sender && OpenDelivery.arrived(arrival, sender, { seal: this.seal, leaseMs: LEASE_MS });
  }

  /** One that is recorded already. */
  reopen(inboxId: string): OpenDelivery {
    return OpenDelivery.recorded(inboxId, this.seal);
  }

  /** The sender is not who he was. */
  forget(sender: SenderKey): void {
    this.senders.forget(sender);
  }

  /** Commits a delivery with an answer that nothing else was written for. Throws already_answered, unknown_person, unavailable. */
  async record(delivery: OpenDelivery, reply: unknown): Promise<void> {
    const { sender } = delivery;
    const answering = delivery.answering(() => reply);
    if (sender) {
      const change = {
        actor: sender.actor.userId,
        ...answering.sender,
        ops: [],
        events: [],
        inbox: answering.toRow(reply),
      };
      await this.database.changes.ask(change).catch((error: unknown) => {
        throw toFailure(error);
      });
    }
    answering.recorded();
  }

  /** Commits a verified delivery and says who sent it, in one round trip. Throws unavailable when it cannot. */
  async receive(arrival: Arrival, inboxId = newId()): Promise<Received> {
    const { platform, workspace, dedupeKey, body, externalId, reachableAt = null } = arrival;
    const sealed = this.seal.close(body);
    const values = [inboxId, platform, workspace, dedupeKey, hashOf(body), sealed, externalId, LEASE_MS, reachableAt];
    const { rows } = await this.database.pool
      .query<ReceivedRow>({
        name: 'receive',
        text: 'SELECT * FROM parley_receive($1, $2, $3, $4, $5, $6, $7, $8, $9)',
        values,
      })
      .catch((error: unknown) => {
        throw toFailure(error);
      });
    const [row] = rows;
    if (!row) {
      throw new Error('parley_receive gave no row');
    }
    const { identity, stamp } = row;
    const actor = this.actorOf(row);
    if (actor) {
      this.senders.keep(arrival, { actor, identity, stamp });
    } else {
      this.senders.forget(arrival);
    }
    return {
      inboxId: row.inbox_id,
      standing: standingOf(row),
      reply: row.reply ? this.seal.open(row.reply) : undefined,
      actor,
      isDeactivated: row.active === false,
    };
  }

  private actorOf({ user_id: id, name, roles, locale, time_zone: timeZone, active }: ReceivedRow): Actor | undefined {
    return id && active ? toActor({ id, name, roles, locale, timeZone }, this.org) : undefined;
  }

  /** Who a sender is now; a replay asks again, for he may have been let in or sent away since. */
  async identify({ platform, workspace, externalId }: SenderKey): Promise<Pick<Received, 'actor' | 'isDeactivated'>> {
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
    case 'done': // whoever did it is about to answer it
      return 'running';
    case 'replied':
    case 'failed':
      return 'answered';
  }
}
