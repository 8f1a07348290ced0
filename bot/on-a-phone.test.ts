import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCustomer } from '../core/customers/add-customer.ts';
import { openOpportunity } from '../core/opportunities/open-opportunity.ts';
import { type Chat, openChat } from '../test/support/chat.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let zhang: Chat;

beforeAll(async () => {
  company = await openCompany();
  talk = openChat(company);
  [li, zhang] = [talk.as('li'), talk.as('zhang')];
  const { id } = await company.as('li', (core) => addCustomer(core, { name: 'Acme Corporation' }));
  await company.as('li', (core) => openOpportunity(core, { customerId: id, name: 'Press line' }));
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

it('R42 R102: asking for a discount is a request, and no question about figures', async () => {
  const said = await li.says('ask for 16% off for Acme because budget is tight');
  expect(said.text).toContain('16%');
  expect(said.text).toContain('budget is tight');
});

it('R21 R102: who leaves is named before who takes over; me is whoever says it', async () => {
  expect((await zhang.says('李雷离职了')).text).toContain('李雷');
  const said = await zhang.says('李雷的客户都转给我');
  expect(said.text).toContain('张伟');
});
