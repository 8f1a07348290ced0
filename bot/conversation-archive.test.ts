import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SaidMessage } from '../core/follow-ups/conversation.ts';
import type { Chat } from '../test/support/chat.ts';
import type { Company } from '../test/support/company.ts';
import { openTwoBooks } from '../test/support/two-books.ts';

let company: Company;
let li: Chat;
let jim: Chat;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ company, li, jim, close } = await openTwoBooks());
});
afterAll(() => close());
beforeEach(() => company.database.pool.query('DELETE FROM follow_ups; DELETE FROM grants'));

const SAID = [
  { id: '1', author: '李雷', at: '2026-05-13T01:02:00.000Z', text: '今天拜访了华星电子，王总对报价基本满意' },
  { id: '2', author: '韩梅梅', at: '2026-05-13T01:20:00.000Z', text: '交期呢？' },
  { id: '3', author: '李雷', at: '2026-05-13T01:40:00.000Z', text: '下周三' },
];
const ADDRESS = 'slack T1 C1 1.1';
const threadOf = (read: object) => ({ handle: JSON.stringify({ address: ADDRESS, ...read }), withinMs: 1_000 });
const share = (chat: Chat, said: SaidMessage[] = SAID, address = ADDRESS) =>
  chat.does({ kind: 'shared', text: said[0]?.text ?? '', thread: threadOf({ address, said, isCut: false }) });
/** Something said to the bot in a thread among colleagues. */
const say = (chat: Chat, text: string, read: object = { said: SAID, isCut: false }) =>
  chat.does({ kind: 'message', text, thread: threadOf(read) }, false);
const stored = async () => {
  const { rows } = await company.database.pool.query(
    'SELECT kind, note, thread, said FROM follow_ups ORDER BY created_at',
  );
  return rows;
};

