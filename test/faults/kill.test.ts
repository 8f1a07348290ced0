// kill -9 at random moments: whatever was acknowledged is there, once, and was answered (D2, D3, D4).

import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FAILURES } from '../../core/errors.ts';
import { fewer } from '../support/breadth.ts';
import { type Parley, startParley } from '../support/parley.ts';
import { type ParleyProcess, spawnParley } from '../support/parley-process.ts';
import { seeded } from '../support/seeded.ts';
import { type SlackEdge, startSlackEdge, untilTaken } from '../support/slack-edge.ts';

const SEED = Number(process.env.SEED ?? 20_260_520);
const WRITES = fewer(200, 32);
/** Amid eight writes at once each breaks off several, and a start is what costs. */
const KILLS = fewer(5, 1);
const CONCURRENCY = 8;

/** Several, because Slack takes one message a second in a conversation, and so does whoever answers there. */
const PEOPLE = ['li', 'han', 'zhang', 'jim', 'tom', 'wang', 'chen', 'admin'] as const;

let parley: Parley;
let slack: SlackEdge;
/** The one that runs and where it is, and the one that takes its place. */
let current: Promise<{ url: string; kill(): Promise<void> }>;
let next: ParleyProcess;
let lives = KILLS;

beforeAll(async () => {
  parley = await startParley({ instances: 0 });
  await parley.database.pool.query("UPDATE users SET locale = 'en'");
  next = spawn();
  current = takeOver();
  slack = await startSlackEdge(async () => (await current).url, untilTaken);
  await current;
});
afterAll(async () => {
  await (await current).kill();
  await next.kill();
  await slack.close();
  await parley.close();
});

const spawn = () => spawnParley({ databaseUrl: parley.databaseUrl, fake: parley.fake });

async function takeOver() {
  const taking = next;
  if (lives-- > 0) next = spawn();
  return { url: await taking.start(), kill: taking.kill };
}

/** Between the two there is nobody. */
async function die(): Promise<void> {
  const dying = current;
  current = dying.then(async ({ kill }) => {
    await kill();
    return takeOver();
  });
  await current;
}

/** What was said is only for whoever reads a failure. */
type Write = { name: string; isAcknowledged: boolean; said: string };

/** Said to whoever is to look for himself, when the database took too long: no promise. */
const NO_PROMISE = [
  FAILURES.unavailable.en,
  FAILURES.unavailable.zh,
  'check whether it went through',
  '请先查看是否已生效',
];

/** A command or a message of somebody's; what became of a command that broke off, nobody knows. */
async function write(at: number, kind: 'command' | 'message'): Promise<Write> {
  await current;
  const name = `Write ${String(at).padStart(3, '0')}`;
  const person = parley.person(PEOPLE[at % PEOPLE.length] ?? 'jim', { through: slack.url });
  const sent = kind === 'command' ? person.types(`lead add "${name}"`) : person.says(`/crm lead add "${name}"`);
  const answer = await sent.catch(() => undefined);
  const said = JSON.stringify(answer?.body ?? '');
  return { name, isAcknowledged: answer?.status === 200 && !NO_PROMISE.some((words) => said.includes(words)), said };
}

it('loses nothing that was acknowledged and does nothing twice', { timeout: 240_000 }, async ({ onTestFailed }) => {
  onTestFailed(() => void process.stderr.write(`\nSEED=${SEED}\n`));
  const random = seeded(SEED);
  const kinds = Array.from({ length: WRITES }, () => (random() < 0.5 ? ('command' as const) : ('message' as const)));
  const deaths = Array.from({ length: KILLS }, (_, at) => ({
    afterWrite: Math.floor(((at + random()) * WRITES) / KILLS),
    afterMs: random() * 30,
  }));

  const writes: Write[] = [];
  let begun = 0;
  const work = async () => {
    for (let at = begun++; at < WRITES; at = begun++) {
      if (deaths[0]?.afterWrite === at) {
        const { afterMs = 0 } = deaths.shift() ?? {};
        void sleep(afterMs).then(die);
      }
      writes.push(await write(at, kinds[at] ?? 'command'));
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  expect(deaths).toEqual([]);
  // What was broken off is taken up when its lease is over.
  await current;
  await parley.database.pool.query('UPDATE clock SET offset_ms = offset_ms + 25000');
  // A dozen answers stand in line in every conversation, and five seconds let five of them go.
  await parley.settles({ patienceMs: 120_000 });

  const { rows } = await parley.database.pool.query<{ name: string; times: number }>(
    'SELECT contact_name AS name, count(*)::int AS times FROM leads GROUP BY contact_name ORDER BY contact_name',
  );
  const stored = new Map(rows.map(({ name, times }) => [name, times]));
  const answers = (name: string) => parley.fake.messages.filter(({ text }) => text.includes(`Lead added: ${name}`));

  expect(rows.filter(({ times }) => times > 1)).toEqual([]);
  expect(writes.filter(({ name, isAcknowledged }) => isAcknowledged && !stored.has(name))).toEqual([]);
  expect(rows.filter(({ name }) => answers(name).length === 0)).toEqual([]);
  expect(await parley.count('changes', "command = 'lead.add'")).toBe(rows.length);
  // Slack has no key by which it would drop a second message: what was on its way at a kill may be said again.
  expect(rows.filter(({ name }) => answers(name).length > 1).length).toBeLessThanOrEqual(KILLS * CONCURRENCY);
});
