import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import type { Text } from '../text.ts';
import { claimDelivery, completeDelivery } from './delivery.ts';
import { getHook } from './find-hooks.ts';
import type { HookProblem, HookResult } from './hook.ts';
import { type HookEvent, readEvent } from './read-event.ts';
import { type Teller, takeEvent } from './take-event.ts';

/** The source that sent it, as it is set up now. */
export type Sender = Teller & { id: string; fields: Record<string, string> };

/** SQL: a `Sender` of the row `s`. */
export const SENDER = `json_build_object('id', s.id, 'key', s.key, 'name', s.name, 'sourceKey', s.source_key, 'fields', s.fields, 'enquiries', s.enquiries)`;

/** Something that was not done, with what was sent as long as that is kept. */
export type RefusedDelivery = {
  id: string;
  at: Date;
  problem: string;
  body: string | null;
  hook: Sender;
};

/** `failed`: it still cannot be read. */
export type RunAgain = { kind: 'done'; result: HookResult } | { kind: 'failed'; problem: HookProblem };

export const BODY_GONE: Text = {
  en: 'What was sent is no longer kept. Its sender has to send it again.',
  zh: '内容已过保留期，请让对方重发。',
};

/** The one that is meant, or the latest of a source. Throws not_found, decided where it is done already. */
export async function getRefused(
  core: Core,
  { delivery, name }: { delivery?: string | undefined; name?: string | undefined },
): Promise<RefusedDelivery> {
  const source = delivery === undefined && name !== undefined ? await getHook(core, name) : undefined;
  const [found] = await core.sql<RefusedDelivery & { state: string }>({
    name: 'hook-refused',
    text: `SELECT d.id, d.received_at AS at, d.state, coalesce(d.problem, '') AS problem,
             CASE WHEN d.received_at > parley_now() - s.keep_body_days * interval '1 day' THEN d.body END AS body,
             ${SENDER} AS hook
             FROM hook_deliveries d JOIN hook_sources s ON s.id = d.source_id
            WHERE d.id = $1 OR $1::uuid IS NULL AND ($2::uuid IS NULL OR s.id = $2) AND d.state = 'failed'
            ORDER BY d.received_at DESC, d.id DESC LIMIT 1`,
    values: [delivery ?? null, source?.id ?? null],
    isRead: true,
  });
  if (!found) {
    throw new DomainError('not_found', 'no refused delivery', {
      say: {
        en: `Nothing ${source ? `that ${source.name} sent ` : ''}was refused.`,
        zh: `${source?.name ?? ''}没有被拒的投递。`,
      },
    });
  }
  const { state, ...refused } = found;
  if (state !== 'failed') {
    throw takenIn(refused.id);
  }
  return refused;
}

/**
 * Reads it as its source is set up now, and does what it tells, once: its sender gets the same answer if he sends it again.
 * Throws what the records would not take, and too_late where the body is no longer kept.
 */
export async function runAgain(core: Core, { id, at, body, hook }: RefusedDelivery): Promise<RunAgain> {
  if (body === null) {
    throw new DomainError('too_late', `the body of ${id} is gone`, { say: BODY_GONE });
  }
  const held = await claimDelivery(core, id);
  if (held?.state !== 'failed') {
    throw takenIn(id);
  }
  const event = readEvent(Buffer.from(body), { fields: hook.fields, now: core.now, org: core.org });
  if (typeof event === 'string') {
    return { kind: 'failed', problem: event };
  }
  const result = await takeEvent(core, cameAt(event, at, core.now), hook);
  await core.flush();
  await completeDelivery(core, id, event, { result, body });
  return { kind: 'done', result };
}

/** Where it does not say when it happened, that was when it came; `now` is when it is read. */
export function cameAt(event: HookEvent, at: Date, now: Date): HookEvent {
  return event.at.getTime() === now.getTime() ? { ...event, at } : event;
}

export const takenIn = (id: string) =>
  new DomainError('decided', `delivery ${id} is taken in`, {
    say: { en: 'That has been taken in meanwhile.', zh: '该投递已处理。' },
  });
