import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z')); // a Wednesday, 10:30 in Shanghai
  talk = openChat(company);
  li = talk.as('li');
  jim = talk.as('jim');
  await li.types('新客户 华星电子有限公司 --联系人 王总');
  await jim.types('customer add "Acme Manufacturing Ltd" --contact Wang');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('a message put on record (R39)', () => {
  it('comes as a follow-up to be checked, with who said it, when and where, and stores nothing yet', async () => {
    const shared = await li.does({
      kind: 'shared',
      text: '今天拜访了华星电子，王总对报价基本满意，下周三发合同',
      author: '韩梅梅',
      at: '2026-05-12T09:00:00Z',
      link: 'https://example.slack.com/archives/C1/p1',
    });
    const values = Object.fromEntries(shared.form.inputs.map(({ name, value }) => [name, value]));
    expect(values).toMatchObject({
      note: '韩梅梅: 今天拜访了华星电子，王总对报价基本满意，下周三发合同\nhttps://example.slack.com/archives/C1/p1',
      on: '2026-05-12',
      kind: 'visit',
    });
    const { rows } = await company.database.pool.query('SELECT id FROM follow_ups');
    expect(rows).toEqual([]);
    const saved = await shared.submit();
    expect(saved.text).toContain('已记录：华星电子有限公司');
  });

  it('of which nothing is understood keeps its words and asks for the customer', async () => {
    const shared = await jim.does({ kind: 'shared', text: 'Looks good to me!' });
    const values = Object.fromEntries(shared.form.inputs.map(({ name, value }) => [name, value]));
    expect([values.note, values.customer]).toEqual(['Looks good to me!', undefined]);
  });
});

describe('the page of one’s own', () => {
  it('is my day', async () => {
    expect((await jim.does({ kind: 'home' })).text).toEqual((await jim.types('today')).text);
  });
});

describe('a search while one types', () => {
  it('offers what the person may see, and nothing of what he may not', async () => {
    expect((await li.looksFor('华星', 'customer')).map(({ label }) => label)).toEqual(['华星电子有限公司']);
    expect(await jim.looksFor('华星', 'customer')).toEqual([]);
    expect(await li.looksFor('  ', 'customer')).toEqual([]);
    expect(await li.looksFor('华星', 'no such thing')).toEqual([]);
    expect(await talk.as('a stranger').looksFor('华星', 'customer')).toEqual([]);
  });

  it('brings the card of a record, to be put into a conversation', async () => {
    const [found] = await jim.looksFor('acme');
    expect(found).toMatchObject({ label: 'Acme Manufacturing Ltd', card: { title: 'Acme Manufacturing Ltd' } });
  });
});

describe('in a channel (R104)', () => {
  it('a private answer leaves one line in the open, in the language of the company', async () => {
    expect((await jim.does({ kind: 'line', text: 'today' }, false)).reply).toMatchObject({
      audience: 'asker',
      aside: '已私信回复你。',
    });
    expect((await jim.types('today')).reply).not.toHaveProperty('aside');
  });
});
