import { existsSync } from 'node:fs';
import process from 'node:process';
import { platforms } from '../adapters/index.ts';
import type { Platform } from '../adapters/platform.ts';
import { PLATFORM_NAMES } from '../adapters/platform-names.ts';
import { warmUp } from '../bot/language/index.ts';
import { type BucketSettings, bucketSettings } from '../core/files/settings.ts';
import { openStorage } from '../core/files/storage.ts';
import {
  findMisspelt,
  isMentioned,
  readSettings,
  type Settings,
  SettingsError,
  settingsSchema,
} from '../core/settings.ts';
import { startEmbedded } from '../prisma/embedded/index.ts';
import { StorageError } from '../prisma/storage-error.ts';
import { compose, type Parts, type StartPlatform } from './main/compose.ts';
import { loadEncryptionKey } from './main/encryption-key.ts';
import { createLog } from './main/log.ts';
import { say } from './main/say.ts';

/** The composition root: settings in, a running Parley out. */
async function main(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const settings = readSettings(settingsSchema, env);
  const parts: Parts = { web: !argv.includes('--worker'), worker: !argv.includes('--web') };
  if (!(parts.web && parts.worker)) {
    requireShared(settings);
  }
  const log = createLog(settings.LOG_LEVEL);
  const configured = await findConfigured(env);
  warnOfMisspelt(configured.known, env);
  const isReal = configured.platforms.length > 0;
  const playground = settings.PLAYGROUND ?? !isReal;
  const demo = !isReal || argv.includes('--demo');

  const embedded = settings.DATABASE_URL
    ? undefined
    : await startEmbedded({ dataDir: settings.DATA_DIR, log: (line) => log.info({}, line) });
  const parley = await compose({
    parts,
    databaseUrl: settings.DATABASE_URL ?? embedded?.url ?? '',
    redisUrl: settings.REDIS_URL,
    encryptionKey: await loadEncryptionKey({ dataDir: settings.DATA_DIR, set: settings.ENCRYPTION_KEY }),
    org: {
      timeZone: settings.ORG_TIMEZONE,
      currency: settings.ORG_CURRENCY,
      locale: settings.ORG_LOCALE,
      publicUrl: settings.PUBLIC_URL,
      followUpEditDays: settings.FOLLOW_UP_EDIT_DAYS,
      tagFloor: {
        leastCarriers: settings.TAG_SUGGEST_LEAST,
        leastPercent: settings.TAG_SUGGEST_PERCENT,
        most: settings.TAG_SUGGEST_MOST,
      },
      reports: { periods: settings.REPORTS, weekday: settings.REPORT_WEEKDAY },
      followUpBeforeDays: settings.FOLLOW_UP_BEFORE_DAYS,
      visits: {
        nearMetres: settings.VISIT_NEAR_METRES,
        photoMinutes: settings.VISIT_PHOTO_MINUTES,
        sameSpotTimes: settings.VISIT_SAME_SPOT_TIMES,
        sameSpotDays: settings.VISIT_SAME_SPOT_DAYS,
      },
      outgoing: {
        privateHosts: settings.OUTGOING_PRIVATE_HOSTS,
        timeoutMs: settings.OUTGOING_TIMEOUT_SECONDS * 1_000,
      },
      chatNames: PLATFORM_NAMES,
    },
    adminEmail: settings.ADMIN_EMAIL,
    publicUrl: settings.PUBLIC_URL,
    host: settings.HOST,
    port: settings.PORT,
    platforms: configured.platforms,
    playground: playground && parts.web,
    demo,
    files: {
      storage: await openStorage({ dataDir: settings.DATA_DIR, bucket: configured.bucket }),
      limits: { maxBytes: settings.FILES_MAX_MB * 1_048_576, kinds: settings.FILES_KINDS },
      linkMs: settings.FILES_LINK_MINUTES * 60_000,
    },
    log,
  }).catch(async (error: unknown) => {
    await embedded?.stop();
    throw error;
  });
  announce(settings, parley, embedded?.location);
  if (parts.web) {
    void warmUp();
  }
  stopOnSignal(async () => {
    await parley.close();
    await embedded?.stop();
  });
}

/** What two processes of one Parley must be given alike; each on its own would make another one. */
function requireShared({ DATABASE_URL, ENCRYPTION_KEY }: Settings): void {
  const missing = [...(DATABASE_URL ? [] : ['DATABASE_URL']), ...(ENCRYPTION_KEY ? [] : ['ENCRYPTION_KEY'])];
  if (missing.length > 0) {
    throw new SettingsError(`start:web and start:worker share ${missing.join(' and ')}; set the same for both`);
  }
}

/** Platforms and the bucket with all of their settings; with some of them the start is refused, naming what is missing. */
async function findConfigured(
  env: NodeJS.ProcessEnv,
): Promise<{ platforms: StartPlatform[]; bucket: BucketSettings | undefined; known: string[] }> {
  const found: StartPlatform[] = [];
  const known = [settingsSchema, bucketSettings].flatMap(({ shape }) => Object.keys(shape));
  for (const { name, prefixes, load } of platforms) {
    if (!Object.keys(env).some((key) => prefixes.some((prefix) => key.startsWith(prefix)) && env[key]?.trim())) {
      continue;
    }
    const platform: Platform = await load();
    known.push(...Object.keys(platform.settings.shape));
    if (isMentioned(platform.settings, env)) {
      const own = readSettings(platform.settings, env);
      found.push({ name, start: (tools) => platform.start(own, tools) });
    }
  }
  const bucket = isMentioned(bucketSettings, env) ? readSettings(bucketSettings, env) : undefined;
  return { platforms: found, bucket, known };
}

function warnOfMisspelt(known: readonly string[], env: NodeJS.ProcessEnv): void {
  for (const { name, nearest } of findMisspelt(known, env)) {
    say(`! ${name} is not a setting of Parley; did you mean ${nearest}?`);
  }
}

function announce(
  { DATA_DIR }: Settings,
  {
    url,
    playgroundUrl,
    demoLoaded,
  }: { url: string | undefined; playgroundUrl: string | undefined; demoLoaded: boolean },
  location: string | undefined,
): void {
  say('');
  say(`Parley · 洽谈${url ? `  ${url}` : '  worker'}`);
  if (demoLoaded) {
    say('  Demo company 华澜科技 Hualan Technology loaded · 演示公司已载入');
  }
  if (playgroundUrl) {
    say(`  Open the playground · 打开体验页面:  ${playgroundUrl}`);
  }
  if (location) {
    say(`  Data · 数据:  ${location}${location.startsWith(DATA_DIR) ? '' : ` (DATA_DIR ${DATA_DIR})`}`);
  }
  say('  Ctrl-C stops everything · 按 Ctrl-C 停止');
  say('');
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) {
      process.exit(1);
    }
    stopping = true;
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

/** What stops a start is one line a person can act on; anything else is a bug and keeps its stack. */
function explain(error: unknown): string {
  if (error instanceof SettingsError) {
    return `Parley cannot start: ${error.message}`;
  }
  if (error instanceof StorageError) {
    return `${error.text.en}\n${error.text.zh}`;
  }
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `Parley cannot start: the port is in use by another program. Choose another one, e.g. PORT=3001 npm start\n端口已被占用，请换一个端口，例如 PORT=3001 npm start`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

process.on('unhandledRejection', (error) => {
  say(explain(error));
  process.exit(1);
});

if (existsSync('.env')) {
  process.loadEnvFile('.env');
}
main(process.argv.slice(2), process.env).catch((error: unknown) => {
  say(explain(error));
  process.exit(1);
});
