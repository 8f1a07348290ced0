import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, openCompany } from '../../test/support/company.ts';
import { lastUndoable, undoChange } from '../changes/undo-change.ts';
import { addCustomer } from '../customers/add-customer.ts';
import { briefQuestionSchema } from '../questions/question.ts';
import { findSegments, getSegment } from './find-segments.ts';
import { changeSegment, removeSegment, saveSegment } from './save-segment.ts';
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

  it('that was deleted by mistake comes back with whom it had called (R106)', async () => {
    await company.as('li', (core) => addCustomer(core, { name: '华星电子' }));
    const { id } = await save('逐个联系');
    await company.as('li', async (core) => workCallList(core, await getSegment(core, id)));
    const entries = async () =>
      (await company.database.pool.query(`SELECT to_jsonb(e) - 'version' AS row FROM call_list_entries e`)).rows;
    const before = await entries();
    expect(before).toHaveLength(1);
    await company.as('li', async (core) => removeSegment(core, await getSegment(core, id)));
    expect(await entries()).toEqual([]);
    await company.as('li', async (core) => undoChange(core, await lastUndoable(core)));
    expect(await entries()).toEqual(before);
  });
});
