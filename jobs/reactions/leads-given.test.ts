import { afterAll, beforeAll, expect, it } from 'vitest';
import { addLead } from '../../core/leads/add-lead.ts';
import { giveSeveral } from '../../core/leads/give-several.ts';
import { type Company, openCompany, type PersonKey } from '../../test/support/company.ts';
import { deskOf, runDue } from '../../test/support/jobs.ts';
import { Messenger } from '../../test/support/messenger.ts';
import type { Desk } from '../desk.ts';

let company: Company;
let slack: Messenger;
let desk: Desk;

beforeAll(async () => {
  company = await openCompany();
  slack = new Messenger();
  desk = deskOf(company, slack);
});
afterAll(() => company.close());

const titles = (key: PersonKey) => slack.cardsOf(key).map(({ title }) => title);
const lead = async (contact: string) => (await company.as('li', (core) => addLead(core, { contact }))).id;
const give = (key: PersonKey, leadIds: string[], to: PersonKey) =>
  company.as(key, (core) => giveSeveral(core, { leadIds, ownerId: company.actor(to).userId }));

it('R4: whoever is given several leads at once hears of all of them in one message, and only once', async () => {
  await give('zhang', [await lead('甲一'), await lead('乙二')], 'han');
  await runDue(desk);
  await runDue(desk);
  expect(titles('han')).toEqual(['你有 2 条新线索']);
});

it('R4: whoever takes several on himself is told nothing, nor is he whose they no longer are', async () => {
  const mine = [await lead('丙三'), await lead('丁四')];
  await give('zhang', mine, 'zhang');
  await runDue(desk);
  expect(titles('zhang')).toEqual([]);
  const passed = [await lead('戊五'), await lead('己六')];
  await give('zhang', passed, 'han');
  await give('zhang', passed, 'li');
  await runDue(desk);
  expect(titles('han')).toEqual(['你有 2 条新线索']);
  expect(titles('li')).toEqual(['你有 2 条新线索']);
});
