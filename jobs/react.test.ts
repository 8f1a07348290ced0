import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asSystem } from '../core/db/system.ts';
import { newId } from '../core/id.ts';
import { claimEvents } from '../core/outbox/claim-events.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, ORG, openCompany } from '../test/support/company.ts';
import { react } from './react.ts';
import { defineReaction } from './reaction.ts';

let company: Company;

beforeEach(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-20T10:00:00+08:00');
});
afterEach(() => company.close());

async function announce(): Promise<string> {
  const id = newId();
  await company.database.pool.query(`INSERT INTO outbox (id, event, payload) VALUES ($1, 'lead.added', $2)`, [
    id,
    JSON.stringify({ leadId: newId() }),
  ]);
  return id;
}

const claim = () => asSystem(company.database, 'relay', (transaction) => claimEvents(transaction));

async function outbox() {
  const { rows } = await company.database.pool.query(
    'SELECT state, attempts, last_error AS reason, round(extract(epoch FROM run_at - parley_now()))::int AS waits FROM outbox',
  );
  return rows;
}

async function planned(): Promise<number> {
  const { rows } = await company.database.pool.query('SELECT id FROM deliveries');
  return rows.length;
}

/** Plans something new each time it is run, so that a second run would show. */
const telling = () =>
  defineReaction({
    after: 'lead.added',
    run: ({ tell }, { leadId }) =>
      tell({ effectKey: newId(), to: company.actor('li').userId, notice: 'leadGiven', subject: { leadId } }),
  });

describe('an event', () => {
  it('is due at once, in whichever part of a millisecond it was announced', async () => {
    for (let time = 0; time < 20; time += 1) {
      const id = await announce();
      const { rows } = await company.database.pool.query('SELECT id FROM outbox WHERE run_at > parley_now()');
      expect(rows).toEqual([]);
      expect((await claim()).map((each) => each.id)).toEqual([id]);
    }
  });

  it('is handed to one of two relays that ask at once', async () => {
    const ids = [await announce(), await announce(), await announce()];
    const [one, two] = await Promise.all([claim(), claim()]);
    expect([...one, ...two].map(({ id }) => id).sort()).toEqual(ids.sort());
  });

  it('is reacted to once, however many run it at once', async () => {
    const id = await announce();
    await Promise.all([1, 2, 3, 4].map(() => react({ ...company, org: ORG }, id, [telling()])));
    expect(await planned()).toBe(1);
    expect(await outbox()).toEqual([{ state: 'done', attempts: 1, reason: null, waits: 0 }]);
  });

  it('leaves nothing behind when a reaction fails, and is tried again after a pause', async () => {
    const id = await announce();
    const failing = defineReaction({ after: 'lead.added', run: () => Promise.reject(new Error('not now')) });
    await expect(react({ ...company, org: ORG }, id, [telling(), failing])).rejects.toThrow('not now');
    expect(await planned()).toBe(0);
    expect(await outbox()).toEqual([{ state: 'pending', attempts: 1, reason: 'not now', waits: 2 }]);

    await react({ ...company, org: ORG }, id, [telling()]);
    expect(await planned()).toBe(0);
    await moveClock(company.database, '2026-05-20T10:00:05+08:00');
    await react({ ...company, org: ORG }, id, [telling()]);
    expect(await planned()).toBe(1);
  });

  it('dies after the twentieth failure', async () => {
    const id = await announce();
    await company.database.pool.query('UPDATE outbox SET attempts = 19');
    const failing = defineReaction({ after: 'lead.added', run: () => Promise.reject(new Error('never')) });
    await expect(react({ ...company, org: ORG }, id, [failing])).rejects.toThrow('never');
    expect(await outbox()).toMatchObject([{ state: 'dead', attempts: 20 }]);
    expect(await claim()).toEqual([]);
  });

  it('that nobody took up is handed over again when its lease has run out', async () => {
    const id = await announce();
    expect(await claim()).toEqual([{ id, attempts: 0, again: false }]);
    expect(await claim()).toEqual([]);
    await moveClock(company.database, '2026-05-20T10:00:31+08:00');
    expect(await claim()).toEqual([{ id, attempts: 0, again: true }]);
  });

  it('that nobody reacts to is done', async () => {
    const id = await announce();
    await react({ ...company, org: ORG }, id, []);
    expect(await outbox()).toMatchObject([{ state: 'done' }]);
  });
});
