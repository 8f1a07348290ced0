import { hash } from 'node:crypto';
import type { Core } from '../context.ts';
import { newId } from '../id.ts';
import { secretsOf } from './change-hook.ts';
import type { HookLine } from './find-hooks.ts';
import type { HookEvent } from './read-event.ts';
import { readEvent } from './read-event.ts';
import { judge, sign } from './signature.ts';

/** A form somebody fills in, in the words of the source. */
const SAMPLE = { contact: 'Test Person', company: 'Test Company', email: 'test@example.com', note: 'Only a test' };

/**
 * Signs a form as the source's own developer would, judges and reads it as what comes from outside, and lists it among its
 * deliveries. Nothing is put on file.
 */
export function tryHook(core: Core, hook: HookLine): HookEvent | string {
  const { now, org } = core;
  const id = newId();
  const secret = secretsOf(core).secretOf(hook);
  const names = new Map(Object.entries(hook.fields).map(([theirs, ours]) => [ours, theirs]));
  const sample = Object.fromEntries(Object.entries(SAMPLE).map(([ours, value]) => [names.get(ours) ?? ours, value]));
  const body = Buffer.from(JSON.stringify(sample));
  const signed = { timestamp: String(Math.floor(now.getTime() / 1000)), key: `test-${id}`, body };
  const verdict = judge({ ...signed, signature: sign(signed, secret) }, { secret, now });
  const read = verdict === 'genuine' ? readEvent(body, { fields: hook.fields, now, org }) : verdict;
  const isRead = typeof read !== 'string';
  core.change.insert('hook_deliveries', {
    ...{ id, sourceId: hook.id, key: signed.key, event: 'test', receivedAt: now },
    bodyHash: hash('sha256', body),
    ...(isRead ? { state: 'done', result: 'tested' } : { state: 'failed', problem: read }),
  });
  return read;
}
