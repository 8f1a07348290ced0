import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far a sender's clock may be from ours, either way. */
const WINDOW_SECONDS = 300;

/** What came, as it came: a signature is over bytes. */
export type Signed = {
  timestamp: string | undefined;
  /** The sender's own name of the delivery. */
  key: string | undefined;
  signature: string | undefined;
  body: Uint8Array;
};

export type Verdict = 'genuine' | 'unsigned' | 'forged' | 'stale';

/** Judges in constant time. That it is too old is said to nobody but whoever holds the secret. */
export function judge(
  { timestamp, key, signature, body }: Signed,
  { secret, now }: { secret: string; now: Date },
): Verdict {
  if (!timestamp || !/^\d{1,12}$/.test(timestamp) || !key || !/^[\x21-\x7e]{1,200}$/.test(key) || !signature) {
    return 'unsigned';
  }
  const expected = Buffer.from(sign({ timestamp, key, body }, secret));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return 'forged';
  }
  return Math.abs(now.getTime() / 1000 - Number(timestamp)) > WINDOW_SECONDS ? 'stale' : 'genuine';
}

/** The key is signed too, or whoever overhears a delivery could send it again under another. */
export function sign(
  { timestamp, key, body }: { timestamp: string; key: string; body: Uint8Array },
  secret: string,
): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.${key}.`).update(body).digest('hex')}`;
}
