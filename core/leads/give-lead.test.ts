import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, openCompany, type PersonKey } from '../../test/support/company.ts';
import { lastUndoable, undoChange } from '../changes/undo-change.ts';
import { addDays } from '../days.ts';
import { addTask } from '../tasks/add-task.ts';
import { addLead } from './add-lead.ts';
import { giveLead } from './give-lead.ts';

let company: Company;

beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());

const give = (leadId: string, to: PersonKey) =>
  company.as('zhang', (core) => giveLead(core, { leadId, ownerId: company.actor(to).userId }));
const tasks = async () =>
  (
    await company.database.pool.query<{ title: string; name: string }>(
      'SELECT t.title, u.name FROM tasks t JOIN users u ON u.id = t.owner_id WHERE t.done_at IS NULL ORDER BY t.title, u.name',
    )
  ).rows.map(({ title, name }) => `${title}: ${name}`);

describe('a lead that is given to somebody else', () => {
  it('is with what was planned with it, which goes to whoever has it now, with its reminder, and back with Undo (R5, R8, R29)', async () => {
    const { id } = await company.as('li', (core) => addLead(core, { contact: '韩雪' }));
    await company.as('li', async (core) =>
      addTask(core, { title: '寄样品', leadId: id, dueOn: addDays(core.today, 3) }),
    );
    await give(id, 'han');
    expect(await tasks()).toEqual(['寄样品: 韩梅梅', '首次联系韩雪: 韩梅梅']);
    await company.as('zhang', async (core) => undoChange(core, await lastUndoable(core)));
    expect(await tasks()).toEqual(['寄样品: 李雷']);
    await company.database.pool.query('DELETE FROM tasks');
  });

  it('is the first call of nobody but him, and Undo gives it back to whoever had it (R4, R10)', async () => {
    const { id } = await company.as('zhang', (core) => addLead(core, { contact: '高飞', isByRule: true }));
    await company.database.pool.query('DELETE FROM tasks');
    await company.database.pool.query('UPDATE leads SET owner_id = NULL WHERE id = $1', [id]);
    await give(id, 'li');
    expect(await tasks()).toEqual(['首次联系高飞: 李雷']);
    await give(id, 'han');
    expect(await tasks()).toEqual(['首次联系高飞: 韩梅梅']);
    await company.as('zhang', async (core) => undoChange(core, await lastUndoable(core)));
    expect(await tasks()).toEqual(['首次联系高飞: 李雷']);
  });
});
