import { PlatformError } from '../bot/contract.ts';
import type { Clock } from '../core/clock.ts';
import { DomainError } from '../core/errors.ts';
import { HOOK_PROBLEMS } from '../core/hooks/hook.ts';
import type { Handled, HookDesk } from '../core/hooks/hook-desk.ts';
import type { HookSecrets } from '../core/hooks/hook-secrets.ts';
import { judge } from '../core/hooks/signature.ts';
import type { Log } from '../core/log.ts';
import type { Limiter, RawRequest, RawResponse, Route } from './platform.ts';

export type HookPageTools = {
  desk: Pick<HookDesk, 'find' | 'handle'>;
  secrets: HookSecrets;
  limiter: Limiter;
  clock: Clock;
  log: Log;
};

const SOURCE = /^\/hooks\/([a-z0-9-]{1,200})$/;

/** Judged in place of a source there is none of, so that nobody learns from the answer or its time which there are. */
const NO_SOURCE = { id: '00000000-0000-7000-8000-000000000000', salt: '' };

const RETRY_SECONDS = 30;

/** POST /hooks/<source>: other systems' events (R18, R82). Whoever cannot sign leaves no trace. */
export function hookPage({ desk, secrets, limiter, clock, log }: HookPageTools): Route {
  return {
    method: 'POST',
    path: '/hooks/:source',
    async handle(request) {
      const [, name] = SOURCE.exec(request.path) ?? [];
      try {
        const source = name ? await desk.find(name) : undefined;
        const key = header(request, 'idempotency-key');
        const timestamp = header(request, 'parley-timestamp');
        const signature = header(request, 'parley-signature');
        const signed = { timestamp, key, signature, body: request.body };
        const verdict = judge(signed, { secret: secrets.secretOf(source ?? NO_SOURCE), now: clock.now() });
        if (verdict !== 'genuine' || !source || !key) {
          return say(401, { error: verdict === 'genuine' ? 'forged' : verdict });
        }
        if (!source.isActive) {
          return say(403, { error: 'switched_off' });
        }
        // After the signature: nobody else uses up what a source may send.
        await limiter.take([{ key: `hook:${source.id}`, rates: [{ points: source.perMinute, seconds: 60 }] }]);
        return answer(await desk.handle(source, { key, body: request.body }));
      } catch (error) {
        return refusal(error, name, log);
      }
    },
  };
}

function answer(handled: Handled): RawResponse {
  switch (handled.kind) {
    case 'done':
      return say(200, { id: handled.id, result: handled.result });
    case 'failed':
      return say(422, { id: handled.id, error: handled.problem, message: HOOK_PROBLEMS[handled.problem].en });
    case 'mismatch':
      return say(409, { error: 'key_used', message: 'this Idempotency-Key was used for another body' });
  }
}

/** What may be sent again in a while; the rest is a bug and rises. */
function refusal(error: unknown, source: string | undefined, log: Log): RawResponse {
  if (error instanceof PlatformError) {
    const seconds = Math.ceil((error.retryAfterMs ?? RETRY_SECONDS * 1_000) / 1_000);
    return say(429, { error: 'too_many' }, { 'retry-after': String(seconds) });
  }
  if (error instanceof DomainError) {
    log.warn({ source, code: error.code }, 'an event was not taken in yet');
    return say(503, { error: 'try_again' }, { 'retry-after': String(RETRY_SECONDS) });
  }
  throw error;
}

function header({ headers }: RawRequest, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}

function say(status: number, body: object, headers: Record<string, string> = {}): RawResponse {
  return {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify(body),
  };
}
