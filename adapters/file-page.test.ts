import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { Clock } from '../core/clock.ts';
import { FileLinks } from '../core/files/file-link.ts';
import { tempStorage } from '../test/support/kept-files.ts';
import { filePage } from './file-page.ts';
import type { RawResponse } from './platform.ts';

const ID = '00000000-0000-7000-8000-000000000001';
const GONE = '00000000-0000-7000-8000-000000000002';
const HOUR = 3_600_000;

const storage = tempStorage();
const clock = new Clock();
const links = new FileLinks(Buffer.alloc(32, 1), { base: () => 'https://parley.example.com/', lifetimeMs: HOUR });
const page = filePage({
  links,
  storage,
  clock,
  find: async (id) =>
    id === ID ? { name: '合同 “终稿”.pdf', mediaType: 'application/pdf', bytes: 4, storageKey: 'aa/key' } : undefined,
});

const at = (url: string): Promise<RawResponse> => {
  const { pathname, searchParams } = new URL(url);
  const query = Object.fromEntries(searchParams);
  return page.handle({ method: 'GET', path: pathname, headers: {}, query, body: Buffer.alloc(0) });
};
const linkTo = (id: string, now = clock.now()) => links.to(id, now) ?? '';

it('gives the file as an attachment that no browser shows or runs', async () => {
  const source = path.join(await mkdtemp(path.join(tmpdir(), 'parley-page-')), 'source');
  await writeFile(source, '%PDF');
  await storage.put('aa/key', source, { mediaType: 'application/pdf', bytes: 4 });
  const { status, headers, body } = await at(linkTo(ID));
  expect({ status, headers }).toEqual({
    status: 200,
    headers: {
      'content-type': 'application/pdf',
      'content-length': '4',
      'content-disposition': `attachment; filename="__ ____.pdf"; filename*=UTF-8''%E5%90%88%E5%90%8C%20%E2%80%9C%E7%BB%88%E7%A8%BF%E2%80%9D.pdf`,
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    },
  });
  expect(body instanceof Readable && (await text(body))).toBe('%PDF');
});

it('has expired after its time, and says what to do', async () => {
  const response = await at(linkTo(ID, new Date(clock.now().getTime() - HOUR - 2_000)));
  expect(response.status).toBe(410);
  expect(response.body).toContain('链接已过期，请在聊天中重新打开文件。');
});

it('opens nothing with a link that was changed, made longer, made for another file, or under another key', async () => {
  const good = new URL(linkTo(ID));
  const changed = (change: (url: URL) => void) => {
    const url = new URL(good);
    change(url);
    return url.toString();
  };
  const foreign = new FileLinks(Buffer.alloc(32, 2), { base: () => 'https://x', lifetimeMs: HOUR });
  const urls = [
    changed((url) => url.searchParams.set('until', 'zzzzzz')),
    changed((url) => url.searchParams.delete('key')),
    changed((url) => url.searchParams.set('key', 'AAAA')),
    changed((url) => (url.pathname = `/files/${GONE}`)),
    changed((url) => (url.pathname = '/files/..%2f..%2fetc%2fpasswd')),
    foreign.to(ID, clock.now()) ?? '',
  ];
  expect(await Promise.all(urls.map(async (url) => (await at(url)).status))).toEqual([404, 404, 404, 404, 404, 404]);
});

it('says of a file that was taken back that it was', async () => {
  const { status, body } = await at(linkTo(GONE));
  expect([status, body]).toEqual([404, expect.stringContaining('该文件已撤回。')]);
});
