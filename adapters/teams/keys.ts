// A file of its own: the keys Microsoft signs with, fetched where the OpenID metadata says they are.

import { importJWK } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';

/** Microsoft's page asks for at least a day: .../bot-framework-rest-connector-authentication#connector-to-bot */
const KEPT_MS = 24 * 60 * 60_000;
/** For a key nobody knows it is not asked again sooner; nor after a failure than that. */
const RARELY_MS = 60_000;
const AFTER_FAILURE_MS = 20_000;
const TIMEOUT_MS = 5_000;
const LONGEST = 262_144;

export type SigningKey = { key: Awaited<ReturnType<typeof importJWK>>; endorsements: readonly string[] };

/** Throws KeysUnavailable when there is none to judge by. */
export interface Keys {
  find(keyId: string): Promise<SigningKey | undefined>;
}

/** The keys cannot be had now: nobody can be judged, so nobody is let in. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

const metadataShape = z.object({ jwks_uri: z.url({ protocol: /^https?$/ }) });
const keysShape = z.object({
  keys: z
    .array(
      z.object({
        kty: z.literal('RSA'),
        kid: z.string(),
        n: z.string(),
        e: z.string(),
        endorsements: z.array(z.string()).default([]),
      }),
    )
    .max(200),
});

export function createKeys({ metadataUrl, clock }: { metadataUrl: string; clock: Pick<Clock, 'now'> }): Keys {
  let known = new Map<string, SigningKey>();
  let askedAt = Number.NEGATIVE_INFINITY;
  let failedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;

  async function ask(now: number): Promise<void> {
    try {
      known = await fetchKeys(metadataUrl);
      askedAt = now;
    } catch (error) {
      failedAt = now;
      throw error;
    }
  }

  /** One question at a time, whoever wants to know. */
  function askOnce(now: number): Promise<void> {
    asking ??= ask(now).finally(() => {
      asking = undefined;
    });
    return asking;
  }

  return {
    async find(keyId) {
      const now = clock.now().getTime();
      const age = now - askedAt;
      const isWanted = age > KEPT_MS || (!known.has(keyId) && age > RARELY_MS);
      if (isWanted && now - failedAt > AFTER_FAILURE_MS) {
        await askOnce(now).catch((error: unknown) => {
          if (known.size === 0) {
            throw new KeysUnavailable('no signing keys', { cause: error });
          }
        });
      } else if (known.size === 0 && isWanted) {
        throw new KeysUnavailable('no signing keys');
      }
      return known.get(keyId);
    },
  };
}

async function fetchKeys(metadataUrl: string): Promise<Map<string, SigningKey>> {
  const { jwks_uri } = metadataShape.parse(await fetchJson(metadataUrl));
  const { origin, protocol } = new URL(jwks_uri);
  if (protocol !== 'https:' && origin !== new URL(metadataUrl).origin) {
    throw new Error('the keys are offered without encryption');
  }
  const { keys } = keysShape.parse(await fetchJson(jwks_uri));
  const imported = await Promise.all(
    keys.map(async ({ endorsements, ...jwk }) => {
      const key = await importJWK({ ...jwk, alg: 'RS256' }, 'RS256');
      return [jwk.kid, { key, endorsements }] as const;
    }),
  );
  return new Map(imported);
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok || !response.body) {
    throw new Error(`answered with ${response.status}`);
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body) {
    length += chunk.byteLength;
    if (length > LONGEST) {
      throw new Error('answered with too much');
    }
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString());
}
