import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Company, openCompany, type PersonKey } from '../../test/support/company.ts';
import { addCustomer } from '../customers/add-customer.ts';
import { findCustomers } from '../customers/find-customers.ts';
import { newId } from '../id.ts';
import { addTask } from '../tasks/add-task.ts';
import { completeTask } from '../tasks/complete-task.ts';
import { changesTogether } from './together.ts';

let company: Company;

beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());

const add = (key: PersonKey, title: string) => company.as(key, async (core) => addTask(core, { title }));

type Written = { title: string; owner: string; actor: string; transaction: string };

/** What was written of these, by whom, and in which transaction. */
async function written(like: string): Promise<Written[]> {
  const { rows } = await company.database.pool.query<Written>(
    `SELECT t.title, o.name AS owner, a.name AS actor, t.xmin::text AS transaction
       FROM tasks t JOIN audit_entries e ON e.record_id = t.id AND e.action = 'insert' JOIN changes c ON c.id = e.change_id
       JOIN users o ON o.id = t.owner_id JOIN users a ON a.id = c.actor_id
      WHERE t.title LIKE $1 ORDER BY t.title`,
    [like],
  );
  return rows;
}

it('writes what several people do at the same moment in few transactions, each as himself', async () => {
  const people: PersonKey[] = ['li', 'han', 'jim', 'zhang', 'li', 'han', 'jim', 'zhang'];
  await Promise.all(people.map((key, at) => add(key, `at once ${at}`)));
  const rows = await written('at once %');
  const names = people.map((key) => company.actor(key).name);
  expect(rows.map(({ owner }) => owner)).toEqual(names);
  expect(rows.map(({ actor }) => actor)).toEqual(names);
  expect(new Set(rows.map(({ transaction }) => transaction)).size).toBeLessThan(people.length / 2);
});

it('lets what is refused fail by itself', async () => {
  const { id } = await add('li', 'refused: not hers');
  const done = await Promise.allSettled([
    add('li', 'beside 1'),
    add('jim', 'beside 2'),
    add('jim', 'beside 3'),
    company.as('han', async (core) => core.change.update('tasks', id, { title: 'hers' })),
    add('jim', 'beside 4'),
  ]);
  expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(done[3]).toMatchObject({ reason: { code: 'not_found' } });
  expect((await written('beside %')).map(({ title }) => title)).toEqual([
    'beside 1',
    'beside 2',
    'beside 3',
    'beside 4',
  ]);
  expect(await written('hers')).toEqual([]);
});

it('lets nobody wait for what somebody else waits for', async () => {
  const { id } = await add('li', 'held');
  const holder = await company.database.pool.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT FROM tasks WHERE id = $1 FOR UPDATE', [id]);
  const waiting = company.as('li', async (core) => core.change.update('tasks', id, { title: 'held no more' }));
  await Promise.all(Array.from({ length: 8 }, (_, at) => add('jim', `meanwhile ${at}`)));
  expect(await written('meanwhile %')).toHaveLength(8);
  expect(await written('held%')).toMatchObject([{ title: 'held' }]);
  await holder.query('ROLLBACK');
  holder.release();
  await waiting;
  expect(await written('held%')).toMatchObject([{ title: 'held no more' }]);
});

it('does what one person does twice at once, once', async () => {
  const { id } = await add('li', 'twice');
  const done = await Promise.allSettled([1, 2, 3].map(() => company.as('li', (core) => completeTask(core, id))));
  const { rows } = await company.database.pool.query('SELECT version FROM tasks WHERE id = $1', [id]);
  expect(done.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
  expect(rows).toEqual([{ version: 2 }]);
});

it('sends nothing again when the database fell silent: nobody knows what became of it', async () => {
  const sent: unknown[] = [];
  const pool = new pg.Pool();
  pool.query = async (query: unknown) => {
    sent.push(query);
    throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  };
  const changes = changesTogether(pool);
  const done = await Promise.allSettled([1, 2, 3, 4].map((at) => changes.ask({ at })));
  expect(done.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
  expect(sent).toHaveLength(1); // what comes in one turn of the event loop goes out together
});

it('looks up for several people at once, each under his own policies', async () => {
  const name = '青岛蓝海物流有限公司';
  await company.as('li', (core) => addCustomer(core, { name }));
  const query = vi.spyOn(company.database.pool, 'query');
  const people: PersonKey[] = ['li', 'han', 'zhang', 'li'];
  const found = await Promise.all(
    people.map((key) => company.as(key, (core) => findCustomers(core, { mention: '蓝海' }))),
  );
  expect(found.map((hits) => hits.map((hit) => hit.name))).toEqual([[name], [], [name], [name]]);
  expect(query).toHaveBeenCalledTimes(1);
  query.mockRestore();
});

it('lets a look-up fail by itself: of somebody who may no longer ask', async () => {
  const { lookUps } = company.database;
  const ask = (actor: string) => lookUps.ask({ actor, kind: 'names', wanted: { keys: ['蓝海'] } });
  const done = await Promise.allSettled([ask(company.actor('li').userId), ask(newId())]);
  expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
});

it('takes a rare character, half of one, and NUL in what is looked up and written', async () => {
  const name = '华星𠮷田有限公司';
  const { id } = await company.as('li', (core) => addCustomer(core, { name }));
  expect(
    await company.as('li', (core) => core.lookUp('names', { keys: ['华星𠮷田', '华星\ud842', '\u0000'] })),
  ).toMatchObject([{ id }]);
  await add('li', 'cut in its middle \ud83d\u0000');
  expect((await written('cut in%')).map(({ title }) => title)).toEqual(['cut in its middle \ufffd']);
});
