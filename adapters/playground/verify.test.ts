import { describe, expect, it } from 'vitest';
import type { RawRequest } from '../platform.ts';
import { actToken, offersToken, refuseCaller, refusePlace, writeCookie } from './verify.ts';

const TOKEN = 'correct-horse';

function request(changes: Partial<RawRequest> & { headers?: RawRequest['headers'] } = {}): RawRequest {
  return {
    method: 'GET',
    path: '/',
    query: {},
    body: Buffer.alloc(0),
    socket: { remoteAddress: '127.0.0.1', localPort: 3000 },
    ...changes,
    headers: { host: 'localhost:3000', ...changes.headers },
  };
}

const from = (remoteAddress: string | undefined) => ({ socket: { remoteAddress, localPort: 3000 } });

describe('where a request may come from', () => {
  it.each(['127.0.0.1', '127.0.0.53', '::1', '::ffff:127.0.0.1'])('is this machine: %s', (address) => {
    expect(refusePlace(request(from(address)))).toBeUndefined();
  });

  it.each(['10.0.0.7', '172.17.0.1', '::ffff:10.0.0.7', 'fe80::1', '127.0.0.1.evil.example', undefined])(
    'is not another one: %s',
    (address) => {
      expect(refusePlace(request(from(address)))).toEqual({ status: 403, reason: 'not from this machine' });
    },
  );

  it('is unknown without a socket, and then refused', () => {
    const { socket, ...without } = request();
    expect(socket).toBeDefined();
    expect(refusePlace(without)).toEqual({ status: 403, reason: 'not from this machine' });
  });

  it.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000'])('is asked for by a name of this machine: %s', (host) => {
    expect(refusePlace(request({ headers: { host } }))).toBeUndefined();
  });

  it.each([
    'evil.example:3000',
    'localhost.evil.example:3000',
    'localhost',
    'localhost:3001',
    '127.0.0.1:3000@evil.example',
    '',
  ])('is not asked for by another name or port: %s', (host) => {
    expect(refusePlace(request({ headers: { host } }))).toEqual({
      status: 403,
      reason: 'the Host is not this machine',
    });
  });

  it.each(['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded', 'via', 'x-real-ip'])(
    'is not behind a proxy: %s',
    (name) => {
      expect(refusePlace(request({ headers: { [name]: '127.0.0.1' } }))).toEqual({
        status: 403,
        reason: `came through a proxy: ${name}`,
      });
    },
  );
});

describe('who may ask', () => {
  const cookie = `theme=dark; parley_3000=${TOKEN}`;

  it('whoever has the cookie', () => {
    expect(refuseCaller(request({ headers: { cookie } }), TOKEN)).toBeUndefined();
  });

  it.each([
    undefined,
    'parley_3000=',
    'parley_3000=correct-hors',
    'parley_3001=correct-horse',
    'xparley_3000=correct-horse',
  ])('nobody with another cookie: %s', (other) => {
    const headers = other === undefined ? {} : { cookie: other };
    expect(refuseCaller(request({ headers }), TOKEN)).toEqual({ status: 401, reason: 'no valid token' });
  });

  it('needs our own header to act, which another site cannot send', () => {
    const post = (headers: RawRequest['headers']) =>
      refuseCaller(request({ method: 'POST', headers: { cookie, ...headers } }), TOKEN);
    expect(post({})).toEqual({ status: 403, reason: 'no valid x-parley-token' });
    expect(post({ 'x-parley-token': TOKEN })).toEqual({ status: 403, reason: 'no valid x-parley-token' });
    expect(post({ 'x-parley-token': actToken(TOKEN) })).toBeUndefined();
  });

  it('refuses to act for a page of another origin', () => {
    const headers = { cookie, 'x-parley-token': actToken(TOKEN), origin: 'http://evil.example' };
    expect(refuseCaller(request({ method: 'POST', headers }), TOKEN)).toEqual({ status: 403, reason: 'other origin' });
  });
});

describe('the printed link', () => {
  it('is known by its token', () => {
    expect(offersToken(request({ query: { token: TOKEN } }), TOKEN)).toBe(true);
    expect(offersToken(request({ query: { token: 'correct-horsf' } }), TOKEN)).toBe(false);
    expect(offersToken(request(), TOKEN)).toBe(false);
  });

  it('becomes a cookie no script and no other site can use', () => {
    expect(writeCookie(request(), TOKEN)).toBe('parley_3000=correct-horse; Path=/; HttpOnly; SameSite=Strict');
  });
});
