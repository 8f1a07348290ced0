import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moveClock } from '../../test/support/clock.ts';
import { type Company, openCompany, type PersonKey } from '../../test/support/company.ts';
import { LIMITS, tempStorage } from '../../test/support/kept-files.ts';
import { queryAs } from '../../test/support/row-security.ts';
import { until } from '../../test/support/until.ts';
import { lastUndoable, undoChange } from '../changes/undo-change.ts';
import { addCustomer } from '../customers/add-customer.ts';
import { logFollowUp } from '../follow-ups/log-follow-up.ts';
import { addLead } from '../leads/add-lead.ts';
import { openOpportunity } from '../opportunities/open-opportunity.ts';
import { attachFiles } from './attach-files.ts';
import { findKept, sweepFiles } from './file-desk.ts';
import { findCustomerFiles, findFiles } from './find-files.ts';
import { findReceived, recordReceived } from './receive-files.ts';
import { Shelf } from './shelf.ts';

const storage = tempStorage();
const shelf = new Shelf(storage, LIMITS);
const SENDING = { platform: 'slack', workspace: 'T1' };

let company: Company;
let customerId: string;
let opportunityId: string;
let leadId: string;
let followUpId: string;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-20T10:00:00+08:00');
  customerId = (await company.as('li', (core) => addCustomer(core, { name: '华星电子' }))).id;
  opportunityId = (await company.as('li', (core) => openOpportunity(core, { customerId, name: '传感器项目' }))).id;
  leadId = (await company.as('li', (core) => addLead(core, { contact: '高飞', company: '飞鸟科技' }))).id;
  followUpId = (await company.as('li', (core) => logFollowUp(core, { customerId, kind: 'call', note: '谈价格' }))).id;
});
afterAll(() => company.close());

/** What somebody sends, kept but put nowhere. */
async function sends(key: PersonKey, content: string, name = '纪要.txt', sourceId: string = randomUUID()) {
  const shelved = await shelf.take({
    name,
    sending: key + sourceId,
    open: async () => Readable.from(Buffer.from(content)),
  });
  if (shelved.kind !== 'kept') throw new Error(shelved.why.en);
  const { file } = shelved;
  return company.as(key, (core) => recordReceived(core, { ...SENDING, sourceId, file }));
}

const attach = (key: PersonKey, recordId: string, ...received: string[]) =>
  company.as(key, (core) => attachFiles(core, { recordId, received }), { command: 'file.add' });

