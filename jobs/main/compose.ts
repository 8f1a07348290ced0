import { randomBytes } from 'node:crypto';
import { filePage } from '../../adapters/file-page.ts';
import { hookPage } from '../../adapters/hook-page.ts';
import { IngressDoor } from '../../adapters/ingress.ts';
import type { PlatformTools, Route, RunningPlatform } from '../../adapters/platform.ts';
import { recordPage } from '../../adapters/record-page.ts';
import { startServer } from '../../adapters/server.ts';
import { createBot } from '../../bot/bot.ts';
import type { Adapter } from '../../bot/contract.ts';
import { deactivatedReply, greet } from '../../bot/newcomer.ts';
import { rolesText } from '../../bot/views/people.ts';
import { companyKey } from '../../core/customers/customer.ts';
import { dayIn } from '../../core/days.ts';
import { checkGuards } from '../../core/db/check-guards.ts';
import { openDatabase } from '../../core/db/database.ts';
import { findKept, rememberAnswer } from '../../core/files/file-desk.ts';
import { FileLinks } from '../../core/files/file-link.ts';
import { type FileLimits, Shelf } from '../../core/files/shelf.ts';
import type { Storage } from '../../core/files/storage.ts';
import { readFelt } from '../../core/follow-ups/read-feelings.ts';
import { HookDesk } from '../../core/hooks/hook-desk.ts';
import { HookSecrets } from '../../core/hooks/hook-secrets.ts';
import { Inbox } from '../../core/inbox/inbox.ts';
import { Seal } from '../../core/inbox/sealed.ts';
import { Installations } from '../../core/installations/installations.ts';
import type { Log } from '../../core/log.ts';
import { nameKeys, personKeys } from '../../core/names/index.ts';
import type { Organisation } from '../../core/organisation.ts';
import { findColleagues } from '../../core/people/find-colleagues.ts';
import { manufacturing } from '../../core/templates/manufacturing.ts';
import { loadDemo } from '../../prisma/demo/load-demo.ts';
import { migrate } from '../../prisma/migrate.ts';
import { startWorkers } from '../start.ts';
import { openLimiter } from './open-limiter.ts';

export type Parts = { web: boolean; worker: boolean };

/** A chat platform that is configured, ready to start. */
export type StartPlatform = { name: string; start(tools: PlatformTools): Promise<RunningPlatform> };

export type Composition = {
  parts: Parts;
  databaseUrl: string;
  redisUrl: string | undefined;
  encryptionKey: Buffer;
  org: Organisation;
  adminEmail: string | undefined;
  publicUrl: string | undefined;
  host: string;
  port: number;
  platforms: readonly StartPlatform[];
  playground: boolean;
  demo: boolean;
  files: { storage: Storage; limits: FileLimits; linkMs: number };
  log: Log;
};

export type RunningParley = {
  url: string | undefined;
  playgroundUrl: string | undefined;
  demoLoaded: boolean;
  adapters: ReadonlyMap<string, Adapter>;
  close(): Promise<void>;
};

