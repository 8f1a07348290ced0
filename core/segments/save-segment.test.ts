import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moveClock } from '../../test/support/clock.ts';
import { type Company, openCompany } from '../../test/support/company.ts';
import { lastUndoable, undoChange } from '../changes/undo-change.ts';
import { addCustomer } from '../customers/add-customer.ts';
import { briefQuestionSchema } from '../questions/question.ts';
import { findSegments, getSegment } from './find-segments.ts';
import { changeSegment, removeSegment, saveSegment } from './save-segment.ts';
import type { SkipReason } from './segment.ts';
import { workCallList } from './work-call-list.ts';

let company: Company;

beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());

const question = briefQuestionSchema.parse({ entity: 'customer' });
const save = (name: string) => company.as('li', (core) => saveSegment(core, { name, question, sharing: 'private' }));

describe('a list (R8)', () => {
  it('of an older version hides none of the others', async () => {
    await save('老客户');
    await company.database.pool.query(
      `INSERT INTO segments (id, name, owner_id, question) VALUES (gen_random_uuid(), '旧名单', $1, '{"entity": "gone"}')`,
      [company.actor('li').userId],
    );
    const names = (await company.as('li', (core) => findSegments(core))).map(({ name }) => name);
    expect(names).toContain('老客户');
    await company.database.pool.query(`DELETE FROM segments WHERE name = '旧名单'`);
  });

  it('gets a name that its owner has not, whoever gives it', async () => {
    const [{ id }] = [await save('回访'), await save('重点客户')];
    await company.as('zhang', (core) => saveSegment(core, { name: '经理名单', question, sharing: 'private' }));
    const rename = (name: string) =>
      company.as('zhang', async (core) => changeSegment(core, await getSegment(core, id), { name }));
    await expect(rename('重点客户')).rejects.toMatchObject({
      code: 'exists',
      say: { zh: expect.stringContaining('重点客户') },
    });
    expect(await rename('经理名单')).toMatchObject({ name: '经理名单' });
  });

  it('gives nobody again who wants no calls, and whoever was skipped otherwise after his rest', async () => {
    await moveClock(company.database, '2026-05-13T02:30:30Z');
    for (const name of ['远航科技', '蓝天物流']) {
      await company.as('jim', (core) => addCustomer(core, { name }));
    }
    const { id } = await company.as('jim', (core) => saveSegment(core, { name: 'all', question, sharing: 'private' }));
    const work = (reason?: SkipReason) =>
      company.as('jim', async (core) =>
        workCallList(core, await getSegment(core, id), reason && { state: 'skipped', reason }),
      );
    const { party: first } = await work();
    const { party: second } = await work('do_not_call');
    expect(await work('not_now')).toMatchObject({ party: null, left: 0 });
    await moveClock(company.database, '2026-12-13T02:30:30Z');
    expect(second).not.toEqual(first);
    expect(await work()).toMatchObject({ party: second, left: 1 });
  });

  it('that was deleted by mistake comes back with whom it had called (R106)', async () => {
    await company.as('li', (core) => addCustomer(core, { name: '华星电子' }));
    const { id } = await save('逐个联系');
    await company.as('li', async (core) => workCallList(core, await getSegment(core, id)));
    const entries = async () =>
      (
        await company.database.pool.query(
          `SELECT to_jsonb(e) - 'version' AS row FROM call_list_entries e WHERE segment_id = $1`,
          [id],
        )
      ).rows;
    const before = await entries();
    expect(before).toHaveLength(1);
    await company.as('li', async (core) => removeSegment(core, await getSegment(core, id)));
    expect(await entries()).toEqual([]);
    await company.as('li', async (core) => undoChange(core, await lastUndoable(core)));
    expect(await entries()).toEqual(before);
  });

  it('and that was shared comes back with his colleagues’ calls, also of whom he himself does not see (R106)', async () => {
    const { id } = await company.as('zhang', (core) =>
      saveSegment(core, { name: '团队名单', question, sharing: 'team' }),
    );
    await company.as('han', (core) => addCustomer(core, { name: '韩梅梅的客户' }));
    for (const name of ['li', 'han', 'zhang'] as const) {
      await company.as(name, async (core) => workCallList(core, await getSegment(core, id)));
    }
    const entries = async () =>
      (
        await company.database.pool.query(
          `SELECT to_jsonb(e) - 'version' AS row FROM call_list_entries e WHERE segment_id = $1 ORDER BY id`,
          [id],
        )
      ).rows;
    const before = await entries();
    expect(before.length).toBeGreaterThan(1);
    await company.as('zhang', async (core) => removeSegment(core, await getSegment(core, id)));
    expect(await entries()).toEqual([]);
    await company.as('zhang', async (core) => undoChange(core, await lastUndoable(core)));
    expect(await entries()).toEqual(before);
  });
});
