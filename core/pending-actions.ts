import type { Core } from './context.ts';
import { toJsonb } from './db/jsonb.ts';
import { DomainError } from './errors.ts';
import { namedId, newId } from './id.ts';

/** A choice or confirmation waits this long for its press. */
const LIFETIME_MS = 10 * 60_000;

/** Keeps what one press of this person will do; the button carries only the id. Not audited: nothing has happened yet. */
export async function keepPending(core: Core, alternatives: object): Promise<string> {
  const id = newId();
  const expiresAt = new Date(core.now.getTime() + LIFETIME_MS);
  await core.sql({
    name: 'pending-keep',
    text: 'INSERT INTO pending_actions (id, user_id, invocations, expires_at) VALUES ($1, $2, $3, $4)',
    values: [id, core.actor.userId, toJsonb(alternatives), expiresAt],
  });
  return id;
}

/** Takes it, once, by the person it was kept for. Throws decided for a second press, out_of_date for a late one. */
export async function takePending(core: Core, id: string): Promise<unknown> {
  const [taken] = await core.sql<{ invocations: unknown }>({
    name: 'pending-take',
    text: `UPDATE pending_actions SET used_at = parley_now() WHERE id = $1 AND user_id = $2 AND used_at IS NULL AND expires_at > parley_now()
           RETURNING invocations`,
    values: [id, core.actor.userId],
  });
  if (taken) {
    return taken.invocations;
  }
  const [used] = await core.sql<{ isUsed: boolean }>({
    name: 'pending-used',
    text: 'SELECT used_at IS NOT NULL AS "isUsed" FROM pending_actions WHERE id = $1',
    values: [id],
  });
  throw used?.isUsed
    ? new DomainError('decided', `pending ${id} is used`, {
        say: { en: 'That has been done already.', zh: '该操作已完成。' },
      })
    : new DomainError('out_of_date', `pending ${id}`);
}

/** Keeps what the next of something is for that this person does in a place; a newer wish takes its place. */
export async function keepAwaited(core: Core, place: string, wish: object): Promise<void> {
  await core.sql({
    name: 'awaited-keep',
    text: `INSERT INTO pending_actions (id, user_id, invocations, expires_at) VALUES ($1, $2, $3, $4)
           ON CONFLICT (id) DO UPDATE SET invocations = excluded.invocations, expires_at = excluded.expires_at, used_at = NULL`,
    values: [awaitedId(core, place), core.actor.userId, toJsonb(wish), new Date(core.now.getTime() + LIFETIME_MS)],
  });
}

/** Takes it, once; undefined where there is none. */
export async function takeAwaited(core: Core, place: string): Promise<unknown> {
  const [taken] = await core.sql<{ invocations: unknown }>({
    name: 'awaited-take',
    text: `UPDATE pending_actions SET used_at = parley_now() WHERE id = $1 AND user_id = $2 AND used_at IS NULL AND expires_at > parley_now()
           RETURNING invocations`,
    values: [awaitedId(core, place), core.actor.userId],
  });
  return taken?.invocations;
}

function awaitedId({ actor }: Core, place: string): string {
  return namedId(actor.userId, `awaited ${place}`);
}

/** It may be taken once more: nothing was done with it. */
export async function releasePending(core: Core, id: string): Promise<void> {
  await core.sql({
    name: 'pending-release',
    text: 'UPDATE pending_actions SET used_at = NULL WHERE id = $1 AND user_id = $2',
    values: [id, core.actor.userId],
  });
}

/** Long enough for the slowest redelivery of a form that was sent. */
const SPENT_MS = 24 * 60 * 60_000;

/** Takes note that a form was sent, with what was done by it. Throws sent_twice for a second time, also for one under way. */
export async function spendForm(core: Core, id: string): Promise<void> {
  const expiresAt = new Date(core.now.getTime() + SPENT_MS);
  const fresh = await core.sql({
    name: 'form-spend',
    text: `INSERT INTO pending_actions (id, user_id, invocations, expires_at, used_at) VALUES ($1, $2, '[]', $3, parley_now())
           ON CONFLICT (id) DO NOTHING RETURNING id`,
    values: [id, core.actor.userId, expiresAt],
  });
  if (fresh.length === 0) {
    throw new DomainError('sent_twice', `form ${id}`);
  }
}

export async function isFormSpent(core: Core, id: string): Promise<boolean> {
  const rows = await core.sql({
    name: 'form-spent',
    text: 'SELECT 1 FROM pending_actions WHERE id = $1',
    values: [id],
  });
  return rows.length > 0;
}
