// The whole product in this process, on a database of its own, before a fake Slack.
import { slack as slackPlatform } from '../../adapters/slack/index.ts';
import { type Database, openDatabase } from '../../core/db/database.ts';
import type { Log } from '../../core/log.ts';
import { compose, type RunningParley } from '../../jobs/main/compose.ts';
import { type FakeSlack, type SlackPerson, startFakeSlack } from '../fakes/slack.ts';
import { type SlackClient, slackClient } from '../fakes/slack-client.ts';
import { moveClock } from './clock.ts';
import { type Company, ORG, openCompany, type PersonKey } from './company.ts';
import { createTestDatabase } from './database.ts';
import { tempFiles } from './kept-files.ts';
import { type SlackUser, slackUser } from './slack-people.ts';
import type { Stand } from './stand.ts';
import { until } from './until.ts';

export const SIGNING_SECRET = 'a-signing-secret';
export const ENCRYPTION_KEY = Buffer.alloc(32, 7);

export type Parley = {
  url: string;
  fake: FakeSlack;
  /** Slack's requests, sent to this address. */
  slackAt(baseUrl: string, options?: { now?: () => Date }): SlackClient;
  /** For looking on, past every policy. */
  database: Database;
  databaseUrl: string;
  /** What was logged as an error. */
  errors: string[];
  /** Somebody of the small company, or a stranger by his Slack id. */
  person(key: PersonKey | (string & {}), options?: { through?: string }): SlackUser;
  /** How many rows a table has. */
  count(table: string, where?: string): Promise<number>;
  /** How many rows every table has. */
  census(): Promise<Record<string, number>>;
  /** Waits until every delivery is answered and everything due is sent. */
  settles(options?: { patienceMs?: number }): Promise<void>;
  /** The same company at another moment: the clock moves and every process starts anew. */
  movesTo(instant: string): Promise<void>;
  close(): Promise<void>;
};

export type ParleyOptions = {
  /** None for a database that somebody else's processes run on. */
  instances?: number;
  /** False for a company on its first day: nobody, nothing. */
  isStaffed?: boolean;
  strangers?: readonly SlackPerson[];
  adminEmail?: string;
  /** Nobody's working day when left out. */
  at?: string;
  /** Another way for its processes to the database, for tests that cut it. */
  findWay?: (databaseUrl: string) => Promise<string>;
  /** Platforms it runs on beside Slack; they end with it. */
  stands?: readonly Stand[];
};

/** A Sunday: nothing comes by itself because it is a working day's morning. */
const QUIET_DAY = '2026-05-24T10:00:00+08:00';

export async function startParley({
  isStaffed = true,
  strangers = [],
  adminEmail,
  instances = 1,
  at = QUIET_DAY,
  findWay = async (databaseUrl) => databaseUrl,
  stands = [],
}: ParleyOptions = {}): Promise<Parley> {
  const fake = await startFakeSlack(strangers);
  const { url: databaseUrl, database, close } = isStaffed ? await openStaffed(fake) : await openEmpty();
  if (isStaffed) {
    await Promise.all(stands.map((stand) => stand.staff(database)));
  }
  const way = await findWay(databaseUrl);
  const errors: string[] = [];
  const warnings: string[] = [];
  let running: RunningParley[] = [];

  const start = async () => {
    await database.syncClock();
    running = await Promise.all(
      Array.from({ length: instances }, () =>
        composed({ databaseUrl: way, fake, stands, adminEmail, log: keepErrors({ errors, warnings }) }),
      ),
    );
  };
  const stop = async () => {
    await Promise.all(running.splice(0).map((each) => each.close()));
  };
  await moveClock(database, at);
  await start();

  const parley: Parley = {
    get url() {
      return running[0]?.url ?? '';
    },
    fake,
    slackAt: (baseUrl, { now = () => database.clock.now() } = {}) =>
      slackClient({ fake, baseUrl, signingSecret: SIGNING_SECRET, now }),
    database,
    databaseUrl,
    errors,
    person: (key, { through } = {}) =>
      slackUser(slackId(key), {
        fake,
        // Where Parley is changes with every start.
        slack: () => parley.slackAt(through ?? parley.url),
        log: () => [...errors, ...warnings],
      }),
    async count(table, where = 'true') {
      const { rows } = await database.pool.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM ${table} WHERE ${where}`,
      );
      return rows[0]?.n ?? 0;
    },
    async census() {
      const { rows } = await database.pool.query<{ table: string }>(
        `SELECT table_name AS table FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
      );
      const counts = await Promise.all(rows.map(async ({ table }) => [table, await parley.count(table)] as const));
      return Object.fromEntries(counts);
    },
    settles: ({ patienceMs } = {}) => settled(database, patienceMs),
    async movesTo(instant) {
      await stop();
      await moveClock(database, instant);
      await start();
    },
    async close() {
      await stop();
      await Promise.all([fake, ...stands].map((each) => each.close()));
      await close();
    },
  };
  return parley;
}

