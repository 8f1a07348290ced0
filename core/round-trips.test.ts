import { connect, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChat } from '../test/support/chat.ts';
import { type Company, ORG, openCompany, type PersonKey } from '../test/support/company.ts';
import { placeOf } from '../test/support/cut-off.ts';
import { addCustomer } from './customers/add-customer.ts';
import { openDatabase } from './db/database.ts';
import { addLead } from './leads/add-lead.ts';
import { giveSeveral } from './leads/give-several.ts';
import { work } from './work.ts';

let company: Company;
let wire: { server: Server; url: string; trips: number };

beforeAll(async () => {
  company = await openCompany();
  await company.as('li', (core) => addCustomer(core, { name: '深圳市华星电子有限公司' }));
  wire = await listenIn(company.url);
});
afterAll(async () => {
  wire.server.close();
  await company.close();
});

/** Passes everything on to PostgreSQL and counts how often somebody speaks after having been answered. */
async function listenIn(url: string): Promise<typeof wire> {
  const place = placeOf(url);
  const counted = { trips: 0 };
  const server = createServer((near) => {
    const far = connect(place);
    let isAnswered = true;
    near.on('data', (chunk) => {
      counted.trips += isAnswered ? 1 : 0;
      isAnswered = false;
      far.write(chunk);
    });
    far.on('data', (chunk) => {
      isAnswered = true;
      near.write(chunk);
    });
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      end.on('close', () => other.destroy());
      end.on('error', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const target = new URL(url);
  target.hostname = '127.0.0.1';
  target.port = typeof address === 'object' && address ? String(address.port) : '';
  return Object.assign(counted, { server, url: target.href });
}

/** Round trips to the database until the answer is there, on a connection that has done the same before, for the same person. */
async function tripsOf(line: string): Promise<{ trips: number; title: string }> {
  const database = openDatabase({ url: wire.url });
  const chat = openChat({ ...company, database });
  await chat.as('li').types(line);
  const counted = wire.trips;
  const { card } = await chat.as('li').types(line);
  const trips = wire.trips - counted;
  await chat.close();
  await database.close();
  return { trips, title: card.title };
}

describe('round trips to the database', () => {
  it('is one for a task: who asks, the rows, the audit, the delivery and its answer are one statement and one commit', async () => {
    expect(await tripsOf('新任务 发合同 --截止 2030-01-02')).toEqual({ trips: 1, title: '任务已添加' });
  });

  it('are two for a follow-up: the name with its customer and his deal, then all writes', async () => {
    expect(await tripsOf('跟进 华星电子 王总满意 --下一步 发合同 --下一步日期 2030-01-02')).toEqual({
      trips: 2,
      title: '已记录：深圳市华星电子有限公司',
    });
  });
});

describe('leads given at once', () => {
  const take = async (many: number): Promise<string[]> => {
    const ids: string[] = [];
    for (let at = 0; at < many; at++) {
      const added = await company.as('li', (core) => addLead(core, { contact: `王${many}-${at}` }));
      ids.push(added.id);
    }
    return ids;
  };

  const tripsFor = async (leadIds: readonly string[], owner?: PersonKey): Promise<number> => {
    const database = openDatabase({ url: wire.url });
    const ownerId = owner && company.actor(owner).userId;
    await database.pool.query('SELECT'); // connecting is no part of it
    const before = wire.trips;
    const job = { actor: company.actor('zhang'), org: ORG, origin: { via: 'form' } } as const;
    await work(database, job, (core) => giveSeveral(core, { leadIds, ownerId }));
    const trips = wire.trips - before;
    await database.close();
    return trips;
  };

  it('R4: are as many round trips for twelve as for two, to a person and by rule', async () => {
    const [two, twelve] = [await take(2), await take(12)];
    const toHan = [await tripsFor(two, 'han'), await tripsFor(twelve, 'han')];
    const byRule = [await tripsFor(two), await tripsFor(twelve)];
    expect({ toHan, byRule }).toEqual({ toHan: [3, 3], byRule: [3, 3] });
  });
});

describe('writes', () => {
  it('know every column of every table: a migration that adds one compiles them anew', async () => {
    const functions = `SELECT proname, prosrc FROM pg_proc WHERE starts_with(proname, 'parley_write') ORDER BY proname`;
    const landed = await company.database.pool.query(functions);
    await company.database.pool.query('SELECT parley_compile_writes()');
    const compiled = await company.database.pool.query(functions);
    expect(landed.rows.length).toBeGreaterThan(15);
    expect(landed.rows).toEqual(compiled.rows);
  });
});
