import { hash } from 'node:crypto';
import type { Actor } from '../actor.ts';
import type { Database } from '../db/database.ts';
import { asSystem } from '../db/system.ts';
import { DomainError, type FailureCode } from '../errors.ts';
import { newId } from '../id.ts';
import type { Organisation } from '../organisation.ts';
import { toActor, type UserRow } from '../people/actor-of.ts';
import { work } from '../work.ts';
import { claimDelivery, completeDelivery, type Delivery } from './delivery.ts';
import type { HookProblem, HookResult } from './hook.ts';
import { keptBody } from './kept-body.ts';
import { readEvent } from './read-event.ts';
import { cameAt } from './refused-deliveries.ts';
import { takeEvent } from './take-event.ts';

export type OpenSource = {
  id: string;
  key: string;
  name: string;
  salt: string;
  sourceKey: string | null;
  fields: Record<string, string>;
  perMinute: number;
  keepDays: number;
  /** Its events that are an enquiry of the lead they are of. */
  enquiries: string[];
  isActive: boolean;
  /** Whoever set it up, else the admin who has been here longest; undefined where there is none. */
  actor: Actor | undefined;
};

/** `mismatch`: another body under a used key. */
export type Handled =
  | { kind: 'done'; id: string; result: HookResult }
  | { kind: 'failed'; id: string; problem: HookProblem }
  | { kind: 'mismatch' };

type SourceRow = Omit<OpenSource, 'actor'> & { user: UserRow | null };
type DeliveryRow = Delivery & { id: string; isSame: boolean };

/** Sent again these may well be done; everything else is refused for good. */
const PASSING: readonly FailureCode[] = ['unavailable', 'too_slow', 'conflict', 'unknown_person'];

/** The desk behind POST /hooks/<source>: what is verified is on record first, then done once, and answered alike ever after. */
export class HookDesk {
  private readonly database: Database;
  private readonly org: Organisation;

  constructor(database: Database, org: Organisation) {
    this.database = database;
    this.org = org;
  }

  async find(key: string): Promise<OpenSource | undefined> {
    const [row] = await asSystem(this.database, 'hook', ({ sql }) =>
      sql<SourceRow>({
        name: 'hook-source',
        text: `SELECT s.id, s.key, s.name, s.salt, s.source_key AS "sourceKey", s.fields, s.per_minute AS "perMinute", s.keep_days AS "keepDays", s.enquiries,
                      s.active AS "isActive", (
                 SELECT json_build_object('id', u.id, 'name', u.name, 'roles', u.roles, 'locale', u.locale, 'timeZone', u.time_zone)
                   FROM users u WHERE u.active AND 'admin' = ANY (u.roles)
                  ORDER BY u.id = s.created_by DESC, u.created_at, u.id LIMIT 1) AS user
                 FROM hook_sources s WHERE s.key = $1`,
        values: [key],
        isRead: true,
      }),
    );
    if (!row) {
      return undefined;
    }
    const { user, ...source } = row;
    return { ...source, actor: user ? toActor(user, this.org) : undefined };
  }

  /** A verified delivery. Throws DomainError where it is to be sent again: it stays on record as not done. */
  async handle(source: OpenSource, { key, body }: { key: string; body: Uint8Array }): Promise<Handled> {
    const { id, state, result, problem, isSame } = await this.record(source, { key, body });
    if (!isSame) {
      return { kind: 'mismatch' };
    }
    switch (state) {
      case 'done':
        return { kind: 'done', id, result };
      case 'failed':
        return { kind: 'failed', id, problem };
      case 'new':
        return this.do(source, id, body);
    }
  }

  private async do(source: OpenSource, id: string, body: Uint8Array): Promise<Handled> {
    const event = readEvent(body, { fields: source.fields, now: this.database.clock.now(), org: this.org });
    if (typeof event === 'string') {
      return this.fail(id, event, { body });
    }
    const { actor } = source;
    if (!actor) {
      throw new DomainError('unavailable', `no admin to take in what ${source.key} sends`);
    }
    const origin = { via: 'api' as const, platform: 'hook', command: `hook.${source.key}`, undoable: false };
    try {
      return await work(this.database, { actor, org: this.org, origin }, async (core): Promise<Handled> => {
        const held = await claimDelivery(core, id);
        if (held?.state === 'done') {
          return { kind: 'done', id, result: held.result };
        }
        const result = await takeEvent(core, event, source);
        await completeDelivery(core, id, event, { result, body: keptBody(body) });
        return { kind: 'done', id, result };
      });
    } catch (error) {
      if (error instanceof DomainError && !PASSING.includes(error.code)) {
        return this.fail(id, 'refused', { event: event.kind, body });
      }
      throw error;
    }
  }

