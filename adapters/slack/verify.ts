import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RawRequest } from '../platform.ts';

/** https://docs.slack.dev/authentication/verifying-requests-from-slack, and the same again into the future. */
const MAX_AGE_SECONDS = 300;

export type Verdict = 'genuine' | 'unsigned' | 'stale' | 'forged';

/** Judges a request by its raw bytes. Several secrets are accepted at once, so that one can be rotated. */
export function judge(
  { headers, body }: Pick<RawRequest, 'headers' | 'body'>,
  { secrets, now }: { secrets: readonly string[]; now: Date },
): Verdict {
  const timestamp = headers['x-slack-request-timestamp'];
  const signature = headers['x-slack-signature'];
  if (typeof timestamp !== 'string' || typeof signature !== 'string' || !/^\d{1,12}$/.test(timestamp)) {
    return 'unsigned';
  }
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > MAX_AGE_SECONDS) {
    return 'stale';
  }
  const given = Buffer.from(signature);
  return secrets.some((secret) => isEqual(given, sign(secret, timestamp, body))) ? 'genuine' : 'forged';
}

/** What Slack puts in `x-slack-signature`. */
export function sign(secret: string, timestamp: string, body: Buffer): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`;
}

function isEqual(given: Buffer, expected: string): boolean {
  const wanted = Buffer.from(expected);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
