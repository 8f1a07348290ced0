import { readFileSync } from 'node:fs';
import { AESCipher, EventDispatcher, LoggerLevel } from '@larksuiteoapi/node-sdk';
import { describe, expect, it } from 'vitest';
import { encrypt, signedHeaders } from '../../test/fakes/feishu-crypto.ts';
import { decrypt, judge, sign } from './verify.ts';

const vector = JSON.parse(
  readFileSync(new URL('../../test/fixtures/feishu/encrypted_event_vector.json', import.meta.url), 'utf8'),
);
const keys = {
  encryptKey: 'test-encrypt-key',
  verificationToken: 'v_token_0123456789',
  appId: 'cli_9f5343c580712544',
};
const THEN = new Date(1_609_073_151_000);

function judged(
  body: string,
  headers: Record<string, string | string[] | undefined> = signedHeaders(body, { key: keys.encryptKey, now: THEN }),
  { now = THEN, ...other }: Partial<typeof keys> & { now?: Date } = {},
) {
  return judge({ headers, body: Buffer.from(body) }, { ...keys, ...other, now });
}

const sealed = (payload: unknown, key = keys.encryptKey) =>
  JSON.stringify({ encrypt: encrypt(typeof payload === 'string' ? payload : JSON.stringify(payload), key) });
const event = JSON.parse(vector.plain);
const challenge = { challenge: 'ajls384kdjx98XX', token: keys.verificationToken, type: 'url_verification' };