describe('a conversation put on record (R39)', () => {
  it('asks for the customer and a summary alone, with who spoke and when above, and keeps every word', async () => {
    const form = await share(li);
    expect(form.form.inputs.map(({ name, value }) => [name, value])).toEqual([
      ['customer', '华星电子有限公司'],
      ['summary', '今天拜访了华星电子，王总对报价基本满意'],
    ]);
    expect(form.text).toContain('3 条消息，李雷、韩梅梅，09:02–09:40');
    expect(await stored()).toEqual([]);
    const archived = await form.submit({ summary: '报价基本满意，谈交期' });
    expect(archived.card.title).toBe('已归档：华星电子有限公司');
    expect(await stored()).toEqual([
      { kind: 'message', note: '报价基本满意，谈交期', thread: 'slack T1 C1 1.1', said: SAID },
    ]);
  });

  it('is read on, page by page, from the history', async () => {
    const many = Array.from({ length: 12 }, (_, at) => ({
      id: `${at}`,
      author: 'Jim',
      at: null,
      text: `Line ${at + 1}`,
    }));
    await (await share(jim, many)).submit({ customer: 'Acme' });
    const history = await jim.types('history Acme');
    const first = await history.press('Read 12 messages');
    expect([first.text.includes('Line 10'), first.text.includes('Line 11'), first.labels]).toEqual([
      true,
      false,
      ['Read on', 'Open customer'],
    ]);
    const second = await first.press('Read on');
    expect([second.text.includes('Line 12'), second.labels]).toEqual([true, ['Back', 'Open customer']]);
    expect((await jim.types('conversation Acme')).text).toBe(first.text);
  });

  it('takes in only what is new when it is archived again, and says so where nothing is', async () => {
    await (await share(li)).submit();
    const again = await share(li, [
      ...SAID,
      { id: '4', author: '韩梅梅', at: '2026-05-13T02:10:00.000Z', text: '好的' },
    ]);
    expect(again.form.inputs[0]?.value).toBe('华星电子有限公司');
    const added = await again.submit();
    expect([added.card.title, added.text.includes('新增 1 条')]).toEqual(['已补充归档：华星电子有限公司', true]);
    const [row, ...others] = await stored();
    expect([row.said.map(({ id }: { id: string }) => id), others]).toEqual([['1', '2', '3', '4'], []]);
    expect((await (await share(li)).submit()).text).toContain('这段对话已全部归档');
    await added.press('撤销');
    expect((await stored())[0].said).toEqual(SAID);
  });

  it('is taken back whole', async () => {
    const archived = await (await share(li)).submit();
    await archived.press('撤销');
    expect(await stored()).toEqual([]);
  });

  it('that could not be read is the one message, which is said', async () => {
    const form = await jim.does({
      kind: 'shared',
      text: 'Looks good',
      thread: threadOf({ unread: true }),
    });
    expect(form.form.command).toBe('follow-up.log');
    expect(form.text).toContain('This one message only');
  });

  it('of one message longer than a note is kept whole', async () => {
    const text = `${'很长的话'.repeat(3_000)}完`;
    await (await li.does({ kind: 'shared', text, author: '王总' })).submit({ customer: '华星电子', summary: '长消息' });
    expect((await stored())[0].said).toEqual([{ id: '1', author: '王总', at: null, text }]);
  });

  it('of messages that are on record takes in only what is new, also where they come under other names', async () => {
    await (await share(li, SAID, 'feishu om_1')).submit();
    const forwarded = SAID.map((each) => ({ ...each, id: `om_2_${each.id}` }));
    const later = { id: 'om_2_4', author: '韩梅梅', at: '2026-05-13T02:10:00.000Z', text: '好的' };
    const added = await (await share(li, [...forwarded, later], 'feishu om_2')).submit();
    expect(added.text).toContain('新增 1 条');
    const [row, ...others] = await stored();
    expect([row.said, others]).toEqual([[...SAID, later], []]);
    expect((await (await share(li, forwarded, 'feishu om_3')).submit()).text).toContain('这段对话已全部归档');
  });

  it('that two archive for the first time at the same moment is stored once', async () => {
    await company.database.pool.query(
      `INSERT INTO grants (id, entity, record_id, user_id, reason) SELECT gen_random_uuid(), 'customer', c.id, u.id, 'delegate'
         FROM customers c, users u WHERE c.name = '华星电子有限公司' AND u.email LIKE 'jim@%'`,
    );
    const forms = await Promise.all([share(li), share(jim)]);
    const answers = await Promise.all(forms.map((form) => form.submit({ customer: '华星电子有限公司' })));
    expect((await stored()).map(({ said }) => said.length)).toEqual([3]);
    expect(answers.map(({ card }) => card.title).filter((title) => /^(?:已归档|Archived)/.test(title))).toHaveLength(1);
  });

  it('is archived by a sentence in the thread, at once, with Undo', async () => {
    const archived = await say(li, '把这段对话存到华星电子');
    expect([archived.card.title, archived.text.includes('3 条消息')]).toEqual(['已归档：华星电子有限公司', true]);
    expect(await stored()).toEqual([
      { kind: 'message', note: '今天拜访了华星电子，王总对报价基本满意', thread: ADDRESS, said: SAID },
    ]);
    await archived.press('撤销');
    expect(await stored()).toEqual([]);
    await say(jim, 'archive this thread to Acme: agreed on the price');
    expect((await stored()).map(({ note, said }) => [note, said.length])).toEqual([['agreed on the price', 3]]);
  });

  it('for which no customer is named, or that is longer than a record, is the form of the message action', async () => {
    const form = await say(li, '把这段对话归档');
    expect(form.form.inputs.map(({ name, value }) => [name, value])).toEqual([
      ['customer', '华星电子有限公司'],
      ['summary', '今天拜访了华星电子，王总对报价基本满意'],
    ]);
    const long = await say(jim, 'archive this thread to Acme', { said: SAID, isCut: true });
    expect([long.form.inputs[0]?.value, long.text.includes('these are its first messages')]).toEqual([
      'Acme Manufacturing Ltd',
      true,
    ]);
    expect(await stored()).toEqual([]);
    expect((await long.submit()).text).toContain('Archived: Acme Manufacturing Ltd');
  });

  it('of a customer who may be several is archived to whoever is then chosen', async () => {
    await li.types('新客户 华星医疗器械有限公司');
    const asked = await say(li, '把这段对话存到华星');
    await asked.press('华星医疗器械有限公司');
    expect((await stored()).map(({ said }) => said.length)).toEqual([3]);
  });

  it('that the bot may not read is said, and nothing is stored', async () => {
    expect((await say(jim, 'archive this thread to Acme', { unread: true })).text).toContain(
      'I could not read what was said here',
    );
    expect(await stored()).toEqual([]);
  });

  it('asked for outside any thread is told where it can be said, and pasted there', async () => {
    const asked = await jim.says('archive this conversation to Acme');
    expect(asked.form.inputs.map(({ name }) => name)).toEqual(['customer', 'summary', 'words']);
    expect(asked.text).toContain('mention me in the thread');
    const archived = await asked.submit({ summary: 'Agreed', words: 'Wang: 35 each is fine' });
    expect(archived.text).toContain('Archived: Acme Manufacturing Ltd');
  });

  it('is pasted where a platform gives none, and asked for where it is missing', async () => {
    await jim.types('archive Acme "Agreed on the price" --words "Wang: 35 each is fine"');
    expect((await stored())[0]).toMatchObject({
      note: 'Agreed on the price',
      said: [{ id: '1', author: 'Wang', at: null, text: '35 each is fine' }],
    });
    const asked = await jim.types('archive Acme "Agreed on the price"');
    expect(asked.form.inputs.find(({ name }) => name === 'words')?.error).toBe(
      'Paste what was said, one message a line.',
    );
  });

  it('is nobody’s to read who may not see the customer', async () => {
    await (await share(li)).submit();
    const { rows } = await company.database.pool.query('SELECT id FROM follow_ups');
    const reading = await jim.does({ kind: 'press', command: 'conversation.show', input: { followUp: rows[0].id } });
    expect(reading.text).toContain('I find no archived conversation there');
  });
});
