import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chat, openChat, type Said } from '../test/support/chat.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let jim: Chat;

beforeAll(async () => {
  company = await openCompany();
  talk = openChat(company);
  jim = talk.as('jim');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const count = async (table: string) => {
  const { rows } = await company.database.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
  return rows[0]?.n;
};
const textOf = ({ reply }: Said) => (reply?.kind === 'notice' ? reply.text : undefined);

it('a form that is sent twice is done once, and says so kindly', async () => {
  const form = await jim.types('customer add');
  const first = await form.submit({ name: 'Acme Ltd', contact: 'Wang' });
  expect(first.card.title).toBe('On file: Acme Ltd');
  const again = await form.submit({ name: 'Acme Ltd', contact: 'Wang' });
  expect(again.reply).toMatchObject({ kind: 'notice', tone: 'info' });
  expect(textOf(again)).toBe('This form was sent before; it was done once.');
  expect(await count('customers')).toBe(1);
});

it('a form sent twice at the same moment is done once', async () => {
  const form = await jim.types('task add');
  const sent = await Promise.all([1, 2, 3].map(() => form.submit({ title: 'Send the samples' })));
  expect(sent.map((said) => (textOf(said) === undefined ? 'done' : 'not again')).sort()).toEqual([
    'done',
    'not again',
    'not again',
  ]);
  expect(await count('tasks')).toBe(1);
});

it('a form with something wrong in it is sent again when that is mended, and another of its kind as well', async () => {
  const form = await jim.types('task add');
  const wrong = await form.submit({ title: 'Call Wang', due: 'some day or other' });
  expect(wrong.form.inputs.find(({ name }) => name === 'due')?.error).toBeDefined();
  expect((await wrong.submit({ due: 'tomorrow' })).card.title).toBe('Task added');
  expect(textOf(await form.submit({ title: 'Call Wang' }))).toBe('This form was sent before; it was done once.');
  expect((await (await jim.types('task add')).submit({ title: 'Call Wang' })).card.title).toBe('Task added');
  expect(await count('tasks')).toBe(3);
});

it('a press on a card of before offers what it was about as it now stands', async () => {
  const [acme] = await jim.looksFor('acme', 'customer');
  const old = await jim.presses({ label: '', command: 'customer.rename', input: { customer: acme?.value } });
  expect([old.card.title, old.labels]).toEqual(['Out of date', ['As it stands now']]);
  expect((await old.press('As it stands now')).card.title).toBe('Acme Ltd');
});
