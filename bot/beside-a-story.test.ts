import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-13T10:30:00+08:00');
  talk = openChat(company);
  await talk.as('li').types('新客户 华星电子');
  await talk.as('li').types('新客户 天成机械 --联系人 王建国');
  await talk.as('li').types('新线索 高飞 --公司 飞鸟科技');
  await talk.as('jim').types('customer add "Acme Pumps"');
  await talk.as('jim').types('lead add "Mary Major"');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

/** The newest task, and what was logged along with it. */
const kept = async () =>
  (
    await company.database.pool.query(
      `SELECT t.title, t.due_on::text AS due, coalesce(c.name, l.contact_name) AS of,
         (SELECT f.kind FROM follow_ups f WHERE f.customer_id = t.customer_id OR f.lead_id = t.lead_id ORDER BY f.created_at DESC, f.id DESC LIMIT 1) AS logged
         FROM tasks t LEFT JOIN customers c ON c.id = t.customer_id LEFT JOIN leads l ON l.id = t.lead_id ORDER BY t.created_at DESC, t.id DESC LIMIT 1`,
    )
  ).rows[0];

describe('a reminder said along with what happened is of whoever was met (R8, R35)', () => {
  it.each([
    '拜访了华星电子，提醒我周五发报价',
    '拜访了华星电子，周五提醒我发报价',
    '提醒我周五发报价，拜访了华星电子',
    '周五提醒我发报价，今天拜访了华星电子',
  ])('a customer: %s', async (sentence) => {
    const said = await talk.as('li').says(sentence);
    expect(await kept()).toEqual({ title: '发报价', due: '2026-05-15', of: '华星电子', logged: 'visit' });
    await said.press('撤销');
  });

  it.each([
    '给高飞打了电话，提醒我周五发报价',
    '提醒我周五发报价，给高飞打了电话',
    '周五提醒我发报价，刚给高飞打了电话',
  ])('a lead: %s', async (sentence) => {
    const said = await talk.as('li').says(sentence);
    expect(await kept()).toEqual({ title: '发报价', due: '2026-05-15', of: '高飞', logged: 'call' });
    await said.press('撤销');
  });

  it.each([
    'visited Acme Pumps, remind me Friday to send the quote',
    'visited Acme Pumps and remind me to send the quote on Friday',
    'remind me Friday to send the quote, visited Acme Pumps',
    'remind me on Friday to send the quote. I visited Acme Pumps today',
    'visited Acme Pumps, on Friday remind me to send the quote',
  ])('a customer in English: %s', async (sentence) => {
    const said = await talk.as('jim').says(sentence);
    expect(await kept()).toEqual({ title: 'send the quote', due: '2026-05-15', of: 'Acme Pumps', logged: 'visit' });
    await said.press('Undo');
  });

  it.each([
    'called Mary Major, remind me Friday to send the quote',
    'called Mary Major and on Friday remind me to send the quote',
    'remind me Friday to send the quote, called Mary Major',
  ])('a lead in English: %s', async (sentence) => {
    const said = await talk.as('jim').says(sentence);
    expect(await kept()).toEqual({ title: 'send the quote', due: '2026-05-15', of: 'Mary Major', logged: 'call' });
    await said.press('Undo');
  });

  it('or of whom it names itself, where he is of one other', async () => {
    await talk.as('li').says('拜访了华星电子，提醒我周五给王建国打电话');
    expect(await kept()).toMatchObject({ title: '给王建国打电话', of: '天成机械' });
    await talk.as('li').says('拜访了华星电子，提醒我周五给赵总打电话');
    expect(await kept()).toMatchObject({ title: '给赵总打电话', of: '华星电子' });
    await talk.as('jim').says('visited Acme Pumps, remind me on Friday to call Mary Major');
    expect(await kept()).toMatchObject({ title: 'call Mary Major', of: 'Mary Major' });
  });

  it('and what is only to happen stays part of what is to be done', async () => {
    await talk.as('li').says('提醒我周五发报价，等拜访了华星电子再说');
    expect(await kept()).toMatchObject({ title: '发报价，等拜访了华星电子再说', of: '华星电子' });
    await talk.as('jim').says('remind me Friday to send the quote, once we have visited Acme Pumps');
    expect(await kept()).toMatchObject({ of: 'Acme Pumps', title: expect.stringContaining('once we have visited') });
  });
});
