import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;

beforeAll(async () => {
  company = await openCompany();
  talk = openChat(company);
  [li, jim] = [talk.as('li'), talk.as('jim')];
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const kept = async (name: string) =>
  (await company.database.pool.query('SELECT count(*)::int AS count FROM customers WHERE name = $1', [name])).rows;

describe('a customer called like a word of command', () => {
  it.each(['今天', '帮助', '任务', '撤销'])('R20 R36: is added, found and logged at: %s', async (name) => {
    const form = await li.says(`新建客户${name}`);
    expect(form.text).toContain(`名称: ${name}`);
    await form.submit();
    expect(await kept(name)).toEqual([{ count: 1 }]);
    expect((await li.says(`查一下客户${name}`)).card.title).toBe(name);
    expect((await li.types(`客户 ${name}`)).card.title).toBe(name);
    expect((await li.types(`搜索 ${name}`)).card.title).toBe(name);
    const logged = await li.says(`今天拜访了客户${name}，谈得不错`);
    expect(logged.card.title).toBe(`已记录：${name}`);
  });

  it.each(['Task', 'Help', 'Today', 'Undo'])('R20 R36: is added, found and logged at in English: %s', async (name) => {
    await (await jim.says(`add customer ${name}`)).submit();
    expect(await kept(name)).toEqual([{ count: 1 }]);
    expect((await jim.says(`show customer ${name}`)).card.title).toBe(name);
    expect((await jim.types(`find ${name}`)).card.title).toBe(name);
    const logged = await jim.says(`visited ${name} this morning, they liked the offer`);
    expect(logged.card.title).toBe(`Logged: ${name}`);
  });

  it.each(['周末便利店', '明日之星科技', '三月集团', '百度', 'Tomorrow Inc', 'May Foods', 'Monday.com', '7-Eleven'])(
    'R1 R20: keeps all of its name, be it made of days and figures: %s',
    async (name) => {
      await (await li.says(`新客户 ${name}，13912345678`)).submit();
      expect(await kept(name)).toEqual([{ count: 1 }]);
      await company.database.pool.query('UPDATE customers SET phone = NULL WHERE name = $1', [name]);
    },
  );

  it('R36: takes no word of command away from anybody', async () => {
    expect((await li.says('今天有什么安排')).card.title).toBe((await li.types('今天')).card.title);
    expect((await li.says('查一下任务')).card.title).toBe((await li.types('任务')).card.title);
    expect((await li.says('帮助')).card.title).toBe('直接告诉我发生了什么');
    expect((await jim.says('help')).card.title).toBe('Just tell me what happened');
  });
});

describe('a name of signs and other scripts', () => {
  it.each(['🚀 Rocket 🚀', '🐼熊猫', 'شركة النور', 'שלום בע"מ', 'Ромашка', '삼성전자'])(
    'R20: is kept as it is, found, and logged at: %s',
    async (name) => {
      await (await jim.says(`add customer ${name}`)).submit();
      expect(await kept(name)).toEqual([{ count: 1 }]);
      expect((await jim.types(`customer '${name}'`)).card.title).toBe(name);
      expect((await jim.types(`find ${name}`)).card.title).toBe(name);
      const logged = await jim.says(`visited ${name} this morning, they liked the offer`);
      expect(logged.card.title).toBe(`Logged: ${name}`);
    },
  );
});

it.each([
  ['新客户 \u202e星海\u2066贸易\u2069 --联系人 \u200f王海\u061c', '客户已建档：星海贸易'],
  ['把星海贸易的行业改成\u202e制造业', '制造业'],
] as const)('R102: what turns the writing around it is left out of %j', async (line, told) => {
  const said = await li.types(line);
  expect(said.text).toContain(told);
  expect(said.text).not.toMatch(/\p{Bidi_Control}/u);
  const { rows } = await company.database.pool.query<{ text: string }>('SELECT c::text AS text FROM customers c');
  expect(rows.map(({ text }) => text).join()).not.toMatch(/\p{Bidi_Control}/u);
});
