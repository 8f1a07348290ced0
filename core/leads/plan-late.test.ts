import { afterAll, beforeAll, expect, it } from 'vitest';
import { moveClock } from '../../test/support/clock.ts';
import { type Company, openCompany } from '../../test/support/company.ts';
import { asSystem } from '../db/system.ts';
import { addLead } from './add-lead.ts';
import { giveLead } from './give-lead.ts';
import { planLate } from './plan-late.ts';
import { recordOutcome } from './record-outcome.ts';
import { changeResponseHours } from './response.ts';

let company: Company;

/** Half a minute past: the clocks of the database and of this process may be a millisecond apart. */
const at = (time: string) => moveClock(company.database, `2026-05-13T${time}:30+08:00`);
const look = () => asSystem(company.database, 'schedule', planLate);
const told = async () =>
  (
    await company.database.pool.query<{ name: string; contact: string }>(
      `SELECT u.name, l.contact_name AS contact FROM deliveries d JOIN users u ON u.id = d.user_id
         JOIN leads l ON l.id = split_part(d.effect_key, ':', 2)::uuid WHERE d.notice = 'leadLate' ORDER BY d.created_at, 2, 1`,
    )
  ).rows.map(({ name, contact }) => `${name} ${contact}`);

beforeAll(async () => {
  company = await openCompany();
  await at('09:00');
});
afterAll(() => company.close());

it('R6 R107: tells the owner once after two hours, and whoever leads him after two more', async () => {
  await company.as('li', (core) => addLead(core, { contact: '王建国' }));
  await at('10:59');
  expect(await look()).toBe(0);
  await at('11:01');
  expect(await look()).toBe(1);
  expect(await look()).toBe(0);
  await at('13:02');
  expect(await look()).toBe(1);
  expect(await look()).toBe(0);
  expect(await told()).toEqual(['李雷 王建国', '张伟 王建国']);
});

it('R6: goes by the hours of the source where it has its own', async () => {
  await company.database.pool.query(`UPDATE lead_sources SET response_hours = 1 WHERE key = 'website'`);
  await company.as('li', (core) => addLead(core, { contact: '赵敏', source: 'website' }));
  await at('14:05');
  expect(await look()).toBe(1);
  expect((await told()).at(-1)).toBe('李雷 赵敏');
});

it('R6: says nothing of what was answered, and keeps when that was', async () => {
  const { id } = await company.as('li', (core) => addLead(core, { contact: '钱多多' }));
  await at('14:40');
  await company.as('li', (core) => recordOutcome(core, { leadId: id, outcome: 'no_answer' }));
  await at('15:30');
  await company.as('li', (core) => recordOutcome(core, { leadId: id, outcome: 'no_answer' }));
  await at('18:30');
  await look();
  expect((await told()).filter((line) => line.includes('钱多多'))).toEqual([]);
  const { rows } = await company.database.pool.query(
    `SELECT to_char(first_response_at AT TIME ZONE 'Asia/Shanghai', 'HH24:MI') AS at FROM leads WHERE id = $1`,
    [id],
  );
  expect(rows).toEqual([{ at: '14:40' }]);
});

it('R6: begins anew for whoever is given it, by the hours an admin set', async () => {
  await company.as('admin', (core) => changeResponseHours(core, 1));
  const { id } = await company.as('li', (core) => addLead(core, { contact: '孙立' }));
  await at('19:00');
  await company.as('zhang', (core) => giveLead(core, { leadId: id, ownerId: company.actor('han').userId }));
  await at('19:50');
  await look();
  expect((await told()).filter((line) => line.includes('孙立'))).toEqual([]);
  await at('20:10');
  await look();
  expect((await told()).filter((line) => line.includes('孙立'))).toEqual(['韩梅梅 孙立']);
});
