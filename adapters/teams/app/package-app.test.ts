import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import draft04 from 'ajv-draft-04';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readLine } from '../../../bot/derive/read-line.ts';
import { ORG } from '../../../test/support/company.ts';
import { COMMANDS } from './manifest.ts';
import { zipApp } from './package-app.ts';

const require = createRequire(import.meta.url);
const MANIFEST = require.resolve('@microsoft/app-manifest/build/json-schemas/teams/v1.19/MicrosoftTeams.schema.json');
const schema = (name: string) => JSON.parse(readFileSync(path.join(path.dirname(MANIFEST), name), 'utf8'));

const files = unzipSync(
  zipApp({ appId: '00000000-1111-2222-3333-444444444444', publicUrl: 'https://parley.example.com', version: '1.2.3' }),
);
const json = (name: string): unknown => JSON.parse(strFromU8(files[name] ?? new Uint8Array()));

describe('the Teams app package', () => {
  it('holds what Teams asks for and nothing else', () => {
    expect(Object.keys(files)).toEqual(['manifest.json', 'zh.json', 'color.png', 'outline.png']);
  });

  it.each([
    ['manifest.json', 'MicrosoftTeams.schema.json'],
    ['zh.json', 'MicrosoftTeams.Localization.schema.json'],
  ])('%s is what Microsoft’s own schema asks for', (file, name) => {
    const validate = new draft04.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
      schema(name),
    );
    validate(json(file));
    expect(validate.errors).toBeNull();
  });

  it('is for the configured bot and host', () => {
    expect(json('manifest.json')).toMatchObject({
      id: '00000000-1111-2222-3333-444444444444',
      version: '1.2.3',
      bots: [{ botId: '00000000-1111-2222-3333-444444444444' }],
      validDomains: ['parley.example.com'],
    });
  });

  it.each([
    ['color.png', 192],
    ['outline.png', 32],
  ])('%s is a square of %i', (file, side) => {
    const png = Buffer.from(files[file] ?? []);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([side, side]);
  });

  it.each(COMMANDS.flatMap(({ title }) => [title.en, title.zh]))('offers “%s”, which the bot understands', (words) => {
    expect(readLine(words, { today: '2026-05-13', org: ORG }, { isLine: true })).toBeDefined();
  });
});