/** Puts the product together: database, bot, platforms, server, workers. Closes what it opened when a part fails to start. */
export async function compose(options: Composition): Promise<RunningParley> {
  const closing: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) {
      await step();
    }
  };
  try {
    return { ...(await open(options, (step) => closing.push(step))), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(
  options: Composition,
  onClose: (step: () => Promise<void>) => void,
): Promise<Omit<RunningParley, 'close'>> {
  const { parts, databaseUrl, redisUrl, encryptionKey, adminEmail, publicUrl, host, port, files, log } = options;
  let reachedAt = publicUrl;
  const links = new FileLinks(encryptionKey, { base: () => reachedAt, lifetimeMs: files.linkMs });
  const hooks = new HookSecrets(encryptionKey, { base: () => reachedAt });
  const org: Organisation = { ...options.org, hooks, fileLink: (id, now) => links.to(id, now) };
  const database = openDatabase({ url: databaseUrl });
  onClose(() => database.close());
  const { applied } = await migrate(database.pool);
  if (applied.length > 0) {
    log.info({ applied }, 'database migrated');
  }
  await checkGuards(database);
  await database.syncClock();
  const demoLoaded = options.demo && (await loadDemoCompany(options, database));

  const inbox = new Inbox(database, org, new Seal(encryptionKey, 'inbox'));
  const door = new IngressDoor({
    inbox,
    bot: createBot({ database, org, shelf: new Shelf(files.storage, files.limits), log }),
    org,
    log,
    greet: (event, profile) => greet(event, profile, { database, org, adminEmail }),
    deactivated: (event) => deactivatedReply(event, org),
    rememberCard: ({ address: place, ...card }) => rememberAnswer(database, { ...card, place }),
  });
  const limiter = openLimiter({ pool: database.pool, redisUrl, log });
  onClose(() => limiter.close());
  const { createPictures } = await import('../../adapters/pictures/index.ts');
  const pictures = createPictures({ log });
  onClose(() => pictures.close());
  const shared = { limiter, pictures, clock: database.clock, publicUrl, host, log };
  const kept = new Installations(database, new Seal(encryptionKey, 'installations'));
  const tools = (name: string): PlatformTools => ({
    ingress: door.for(name),
    installations: {
      find: (workspace) => kept.find(name, workspace),
      list: () => kept.list(name),
      put: (workspace, given) => kept.put(name, workspace, given),
      remove: (workspace) => kept.remove(name, workspace),
    },
    ...shared,
  });
  const running: RunningPlatform[] = [];
  const adapters = new Map<string, Adapter>();
  const serve = (name: string, platform: RunningPlatform) => {
    door.for(name).serve(platform.adapter);
    adapters.set(name, platform.adapter);
    running.push(platform);
  };
  // After the platforms: nothing may arrive any more.
  onClose(() => door.close());
  onClose(async () => void (parts.web || (await Promise.all(running.map((platform) => platform.stop())))));
  for (const { name, start } of options.platforms) {
    serve(name, await start(tools(name)));
  }
  const token = randomBytes(18).toString('base64url');
  if (options.playground) {
    const { playground, LOOKS } = await import('../../adapters/playground/index.ts');
    const people = async () =>
      (await findColleagues(database)).map(({ email = '', locale = org.locale, ...person }) => ({
        ...person,
        email,
        locale,
        title: rolesText(person.roles, locale),
      }));
    serve('playground', await playground.start({ token, people, looks: LOOKS }, tools('playground')));
  }

  const workers = parts.worker
    ? await startWorkers({ database, org, adapters, storage: files.storage, databaseUrl, redisUrl, encryptionKey, log })
    : undefined;
  if (workers) {
    onClose(() => workers.close());
    door.startSweeping();
  }
  const download = filePage({
    links,
    storage: files.storage,
    find: (id) => findKept(database, id),
    clock: database.clock,
  });
  const events = hookPage({ desk: new HookDesk(database, org), secrets: hooks, limiter, clock: database.clock, log });
  const routes: Route[] = [...running.flatMap((platform) => platform.routes), recordPage, download, events];
  const notReady = async () => {
    const reaches = await database.pool.query('SELECT 1').then(
      () => true,
      () => false,
    );
    return [...(reaches ? [] : ['database']), ...(workers && !workers.isConsuming() ? ['queue'] : [])];
  };
  const server = parts.web ? await startServer({ host, port, routes, log, notReady }) : undefined;
  if (server) {
    reachedAt ??= server.url;
    onClose(async () => {
      // Streams that pages hold open end first; the server waits for them.
      const closed = server.close();
      await Promise.all(running.map((platform) => platform.stop()));
      await closed;
    });
  }
  return {
    url: server?.url,
    playgroundUrl: options.playground && server ? `${server.url}/?token=${token}` : undefined,
    demoLoaded,
    adapters,
  };
}

async function loadDemoCompany({ org }: Composition, database: ReturnType<typeof openDatabase>): Promise<boolean> {
  const { timeZone, currency } = org;
  const today = dayIn(database.clock.now(), timeZone);
  const { loaded } = await loadDemo(database.pool, {
    today,
    timeZone,
    currency,
    nameKeys,
    personKeys,
    nameKey: companyKey,
    readFelt,
    kinds: manufacturing.objects,
  });
  return loaded;
}
