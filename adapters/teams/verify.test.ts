import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APP_ID, type Claims, createLogin, type FakeLogin } from '../../test/fakes/teams-login.ts';
import { createKeys, type Keys } from './keys.ts';
import { isLocalUrl, isTeamsUrl, judge, judgeLocal } from './verify.ts';

const NOW = new Date('2026-11-20T09:15:00Z');
const SERVICE = 'https://smba.trafficmanager.net/emea/';
const clock = { now: () => NOW };

let login: FakeLogin;
let base: string;
let keys: Keys;
const server = createServer((request, response) => void login.answer(request.url ?? '', '', base, response));

beforeAll(async () => {
  login = await createLogin();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  keys = createKeys({ metadataUrl: `${base}/openid`, clock });
});
afterAll(() => void server.close());

const claim = (over: object = {}) => ({ type: 'message', channelId: 'msteams', serviceUrl: SERVICE, ...over });

async function verdict(claims: Claims, said: ReturnType<typeof claim> | undefined = claim(), from: Keys = keys) {
  const token = await login.sign({ serviceUrl: SERVICE, ...claims }, NOW);
  const rules = { appId: APP_ID, keys: from, now: NOW, isOurs: (url: string) => isTeamsUrl(url) };
  return judge({ headers: { authorization: `Bearer ${token}` } }, said, rules);
}

describe('a token', () => {
  it.each([
    ['is good', {}, 'genuine'],
    ['has expired four minutes ago, within the skew', { expiresIn: -240 }, 'genuine'],
    ['has expired six minutes ago', { expiresIn: -360 }, 'stale'],
    ['is for another bot', { audience: 'zzz' }, 'forged'],
    ['is from another issuer', { issuer: 'https://evil.example' }, 'forged'],
    ['is from Entra itself', { issuer: 'https://sts.windows.net/72f988bf-86f1-41af-91ab-2d7cd011db47/' }, 'forged'],
    ['names a key nobody knows', { keyId: 'key-9' }, 'forged'],
    ['is signed by another key', { isSignedByAnother: true }, 'forged'],
    ['vouches for another service', { serviceUrl: 'https://smba.trafficmanager.net/amer/' }, 'misdirected'],
    ['vouches for no service', { serviceUrl: null }, 'forged'],
  ] as const)('that %s', async (_what, claims, expected) => {
    expect(await verdict(claims)).toBe(expected);
  });

  it('of another channel is refused, and so is one whose key is not endorsed for Teams', async () => {
    expect(await verdict({}, claim({ channelId: 'slack' }))).toBe('misdirected');
    const unendorsed = await createLogin({ endorsements: ['webchat'] });
    const other = createServer(
      (request, response) => void unendorsed.answer(request.url ?? '', '', otherBase, response),
    );
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const otherBase = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    expect(await verdict({}, claim(), createKeys({ metadataUrl: `${otherBase}/openid`, clock }))).toBe('forged');
    other.close();
  });

  it('of good standing cannot send our answers to a host that is not of Teams', async () => {
    const serviceUrl = 'https://evil.example/';
    expect(await verdict({ serviceUrl }, claim({ serviceUrl }))).toBe('misdirected');
  });

  it.each([undefined, '', 'Bearer', 'Bearer x.y', 'Basic eHg6eHg=', 'bearer a.b.c.d'])(
    'has to be there and be one: %s',
    async (authorization) => {
      const rules = { appId: APP_ID, keys, now: NOW, isOurs: () => true };
      expect(await judge({ headers: { authorization } }, claim(), rules)).toBe('unsigned');
    },
  );

  it('that no algorithm signed is refused', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = `${part({ alg: 'none', kid: 'key-1' })}.${part({ aud: APP_ID, serviceurl: SERVICE })}.x`;
    const rules = { appId: APP_ID, keys, now: NOW, isOurs: () => true };
    expect(await judge({ headers: { authorization: `Bearer ${token}` } }, claim(), rules)).toBe('forged');
  });
});

