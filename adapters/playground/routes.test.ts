import { describe, expect, it } from 'vitest';
import { start, TOKEN } from '../../test/browser/direct.ts';
import type { RawRequest } from '../platform.ts';
import { actToken } from './verify.ts';

describe('every door of the playground', () => {
  it('is shut without the token, to proxies, to other names and to other machines', async () => {
    const { routes, ask } = await start();
    expect(routes.length).toBeGreaterThan(20);
    for (const { method, path } of routes) {
      const refused = async (changes: Partial<RawRequest>) => (await ask(method, path, changes)).status;
      expect([path, await refused({ headers: { cookie: '' } })]).toEqual([path, 401]);
      expect([path, await refused({ headers: { 'x-forwarded-for': '127.0.0.1' } })]).toEqual([path, 403]);
      expect([path, await refused({ headers: { host: 'evil.example:3000' } })]).toEqual([path, 403]);
      expect([path, await refused({ socket: { remoteAddress: '10.0.0.7', localPort: 3000 } })]).toEqual([path, 403]);
    }
  });

  it('acts only with the header', async () => {
    const { routes, ask, deliveries } = await start();
    for (const { path } of routes.filter(({ method }) => method === 'POST')) {
      expect((await ask('POST', path, { headers: { 'x-parley-token': TOKEN } })).status).toBe(403);
    }
    expect(deliveries).toEqual([]);
  });
});

describe('the page', () => {
  it('opens by the printed link and keeps the token in a cookie, out of reach of scripts', async () => {
    const { ask } = await start();
    const page = await ask('GET', '/', { query: { token: TOKEN }, headers: { cookie: '' } });
    expect(page.status).toBe(200);
    expect(page.headers?.['set-cookie']).toBe(`parley_3000=${TOKEN}; Path=/; HttpOnly; SameSite=Strict`);
    expect(page.body).not.toContain(TOKEN);
    expect(page.body).toContain(`content="${actToken(TOKEN)}"`);
  });

  it('says in both languages where the link is, when there is no token', async () => {
    const { ask } = await start();
    const page = await ask('GET', '/', { headers: { cookie: '' }, query: { token: 'wrong' } });
    expect(page.status).toBe(401);
    expect(page.body).toContain('printed when Parley started');
    expect(page.body).toContain('启动时打印的完整地址');
    expect(page.headers?.['set-cookie']).toBeUndefined();
  });

  it('allows nothing inline and nothing from elsewhere', async () => {
    const { ask, routes } = await start();
    const page = await ask('GET', '/');
    const policy = page.headers?.['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(page.body).not.toMatch(/<script(?![^>]* src="\/playground\/)|<style|\son\w+=|\sstyle=/i);
    for (const { path } of routes.filter((each) => /(?<!\.min)\.(js|css|svg)$/.test(each.path))) {
      const { body } = await ask('GET', path);
      expect([path, String(body).match(/https?:\/\/(?!www\.w3\.org\/2000\/svg)[^\s'"`)]+/)?.[0]]).toEqual([
        path,
        undefined,
      ]);
    }
  });
});
