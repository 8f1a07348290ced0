// The walls of the house: who may import whom, which outside package lives where, who may take the product's own name.
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');

/** A folder may import from itself and from those before it. */
const LAYERS = ['prisma', 'core', 'bot', 'adapters', 'jobs'];

/** The only places where each outside package may be named; one that is not listed has no home yet. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  '@embedpdf/fonts-sc': ['adapters/pictures/'],
  '@larksuiteoapi/node-sdk': ['adapters/feishu/'],
  '@prisma/adapter-pg': ['core/db/', 'prisma/schema-engine-shim.mjs'],
  '@prisma/schema-engine-wasm': ['prisma/schema-engine-shim.mjs'],
  '@resvg/resvg-wasm': ['adapters/pictures/'],
  '@slack/': ['adapters/slack/'],
  botbuilder: ['adapters/teams/botbuilder.ts'],
  bullmq: ['jobs/queues/'],
  echarts: ['adapters/pictures/'],
  exifreader: ['core/files/'],
  'file-type': ['core/files/'],
  flydrive: ['core/files/'],
  'fastest-levenshtein': ['core/names/', 'core/settings.ts', 'bot/derive/'],
  fastify: ['adapters/server.ts'],
  jose: ['adapters/teams/'],
  fflate: ['adapters/teams/app/'],
  geolib: ['core/visits/'],
  ioredis: ['jobs/queues/'],
  'libphonenumber-js': ['core/customers/'],
  openai: ['bot/language/'],
  pg: ['prisma/', 'core/db/', 'core/context.ts', 'jobs/queues/'],
  'pg-copy-streams': ['prisma/archive/'],
  pino: ['jobs/main/'],
  'pinyin-pro': ['core/names/'],
  'rate-limiter-flexible': ['adapters/limiter.ts'],
  'temporal-polyfill': ['core/days.ts', 'core/questions/period.ts', 'bot/language/', 'bot/views/format.ts'],
  tsx: ['adapters/pictures/from-source.mjs'],
  uuid: ['core/id.ts', 'prisma/demo/'],
  zod: LAYERS.map((layer) => `${layer}/`),
};

/** What others may see of a room, and which others: everybody outside it who is not named here keeps out. */
const DOORS: readonly { room: string; visitor: string; may: readonly string[] }[] = [
  { room: 'prisma/', visitor: 'core/', may: ['core/db/ → prisma/generated/', 'core/changes/ → prisma/generated/'] },
  { room: 'prisma/', visitor: 'bot/', may: [] },
  { room: 'prisma/', visitor: 'adapters/', may: [] },
  { room: 'prisma/', visitor: 'jobs/', may: ['jobs/main → prisma/'] },
  {
    room: 'bot/',
    visitor: 'adapters/',
    may: ['adapters/ → bot/contract.ts', 'adapters/ → bot/cards/', 'adapters/performer.ts → bot/bot.ts'],
  },
  {
    room: 'adapters/',
    visitor: 'jobs/',
    may: ['jobs/main → adapters/'],
  },
];

/** Who may act as the product itself instead of as a person (core/db/system.ts). */
const SYSTEM = [
  'core/audit/audit-check.ts',
  'core/audit/seal-entries.ts',
  'core/audit/verify-chain.ts',
  'core/files/file-desk.ts',
  'core/hooks/hook-desk.ts',
  'core/inbox/inbox.ts',
  'core/installations/installations.ts',
  'core/people/find-colleagues.ts',
  'core/people/meet-newcomer.ts',
  'jobs/deliver.ts',
  'jobs/post.ts',
  'jobs/push.ts',
  'jobs/react.ts',
  'jobs/redraw.ts',
  'jobs/relay.ts',
  'jobs/schedules/check-audit.ts',
  'jobs/schedules/due-objects.ts',
  'jobs/schedules/forget-bodies.ts',
  'jobs/schedules/hear-names.ts',
  'jobs/schedules/late-leads.ts',
  'jobs/schedules/public-pool.ts',
  'jobs/schedules/reminders.ts',
  'jobs/schedules/stuck-deals.ts',
  'jobs/schedules/tiers.ts',
  'jobs/schedules/workday.ts',
  'jobs/send-out.ts',
  'jobs/tell-newcomer.ts',
];

