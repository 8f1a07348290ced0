import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, openCompany } from '../../test/support/company.ts';
import { addTask } from '../tasks/add-task.ts';
import { auditKey } from './audit-key.ts';
import { sealEntries } from './seal-entries.ts';
import { verifyChain } from './verify-chain.ts';

const key = auditKey(Buffer.alloc(32, 7));
const LENGTH = 12;

let company: Company;

beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());

const seal = (limit?: number) => sealEntries(company.database, { key, ...(limit ? { limit } : {}) });
const verify = () => verifyChain(company.database, { key });

async function write(title: string): Promise<void> {
  await company.as('li', async (core) => void addTask(core, { title }));
}

describe('the audit chain', () => {
  it('of nothing is whole', async () => {
    expect(await verify()).toEqual({ kind: 'whole', length: 0, head: Buffer.alloc(32) });
  });

  it('takes up what was committed, in batches, each entry once', async () => {
    for (let number = 1; number <= LENGTH; number++) await write(`task ${number}`);
    expect(await seal(5)).toBe(5);
    expect(await seal()).toBe(LENGTH - 5);
    expect(await seal()).toBe(0);
    expect(await verify()).toMatchObject({ kind: 'whole', length: LENGTH });
  });

  it('leaves out what has not been committed, and takes it up later at its place in the chain', async () => {
    const slow = await company.database.pool.connect();
    await slow.query('BEGIN');
    await slow.query(`INSERT INTO changes (id, via) VALUES ('00000000-0000-7000-8000-0000000000aa', 'job')`);
    await slow.query(
      `INSERT INTO audit_entries (change_id, entity, record_id, action)
       VALUES ('00000000-0000-7000-8000-0000000000aa', 'tasks', '00000000-0000-7000-8000-0000000000aa', 'insert')`,
    );
    await write('overtakes it');
    expect(await seal()).toBe(1);
    await slow.query('COMMIT');
    slow.release();
    expect(await seal()).toBe(1);
    expect(await verify()).toMatchObject({ kind: 'whole', length: LENGTH + 2 });
  });

  it('is made by one sealer at a time', async () => {
    for (let number = 1; number <= 6; number++) await write(`more ${number}`);
    const sealed = await Promise.all([seal(), seal(), seal()]);
    while ((await seal()) > 0);
    expect(sealed.reduce((sum, number) => sum + number, 0)).toBeGreaterThanOrEqual(6);
    expect(await verify()).toMatchObject({ kind: 'whole', length: LENGTH + 8 });
  });

  it('is broken for whoever has another key', async () => {
    expect(await verifyChain(company.database, { key: auditKey(Buffer.alloc(32, 8)) })).toMatchObject({
      kind: 'broken',
      seq: 1n,
    });
  });

  it('shows what somebody with every right did to it behind our back, wherever it was', async () => {
    const places = fc.integer({ min: 2, max: LENGTH });
    await fc.assert(
      fc.asyncProperty(places, fc.constantFrom(...TAMPERINGS), async (place, tamper) => {
        const undo = await backup();
        for (const statement of tamper(place)) await company.database.pool.query(statement);
        const verdict = await verify();
        await undo();
        expect(verdict).toMatchObject({ kind: 'broken' });
        expect(verdict.kind === 'broken' && verdict.seq <= BigInt(place + 1)).toBe(true);
      }),
      { numRuns: 40 },
    );
    expect(await verify()).toMatchObject({ kind: 'whole' });
  });
});

const TAMPERINGS: readonly ((place: number) => string[])[] = [
  // edited
  (place) => [`UPDATE audit_entries SET after = jsonb_set(after, '{title}', '"x"') WHERE seq = ${place}`],
  (place) => [`UPDATE audit_entries SET record_id = gen_random_uuid() WHERE seq = ${place}`],
  (place) => [`UPDATE audit_entries SET hash = '\\x00' WHERE seq = ${place}`],
  // somebody else did it, at another time
  (place) => [
    `UPDATE changes SET actor_id = NULL WHERE id = (SELECT change_id FROM audit_entries WHERE seq = ${place})`,
  ],
  (place) => [
    `UPDATE changes SET at = at + interval '1 ms' WHERE id = (SELECT change_id FROM audit_entries WHERE seq = ${place})`,
  ],
  // deleted, with and without closing the gap
  (place) => [`DELETE FROM audit_entries WHERE seq = ${place}`],
  (place) => [
    `DELETE FROM audit_entries WHERE seq = ${place}`,
    `UPDATE audit_entries SET seq = -seq WHERE seq > ${place}`,
    `UPDATE audit_entries SET seq = -seq - 1 WHERE seq < 0`,
  ],
  // reordered
  (place) => [
    `UPDATE audit_entries SET seq = -1 WHERE seq = ${place}`,
    `UPDATE audit_entries SET seq = ${place} WHERE seq = ${place - 1}`,
    `UPDATE audit_entries SET seq = ${place - 1} WHERE seq = -1`,
  ],
  // inserted
  (place) => [
    `UPDATE audit_entries SET seq = -seq WHERE seq >= ${place}`,
    `UPDATE audit_entries SET seq = -seq + 1 WHERE seq < 0`,
    `INSERT INTO audit_entries (change_id, entity, record_id, action, seq, prev_hash, hash)
     SELECT change_id, entity, record_id, action, ${place}, prev_hash, hash FROM audit_entries WHERE seq = ${place - 1}`,
  ],
];

/** Keeps the tables aside; the result puts them back. */
async function backup(): Promise<() => Promise<void>> {
  const { pool } = company.database;
  await pool.query('DROP TABLE IF EXISTS kept_changes, kept_entries');
  await pool.query('CREATE TABLE kept_changes AS TABLE changes');
  await pool.query('CREATE TABLE kept_entries AS TABLE audit_entries');
  return async () => {
    await pool.query('TRUNCATE audit_entries, changes');
    await pool.query('INSERT INTO changes SELECT * FROM kept_changes');
    await pool.query('INSERT INTO audit_entries SELECT * FROM kept_entries');
  };
}
