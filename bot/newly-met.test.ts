import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;

const onFile = async (name: string) => {
  const { rows } = await company.database.pool.query(
    `SELECT t.name AS contact, t.phone, t.email, f.note FROM customers c LEFT JOIN contacts t ON t.customer_id = c.id
       LEFT JOIN follow_ups f ON f.customer_id = c.id WHERE c.name = $1`,
    [name],
  );
  return rows;
};

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  [li, jim] = [talk.as('li'), talk.as('jim')];
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('a new customer is put on file with all that was said (R7, R35)', () => {
  it('of a sentence: his e-mail with his contact, what he is after as a note, and Undo takes all of it', async () => {
    const form = await li.says('新建客户杭州星辰网络有限公司，联系人李工 li@xc.example 13800138000，想了解网关');
    const done = await form.submit();
    expect(await onFile('杭州星辰网络有限公司')).toEqual([
      { contact: '李工', phone: '+8613800138000', email: 'li@xc.example', note: '想了解网关' },
    ]);
    await done.press('撤销');
    expect(await onFile('杭州星辰网络有限公司')).toEqual([]);
  });

  it('with where it is and what it deals in, and no follow-up of today out of a word', async () => {
    const form = await jim.says('new customer Vertex Pumps, Leeds, contact Jane Roe, jane@vertex.example, pumps');
    await form.submit();
    const met = await li.says('新客户 海尔，青岛的，家电，张经理 13900001234');
    await met.submit();
    const { rows } = await company.database.pool.query(
      `SELECT name, region, industry FROM customers WHERE name IN ('Vertex Pumps', '海尔') ORDER BY name`,
    );
    expect(rows).toEqual([
      { name: 'Vertex Pumps', region: 'Leeds', industry: 'pumps' },
      { name: '海尔', region: '青岛', industry: '家电' },
    ]);
    expect(await onFile('Vertex Pumps')).toMatchObject([{ contact: 'Jane Roe', note: null }]);
    expect(await onFile('海尔')).toMatchObject([{ contact: '张经理', note: null }]);
  });

  it('by the name that stands in quotation marks, and where it is beside it', async () => {
    const said = await li.says('新客户 “清溪乳品”，苏州');
    await said.submit();
    const { rows } = await company.database.pool.query(`SELECT region FROM customers WHERE name = '清溪乳品'`);
    expect(rows).toEqual([{ region: '苏州' }]);
  });

  it('of a line', async () => {
    await jim.types(
      'customer add "Riverside Mills" --contact "Dana Cole" --email dana@rm.example --note "wants gateways"',
    );
    expect(await onFile('Riverside Mills')).toEqual([
      { contact: 'Dana Cole', phone: null, email: 'dana@rm.example', note: 'wants gateways' },
    ]);
  });

  it('all the same, with the note, where another is on file', async () => {
    const met = await jim.types('customer add "Other Mills" --email dana@rm.example --note "second plant"');
    await (await met.press('Add anyway')).submit({ reason: 'another company' });
    expect(await onFile('Other Mills')).toEqual([
      { contact: 'Other Mills', phone: null, email: 'dana@rm.example', note: 'second plant' },
    ]);
  });
});

describe('a task for a lead that is named hangs on it (R12)', () => {
  const tasksOf = async (contact: string) => {
    const { rows } = await company.database.pool.query(
      `SELECT t.title, t.due_on::text AS "dueOn" FROM tasks t JOIN leads l ON l.id = t.lead_id WHERE l.contact_name = $1`,
      [contact],
    );
    return rows;
  };

  it('of a sentence, and is gone with Undo', async () => {
    await li.types('新线索 罗敏 --公司 长风工具');
    const done = await li.says('提醒我明天给罗敏打电话');
    expect(await tasksOf('罗敏')).toEqual([{ title: '给罗敏打电话', dueOn: '2026-05-14' }]);
    await done.press('撤销');
    expect(await tasksOf('罗敏')).toEqual([]);
  });

  it('of a sentence and a line in English', async () => {
    await jim.types('lead add "Kim Lee" --company "Oak Tools"');
    await jim.says('remind me to call Kim Lee tomorrow 3pm');
    await jim.types('task add "Send prices" --lead "Kim Lee" --due Friday');
    expect((await tasksOf('Kim Lee')).map(({ title }) => title)).toEqual(['call Kim Lee', 'Send prices']);
  });
});
