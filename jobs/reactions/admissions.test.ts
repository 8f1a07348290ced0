import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../core/id.ts';
import { decideAdmission } from '../../core/people/decide-admission.ts';
import { moveClock } from '../../test/support/clock.ts';
import { type Company, openCompany } from '../../test/support/company.ts';
import { deskOf, runDue } from '../../test/support/jobs.ts';
import { Messenger } from '../../test/support/messenger.ts';
import type { Desk } from '../desk.ts';

let company: Company;
let slack: Messenger;
let desk: Desk;

beforeEach(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-20T10:00:00+08:00');
  slack = new Messenger();
  desk = deskOf(company, slack);
});
afterEach(() => company.close());

/** Mary writes first. */
async function knock(): Promise<string> {
  const id = newId();
  await company.database.pool.query(
    `INSERT INTO admissions (id, platform, workspace, external_id, name) VALUES ($1, 'slack', 'T1', 'mary', 'Mary')`,
    [id],
  );
  await company.database.pool.query(`INSERT INTO outbox (id, event, payload) VALUES ($1, 'admission.asked', $2)`, [
    newId(),
    JSON.stringify({ admissionId: id }),
  ]);
  return id;
}

describe('a newcomer', () => {
  it('is put before the admins', async () => {
    await knock();
    await runDue(desk);
    expect(slack.messages.map(({ to }) => to)).toEqual(['admin']);
  });

  it('is welcomed where he wrote from, and the card of the admin says so', async () => {
    const admissionId = await knock();
    await runDue(desk);
    await company.as('admin', (core) => decideAdmission(core, { admissionId, verdict: 'admitted', roles: ['rep'] }));
    await runDue(desk);
    expect(slack.cardsOf('mary').map(({ title }) => title)).toEqual(['欢迎，Mary']);
    expect(slack.cardsOf('admin').map(({ title }) => title)).toEqual(['Mary 已加入']);
  });

  it('is told when he is declined, though he has no row of his own', async () => {
    const admissionId = await knock();
    await runDue(desk);
    await company.as('admin', (core) => decideAdmission(core, { admissionId, verdict: 'declined', roles: [] }));
    await runDue(desk);
    expect(slack.cardsOf('mary').map(({ title }) => title)).toEqual(['未获准使用']);
  });
});
