import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase } from '../../test/support/database.ts';
import { type Database, openDatabase } from './database.ts';
import { Session } from './session.ts';

const BEGIN = { text: 'SELECT 1' };
const ONE = { text: 'SELECT 1 AS one' };

let database: Database;
let drop: () => Promise<void>;

beforeAll(async () => {
  const created = await createTestDatabase();
  drop = created.drop;
  database = openDatabase({ url: created.url, connections: 1 });
});
afterAll(async () => {
  await database.close();
  await drop();
});

it.each(['commit', 'rollback'] as const)('a statement after %s is refused and takes no connection', async (end) => {
  const session = new Session(database.pool, BEGIN);
  expect(await session.rows(ONE)).toEqual([{ one: 1 }]);
  await session[end]();
  await expect(session.rows(ONE)).rejects.toThrow('a statement after the end of its transaction');
  expect([database.pool.totalCount, database.pool.idleCount]).toEqual([1, 1]);
});

it('a session that opened nothing is closed by its end all the same', async () => {
  const session = new Session(database.pool, BEGIN);
  await session.commit();
  await expect(session.rows(ONE)).rejects.toThrow('a statement after the end of its transaction');
  expect(session.isOpen).toBe(false);
});

it('a transaction that could not begin says why, not that it is aborted', async () => {
  const refusing = () => new Session(database.pool, { text: 'SELECT 1 / 0' });
  const asked = refusing();
  await expect(asked.rows(ONE)).rejects.toThrow('division by zero');
  await asked.rollback();
  const ended = refusing();
  await expect(ended.commit(ONE)).rejects.toThrow('division by zero');
  await ended.rollback();
});

it('no query is compiled, whatever the server does by itself', async () => {
  expect((await database.pool.query<{ jit: string }>('SHOW jit')).rows).toEqual([{ jit: 'off' }]);
});