describe('the keys', () => {
  it('are fetched once, and for a key nobody knows at most once a minute', async () => {
    const before = login.asked.length;
    let now = NOW.getTime();
    const own = createKeys({ metadataUrl: `${base}/openid`, clock: { now: () => new Date(now) } });
    await Promise.all([own.find('key-1'), own.find('key-1'), own.find('key-2')]);
    await own.find('key-2');
    expect(login.asked.slice(before)).toEqual(['/openid', '/keys']);
    now += 61_000;
    await own.find('key-1');
    expect(login.asked.slice(before)).toHaveLength(2);
    await own.find('key-2');
    await own.find('key-2');
    expect(login.asked.slice(before)).toHaveLength(4);
  });

  it('that cannot be had let nobody in, and are asked for again a little later', async () => {
    let now = NOW.getTime();
    const own = createKeys({ metadataUrl: `${base}/openid`, clock: { now: () => new Date(now) } });
    login.goAway(true);
    expect(await verdict({}, claim(), own)).toBe('unavailable');
    login.goAway(false);
    expect(await verdict({}, claim(), own)).toBe('unavailable');
    now += 21_000;
    expect(await verdict({}, claim(), own)).toBe('genuine');
  });

  it.each([
    ['endlessly', (url: string) => (url === '/keys' ? JSON.stringify({ keys: [], more: 'x'.repeat(300_000) }) : '')],
    ['elsewhere without encryption', () => JSON.stringify({ jwks_uri: 'http://evil.example/keys' })],
    ['as something else', () => '<html>'],
  ])('that are offered %s are not taken', async (_how, body) => {
    const other = createServer((request, response) => {
      const own = JSON.stringify({ jwks_uri: `http://${request.headers.host}/keys` });
      response.end(body(request.url ?? '') || own);
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const metadataUrl = `http://127.0.0.1:${(other.address() as AddressInfo).port}/openid`;
    expect(await verdict({}, claim(), createKeys({ metadataUrl, clock }))).toBe('unavailable');
    other.closeAllConnections();
    other.close();
  });

  it('that were had once are used on while Microsoft is away', async () => {
    let now = NOW.getTime();
    const own = createKeys({ metadataUrl: `${base}/openid`, clock: { now: () => new Date(now) } });
    await own.find('key-1');
    now += 25 * 60 * 60_000;
    login.goAway(true);
    expect(await verdict({}, claim(), own)).toBe('genuine');
    login.goAway(false);
  });
});

describe('where answers go', () => {
  it.each([
    ['https://smba.trafficmanager.net/emea/', true],
    ['https://smba.infra.gcc.teams.microsoft.com/', true],
    ['https://webchat.botframework.com/', true],
    ['http://smba.trafficmanager.net/emea/', false],
    ['https://evil.trafficmanager.net/', false],
    ['https://smba.trafficmanager.net.evil.example/', false],
    ['https://smba.trafficmanager.net@evil.example/', false],
    ['https://user@smba.trafficmanager.net/', false],
    ['https://evilbotframework.com/', false],
    ['https://169.254.169.254/', false],
    ['nowhere', false],
  ])('%s: %s', (url, expected) => {
    expect(isTeamsUrl(url)).toBe(expected);
  });

  it('is also the host whose keys we were told to trust, and no other port of it', () => {
    expect(isTeamsUrl('http://127.0.0.1:4000/v3', 'http://127.0.0.1:4000')).toBe(true);
    expect(isTeamsUrl('http://127.0.0.1:4001/v3', 'http://127.0.0.1:4000')).toBe(false);
  });
});

describe('the local client', () => {
  const request = (over: object = {}) => ({
    method: 'POST',
    path: '/api/messages',
    headers: { host: '127.0.0.1:3000' },
    query: {},
    body: Buffer.alloc(0),
    socket: { remoteAddress: '127.0.0.1', localPort: 3000 },
    ...over,
  });
  const local = claim({ serviceUrl: 'http://localhost:56150/_connector' });

  it('is let in from this machine with answers to this machine', () => {
    expect(judgeLocal(request(), local)).toBe('genuine');
  });

  it.each([
    ['another machine', { socket: { remoteAddress: '10.0.0.7', localPort: 3000 } }],
    ['no socket at all', { socket: undefined }],
    ['a proxy on this machine', { headers: { host: '127.0.0.1:3000', 'x-forwarded-for': '1.2.3.4' } }],
    ['a tunnel that keeps its own name', { headers: { host: 'parley.example.com' } }],
    ['a page in a browser on this machine', { headers: { host: '127.0.0.1:3000', origin: 'https://evil.example' } }],
    ['a page that hides its origin', { headers: { host: '127.0.0.1:3000', 'sec-fetch-site': 'cross-site' } }],
  ])('is not let in from %s', (_what, over) => {
    expect(judgeLocal(request(over), local)).toBe('unsigned');
  });

  it('cannot have us answer elsewhere', () => {
    expect(judgeLocal(request(), claim({ serviceUrl: 'http://169.254.169.254/' }))).toBe('unsigned');
    expect(judgeLocal(request(), claim())).toBe('unsigned');
    expect(judgeLocal(request(), undefined)).toBe('unsigned');
  });

  it.each([
    ['http://localhost:1/x', true],
    ['http://127.0.0.1/x', true],
    ['http://[::1]:3/', true],
    ['http://localhost.evil.example/', false],
    ['http://127.0.0.1@evil.example/', false],
    ['http://0.0.0.0/', false],
  ])('%s is on this machine: %s', (url, expected) => {
    expect(isLocalUrl(url)).toBe(expected);
  });
});
