// Beside the seven: the page's own files, read once and served by exact name, so that no path can lead elsewhere.
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PAGE = fileURLToPath(new URL('./page/', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Microsoft's renderer for the Teams look, from where it was installed. */
const RENDERER = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');

export type PageFile = { name: string; type: string; content: string };

export async function readPage(): Promise<PageFile[]> {
  const names = await readdir(PAGE);
  const paths = [
    ...names.map((name) => ({ name, path: join(PAGE, name) })),
    { name: basename(RENDERER), path: RENDERER },
  ];
  const files = paths.map(async ({ name, path }) => {
    const type = TYPES[extname(name)];
    return type ? [{ name, type, content: await readFile(path, 'utf8') }] : [];
  });
  return (await Promise.all(files)).flat();
}
