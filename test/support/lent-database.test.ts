import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { lender } from './lent-database.ts';

const lendAgain = lender({ mostLent: 3 });
const lend = () => lendAgain({ patienceMs: 30_000 });

const TEAM = `INSERT INTO teams (id, name) VALUES ('00000000-0000-7000-8000-000000000901', 'north')`;

describe('a lent database', () => {
  // On a server of one's own they are made anew: only its superuser may keep triggers from firing.
  it.skipIf(process.env.DATABASE_URL)('comes to the next file as it was, by the same connections', async () => {
    const first = await lend();
    const before = await first.database.pool.query('SELECT * FROM clock');
    await first.database.pool.query(TEAM);
    await first.database.pool.query('UPDATE clock SET offset_ms = 5');
    await first.close();

    const second = await lend();
    expect(second.url).toBe(first.url);
    expect((await second.database.pool.query('SELECT * FROM teams')).rows).toEqual([]);
    expect((await second.database.pool.query('SELECT * FROM clock')).rows).toEqual(before.rows);
    await second.close();
  });

  it('is nobody else’s meanwhile', async () => {
    const [one, other] = await Promise.all([lend(), lend()]);
    expect(one.url).not.toBe(other.url);
    await one.close();
    await other.close();
  });

  it('refuses whoever comes late', async () => {
    const { database, close } = await lend();
    await close();
    await expect(async () => database.pool.query(TEAM)).rejects.toThrow('over');
  });

  it.each([
    ['its shape has changed', (pool: pg.Pool) => pool.query('ALTER TABLE teams ADD COLUMN more int')],
    ['somebody still holds a lock', (pool: pg.Pool) => pool.query('SELECT pg_advisory_lock(1)')],
    [
      'somebody still holds a connection',
      (pool: pg.Pool) => pool.connect().then((client) => setTimeout(() => client.release(), 500)),
    ],
  ])('is given up where %s', async (_, leave) => {
    const lent = await lend();
    await leave(lent.database.pool);
    await lent.close();
    const client = new pg.Client({ connectionString: lent.url });
    await expect(client.connect()).rejects.toThrow('does not exist');
  });
});
