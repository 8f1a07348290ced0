import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCustomer } from '../core/customers/add-customer.ts';
import { addLead } from '../core/leads/add-lead.ts';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-13T10:30:00+08:00');
  talk = openChat(company);
  [li, jim] = [talk.as('li'), talk.as('jim')];
  await company.as('li', (core) => addLead(core, { contact: '王建国', company: '星河科技' }));
  await company.as('jim', (core) => addLead(core, { contact: 'Mary Major', company: 'Wonka Industries' }));
  await company.as('li', (core) => addCustomer(core, { name: '华星电子有限公司' }));
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('what somebody did (R18)', () => {
  it('is put on record with a lead by a line and stands on his card, with Undo', async () => {
    const said = await li.types('记录触达 王建国 报价单 --类型 下载资料');
    expect(said.card.title).toBe('已记录：王建国 · 星河科技');
    const card = await said.press('查看');
    expect(card.text).toContain('营销触达');
    expect(card.text).toContain('报价单');
    await said.press('撤销');
    expect((await li.types('查看线索 王建国')).text).not.toContain('报价单');
  });

  it('is put on record with a lead by a form and by sentences in both languages', async () => {
    const form = await li.types('记录触达');
    expect((await form.submit({ party: '王建国', what: '展会', kind: 'event' })).card.title).toBe(
      '已记录：王建国 · 星河科技',
    );
    expect((await li.says('星河科技昨天下载了白皮书')).card.title).toBe('已记录：王建国 · 星河科技');
    expect((await jim.says('Wonka Industries downloaded the white paper yesterday')).card.title).toBe(
      'Noted: Mary Major · Wonka Industries',
    );
    expect((await jim.types('lead show Mary')).text).toContain('white paper');
  });

  it('is the customer’s once the lead has become one', async () => {
    await (await li.types('转化线索 王建国')).submit({});
    const { rows } = await company.database.pool.query<{ id: string }>(
      `SELECT id FROM leads WHERE contact_name = '王建国'`,
    );
    const press = { label: '', command: 'touch.add', input: { party: rows[0]?.id ?? '', what: '官网价格页' } };
    expect((await li.presses(press)).card.title).toBe('已记录：星河科技');
    expect((await li.types('客户 星河科技 --内容 营销触达')).text).toContain('官网价格页');
  });
});
