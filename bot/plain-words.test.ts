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
  [li, jim] = [talk.as('li'), talk.as('jim')];
  await li.types('新客户 鹿鸣乳业有限公司');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const dueOn = async (title: string) => {
  const { rows } = await company.database.pool.query<{ day: string }>(
    `SELECT due_on::text AS day FROM tasks WHERE title = $1`,
    [title],
  );
  return rows.map(({ day }) => day);
};

describe('what was spoken of last (R12, R102)', () => {
  it('is moved by “that” where it was something to be done', async () => {
    await li.says('提醒我明天给鹿鸣乳业打电话');
    const moved = await li.says('推到周五');
    expect(moved.card.title).toBe('已修改：给鹿鸣乳业打电话');
    expect(await dueOn('给鹿鸣乳业打电话')).toEqual(['2026-05-15']);
    await jim.says('remind me Thursday to send Nora the contract');
    expect((await jim.says('push that to Friday')).card.title).toBe('Changed: send Nora the contract');
    expect(await dueOn('send Nora the contract')).toEqual(['2026-05-15']);
  });

  it('is neither done nor moved by a question, and cancelled by “that task”, not another one', async () => {
    await li.types('新任务 给华星寄三个样品');
    await li.says('提醒我周五跟张伟开会');
    expect((await li.says('搞定了？')).text).not.toContain('已完成');
    expect((await li.says('改到下周一？')).text).not.toContain('已修改');
    expect(await dueOn('跟张伟开会')).toEqual(['2026-05-15']);
    const cancelled = await li.says('那个任务取消了吧');
    expect(cancelled.text).toContain('跟张伟开会');
    expect(cancelled.text).not.toContain('寄三个样品');
  });

  it('is left alone where several are due on the day that was named, which one is asked', async () => {
    await li.types('新任务 寄样品 --截止 5月20日');
    const moved = await li.says('把5月20日的任务推到5月22日');
    expect(moved.card.title).toBe('已修改：寄样品');
    expect(await dueOn('寄样品')).toEqual(['2026-05-22']);
    await li.types('新任务 发合同 --截止 5月22日');
    const asked = await li.says('把5月22日的任务推到5月25日');
    expect(asked.text).toContain('寄样品');
    expect(asked.text).toContain('发合同');
    expect(await dueOn('发合同')).toEqual(['2026-05-22']);
  });

  it('is put right by “sorry, I meant …” once it is saved', async () => {
    const form = await li.says('给鹿鸣乳业建个商机，CIP清洗记录，38万');
    await form.submit({});
    const asked = await li.says('不对，是35万');
    expect(asked.text).toMatch(/350,000|35万/u);
  });
});

describe('a contact who is known', () => {
  it('R20, R35: is whose word is put on record at his customer, and nobody is put on file by his name', async () => {
    await li.types('添加联系人 鹿鸣乳业 陈志远 --电话 13800002222');
    const told = await li.says('陈工说预算大概80万');
    expect(told.text).toContain('鹿鸣乳业');
    const unknown = await li.says('褚工说预算大概90万');
    expect(unknown.text).not.toContain('并继续');
  });

  it('R12: has a new number on the form that asks', async () => {
    await li.types('添加联系人 鹿鸣乳业 王建国 --电话 13800001111');
    const asked = await li.says('鹿鸣乳业的王建国换电话了，新号码13811112222');
    expect(asked.reply?.kind).toBe('form');
    expect(asked.text).toContain('13811112222');
  });
});
