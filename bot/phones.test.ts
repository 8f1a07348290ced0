import { afterAll, beforeAll, expect, it } from 'vitest';
import { findDuplicates } from '../core/duplicates/find-duplicates.ts';
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

const phoneOf = async (name: string) =>
  (await company.database.pool.query('SELECT phone FROM leads WHERE contact_name = $1', [name])).rows;

it('R80: the region of the record says of which country a number is', async () => {
  await talk.as('jim').types('lead add "Mary Major" --phone "(617) 555-0143" --region Boston');
  expect(await phoneOf('Mary Major')).toEqual([{ phone: '+16175550143' }]);
});

it('R80: which country is asked only where nothing tells', async () => {
  const asked = await talk.as('jim').types('lead add "Bob Poole" --phone "(617) 555-0144"');
  expect(asked.text).toContain('Which country is it in: +86 617 555 0144 or +1 617 555 0144?');
  expect(await phoneOf('Bob Poole')).toEqual([]);
  await asked.submit({ phone: '+1 617 555 0144' });
  expect(await phoneOf('Bob Poole')).toEqual([{ phone: '+16175550144' }]);
});

it('R10 R80: the same number read as one of the other country is met as on file already', async () => {
  const met = await talk.as('li').types('新线索 玛丽 --电话 "(617) 555-0143"');
  expect(met.text).toContain('Jim Green');
  expect(await phoneOf('玛丽')).toEqual([]);
});

it('R10: one that may not be seen is met once, though its number and its e-mail are found by either reading', async () => {
  await talk.as('li').types('新线索 周舟 --电话 "(617) 555-0188" --邮箱 zhou@feiniao.example');
  const met = await company.as('jim', (core) =>
    findDuplicates(core, { phone: '+16175550188', email: 'zhou@feiniao.example' }),
  );
  expect(met.map(({ id, ownerName, by }) => ({ id, ownerName, by }))).toEqual([
    { id: null, ownerName: '李雷', by: 'email' },
  ]);
});