describe('a file', () => {
  it('hangs on what it was put on, with who, what and when in the audit, and an event for whoever waits for it (R27)', async () => {
    const { id } = await sends('li', '第一次会议');
    const { record, files } = await attach('li', opportunityId, id);
    expect(record).toEqual({ entity: 'opportunity', recordId: opportunityId, name: '传感器项目 · 华星电子' });
    const found = await company.as('li', (core) => findFiles(core, { entity: 'opportunity', recordId: opportunityId }));
    expect(found).toMatchObject([
      { id: files[0]?.id, name: '纪要.txt', mediaType: 'text/plain', bytes: 15, uploaderName: '李雷' },
    ]);
    const { rows } = await company.database.pool.query(
      `SELECT a.entity, a.action, a.after ->> 'name' AS name, c.command, o.event, o.payload FROM audit_entries a
         JOIN changes c ON c.id = a.change_id JOIN outbox o ON o.change_id = c.id WHERE a.record_id = $1`,
      [files[0]?.id],
    );
    expect(rows).toEqual([
      {
        entity: 'files',
        action: 'insert',
        name: '纪要.txt',
        command: 'file.add',
        event: 'file.attached',
        payload: { fileId: files[0]?.id, entity: 'opportunity', recordId: opportunityId },
      },
    ]);
    const kept = await findKept(company.database, files[0]?.id ?? '');
    expect(await text(await storage.stream(kept?.storageKey ?? ''))).toBe('第一次会议');
  });

  it('hangs on customers, opportunities, leads and follow-ups; a customer shows those of what is his', async () => {
    const names = ['客户', '线索', '跟进'];
    const [a, b, c] = await Promise.all(names.map((name) => sends('li', `内容 ${name}`, `${name}.txt`)));
    await attach('li', customerId, a?.id ?? '');
    await attach('li', leadId, b?.id ?? '');
    await attach('li', followUpId, c?.id ?? '');
    const of = await company.as('li', (core) => findCustomerFiles(core, { customerId }));
    expect(of.map(({ name, on }) => [name, on]).toSorted()).toEqual([
      ['客户.txt', null],
      ['纪要.txt', '传感器项目'],
      ['跟进.txt', '谈价格'],
    ]);
  });

  it('hangs there once, however often the same content is put there', async () => {
    const [first, second] = [await sends('li', '同一份'), await sends('li', '同一份', '副本.txt')];
    await attach('li', leadId, first.id);
    const again = await attach('li', leadId, first.id, second.id);
    expect(again).toMatchObject({ files: [], known: ['纪要.txt', '副本.txt'] });
  });

  it('is taken back by Undo, and can be put elsewhere after (R106)', async () => {
    const { id } = await sends('li', '放错了');
    await attach('li', leadId, id);
    const before = await company.as('li', (core) => findFiles(core, { entity: 'lead', recordId: leadId }));
    await company.as('li', async (core) => undoChange(core, await lastUndoable(core)), { command: 'change.undo' });
    const after = await company.as('li', (core) => findFiles(core, { entity: 'lead', recordId: leadId }));
    expect(before.length - after.length).toBe(1);
    expect(await attach('li', customerId, id)).toMatchObject({ record: { name: '华星电子' } });
  });

  it('holds on to its record: what was added with files on it is not taken back without them', async () => {
    const added = await company.as('li', (core) => addLead(core, { contact: '韩雪' }), { command: 'lead.add' });
    const { rows } = await company.database.pool.query<{ id: string }>(
      `SELECT change_id AS id FROM audit_entries WHERE record_id = $1`,
      [added.id],
    );
    await attach('li', added.id, (await sends('li', '名片')).id);
    await expect(company.as('li', (core) => undoChange(core, rows[0]?.id ?? ''))).rejects.toMatchObject({
      code: 'built_upon',
    });
  });

  it('comes twice and is kept once', async () => {
    const [one, two] = [await sends('li', '重复', 'a.txt', 'F1'), await sends('li', '重复', 'a.txt', 'F1')];
    expect(two).toEqual(one);
    const found = await company.as('li', (core) => findReceived(core, { ...SENDING, sourceIds: ['F1', 'F2'] }));
    expect([...found.keys()]).toEqual(['F1']);
  });
});

