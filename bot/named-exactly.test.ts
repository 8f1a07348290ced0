import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTwoBooks, type TwoBooks } from '../test/support/two-books.ts';

let books: TwoBooks;

beforeAll(async () => {
  books = await openTwoBooks();
  const { li, jim, talk } = books;
  await li.types('新客户 华星医疗器械有限公司 --联系人 孙科长');
  await jim.types('customer add "Pinecrest Paper Mills" --contact Nora');
  await talk.as('wang').types('转交客户 华星电子有限公司 韩梅梅');
});
afterAll(() => books.close());

/** What stands on record, to see that nothing of it has moved. */
async function standing(): Promise<unknown> {
  const { rows } = await books.company.database.pool.query(
    `SELECT (SELECT json_agg(json_build_array(name, owner_id) ORDER BY name) FROM customers) AS customers,
            (SELECT count(*) FROM follow_ups) AS said, (SELECT count(*) FROM service_tickets) AS tickets,
            (SELECT count(*) FROM opportunities) AS deals, (SELECT count(*) FROM tasks) AS tasks, (SELECT count(*) FROM taggings) AS tags`,
  );
  return rows[0];
}

describe('a company that is out of sight, or on nobody’s file', () => {
  it.each([
    '放回公海 华星电子有限公司 --原因 暂无需求',
    '新工单 华星电子有限公司 漏油',
    '签到 华星电子有限公司',
    '跟进 华星电子有限公司 聊了报价',
    '新商机 华星电子有限公司 --名称 二期扩容',
    '打标签 华星电子有限公司 高意向',
    '放回公海 华星电气 --原因 暂无需求',
    '放回公海 华星医疗器械 明天 --原因 暂无需求',
    '跟进 华星医疗器械有限公司xx 聊了报价',
    '跟进 华兴医疗器械 聊了报价',
  ])('R10, R20: “%s” is done to no other of its brand; that one is offered', async (line) => {
    const before = await standing();
    const asked = await books.li.types(line);
    expect(asked.text).toContain('你是不是指');
    expect(asked.labels).toContain('华星医疗器械有限公司');
    expect(await standing()).toEqual(before);
  });

  it.each([
    'release "Acme Robotics Inc" --reason "no budget"',
    'ticket open "Acme Robotics" "it leaks"',
    'check in "Acme Holdings"',
    'log "Acme Ltd" "talked about the price"',
    'opportunity open "Acme Robotics" Retrofit',
  ])('R10, R20: “%s” is done to no other of its brand; that one is offered', async (line) => {
    const before = await standing();
    const asked = await books.jim.types(line);
    expect(asked.text).toContain('Did you mean:');
    expect(asked.labels).toContain('Acme Manufacturing Ltd');
    expect(await standing()).toEqual(before);
  });

  it('R14, R20: a closed ticket of another of the brand is not opened again', async () => {
    await books.jim.types('ticket open "Acme Manufacturing Ltd" "it leaks"');
    await books.jim.types('ticket close "Acme Manufacturing Ltd" --result "new seal"');
    const asked = await books.jim.types('ticket reopen "Acme Robotics Inc"');
    expect(asked.text).toContain('Did you mean:');
    expect(
      (await books.company.database.pool.query('SELECT FROM service_tickets WHERE closed_at IS NULL')).rowCount,
    ).toBe(0);
    expect((await books.jim.types('ticket reopen "Acme Manufacturing"')).text).toContain('it leaks');
  });

  it('R20: what is asked of it is answered of no other either', async () => {
    expect((await books.li.types('客户 华星电子有限公司')).labels).toContain('华星医疗器械有限公司');
    expect((await books.jim.types('customer "Pinecrest Foods"')).labels).toContain('Pinecrest Paper Mills');
    expect((await books.jim.types('contact Nora --customer "Pinecrest Foods"')).text).toContain('I know nobody called');
  });

  it('R20: the one that was meant after all is one press, a new one another', async () => {
    const asked = await books.jim.types('log "Acme Robotics" "talked about the price"');
    expect(asked.labels).toContain('Add “Acme Robotics” and go on');
    expect((await asked.press('Acme Manufacturing Ltd')).text).toContain('Acme Manufacturing Ltd');
    const again = await books.jim.types('log "Acme Robotics" "talked about the robots"');
    expect((await again.press('Add “Acme Robotics” and go on')).text).toContain('Acme Robotics');
  });

  it('R20: the usual short forms of one on file find it', async () => {
    for (const said of ['华星', '华星公司', '华星医疗', '华星医疗器械', '华星医疗器械有限公司', 'huaxing']) {
      expect((await books.li.types(`客户 ${said}`)).text, said).toContain('孙科长');
    }
    for (const said of ['Pinecrest', 'Pinecrest Paper', 'pinecrest paper mills', 'Pinecrest Paper Mills Ltd']) {
      expect((await books.jim.types(`customer "${said}"`)).text, said).toContain('Nora');
    }
  });
});

