import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Bot } from '../bot/bot.ts';
import { type Adapter, type InboundEvent, PlatformError, type Reply, THROTTLED } from '../bot/contract.ts';
import { Inbox } from '../core/inbox/inbox.ts';
import { Seal } from '../core/inbox/sealed.ts';
import { type Company, ORG, openCompany } from '../test/support/company.ts';
import { until } from '../test/support/until.ts';
import { IngressDoor } from './ingress.ts';
import type { Outcome } from './platform.ts';

let company: Company;
let door: IngressDoor;
let answers: string[];
let failures: unknown[];
let handled: string[];

const DONE: Reply = { kind: 'notice', text: 'done', tone: 'info' };
const SECONDS = 1_000;

beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());

beforeEach(() => {
  answers = [];
  failures = [];
  handled = [];
  door = open();
});
afterEach(async () => {
  await door.close();
  await company.database.pool.query("UPDATE inbox SET state = 'failed' WHERE state IN ('new', 'done')");
});

function open(): IngressDoor {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const bot: Bot = {
    async handle(event) {
      handled.push(textOf(event));
      return DONE;
    },
    find: async (lookup, actor) => [{ label: `${lookup.query} for ${actor.name}`, value: lookup.kind }],
  };
  const inbox = new Inbox(company.database, ORG, new Seal(Buffer.alloc(32, 7), 'inbox'));
  const greet = async () => ({ reply: DONE });
  const opened = new IngressDoor({
    inbox,
    bot,
    org: ORG,
    log,
    greet,
    rememberCard: async () => undefined,
    deactivated: () => DONE,
  });
  opened.for('slack').serve(adapter);
  return opened;
}

const adapter: Adapter = {
  platform: 'slack',
  async answer(event) {
    answers.push(textOf(event));
    const failure = failures.shift();
    if (failure) {
      throw failure;
    }
  },
  send: async () => ({ messageId: '1' }),
  update: async () => undefined,
  direct: async () => ({ platform: 'slack', workspace: 'T1', address: 'D1', direct: true }),
  profile: async () => undefined,
  parse: (body) => JSON.parse(body.toString('utf8')),
};

const textOf = (event: InboundEvent) => ('text' in event ? event.text : event.kind);

function delivery(text: string) {
  const event: InboundEvent = {
    kind: 'message',
    text,
    sender: { platform: 'slack', workspace: 'T1', externalId: 'li' },
    place: { platform: 'slack', workspace: 'T1', address: 'D1', direct: true },
  };
  return { workspace: 'T1', dedupeKey: randomUUID(), body: Buffer.from(JSON.stringify(event)), event };
}

/** `seconds` until it may be taken up, to the nearest ten. */
type Row = { state: string; attempts: number; last_error: string | null; seconds: number };

async function row(dedupeKey: string): Promise<Row | undefined> {
  const { rows } = await company.database.pool.query<Row>(
    `SELECT state, attempts, last_error, (round(extract(epoch FROM lease_until - parley_now()) / 10) * 10)::int AS seconds
       FROM inbox WHERE dedupe_key = $1`,
    [dedupeKey],
  );
  return rows[0];
}

/** Waits until the row is as it should be; what it is instead is told. */
async function becomes(dedupeKey: string, expected: Partial<Row>): Promise<void> {
  let last: Row | undefined;
  await until(
    async () => {
      last = await row(dedupeKey);
      return Object.entries(expected).every(([name, value]) =>
        Object.entries(last ?? {}).some(([n, v]) => n === name && v === value),
      )
        ? true
        : undefined;
    },
    () => `${JSON.stringify(expected)} of ${JSON.stringify(last)}`,
  );
}

const passes = (ms: number) => company.database.pool.query('UPDATE clock SET offset_ms = offset_ms + $1', [ms]);

function failed(code: string, retryable = true): PlatformError {
  return new PlatformError(code, { retryable });
}

function receiptOf(outcome: Outcome) {
  if (outcome.kind !== 'reply' || !outcome.receipt) {
    throw new Error(`no receipt but ${outcome.kind}`);
  }
  return outcome.receipt;
}

describe('an answer that the platform did not take', () => {
  it('is given once more where it may have arrived, and no third time', async () => {
    const sent = delivery('interrupted');
    failures.push(failed('interrupted'), failed('interrupted'));
    await door.for('slack').runLater(sent);
    await becomes(sent.dedupeKey, { state: 'new', attempts: 1, last_error: 'interrupted' });
    await door.sweep();
    expect(answers).toEqual(['interrupted']);
    await passes(21 * SECONDS);
    await door.sweep();
    await becomes(sent.dedupeKey, { state: 'failed', last_error: 'interrupted' });
    await passes(3_600 * SECONDS);
    await door.sweep();
    expect(answers).toEqual(['interrupted', 'interrupted']);
  });

  it('is never given again where the platform refuses it', async () => {
    const sent = delivery('refused');
    failures.push(failed('gone', false));
    await door.for('slack').runLater(sent);
    await becomes(sent.dedupeKey, { state: 'failed', last_error: 'gone' });
    await passes(3_600 * SECONDS);
    await door.sweep();
    expect(answers).toEqual(['refused']);
  });

  it('outlives a platform that is away for ten minutes', async () => {
    const sent = delivery('patient');
    failures.push(...Array.from({ length: 6 }, () => failed('http_503')));
    await door.for('slack').runLater(sent);
    for (const [at, seconds] of [20, 40, 80, 160, 320, 640].entries()) {
      await becomes(sent.dedupeKey, { state: 'new', attempts: at + 1, seconds });
      await passes((seconds - 5) * SECONDS);
      await door.sweep();
      expect(answers).toHaveLength(at + 1);
      await passes(6 * SECONDS);
      await door.sweep();
    }
    await becomes(sent.dedupeKey, { state: 'replied' });
    expect(answers).toHaveLength(7);
  });
});

