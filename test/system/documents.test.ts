import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { platforms } from '../../adapters/index.ts';
import { SCOPES } from '../../adapters/slack/scopes.ts';
import { LOG_SHORTCUT } from '../../adapters/slack/wire.ts';
import { bucketSettings } from '../../core/files/settings.ts';
import { settingsSchema } from '../../core/settings.ts';

const read = (name: string) => readFile(new URL(`../../${name}`, import.meta.url), 'utf8');

async function settings(): Promise<string[]> {
  const loaded = await Promise.all(platforms.map(({ load }) => load()));
  return [settingsSchema, bucketSettings, ...loaded.map((platform) => platform.settings)].flatMap(({ shape }) =>
    Object.keys(shape),
  );
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

describe('the manifests of the Slack app', () => {
  const manifests = ['docs/slack-manifest.json', 'docs/slack-manifest-socket.json'];
  const parsed = async (name: string) => JSON.parse(await read(name));

  it.each(manifests)('%s is one Slack takes, by its own schema', async (name) => {
    const schema = await parsed('test/fixtures/slack-schemas/manifest.schema.2.0.0.json');
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    expect([validate(await parsed(name)), validate.errors]).toEqual([true, null]);
    expect(validate({ ...(await parsed(name)), nonsense: 1 })).toBe(false);
  });

  it.each(manifests)('%s asks for what the app asks for when it installs itself, each explained', async (name) => {
    const { scopes } = (await parsed(name)).oauth_config;
    expect(scopes).toEqual({ bot: [...SCOPES] });
    const explained = (await read('docs/slack.md')).matchAll(/^\| (`[a-z_:.]+`(?:, `[a-z_:.]+`)*) \|/gm);
    const names = Array.from(explained, ([, cell = '']) => cell.split(', ').map((each) => each.slice(1, -1))).flat();
    expect(names.sort()).toEqual([...SCOPES]);
  });

  it.each(manifests)('%s names the shortcuts as they are read', async (name) => {
    const { shortcuts } = (await parsed(name)).features;
    expect(shortcuts.map(({ type, callback_id }: Record<string, string>) => [type, callback_id])).toEqual([
      ['message', LOG_SHORTCUT],
      ['global', LOG_SHORTCUT],
    ]);
  });

  it('send everything to the one address, or nothing anywhere', async () => {
    const [http = '', socket = ''] = await Promise.all(manifests.map(read));
    const addresses = (text: string) => new Set(text.match(/https:\/\/[^"]+/g));
    expect(addresses(http)).toEqual(
      new Set(['https://parley.example.com/slack/events', 'https://parley.example.com/slack/oauth_redirect']),
    );
    expect(addresses(socket)).toEqual(new Set());
  });

  it('differ in nothing but the way things come', async () => {
    const [http, socket] = await Promise.all(manifests.map(parsed));
    expect(socket.settings.event_subscriptions.bot_events).toEqual(http.settings.event_subscriptions.bot_events);
    expect({ ...socket.features, slash_commands: [] }).toEqual({ ...http.features, slash_commands: [] });
    expect([http.settings.socket_mode_enabled, socket.settings.socket_mode_enabled]).toEqual([false, true]);
  });
});