describe('a deal, a ticket, an invoice of a company', () => {
  it('R20: is not meant by the name of another of its brand', async () => {
    const { li, jim } = books;
    await li.types('新商机 华星医疗器械 --名称 手术灯 --金额 30万');
    await jim.types('opportunity open "Pinecrest Paper Mills" --name Dryer --amount 30k');
    expect((await li.types('推进 华星电子 --阶段 报价')).text).toContain('你是不是指');
    expect((await jim.types('advance "Pinecrest Foods" --stage lost')).text).toContain('Did you mean:');
    expect((await li.types('推进 华星 --阶段 报价')).text).toContain('手术灯');
  });
});

describe('a follow-up that names only the contact', () => {
  const last = async () =>
    (
      await books.company.database.pool.query(
        'SELECT c.name, f.kind FROM follow_ups f JOIN customers c ON c.id = f.customer_id ORDER BY f.created_at DESC, f.id DESC LIMIT 1',
      )
    ).rows[0];

  it('R35: is one with his customer', async () => {
    await books.li.says('给孙科长打了电话，聊了报价');
    expect(await last()).toEqual({ name: '华星医疗器械有限公司', kind: 'call' });
    await books.jim.says('met with Nora today, she likes the offer');
    expect(await last()).toMatchObject({ name: 'Pinecrest Paper Mills' });
  });

  it('R35: asks whose he is where nobody is called so, and whom of several', async () => {
    expect((await books.li.says('给钱总打了电话，聊了报价')).form.command).toBe('follow-up.log');
    await books.jim.types('customer add "Ironbark Kilns" --contact Nora');
    const asked = await books.jim.says('called Nora today about the kiln');
    expect(asked.labels).toEqual(expect.arrayContaining(['Nora · Pinecrest Paper Mills', 'Nora · Ironbark Kilns']));
    const before = await standing();
    await books.jim.types('release Nora --reason "no budget"');
    expect(await standing()).toEqual(before);
  });
});

describe('words behind a name', () => {
  const deal = async (name: string) =>
    (
      await books.company.database.pool.query(
        `SELECT c.name AS customer, o.amount::text FROM opportunities o JOIN customers c ON c.id = o.customer_id WHERE o.name = '${name}'`,
      )
    ).rows[0];

  it('R20, R102: are what a new deal is called and worth', async () => {
    await books.li.types('新商机 华星医疗器械 二期扩容 80万');
    expect(await deal('二期扩容')).toEqual({ customer: '华星医疗器械有限公司', amount: '80000000' });
    await books.jim.types('opportunity open Acme Manufacturing Retrofit Two 120k');
    expect(await deal('Retrofit Two')).toEqual({ customer: 'Acme Manufacturing Ltd', amount: '12000000' });
    const asked = await books.li.types('新商机 华星电子有限公司 三期扩容 80万');
    expect(asked.text).toContain('你是不是指');
    expect(await deal('三期扩容')).toBeUndefined();
  });
});

describe('a lead', () => {
  beforeAll(async () => {
    await books.jim.types('lead add "Gareth Lyle" --company "Leeds Works"');
    await books.jim.types('lead add "Simon Achebe"');
  });

  it.each([
    'Gareth Jones is not interested, no budget',
    'gareth jones is not interested, no budget',
    'Simon Miller is interested',
    'tag Simon Baker as high intent',
  ])('R7, R20: is not taken for one of another surname: “%s”', async (sentence) => {
    const leads = async () =>
      (await books.company.database.pool.query('SELECT contact_name, status, outcome_key FROM leads ORDER BY 1')).rows;
    const before = [await leads(), await standing()];
    const asked = await books.jim.says(sentence);
    expect(asked.text).toContain('Did you mean:');
    expect(asked.labels).toContain(
      sentence.startsWith('g') || sentence.startsWith('G') ? 'Gareth Lyle · Leeds Works' : 'Simon Achebe',
    );
    expect([await leads(), await standing()]).toEqual(before);
  });

  it('R20: is found by either name, and by no half of a word', async () => {
    expect((await books.jim.types('lead show Gareth')).text).toContain('Gareth Lyle');
    expect((await books.jim.types('lead show Lyle')).text).toContain('Gareth Lyle');
    expect((await books.jim.types('lead show Lee')).text).toContain('Did you mean:');
  });
});