  /** What came of nobody on file, who is on file by now. */
  async findFound(limit: number): Promise<string[]> {
    const found = await asSystem(this.database, 'hook', ({ sql }) =>
      sql<{ id: string }>({ name: 'hook-found', text: 'SELECT id FROM parley_hook_found($1) AS id', values: [limit] }),
    );
    return found.map(({ id }) => id);
  }

  /** Puts it where it belongs, once; where there is nobody after all it waits on. */
  async attach(id: string): Promise<void> {
    const [held] = await asSystem(this.database, 'hook', ({ sql }) =>
      sql<{ key: string; body: string; at: Date }>({
        name: 'hook-waiting',
        text: `SELECT s.key, d.body, d.received_at AS at FROM hook_deliveries d JOIN hook_sources s ON s.id = d.source_id
                WHERE d.id = $1 AND d.result = 'unmatched' AND d.body IS NOT NULL`,
        values: [id],
      }),
    );
    const source = held && (await this.find(held.key));
    if (!held) {
      return;
    }
    if (!source?.actor) {
      await this.unmark(id); // in nobody's name; it still waits on the list
      return;
    }
    const { body, at } = held;
    const now = this.database.clock.now();
    const event = readEvent(Buffer.from(body), { fields: source.fields, now, org: this.org });
    if (typeof event === 'string') {
      await this.unmark(id);
      return;
    }
    const origin = { via: 'api' as const, platform: 'hook', command: `hook.${source.key}`, undoable: false };
    try {
      await work(this.database, { actor: source.actor, org: this.org, origin }, async (core) => {
        const delivery = await claimDelivery(core, id);
        if (delivery?.result === 'unmatched') {
          const result = await takeEvent(core, cameAt(event, at, now), source);
          await completeDelivery(core, id, event, { result, body });
        }
      });
    } catch (error) {
      if (!(error instanceof DomainError) || PASSING.includes(error.code)) {
        throw error;
      }
      await this.unmark(id);
    }
  }

  /** What cannot be attached is not tried again and again. */
  private async unmark(id: string): Promise<void> {
    await asSystem(this.database, 'hook', ({ sql }) =>
      sql({ name: 'hook-unmark', text: 'UPDATE hook_deliveries SET found = false WHERE id = $1', values: [id] }),
    );
  }

  /** One round trip; what is older than the source keeps goes a little at a time. */
  private async record(source: OpenSource, { key, body }: { key: string; body: Uint8Array }): Promise<DeliveryRow> {
    const [row] = await asSystem(this.database, 'hook', ({ sql }) =>
      sql<DeliveryRow>({
        name: 'hook-record',
        text: `WITH old AS (
                 DELETE FROM hook_deliveries WHERE id IN (
                   SELECT id FROM hook_deliveries WHERE source_id = $2 AND key <> $3 AND received_at < parley_now() - $5 * interval '1 day'
                    ORDER BY received_at LIMIT 20 FOR UPDATE SKIP LOCKED))
               INSERT INTO hook_deliveries AS d (id, source_id, key, body_hash) VALUES ($1, $2, $3, $4)
               ON CONFLICT (source_id, key) DO UPDATE SET attempts = d.attempts + 1
               RETURNING id, state, result, problem, body_hash = $4 AS "isSame"`,
        values: [newId(), source.id, key, hash('sha256', body), source.keepDays],
      }),
    );
    if (!row) {
      throw new Error('a delivery was not recorded');
    }
    return row;
  }

  private async fail(
    id: string,
    problem: HookProblem,
    { event, body }: { event?: string; body: Uint8Array },
  ): Promise<Handled> {
    await asSystem(this.database, 'hook', ({ sql }) =>
      sql({
        name: 'hook-fail',
        text: `UPDATE hook_deliveries d SET state = 'failed', problem = $2, event = $3, body = CASE WHEN s.keep_body_days > 0 THEN $4 END
                 FROM hook_sources s WHERE d.id = $1 AND d.state = 'new' AND s.id = d.source_id`,
        values: [id, problem, event ?? null, keptBody(body) ?? null],
      }),
    );
    return { kind: 'failed', id, problem };
  }
}

/** Forgets what was sent once its source's days are over. Gives how many. */
export async function forgetBodies(database: Database, { limit }: { limit: number }): Promise<number> {
  const gone = await asSystem(database, 'hook', ({ sql }) =>
    sql<{ id: string }>({
      name: 'hook-forget',
      text: `UPDATE hook_deliveries SET body = NULL, phone = NULL, email = NULL, found = false WHERE id IN (
               SELECT d.id FROM hook_deliveries d JOIN hook_sources s ON s.id = d.source_id
                WHERE d.body IS NOT NULL
                  AND d.received_at <= parley_now() - CASE d.result WHEN 'unmatched' THEN s.keep_unmatched_days ELSE s.keep_body_days END * interval '1 day'
                ORDER BY d.received_at LIMIT $1 FOR UPDATE OF d SKIP LOCKED) RETURNING id`,
      values: [limit],
    }),
  );
  return gone.length;
}
