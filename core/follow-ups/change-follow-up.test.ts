import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moveClock } from '../../test/support/clock.ts';
import { type Company, openCompany, type PersonKey } from '../../test/support/company.ts';
import { lastUndoable, undoChange } from '../changes/undo-change.ts';
import { addCustomer } from '../customers/add-customer.ts';
import { changeFollowUp, type FollowUpChange } from './change-follow-up.ts';
import { findFollowUps } from './find-follow-ups.ts';
import { logFollowUp } from './log-follow-up.ts';

let company: Company;
let customerId: string;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-20T10:00:00+08:00');
  customerId = (await company.as('li', (core) => addCustomer(core, { name: '华星电子' }))).id;
});
afterAll(() => company.close());

const log = (note: string) => company.as('li', (core) => logFollowUp(core, { customerId, kind: 'visit', note }));
const change = (who: PersonKey, given: FollowUpChange) =>
  company.as(who, (core) => changeFollowUp(core, given), { command: 'follow-up.change' });
const lines = () => company.as('li', (core) => findFollowUps(core, { customerId }));

describe('a logged follow-up', () => {
  it('has the mood and the outcome its note says, or what was chosen instead (R35)', async () => {
    expect(await log('王总基本满意，价格谈妥')).toMatchObject({ mood: 'fair', outcome: 'progress' });
    const chosen = await company.as('li', (core) =>
      logFollowUp(core, { customerId, kind: 'call', note: '王总基本满意', mood: 'hesitant' }),
    );
    expect(chosen).toMatchObject({ mood: 'hesitant', outcome: null });
  });

  it('is changed by its author, in the audit with before and after, and changed back by Undo (R35 R106)', async () => {
    const { id } = await log('聊了报价');
    await change('li', { followUpId: id, kind: 'call', mood: 'dissatisfied', on: '2026-05-19' });
    const [entry] = await company.as('li', async () => {
      const { rows } = await company.database.pool.query(
        `SELECT action, before ->> 'kind' AS was, after ->> 'kind' AS became FROM audit_entries WHERE record_id = $1 ORDER BY id DESC LIMIT 1`,
        [id],
      );
      return rows;
    });
    expect(entry).toEqual({ action: 'update', was: 'visit', became: 'call' });
    expect((await lines()).find((each) => each.id === id)).toMatchObject({
      kind: 'call',
      mood: 'dissatisfied',
      on: '2026-05-19',
      note: '聊了报价',
    });
    await company.as('li', async (core) => undoChange(core, await lastUndoable(core)), { command: 'change.undo' });
    expect((await lines()).find((each) => each.id === id)).toMatchObject({ kind: 'visit', mood: null });
  });

  it('is, without a name, the one its author logged last; with one, the last with him', async () => {
    const other = await company.as('li', (core) => addCustomer(core, { name: '天府食品' }));
    const first = await log('第一条');
    const second = await company.as('li', (core) =>
      logFollowUp(core, { customerId: other.id, kind: 'note', note: '第二条' }),
    );
    expect((await change('li', { kind: 'message' })).id).toBe(second.id);
    expect((await change('li', { customerId, kind: 'message' })).id).toBe(first.id);
  });

  it('loses a mood that was misread', async () => {
    const { id } = await log('客户很满意');
    expect((await change('li', { followUpId: id, mood: null })).mood).toBeNull();
  });

  it('is not changed by a leader, into the future, or into what it is', async () => {
    const { id } = await log('聊了交期');
    await expect(change('zhang', { followUpId: id, kind: 'call' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(change('li', { followUpId: id, on: '2026-05-21' })).rejects.toMatchObject({ code: 'bad_input' });
    await expect(change('li', { followUpId: id, kind: 'visit' })).rejects.toMatchObject({ code: 'bad_input' });
  });

  it('stands after the days for changing it are over, and “just now” is no longer yesterday’s', async () => {
    const { id } = await log('七天前的事');
    await moveClock(company.database, '2026-05-21T10:00:00+08:00');
    await expect(change('li', { kind: 'call' })).rejects.toMatchObject({ code: 'not_found' });
    expect((await lines()).find((each) => each.id === id)?.isOpen).toBe(true);
    await moveClock(company.database, '2026-05-27T10:00:01+08:00');
    await expect(change('li', { followUpId: id, kind: 'call' })).rejects.toMatchObject({ code: 'too_late' });
    expect((await lines()).find((each) => each.id === id)?.isOpen).toBe(false);
  });
});