describe('judge', () => {
  it('accepts the worked vector, with the signature its headers bring', () => {
    expect(
      sign({ timestamp: '1609073151', nonce: '1f2e3d4c', key: keys.encryptKey, body: Buffer.from(vector.body) }),
    ).toBe('1e0e982212990b9f52d56476ab9cafdda0610095e6156da6476104cd69d3fae3');
    expect(judged(vector.body, vector.headers)).toEqual({ kind: 'genuine', payload: event });
  });

  it('reads what the SDK reads: the vector of the documentation, and Chinese', () => {
    const { key, encrypt: given, plaintext } = vector.aes_docs_vector;
    expect(new AESCipher(key).decrypt(given)).toBe(plaintext);
    expect(decrypt(given, key)).toBe('hello world');
    const own = encrypt('深圳市华星电子有限公司', 'test key');
    expect(new AESCipher('test key').decrypt(own)).toBe('深圳市华星电子有限公司');
    expect(decrypt(own, 'test key')).toBe('深圳市华星电子有限公司');
  });

  it('accepts what the SDK’s own dispatcher accepts', async () => {
    const dispatcher = new EventDispatcher({
      encryptKey: keys.encryptKey,
      verificationToken: keys.verificationToken,
      loggerLevel: LoggerLevel.error,
      logger: { error() {}, warn() {}, info() {}, debug() {}, trace() {} },
    }).register({ 'im.message.receive_v1': ({ event_id }) => event_id });
    const body = sealed(event);
    const headers = signedHeaders(body, { key: keys.encryptKey, now: THEN });
    expect(await dispatcher.invoke(Object.assign(Object.create({ headers }), JSON.parse(body)))).toBe(
      event.header.event_id,
    );
    expect(judged(body, headers).kind).toBe('genuine');
  });

  it('signs the bytes that came, whitespace and all', () => {
    expect(judged(` { "encrypt" :\n "${encrypt(vector.plain, keys.encryptKey)}" } `).kind).toBe('genuine');
  });

  it('refuses a body with one bit flipped, and one that is cut short', () => {
    for (const place of [2, 17, vector.body.length - 3]) {
      const bytes = Buffer.from(vector.body);
      bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
      expect(judge({ headers: vector.headers, body: bytes }, { ...keys, now: THEN }).kind).toBe('forged');
    }
    expect(judged(vector.body.slice(0, -40), vector.headers).kind).toBe('forged');
  });

  it('refuses another signature, half of one, an empty one, one under another key', () => {
    const signature = vector.headers['x-lark-signature'];
    for (const other of [signature.replace(/3$/, '4'), signature.slice(0, 32), '', signature.toUpperCase()]) {
      expect(judged(vector.body, { ...vector.headers, 'x-lark-signature': other }).kind).toBe('forged');
    }
    expect(judged(vector.body, vector.headers, { encryptKey: 'another' }).kind).toBe('forged');
    expect(judged(vector.body, { ...vector.headers, 'x-lark-request-nonce': 'other' }).kind).toBe('forged');
  });

  it('refuses a request more than five minutes old, or as far in the future', () => {
    const at = (seconds: number) => new Date(THEN.getTime() + seconds * 1000);
    const kinds = [300, 301, -300, -301].map((age) => judged(vector.body, vector.headers, { now: at(age) }).kind);
    expect(kinds).toEqual(['genuine', 'stale', 'genuine', 'stale']);
  });

  it.each(['x-lark-request-timestamp', 'x-lark-request-nonce', 'x-lark-signature'])(
    'refuses one without %s',
    (name) => {
      expect(judged(vector.body, { ...vector.headers, [name]: undefined }).kind).toBe('unsigned');
      expect(judged(vector.body, { ...vector.headers, [name]: [vector.headers[name], 'x'] }).kind).toBe('unsigned');
    },
  );

  it('refuses a time that is none', () => {
    expect(judged(vector.body, { ...vector.headers, 'x-lark-request-timestamp': 'NaN' }).kind).toBe('unsigned');
  });

  it.each([
    ['a plain event', vector.plain],
    ['what was encrypted under another key', sealed(event, 'another')],
    ['what is too short to be encrypted', JSON.stringify({ encrypt: 'AAAA' })],
    ['what is no base64', JSON.stringify({ encrypt: '😀' })],
    ['what holds no JSON', sealed('hello')],
    ['no JSON', '{'],
    ['nothing', ''],
  ])('refuses %s, though signed', (_, body) => {
    expect(judged(body).kind).toBe('unreadable');
  });

  it('refuses another token and another app, though signed and encrypted', () => {
    const withHeader = (header: object) => sealed({ ...event, header: { ...event.header, ...header } });
    expect(judged(withHeader({ token: 'v_token_012345678X' })).kind).toBe('foreign');
    expect(judged(withHeader({ token: undefined })).kind).toBe('foreign');
    expect(judged(withHeader({ app_id: 'cli_0000000000000000' })).kind).toBe('foreign');
    expect(judged(sealed({ ...event, header: undefined })).kind).toBe('foreign');
    expect(judged(sealed([])).kind).toBe('foreign');
  });

  it('does not take a card’s own token for the header’s', () => {
    const forged = { ...event, header: { ...event.header, token: 'x' }, event: { token: keys.verificationToken } };
    expect(judged(sealed(forged)).kind).toBe('foreign');
  });

  it('accepts an event of the first version by the token beside it', () => {
    const old = { uuid: 'u', token: keys.verificationToken, type: 'event_callback', event: { app_id: keys.appId } };
    expect(judged(sealed(old)).kind).toBe('genuine');
    expect(judged(sealed({ ...old, token: 'x' })).kind).toBe('foreign');
  });
});

describe('the verification of the address', () => {
  it('is answered when it is encrypted and has the token, signed or not', () => {
    expect(judged(sealed(challenge))).toEqual({ kind: 'challenge', challenge: 'ajls384kdjx98XX' });
    expect(judged(sealed(challenge), {})).toEqual({ kind: 'challenge', challenge: 'ajls384kdjx98XX' });
  });

  it('is refused in the open, with another token, under another key, or far too long', () => {
    expect(judged(JSON.stringify(challenge), {}).kind).toBe('unsigned');
    expect(judged(sealed({ ...challenge, token: 'wrong' }), {}).kind).toBe('unsigned');
    expect(judged(sealed(challenge, 'another'), {}).kind).toBe('unsigned');
    expect(judged(sealed({ ...challenge, padding: 'x'.repeat(5_000) }), {}).kind).toBe('unsigned');
  });

  it('opens no door for events', () => {
    expect(judged(vector.body, {}).kind).toBe('unsigned');
  });
});
