import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from './database.ts';

const databases: TestDatabase[] = [];

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

afterAll(async () => {
  for (const database of databases) await database.drop();
});

describe('createTestDatabase', () => {
  it('gives every caller a database of its own', async () => {
    databases.push(...(await Promise.all([createTestDatabase(), createTestDatabase()])));
    const [one, two] = databases;
    await query(one?.url ?? '', 'CREATE TABLE only_here (id int)');
    expect(await query(two?.url ?? '', `SELECT to_regclass('only_here') AS found`)).toEqual([{ found: null }]);
  });

  it('gives databases in which migrations leave nothing pending', async () => {
    const [one] = databases;
    const [row] = await query(
      one?.url ?? '',
      'SELECT count(*)::int AS open FROM _prisma_migrations WHERE finished_at IS NULL',
    );
    expect(row).toEqual({ open: 0 });
  });

  it('drops a database that is still connected to', async () => {
    const database = await createTestDatabase();
    const client = new pg.Client({ connectionString: database.url });
    client.on('error', () => undefined);
    await client.connect();
    await database.drop();
    await expect(query(database.url, 'SELECT 1')).rejects.toThrow('does not exist');
  });
});

describe('the network', () => {
  it('is closed to everything but this machine', async () => {
    await expect(fetch('http://parley.example/')).rejects.toThrow();
  });
});
