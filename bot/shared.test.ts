import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chat, openChat } from '../test/support/chat.ts';
import type { Company } from '../test/support/company.ts';
import { openTwoBooks } from '../test/support/two-books.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ company, talk, li, jim, close } = await openTwoBooks());
});
afterAll(() => close());

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

  it('of nothing picked is an empty form to say what happened', async () => {
    const shared = await jim.does({ kind: 'shared', text: '' });
    expect(shared.form.command).toBe('follow-up.log');
    expect(shared.form.inputs.filter(({ value }) => value !== undefined)).toEqual([]);
  });
});

describe('the page of one’s own', () => {
  it('is my day', async () => {
    expect((await jim.does({ kind: 'home' })).text).toEqual((await jim.types('today')).text);
  });

  it('is my day again below what was done on it', async () => {
    await jim.types('todo "Send the samples" --due today');
    const home = await jim.does({ kind: 'home' });
    const [records] = home.card.body.flatMap((node) => (node.type === 'records' ? node.records : []));
    const done = records?.buttons?.find(({ label }) => label === 'Done') ?? { command: '', input: {} };
    const after = await jim.does({ kind: 'press', ...done, onHome: true });
    expect(after.card.title).toBe('A clear day');
    expect(after.labels).toEqual(['My deals', 'Add a task', 'Undo']);

    const buttons = after.card.body.flatMap((node) => (node.type === 'actions' ? node.buttons : []));
    const undo = buttons.find(({ label }) => label === 'Undo') ?? { command: '', input: {} };
    const undone = await jim.does({ kind: 'press', command: undo.command, input: undo.input, onHome: true });
    expect(undone.card.title).toBe('My day');
    expect(undone.text).toMatch(
      /^My day\nUndone: Mark a task done\n.*\nIt is as it was before\.\n---\nDue today \(1\)/,
    );
  });
});

describe('the first words offered', () => {
  it('are all understood, in both languages', async () => {
    for (const person of [li, jim]) {
      const { reply } = await person.does({ kind: 'joined' });
      const suggestions = reply?.kind === 'card' ? (reply.suggestions ?? []) : [];
      expect(suggestions).toHaveLength(4);
      const said = await Promise.all(suggestions.map((words) => person.says(words)));
      const titles = said.map(({ card }) => card.title);
      expect(new Set(titles).size).toBe(4);
      expect(titles.filter((title) => /not understand|没看懂|没听懂/.test(title))).toEqual([]);
    }
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

describe('a link passed on', () => {
  const linked = async (person: Chat, source: string, id: string) =>
    person.looksUp({ kind: 'linked', source, query: id });

  it('shows a way to the record and nothing of it, where the one who passes it on sees it (R104)', async () => {
    const [acme] = await jim.looksFor('acme', 'customer');
    const id = acme?.value ?? '';
    expect(await linked(jim, 'customer', id)).toEqual([
      {
        value: id,
        label: 'Acme Manufacturing Ltd',
        card: {
          title: 'A record: customer',
          body: [
            { type: 'text', text: 'Whoever may see it can open it here.', muted: true },
            {
              type: 'actions',
              buttons: [{ label: 'Open privately', command: 'customer.show', input: { customer: id } }],
            },
          ],
        },
      },
    ]);
    expect(await linked(li, 'customer', id)).toEqual([]);
    expect(await linked(talk.as('a stranger'), 'customer', id)).toEqual([]);
    expect(await linked(jim, 'customer', 'Acme')).toEqual([]);
    expect(await linked(jim, 'stage', id)).toEqual([]);
  });

  it('to the bot itself opens what it leads to', async () => {
    const [acme] = await jim.looksFor('acme', 'customer');
    const link = `https://crm.example/r/customer/${acme?.value}`;
    expect((await jim.says(link)).card.title).toBe('Acme Manufacturing Ltd');
    expect((await li.says(link)).text).not.toContain('Acme');
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
