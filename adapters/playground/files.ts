// Beside the seven: the page's own files, read once and served by exact name, so that no path can lead elsewhere.
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PAGE = fileURLToPath(new URL('./page/', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export type PageFile = { name: string; type: string; content: string };

export async function readPage(): Promise<PageFile[]> {
  const names = await readdir(PAGE);
  const files = names.map(async (name) => {
    const type = TYPES[extname(name)];
    return type ? [{ name, type, content: await readFile(join(PAGE, name), 'utf8') }] : [];
  });
  return (await Promise.all(files)).flat();
}