describe('row security of files', () => {
  it('lets those see a file who see its record, by any path', async () => {
    const { files } = await attach('li', opportunityId, (await sends('li', '机密')).id);
    const sql = `SELECT name FROM files WHERE id = '${files[0]?.id}'`;
    const seen = async (key: PersonKey) => queryAs(company.database, company.actor(key).userId, sql);
    expect(await Promise.all((['li', 'zhang', 'wang', 'han', 'jim'] as const).map(seen))).toEqual([
      [{ name: '纪要.txt' }],
      [{ name: '纪要.txt' }],
      [{ name: '纪要.txt' }],
      [],
      [],
    ]);
    expect(await queryAs(company.database, undefined, sql)).toEqual([]);
  });

  it('lets nobody put one on what he does not see, nor take what another has sent', async () => {
    const own = await sends('han', '韩梅梅的');
    await expect(attach('han', opportunityId, own.id)).rejects.toMatchObject({ code: 'not_found' });
    const insert = `INSERT INTO files (id, entity, record_id, name, media_type, bytes, sha256, storage_key, uploaded_by, origin)
      VALUES (gen_random_uuid(), 'opportunity', '${opportunityId}', 'x', 'text/plain', 1, 'x', 'x', '${company.actor('han').userId}', 'slack')`;
    await expect(queryAs(company.database, company.actor('han').userId, insert)).rejects.toThrow('row-level security');
    await expect(attach('li', customerId, own.id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('lets nobody change or remove what another has put there', async () => {
    const { files } = await attach('li', customerId, (await sends('li', '李雷的')).id);
    for (const verb of ['UPDATE files SET name = $$x$$', 'DELETE FROM files']) {
      const sql = `${verb} WHERE id = '${files[0]?.id}' RETURNING id`;
      expect(await queryAs(company.database, company.actor('liu').userId, sql)).toEqual([]);
    }
  });
});

describe('the sweep', () => {
  it('takes away, after a day, the bytes of what was put nowhere or taken back; what hangs on a record stays', async () => {
    const [lost, used, back] = [await sends('jim', 'lost'), await sends('jim', 'used'), await sends('jim', 'back')];
    const own = await company.as('jim', (core) => addCustomer(core, { name: 'Acme' }));
    const { files } = await attach('jim', own.id, used.id);
    await attach('jim', own.id, back.id);
    await company.as('jim', async (core) => undoChange(core, await lastUndoable(core)));
    const keyOf = async (id: string) => {
      const { rows } = await company.database.pool.query<{ key: string }>(
        'SELECT storage_key AS key FROM received_files WHERE id = $1',
        [id],
      );
      return rows[0]?.key ?? '';
    };
    const keys = await Promise.all([lost, used, back].map(({ id }) => keyOf(id)));
    expect(await sweepFiles(company.database, { storage })).toBe(0);
    await moveClock(company.database, '2026-05-21T10:30:00+08:00');
    expect(await sweepFiles(company.database, { storage })).toBeGreaterThanOrEqual(3);
    expect(await sweepFiles(company.database, { storage })).toBe(0);
    await expect(storage.stream(keys[0] ?? '')).rejects.toThrow();
    expect(await text(await storage.stream(keys[1] ?? ''))).toBe('used');
    await expect(storage.stream(keys[2] ?? '')).rejects.toThrow();
    expect(await findKept(company.database, files[0]?.id ?? '')).toMatchObject({ name: '纪要.txt' });
    await expect(attach('jim', own.id, lost.id)).rejects.toMatchObject({
      code: 'not_found',
      say: { en: 'I no longer have that file. Please send it again.' },
    });
  });

  it('spares what is put somewhere while it looks (R106)', async () => {
    const { pool } = company.database;
    const { id } = await sends('jim', 'late');
    await moveClock(company.database, '2026-05-23T10:30:00+08:00');
    // A gate between the statement's snapshot and its lock: whoever reads a received file waits for the key 4711.
    await pool.query(`CREATE FUNCTION test_gate() RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER AS
      $$ BEGIN PERFORM pg_advisory_xact_lock_shared(4711); RETURN true; END $$`);
    await pool.query(
      `CREATE POLICY test_gate ON received_files AS RESTRICTIVE TO parley_app USING (parley_system() IS DISTINCT FROM 'files' OR test_gate())`,
    );
    const gate = await pool.connect();
    try {
      await gate.query('SELECT pg_advisory_lock(4711)');
      const swept = sweepFiles(company.database, { storage });
      await until(
        async () => {
          const { rows } = await pool.query(
            `SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = 4711 AND NOT granted`,
          );
          return rows[0];
        },
        () => 'the sweep at its gate',
      );
      const own = await company.as('jim', (core) => addCustomer(core, { name: 'Late Ltd' }));
      const { files } = await attach('jim', own.id, id);
      await gate.query('SELECT pg_advisory_unlock(4711)');
      await swept;
      const kept = await findKept(company.database, files[0]?.id ?? '');
      expect(await text(await storage.stream(kept?.storageKey ?? ''))).toBe('late');
    } finally {
      await gate.query('SELECT pg_advisory_unlock_all()');
      gate.release();
      await pool.query('DROP POLICY test_gate ON received_files');
    }
  });
});
