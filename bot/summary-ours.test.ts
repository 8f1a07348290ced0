import { afterAll, beforeAll, expect, it } from 'vitest';
import { openChat } from '../test/support/chat.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;

beforeAll(async () => {
  company = await openCompany();
  talk = openChat(company);
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

it('R40: “our team” is everybody in sight for whoever is in none, and his own for whoever is in one', async () => {
  const all = await talk.as('admin').says('我们团队这个月怎么样');
  expect(all.card.title).toContain('你能看到的所有人');
  expect(all.text).not.toContain('my team');
  expect((await talk.as('zhang').says('我们团队这个月怎么样')).card.title).toContain('北区');
  expect((await talk.as('jim').says('how is my team doing this month')).card.title).not.toContain('Everybody');
});