/** People of the company have their key as their id at Slack: li is ULI. Strangers are called by their ids. */
function slackId(key: string): string {
  return /^U/.test(key) ? key : `U${key.toUpperCase()}`;
}

type Opened = Pick<Company, 'url' | 'database' | 'close'>;

/** The small company's people, linked to the fake Slack. */
async function openStaffed(fake: FakeSlack): Promise<Opened> {
  const company = await openCompany({ workspace: fake.team });
  const { rows } = await company.database.pool.query<SlackPerson & { key: string }>(
    `UPDATE identities i SET external_id = 'U' || upper(i.external_id) FROM users u WHERE u.id = i.user_id
     RETURNING i.external_id AS id, u.name, u.email`,
  );
  rows.forEach(fake.add);
  return company;
}

async function openEmpty(): Promise<Opened> {
  const { url, drop } = await createTestDatabase();
  const database = openDatabase({ url, connections: 4 });
  const close = async () => {
    await database.close();
    await drop();
  };
  return { url, database, close };
}

function composed({
  databaseUrl,
  fake,
  stands,
  adminEmail,
  log,
}: {
  databaseUrl: string;
  fake: FakeSlack;
  stands: readonly Stand[];
  adminEmail: string | undefined;
  log: Log;
}): Promise<RunningParley> {
  const settings = slackPlatform.settings.parse({
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_BOT_TOKEN: 'xoxb-a-token',
    SLACK_API_URL: fake.apiUrl,
  });
  return compose({
    parts: { web: true, worker: true },
    databaseUrl,
    redisUrl: undefined,
    encryptionKey: ENCRYPTION_KEY,
    org: ORG,
    adminEmail,
    publicUrl: undefined,
    host: '127.0.0.1',
    port: 0,
    platforms: [{ name: 'slack', start: (tools) => slackPlatform.start(settings, tools) }, ...stands],
    playground: false,
    demo: false,
    files: tempFiles(),
    log,
  });
}

function keepErrors({ errors, warnings }: { errors: string[]; warnings: string[] }): Log {
  const kept =
    (lines: string[]): Log['error'] =>
    ({ err, error, ...fields }, message) => {
      const cause = err ?? error;
      const detail = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause ?? '');
      lines.push(`${message} ${JSON.stringify(fields)} ${detail}`);
    };
  return { info: () => undefined, warn: kept(warnings), error: kept(errors) };
}

const OPEN = `SELECT count(*)::int AS n FROM (
  SELECT FROM inbox WHERE state IN ('new', 'done')
  UNION ALL SELECT FROM outbox WHERE state IN ('pending', 'relayed') AND run_at <= parley_now()
  UNION ALL SELECT FROM deliveries WHERE state IN ('pending', 'leased', 'sending') AND run_at <= parley_now()) open`;

async function settled({ pool }: Database, patienceMs?: number): Promise<void> {
  const look = async () => {
    const { rows } = await pool.query<{ n: number }>(OPEN);
    return rows[0]?.n === 0 ? true : undefined;
  };
  await until(look, () => 'everything to be answered and sent', patienceMs);
}