describe('an answer given to the platform to deliver', () => {
  it('counts as given when the platform says so', async () => {
    const sent = delivery('delivered');
    const receipt = receiptOf(await door.for('slack').runNow(sent));
    expect((await row(sent.dedupeKey))?.state).toBe('new');
    receipt.delivered();
    await becomes(sent.dedupeKey, { state: 'replied' });
    expect(answers).toEqual([]);
  });

  it('is given later when the platform could not', async () => {
    const sent = delivery('undelivered');
    receiptOf(await door.for('slack').runNow(sent)).failed(failed('trigger_expired', false));
    await becomes(sent.dedupeKey, { state: 'new', last_error: 'Error: trigger_expired' });
    await passes(21 * SECONDS);
    await door.sweep();
    await becomes(sent.dedupeKey, { state: 'replied' });
    expect(answers).toEqual(['undelivered']);
  });

  it('is given by another process when this one dies without a word', async () => {
    const sent = delivery('orphaned');
    await door.for('slack').runNow(sent);
    await passes(21 * SECONDS);
    await door.sweep();
    expect(answers).toEqual([]);
    const other = open();
    await other.sweep();
    await other.close();
    await becomes(sent.dedupeKey, { state: 'replied' });
    expect(answers).toEqual(['orphaned']);
  });
});

describe('a sweep', () => {
  it('is not spoilt by a row that cannot be opened, and leaves those of platforms that do not run', async () => {
    const keys = { bad: randomUUID(), foreign: randomUUID(), good: delivery('good') };
    const seal = new Seal(Buffer.alloc(32, 7), 'inbox');
    const inbox = new Inbox(company.database, ORG, seal);
    const arrived = { workspace: 'T1', externalId: 'li' };
    const other = new Inbox(company.database, ORG, new Seal(Buffer.alloc(32, 8), 'inbox'));
    await other.receive({ ...arrived, platform: 'slack', dedupeKey: keys.bad, body: keys.good.body });
    await inbox.receive({ ...arrived, platform: 'teams', dedupeKey: keys.foreign, body: keys.good.body });
    await inbox.receive({ ...arrived, platform: 'slack', dedupeKey: keys.good.dedupeKey, body: keys.good.body });
    await passes(21 * SECONDS);
    await door.sweep();
    await becomes(keys.good.dedupeKey, { state: 'replied' });
    await becomes(keys.bad, { state: 'new', attempts: 1 });
    expect(await row(keys.foreign)).toMatchObject({ state: 'new', attempts: 0, last_error: null });
    expect(answers).toEqual(['good']);
  });

  it('comes as soon as what waits for its turn may go, not only the next time round', async () => {
    door.startSweeping();
    const sent = delivery('throttled');
    failures.push(new PlatformError(THROTTLED, { retryable: true, retryAfterMs: 500 }));
    await door.for('slack').runLater(sent);
    await until(
      () => (answers.length === 2 ? true : undefined),
      () => 'the second try',
      3_500,
    );
  });

  it('does not run beside another', async () => {
    const sent = delivery('once');
    failures.push(failed('http_503'));
    await door.for('slack').runLater(sent);
    await becomes(sent.dedupeKey, { attempts: 1 });
    await passes(21 * SECONDS);
    await Promise.all([door.sweep(), door.sweep()]);
    await becomes(sent.dedupeKey, { state: 'replied', attempts: 2 });
    expect(answers).toEqual(['once', 'once']);
  });
});

it('a database that does not answer is told within the deadline; what it takes in after all is done once, later', async () => {
  const sent = delivery('stuck');
  const client = await company.database.pool.connect();
  await client.query('BEGIN');
  await client.query('LOCK TABLE inbox IN ACCESS EXCLUSIVE MODE');
  expect(await door.for('slack').runNow(sent, { deadlineMs: 50 })).toMatchObject({ kind: 'unavailable' });
  await client.query('ROLLBACK');
  client.release();

  await becomes(sent.dedupeKey, { state: 'new' });
  expect(await open().for('slack').runNow(sent)).toEqual({ kind: 'working' });
  expect(handled).toEqual([]);
  await passes(21 * SECONDS);
  await door.sweep();
  await becomes(sent.dedupeKey, { state: 'replied' });
  expect([handled, answers]).toEqual([['stuck'], ['stuck']]);
});

it('what is on record only after the platform was told to send it again is done at once, and once', async () => {
  const sent = delivery('slow');
  const client = await company.database.pool.connect();
  await client.query('BEGIN');
  await client.query('LOCK TABLE inbox IN ACCESS EXCLUSIVE MODE');
  expect(await door.for('slack').runLater(sent)).toBe('unavailable');
  await client.query('ROLLBACK');
  client.release();

  await becomes(sent.dedupeKey, { state: 'replied' });
  expect(await door.for('slack').runLater(sent)).toBe('accepted');
  expect([handled, answers]).toEqual([['slow'], ['slow']]);
});
