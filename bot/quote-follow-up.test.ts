import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;

const tasks = async (customer: string) => {
  const { rows } = await company.database.pool.query(
    `SELECT t.title, t.due_on::text AS "dueOn", u.name AS owner FROM tasks t JOIN users u ON u.id = t.owner_id
       JOIN customers c ON c.id = t.customer_id WHERE c.name = $1 ORDER BY t.id`,
    [customer],
  );
  return rows;
};

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  [li, jim] = [talk.as('li'), talk.as('jim')];
  await li.types('新客户 华星电子有限公司');
  await jim.types('customer add Globex');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('a quote that is put on record (R28)', () => {
  it('is followed up in three days, said on its card and taken back with it', async () => {
    const done = await (await li.says('给华星电子报价20万')).submit();
    expect(done.text).toContain('下一步：跟进报价，5月16日');
    expect(await tasks('华星电子有限公司')).toEqual([{ title: '跟进报价', dueOn: '2026-05-16', owner: '李雷' }]);
    await done.press('撤销');
    expect(await tasks('华星电子有限公司')).toEqual([]);
  });

  it('is followed up once: not again by another quote, nor by the stage that asks for the same', async () => {
    await jim.types('opportunity open Globex --name Rollout --amount 80k');
    expect((await jim.types('quote add Globex 80k')).text).toContain('Next: Follow up on the quote, Sat 16 May');
    expect((await jim.types('quote add Globex 75k')).text).not.toContain('Next:');
    await jim.types('log Globex "Went through it" --kind meeting');
    const moved = await jim.types('advance Rollout --stage Proposal');
    expect(moved.card.title).toBe('Rollout: First contact → Proposal');
    expect(moved.text).not.toContain('Next:');
    expect(await tasks('Globex')).toEqual([
      { title: 'Follow up on the quote', dueOn: '2026-05-16', owner: 'Jim Green' },
    ]);
    await jim.types('done "Follow up on the quote"');
    expect((await jim.types('quote add Globex 70k')).text).toContain('Next: Follow up on the quote');
  });

  it('is the owner’s to follow up where his manager puts it on record, and nobody’s where it is old', async () => {
    await li.types('新客户 白桦仪器');
    await li.types('新商机 白桦仪器 --名称 二期 --金额 30万');
    await talk.as('zhang').types('新报价 白桦仪器 30万');
    expect(await tasks('白桦仪器')).toEqual([{ title: '跟进报价', dueOn: '2026-05-16', owner: '李雷' }]);
    await li.types('新客户 青松仪器');
    await li.types('新报价 青松仪器 30万 --报价日期 5月1日');
    expect(await tasks('青松仪器')).toEqual([]);
  });
});
