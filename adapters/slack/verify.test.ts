import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judge, sign } from './verify.ts';

const vector = JSON.parse(
  readFileSync(new URL('../../test/fixtures/slack/signing_vector.json', import.meta.url), 'utf8'),
);
const SECRET = '8f742231b10e8888abcd99yyyzzz85a5';
const SIGNATURE = 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503';
const TIMESTAMP = 1531420618;
const body = Buffer.from(vector.body);

function at(seconds: number): Date {
  return new Date(seconds * 1000);
}

function judged(
  headers: Record<string, string | string[] | undefined>,
  { secrets = [SECRET], now = at(TIMESTAMP), bytes = body } = {},
) {
  return judge({ headers, body: bytes }, { secrets, now });
}

const signed = { 'x-slack-request-timestamp': '1531420618', 'x-slack-signature': SIGNATURE };

describe('judge', () => {
  it('accepts the vector of Slack’s documentation', () => {
    expect(sign(SECRET, '1531420618', body)).toBe(SIGNATURE);
    expect(judged(signed)).toBe('genuine');
  });

  it('refuses a body with one bit flipped', () => {
    for (const place of [0, 17, body.length - 1]) {
      const bytes = Buffer.from(body);
      bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
      expect(judged(signed, { bytes })).toBe('forged');
    }
  });

  it('refuses a signature with one digit changed', () => {
    expect(judged({ ...signed, 'x-slack-signature': SIGNATURE.replace(/3$/, '4') })).toBe('forged');
  });

  it('refuses a request more than five minutes old, or as far in the future', () => {
    expect(judged(signed, { now: at(TIMESTAMP + 300) })).toBe('genuine');
    expect(judged(signed, { now: at(TIMESTAMP + 301) })).toBe('stale');
    expect(judged(signed, { now: at(TIMESTAMP - 300) })).toBe('genuine');
    expect(judged(signed, { now: at(TIMESTAMP - 301) })).toBe('stale');
  });

  it('refuses a request without a timestamp or a signature', () => {
    expect(judged({})).toBe('unsigned');
    expect(judged({ 'x-slack-signature': SIGNATURE })).toBe('unsigned');
    expect(judged({ 'x-slack-request-timestamp': '1531420618' })).toBe('unsigned');
    expect(judged({ ...signed, 'x-slack-request-timestamp': 'yesterday' })).toBe('unsigned');
    expect(judged({ ...signed, 'x-slack-signature': [SIGNATURE, SIGNATURE] })).toBe('unsigned');
  });

  it('refuses another scheme, upper-case digits, and no digits at all', () => {
    expect(judged({ ...signed, 'x-slack-signature': SIGNATURE.replace('v0', 'v1') })).toBe('forged');
    expect(judged({ ...signed, 'x-slack-signature': SIGNATURE.toUpperCase() })).toBe('forged');
    expect(judged({ ...signed, 'x-slack-signature': SIGNATURE.slice(3) })).toBe('forged');
    expect(judged({ ...signed, 'x-slack-signature': 'v0=' })).toBe('forged');
    expect(judged({ ...signed, 'x-slack-signature': '' })).toBe('forged');
  });

  it('accepts either of two secrets while one is being rotated, and no other', () => {
    expect(judged(signed, { secrets: ['the-new-one', SECRET] })).toBe('genuine');
    expect(judged(signed, { secrets: ['the-new-one', 'another'] })).toBe('forged');
    expect(judged(signed, { secrets: [] })).toBe('forged');
  });
});
