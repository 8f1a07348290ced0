import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { RawRequest } from '../platform.ts';
import { readJson } from '../untrusted.ts';

// Ours and not the SDK's, which checks nothing without an encrypt key, never compares the token of an event, signs what it
// re-serialised instead of what came, knows no age, and answers a forged request with 200.

/** Feishu says nothing of an age; five minutes, and the same into the future. */
const MAX_AGE_SECONDS = 300;

/** A verification of the address is a few hundred bytes; nothing longer is decrypted without a signature. */
const LONGEST_UNSIGNED = 4_096;

export type Keys = { encryptKey: string; verificationToken: string; appId: string };

export type Verdict =
  | { kind: 'genuine'; payload: unknown }
  /** The address is being verified: answered with `challenge` within a second. */
  | { kind: 'challenge'; challenge: string }
  | { kind: 'unsigned' | 'stale' | 'forged' | 'unreadable' | 'foreign' };

const envelope = z.object({ encrypt: z.string().min(1) });
const challenge = z.object({ type: z.literal('url_verification'), token: z.string(), challenge: z.string() });
/** Older events have the token beside the event. */
const stamp = z.object({
  token: z.string().optional(),
  header: z.object({ token: z.string().optional(), app_id: z.string().optional() }).optional(),
  event: z.object({ app_id: z.string().optional() }).optional(),
});

/**
 * Judges a request by its raw bytes: signature, age, encryption, token, app.
 * https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/event-subscription-guide/event-subscriptions/event-subscription-configure-/encrypt-key-encryption-configuration-case
 */
export function judge(
  { headers, body }: Pick<RawRequest, 'headers' | 'body'>,
  { now, ...keys }: Keys & { now: Date },
): Verdict {
  const signed = judgeSignature(headers, body, { key: keys.encryptKey, now });
  if (signed !== 'genuine') {
    return (body.length <= LONGEST_UNSIGNED && readChallenge(open(body, keys), keys)) || { kind: signed };
  }
  const payload = open(body, keys);
  if (payload === undefined) {
    return { kind: 'unreadable' };
  }
  return readChallenge(payload, keys) ?? (isOurs(payload, keys) ? { kind: 'genuine', payload } : { kind: 'foreign' });
}

function judgeSignature(
  headers: RawRequest['headers'],
  body: Buffer,
  { key, now }: { key: string; now: Date },
): 'genuine' | 'unsigned' | 'stale' | 'forged' {
  const timestamp = headers['x-lark-request-timestamp'];
  const nonce = headers['x-lark-request-nonce'];
  const signature = headers['x-lark-signature'];
  if (typeof timestamp !== 'string' || typeof nonce !== 'string' || typeof signature !== 'string') {
    return 'unsigned';
  }
  if (!/^\d{1,12}$/.test(timestamp)) {
    return 'unsigned';
  }
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > MAX_AGE_SECONDS) {
    return 'stale';
  }
  return isEqual(signature, sign({ timestamp, nonce, key, body })) ? 'genuine' : 'forged';
}

/** What Feishu puts in `X-Lark-Signature`. */
export function sign({
  timestamp,
  nonce,
  key,
  body,
}: {
  timestamp: string;
  nonce: string;
  key: string;
  body: Buffer;
}): string {
  return createHash('sha256').update(timestamp).update(nonce).update(key).update(body).digest('hex');
}

/** What an encrypted body holds: AES-256-CBC under the key's SHA-256, the first block being the vector. */
function open(body: Buffer, { encryptKey }: Keys): unknown {
  const read = envelope.safeParse(readJson(body.toString()));
  return read.success ? readJson(decrypt(read.data.encrypt, encryptKey) ?? '') : undefined;
}

/** Undefined where it was encrypted under another key, or not at all. */
export function decrypt(encrypted: string, key: string): string | undefined {
  const bytes = Buffer.from(encrypted, 'base64');
  try {
    const cipher = createDecipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), bytes.subarray(0, 16));
    return Buffer.concat([cipher.update(bytes.subarray(16)), cipher.final()]).toString();
  } catch {
    return undefined;
  }
}

function readChallenge(payload: unknown, { verificationToken }: Keys): Verdict | undefined {
  const read = challenge.safeParse(payload);
  return read.success && isEqual(read.data.token, verificationToken)
    ? { kind: 'challenge', challenge: read.data.challenge }
    : undefined;
}

/** Not `event.token`, which is the one a card is updated with. */
function isOurs(payload: unknown, { verificationToken, appId }: Keys): boolean {
  const read = stamp.safeParse(payload);
  if (!read.success) {
    return false;
  }
  const { header, token, event } = read.data;
  return (
    isEqual((header ? header.token : token) ?? '', verificationToken) && (header?.app_id ?? event?.app_id) === appId
  );
}

function isEqual(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