/** Where the machine's own time may be read: the one clock, and BullMQ's schedulers, which go by no other. */
const CLOCKS = ['core/clock.ts', 'jobs/keep-schedules.ts'];
const TIME =
  /new Date\(\)|Date\.now\b|\bTemporal\.Now\b|performance\.timeOrigin|(?<![\w.])now\(\)|\bclock_timestamp\(|\bCURRENT_(?:DATE|TIME)|\bLOCALTIME/;

/** Settings know the names of all platforms, to tell a misspelt one. */
const NAMES_PLATFORMS = ['core/settings.ts'];
const PLATFORM = /slack|feishu|\blark|microsoft|msteams|playground|'teams'\s*(?:===|\|)/i;

const LONGEST = 300;

type Import = { file: string; target: string; kind: 'static' | 'dynamic' };

const files = LAYERS.flatMap((layer) =>
  readdirSync(path.join(ROOT, layer), { recursive: true, encoding: 'utf8' }).map((file) =>
    path.posix.join(layer, file),
  ),
).filter((file) => /\.(?:ts|mjs|js)$/.test(file) && !/^prisma\/generated\/|\/fixtures\//.test(file));
const isTest = (file: string) => /\.(?:test|gold)\.ts$/.test(file);
const sources = files.filter((file) => !isTest(file));
const text = new Map(sources.map((file) => [file, withoutComments(readFileSync(path.join(ROOT, file), 'utf8'))]));
const imports = sources.flatMap((file) => importsOf(file, text.get(file) ?? ''));

/** Strings are recognised only so that what looks like a comment in them stays. */
function withoutComments(source: string): string {
  return source.replaceAll(
    /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|(?<![:\\/])\/\/.*$/gm,
    '$1',
  );
}

/** Every module a source names: imported, for its types alone, re-exported, loaded later. */
function importsOf(file: string, source: string): Import[] {
  const found = (pattern: RegExp, kind: Import['kind']) =>
    Array.from(source.matchAll(pattern), ([, specifier = '']) => ({ file, target: targetOf(file, specifier), kind }));
  return [
    ...found(/^\s*(?:import|export)\b[^'"();]*?\bfrom\s*['"]([^'"\n]+)['"]/gm, 'static'),
    ...found(/^\s*import\s*['"]([^'"\n]+)['"]/gm, 'static'),
    ...found(/\b(?:import|require)\s*\(\s*['"`]([^'"`\n]+)['"`]\s*[,)]/g, 'dynamic'),
    ...found(/\b(?:import|require)\s*\(\s*(?!['"`]|\s)([^)\n]+)/g, 'dynamic'),
  ];
}

function targetOf(file: string, specifier: string): string {
  return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : specifier;
}

const layerOf = (file: string) => LAYERS.indexOf(file.split('/')[0] ?? '');
const isInside = (target: string) => layerOf(target) >= 0 && target.includes('/');
const isBuiltin = (target: string) => target.startsWith('node:') || builtinModules.includes(target);
const isPage = (file: string) => /^adapters\/[^/]+\/page\//.test(file);
const platformOf = (file: string) => /^adapters\/([^/]+)\//.exec(file)?.[1];

/** The imports for which `isWrong`, as lines to read. */
const wrong = (isWrong: (imported: Import) => boolean) =>
  imports.filter(isWrong).map(({ file, target }) => `${file} → ${target}`);

function isOutOfDoor({ file, target }: Import): boolean {
  return DOORS.filter(({ room, visitor }) => target.startsWith(room) && file.startsWith(visitor)).some(
    ({ may }) =>
      !may.some((rule) => {
        const [from = '', to = ''] = rule.split(' → ');
        return file.startsWith(from) && target.startsWith(to);
      }),
  );
}

function isHomeless({ file, target }: Import): boolean {
  if (isInside(target) || isBuiltin(target) || isPage(file)) {
    return false;
  }
  const [, homes = []] =
    Object.entries(HOMES).find(
      ([name]) => target === name || target.startsWith(name.endsWith('/') ? name : `${name}/`),
    ) ?? [];
  return !homes.some((home) => file.startsWith(home));
}

describe('the walls', () => {
  it('see static, type-only, re-exported, side-effect and late imports, and nothing in comments', () => {
    const source = withoutComments(`
      import { a } from './a.ts';
      import type {
        B,
      } from '../x/b.ts';
      export * from "./c.ts";
      export type { D } from './d.ts';
      import 'side-effect';
      const url = 'https://example.com/*'; // import('./no.ts')
      /** import { no } from './no.ts' */ const e = await import('./e.ts');
      type F = import('f').F;
      const g = await import(someName);
    `);
    expect(importsOf('core/y/z.ts', source).map(({ target }) => target)).toEqual([
      'core/y/a.ts',
      'core/x/b.ts',
      'core/y/c.ts',
      'core/y/d.ts',
      'side-effect',
      'core/y/e.ts',
      'f',
      'someName',
    ]);
  });

  it('stand around something', () => {
    expect(LAYERS.filter((layer) => !sources.some((file) => file.startsWith(`${layer}/`)))).toEqual([]);
    expect(imports.length).toBeGreaterThan(sources.length);
  });

  it('let a folder see itself and those to its left', () => {
    expect(wrong(({ file, target }) => isInside(target) && layerOf(target) > layerOf(file))).toEqual([]);
  });

  it('keep tests and what supports them out of sources', () => {
    expect(wrong(({ target }) => isTest(target) || /^test\/|(?:^|\/)fixtures\//.test(target))).toEqual([]);
  });

  it('give every outside package a home', () => {
    expect(wrong(isHomeless)).toEqual([]);
  });

  it('have doors', () => {
    expect(wrong(isOutOfDoor)).toEqual([]);
  });

  it('keep platforms apart: each is loaded late, and only the playground looks into another', () => {
    const isAtHome = ({ file, target }: Import) => platformOf(file) === platformOf(target) || isPage(file);
    expect(
      wrong(
        (imported) =>
          platformOf(imported.target) !== undefined &&
          !isAtHome(imported) &&
          platformOf(imported.file) !== 'playground' &&
          imported.kind === 'static',
      ),
    ).toEqual([]);
    expect(wrong(({ file, target }) => isPage(file) && !isPage(target))).toEqual([]);
  });

  it('let only listed modules act as the product itself', () => {
    const takers = imports.filter(({ target }) => target === 'core/db/system.ts').map(({ file }) => file);
    expect(takers.filter((file) => !SYSTEM.includes(file))).toEqual([]);
    expect(SYSTEM.filter((file) => !takers.includes(file))).toEqual([]);
  });
});

describe('a source', () => {
  const having = (pattern: RegExp, within: RegExp, except: readonly string[] = []) =>
    sources.filter((file) => within.test(file) && !except.includes(file) && pattern.test(text.get(file) ?? ''));

  it('takes the time from the one clock', () => {
    expect(having(TIME, /^(?:core|bot|adapters|jobs)\/(?!.*\/page\/)/, CLOCKS)).toEqual([]);
    expect(['new Date()', 'Date.now()', 'SELECT now()'].map((code) => TIME.test(code))).toEqual([true, true, true]);
    expect(['parley_now()', 'clock.now()', 'new Date(at)'].map((code) => TIME.test(code))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('names no platform in core or bot', () => {
    expect(having(PLATFORM, /^(?:core|bot)\//, NAMES_PLATFORMS)).toEqual([]);
  });

  it('has no default export', () => {
    expect(having(/^export default\b|\bas default\b/m, /./)).toEqual([]);
  });

  it(`has ${LONGEST} lines at the most`, () => {
    const lines = (file: string) => readFileSync(path.join(ROOT, file), 'utf8').split('\n').length - 1;
    expect(sources.filter((file) => lines(file) > LONGEST)).toEqual([]);
  });
});
