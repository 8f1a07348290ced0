import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
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
afterEach(() => company.database.pool.query('TRUNCATE tasks, follow_ups CASCADE'));

async function rows(sql: string): Promise<unknown[]> {
  return (await company.database.pool.query(sql)).rows;
}

const visits = () => rows('SELECT c.name FROM follow_ups f JOIN customers c ON c.id = f.customer_id');
const tasks = () => rows(`SELECT to_char(due_on, 'MM-DD') AS due FROM tasks ORDER BY due_on`);

describe('one correction after another (R102, R106)', () => {
  it('leaves one visit and one task, whatever was said before', async () => {
    await li.says('今天拜访了华星电子，周五发方案');
    for (const [said, due] of [
      ['不对，是周四', '05-14'],
      ['不对，是下周一', '05-18'],
      ['不对，是下周二', '05-19'],
    ] as const) {
      await li.says(said);
      expect(await tasks()).toEqual([{ due }]);
      expect(await visits()).toHaveLength(1);
    }
  });

  it('leaves one call and one task in English', async () => {
    await jim.says('called Acme, quote on Friday');
    await jim.says('no, Monday');
    await jim.says('no, Tuesday');
    expect(await tasks()).toEqual([{ due: '05-19' }]);
    expect(await visits()).toHaveLength(1);
  });

  it.each([
    ['li', '今天拜访了华星电子，下周三发合同', '不对，是周四', '05-21'],
    ['li', '今天拜访了华星电子，下周三发合同', '不对，是周五', '05-22'],
    ['jim', 'Visited Acme today, will send the contract next Wednesday', 'no, Thursday', '05-21'],
    ['jim', 'called Acme, quote on Friday', 'no, Thursday', '05-14'],
  ] as const)('of a weekday means one in the week that was spoken of: %s %s', async (who, said, corrected, due) => {
    const person = who === 'li' ? li : jim;
    await person.says(said);
    await person.says(corrected);
    expect(await tasks()).toEqual([{ due }]);
  });

  it.each([
    ['li', '刚拜访了华星电子，下周三上午十点再约一次', '不对，是下午三点', '15:00'],
    ['li', '刚拜访了华星电子，下周三上午十点再约一次', '不对，四点', '16:00'],
    ['jim', 'called Acme, meeting next wednesday 10am', 'no, 4pm', '16:00'],
    ['jim', 'called Acme, meeting next wednesday 10am', 'make it 4', '16:00'],
  ] as const)('of the hour alone moves the next step and its reminder: %s %s', async (who, said, corrected, at) => {
    const person = who === 'li' ? li : jim;
    await person.says(said);
    const card = await person.says(corrected);
    expect(card.text).toContain(at);
    expect(await rows(`SELECT to_char(due_on, 'MM-DD') AS due, due_time::text AS at FROM tasks`)).toEqual([
      { due: '05-20', at },
    ]);
    expect(await visits()).toHaveLength(1);
  });

  it('goes back one at a time with Undo, to nothing', async () => {
    await li.says('提醒我明天给王总打电话');
    await li.says('不对，后天');
    await li.says('不对，大后天');
    expect(await tasks()).toEqual([{ due: '05-16' }]);
    expect((await li.says('撤销')).text.match(/任务: /gu)).toHaveLength(2);
    expect(await tasks()).toEqual([{ due: '05-15' }]);
    await li.says('撤销');
    expect(await tasks()).toEqual([{ due: '05-14' }]);
    await li.says('撤销');
    expect(await tasks()).toEqual([]);
  });

  it('leaves one deal of what was confirmed last', async () => {
    const deals = () => rows('SELECT amount::int AS amount FROM opportunities');
    const opened = await jim.says('open a deal for Acme called Press line, 20k');
    await opened.submit();
    expect(await deals()).toEqual([{ amount: 2_000_000 }]);
    for (const [said, amount] of [
      ['no, the amount is 25k', 2_500_000],
      ['no, the amount is 30k', 3_000_000],
    ] as const) {
      const asked = await jim.says(said);
      await asked.press('Save');
      expect(await deals()).toEqual([{ amount }]);
    }
  });

  it('takes the first with it when the customer was the wrong one', async () => {
    await li.types('新建客户 明珠医疗');
    await li.says('今天拜访华星电子，明天发报价');
    await li.says('不对，是后天');
    await li.says('不对，客户是明珠医疗');
    expect(await visits()).toEqual([{ name: '明珠医疗' }]);
    expect(await tasks()).toEqual([{ due: '05-15' }]);
  });
});
