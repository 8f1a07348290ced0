import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addCustomer } from '../../core/customers/add-customer.ts';
import { changeTicket, closeTicket } from '../../core/tickets/change-ticket.ts';
import { openTicket } from '../../core/tickets/open-ticket.ts';
import { reopenTicket } from '../../core/tickets/reopen-ticket.ts';
import { setTier } from '../../core/tiers/set-tier.ts';
import { moveClock } from '../../test/support/clock.ts';
import { type Company, openCompany, type PersonKey } from '../../test/support/company.ts';
import { deskOf, runDue } from '../../test/support/jobs.ts';
import { Messenger } from '../../test/support/messenger.ts';
import type { Desk } from '../desk.ts';

let company: Company;
let slack: Messenger;
let desk: Desk;
let customerId: string;

beforeEach(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-20T10:00:00+08:00');
  slack = new Messenger();
  desk = deskOf(company, slack);
  customerId = (await company.as('li', (core) => addCustomer(core, { name: '华星电子' }))).id;
});
afterEach(() => company.close());

const titles = (key: PersonKey) => slack.cardsOf(key).map(({ title }) => title);
const complain = (key: PersonKey) =>
  company.as(key, (core) => openTicket(core, { customerId, title: '到货慢', kind: 'complaint' }));

describe('whoever is to see to a ticket (R14)', () => {
  it('hears of it once', async () => {
    await complain('li');
    await runDue(desk);
    await runDue(desk);
    expect(titles('liu')).toEqual(['请处理：投诉：到货慢']);
  });

  it('is not told of one he opened himself, nor of one that was closed meanwhile', async () => {
    await complain('liu');
    const { id } = await complain('li');
    await company.as('liu', (core) => closeTicket(core, { ticketId: id }));
    await runDue(desk);
    expect(titles('liu')).toEqual([]);
  });

  it('hears of one that is passed on to him', async () => {
    const { id } = await complain('liu');
    await runDue(desk);
    const { userId } = company.actor('li');
    await company.as('liu', (core) => changeTicket(core, { ticketId: id, assigneeId: userId }));
    await runDue(desk);
    expect(titles('li')).toEqual(['请处理：投诉：到货慢']);
  });
});

it('a ticket goes to whoever of service has the fewest open ones', async () => {
  await company.database.pool.query("UPDATE users SET roles = '{service}' WHERE name IN ('赵敏', '刘洋')");
  expect((await complain('li')).assigneeName).toBe('刘洋');
  expect((await complain('li')).assigneeName).toBe('赵敏');
});

it('a ticket that is opened again is told to whoever has it, and is cared about again (R14, R19)', async () => {
  await company.as('admin', (core) => setTier(core, { customerId, tier: 'A', reason: '大客户' }));
  const { id } = await complain('li');
  await company.as('liu', (core) => closeTicket(core, { ticketId: id }));
  await runDue(desk);
  await company.as('li', (core) => reopenTicket(core, { ticketId: id, reason: '又慢了' }));
  await runDue(desk);
  await runDue(desk);
  expect(titles('liu')).toEqual(['请处理：投诉：到货慢']);
  const { rows } = await company.database.pool.query('SELECT title FROM tasks WHERE ticket_id = $1', [id]);
  expect(rows).toEqual([{ title: '客户关怀：到货慢' }]);
});
