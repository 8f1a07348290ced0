import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { platforms } from '../../adapters/index.ts';
import { settingsSchema } from '../../core/settings.ts';

const read = (name: string) => readFile(new URL(`../../${name}`, import.meta.url), 'utf8');

async function settings(): Promise<string[]> {
  const loaded = await Promise.all(platforms.map(({ load }) => load()));
  return [settingsSchema, ...loaded.map((platform) => platform.settings)].flatMap(({ shape }) => Object.keys(shape));
}

describe('every setting', () => {
  it('has its row in docs/settings.md, and no other name has one', async () => {
    const rows = (await read('docs/settings.md')).matchAll(/^\| `([A-Z][A-Z0-9_]*)`/gm);
    expect(Array.from(rows, ([, name]) => name).sort()).toEqual((await settings()).sort());
  });

  it('has its line in .env.example, beside the two that docker compose reads', async () => {
    const lines = (await read('.env.example')).matchAll(/^#?([A-Z][A-Z0-9_]*)=/gm);
    const names = Array.from(lines, ([, name]) => name);
    expect(names.sort()).toEqual([...(await settings()), 'POSTGRES_PASSWORD', 'WEB_PORT'].sort());
  });
});

describe('the manifest in docs/slack.md', () => {
  it('sends everything to the one address', async () => {
    const urls = (await read('docs/slack.md')).matchAll(/^ +(?:- )?(?:request_)?url: (\S+)$/gm);
    const address = 'https://parley.example.com/slack/events';
    expect(Array.from(urls, ([, url]) => url)).toEqual([address, address, address]);
  });
});
