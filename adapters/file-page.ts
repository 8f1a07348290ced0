import type { Clock } from '../core/clock.ts';
import type { KeptFile } from '../core/files/file-desk.ts';
import type { FileLinks } from '../core/files/file-link.ts';
import type { Storage } from '../core/files/storage.ts';
import type { RawResponse, Route } from './platform.ts';

export type FilePageTools = {
  links: FileLinks;
  storage: Storage;
  find(id: string): Promise<KeptFile | undefined>;
  clock: Clock;
};

const ID = /^\/files\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Bytes of strangers: never shown in our name, never run, kept by nobody on the way. */
const GUARDED = {
  'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
};

/** What stands behind a file's address: the file, for whoever holds one that was signed and is not too old. */
export function filePage({ links, storage, find, clock }: FilePageTools): Route {
  return {
    method: 'GET',
    path: '/files/:id',
    async handle({ path, query }) {
      const [, id] = ID.exec(path) ?? [];
      const verdict = id ? links.judge({ id, until: query.until, key: query.key }, clock.now()) : 'forged';
      if (!id || verdict === 'forged') {
        return say(404, 'There is nothing here.', '此处没有内容。');
      }
      if (verdict === 'expired') {
        return say(
          410,
          'This link has expired. Ask for the file again in your chat.',
          '链接已过期，请在聊天中重新打开文件。',
        );
      }
      const file = await find(id);
      if (!file) {
        return say(404, 'This file was taken back.', '该文件已撤回。');
      }
      return {
        status: 200,
        headers: {
          ...GUARDED,
          'content-type': file.mediaType,
          'content-length': String(file.bytes),
          'content-disposition': `attachment; filename="${asciiOf(file.name)}"; filename*=UTF-8''${encode(file.name)}`,
        },
        body: await storage.stream(file.storageKey),
      };
    },
  };
}

function say(status: number, en: string, zh: string): RawResponse {
  const body = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Parley</title>
<p>${en}
<p lang="zh">${zh}
</html>
`;
  return { status, headers: { ...GUARDED, 'content-type': 'text/html; charset=utf-8' }, body };
}

/** For clients that do not know the other spelling. */
function asciiOf(name: string): string {
  return name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
}

/** RFC 5987: what encodeURIComponent leaves is not all allowed there. */
function encode(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
