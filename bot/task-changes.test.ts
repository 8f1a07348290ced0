import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let zhang: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z')); // a Wednesday, 10:30 in Shanghai
  talk = openChat(company);
  [li, zhang] = [talk.as('li'), talk.as('zhang')];
  await li.types('新客户 华星电子有限公司');
  await li.types('新任务 给王总打电话 --截止 "明天 15:00" --客户 华星电子');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const row = async (title: string) => {
  const { rows } = await company.database.pool.query<Record<string, unknown>>(
    `SELECT t.due_on::text AS "dueOn", t.due_time AS "dueTime", u.name AS owner,
       to_char(t.remind_at AT TIME ZONE 'Asia/Shanghai', 'MM-DD HH24:MI') AS reminded
       FROM tasks t JOIN users u ON u.id = t.owner_id WHERE t.title = $1`,
    [title],
  );
  return rows;
};

const given = async () => {
  const { rows } = await company.database.pool.query<{ count: string }>(
    `SELECT count(*) FROM outbox WHERE event = 'task.given'`,
  );
  return Number(rows[0]?.count);
};

describe('a task that stands is moved (R102)', () => {
  it('by a sentence in both languages: the day alone keeps the hour, the hour alone the day, and Undo takes it back', async () => {
    const moved = await li.says('把给华星打电话的任务改到周五');
    expect(moved.card.title).toBe('已修改：给王总打电话');
    expect(await row('给王总打电话')).toEqual([
      { dueOn: '2026-05-15', dueTime: '15:00', owner: '李雷', reminded: '05-15 14:45' },
    ]);
    await li.says('把给王总打电话的提醒改到下午4点');
    expect(await row('给王总打电话')).toMatchObject([{ dueOn: '2026-05-15', dueTime: '16:00' }]);
    const jim = talk.as('jim');
    await jim.types('task add "Call Acme about the samples" --due tomorrow');
    const english = await jim.says('move the Acme samples call to Friday');
    expect(english.card.title).toBe('Changed: Call Acme about the samples');
    expect(await row('Call Acme about the samples')).toMatchObject([{ dueOn: '2026-05-15', dueTime: null }]);
    await english.press('Undo');
    expect(await row('Call Acme about the samples')).toMatchObject([{ dueOn: '2026-05-14', reminded: '05-14 09:00' }]);
  });

  it('asks which, and writes nothing, where nothing on the list is called so', async () => {
    const asked = await li.says('把给蓝鲸打电话的任务改到周五');
    expect(asked.text).not.toContain('已修改');
    expect(asked.text).toContain('没有找到任务“给蓝鲸打电话”');
  });

  it('offers the next sensible moment instead of one that has passed', async () => {
    await li.types('新任务 准备样品 --截止 周五');
    const passed = await li.types('修改任务 准备样品 --截止 昨天');
    expect(passed.text).toContain('该时间已经过去');
    await passed.press('今天（5月13日 周三）');
    expect(await row('准备样品')).toMatchObject([{ dueOn: '2026-05-13' }]);
  });

  it('opens its form with what stands where nothing is said to change, and by the button on its card', async () => {
    const form = await (await li.types('查看任务 给王总打电话')).press('修改');
    expect(Object.fromEntries(form.form.inputs.map(({ name, value }) => [name, value]))).toMatchObject({
      title: '给王总打电话',
      due: '2026-05-15 16:00',
    });
    expect(form.form.inputs.map(({ name }) => name)).not.toContain('at');
    expect((await form.submit({ title: '给王总回电话', due: '2026-05-18' })).card.title).toBe('已修改：给王总回电话');
    // The form showed the hour, and it was taken away.
    expect(await row('给王总回电话')).toMatchObject([{ dueOn: '2026-05-18', dueTime: null, reminded: '05-18 09:00' }]);
    expect((await li.types('修改任务 给王总回电话 --截止 2026-05-18')).text).toContain('内容没有变化');
  });

  it('is no more when it is done', async () => {
    await li.types('新任务 寄样品');
    const card = await li.types('查看任务 寄样品');
    await card.press('完成');
    expect((await card.press('修改')).text).toContain('“寄样品”已经完成了');
  });
});

describe('a task becomes somebody else’s', () => {
  it('by those who lead him, who is told; nobody else gives him work', async () => {
    await zhang.types('新任务 跟进合同');
    const before = await given();
    const changed = await zhang.says('跟进合同的任务改由李雷负责');
    expect(changed.text).toContain('负责人: 李雷');
    expect(await row('跟进合同')).toMatchObject([{ owner: '李雷' }]);
    expect(await given()).toBe(before + 1);
    await li.types('新任务 写方案');
    const refused = await li.types('修改任务 写方案 --交给 张伟');
    expect(refused.text).toContain('只有张伟本人和上级可以给张伟安排任务');
    expect(await row('写方案')).toMatchObject([{ owner: '李雷' }]);
  });
});

describe('a task that two change at once', () => {
  it('shows both versions with who and when, and keeps what only one of them changed', async () => {
    await zhang.types('新任务 送样机 --截止 "周五 10:00" --交给 李雷');
    const card = await li.types('查看任务 送样机');
    const open = await card.press('修改');
    const theirs = await (await li.types('查看任务 送样机')).press('修改');
    await theirs.submit({ due: '2026-05-15 11:00' });
    const both = await open.submit({ due: '2026-05-15 14:00', title: '送样机到厂' });
    expect(both.text).toBe(
      [
        '其他人刚刚改过',
        '截止（你）: 5月15日 周五 14:00',
        '截止（对方）: 5月15日 周五 11:00 · 李雷 10:30',
        '你的修改尚未保存。',
        '[用我的] [保留对方的]',
      ].join('\n'),
    );
    await both.press('保留对方的');
    expect(await row('送样机到厂')).toMatchObject([{ dueTime: '11:00' }]);
  });
});
