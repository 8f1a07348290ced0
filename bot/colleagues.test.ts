import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';
import { deskOf, runDue } from '../test/support/jobs.ts';
import { Messenger } from '../test/support/messenger.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let zhang: Chat;
let tom: Chat;
let li: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z')); // a Wednesday, 10:30 in Shanghai
  talk = openChat(company);
  zhang = talk.as('zhang');
  tom = talk.as('tom');
  li = talk.as('li');
  await talk.as('jim').types('customer add "Acme Manufacturing Ltd" --contact "Wang Jun" --phone "+1 202 555 0143"');
  await li.types('新客户 华星电子有限公司 --联系人 王总 --电话 13800138000');
  await li.types('新客户 远山机械有限公司 --联系人 孙工');
});
beforeEach(() => company.database.pool.query('DELETE FROM tasks'));
afterAll(async () => {
  await talk.close();
  await company.close();
});

async function tasks(): Promise<unknown[]> {
  const { rows } = await company.database.pool.query(
    `SELECT t.title, u.name AS owner, t.due_on::text AS due FROM tasks t JOIN users u ON u.id = t.owner_id ORDER BY 2`,
  );
  return rows;
}

describe('a task for a colleague (R35)', () => {
  it('becomes his when his manager says it, and is shown so', async () => {
    const said = await zhang.says('提醒李雷明天给王总打电话');
    expect(said.text).toBe(
      '任务 → 李雷\n内容: 给王总打电话\n截止: 明天（5月14日 周四）\n[查看] [撤销] [修改] [取消任务]',
    );
    expect(await tasks()).toEqual([{ title: '给王总打电话', owner: '李雷', due: '2026-05-14' }]);
    expect((await said.press('撤销')).text).toContain('已撤销');
    expect(await tasks()).toEqual([]);
  });

  it('keeps its date in English, and knows a colleague by his first name', async () => {
    const said = await tom.says('remind Jim to call Acme tomorrow');
    expect(said.text).toBe(
      'Task → Jim Green\nWhat: call Acme\nDue: tomorrow (Thu 14 May)\nAbout: Acme Manufacturing Ltd\n[Open] [Undo] [Change] [Cancel]',
    );
    expect(await tasks()).toEqual([{ title: 'call Acme', owner: 'Jim Green', due: '2026-05-14' }]);
  });

  it('is told to him at once', async () => {
    const slack = new Messenger();
    const desk = deskOf(company, slack);
    await runDue(desk);
    await zhang.says('让李雷明天给王总打电话');
    await runDue(desk);
    expect(slack.cardsOf('li').map(({ title }) => title)).toEqual(['张伟给你安排了任务：给王总打电话']);
    await li.says('提醒我明天买咖啡');
    await runDue(desk);
    expect(slack.messages).toHaveLength(1);
  });

  it('is refused kindly to whoever does not lead him, who may take it on his own list', async () => {
    const said = await li.says('提醒韩梅梅明天交周报');
    expect(said.text).toBe(
      '不能给韩梅梅安排任务\n只有韩梅梅本人和上级可以。尚未保存，要记到你自己的待办吗？\n[记到我的待办]',
    );
    expect(await tasks()).toEqual([]);
    const mine = await said.press('记到我的待办');
    expect(mine.text).toContain('任务已添加\n内容: 提醒韩梅梅：交周报\n截止: 明天（5月14日 周四）');
    expect(await tasks()).toEqual([{ title: '提醒韩梅梅：交周报', owner: '李雷', due: '2026-05-14' }]);
    expect((await tom.says('remind 李雷 to call Acme tomorrow')).text).toContain('I cannot put a task on 李雷');
  });

  it('is nobody’s when nobody is called so', async () => {
    expect((await tom.says('remind Bob to call Acme tomorrow')).text).toContain('I found no colleague called “Bob”');
    expect((await zhang.says('提醒小王明天交周报')).text).toContain('没有找到同事“小王”');
    expect(await tasks()).toEqual([]);
  });

  it('is refused by the database whatever path leads there', async () => {
    const other = company.actor('han').userId;
    const forged = company.as('li', async (core) => {
      core.change.insert('tasks', {
        id: '00000000-0000-7000-8000-00000000ffff',
        title: 'x',
        ownerId: other,
        createdBy: core.actor.userId,
      });
    });
    await expect(forged).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('can be given by a line, and to several at once', async () => {
    await zhang.types('新任务 交周报 --截止 周五 --交给 李雷');
    await zhang.says('提醒李雷和韩梅梅明天开会');
    expect(await tasks()).toEqual([
      { title: '交周报', owner: '李雷', due: '2026-05-15' },
      { title: '开会', owner: '李雷', due: '2026-05-14' },
      { title: '开会', owner: '韩梅梅', due: '2026-05-14' },
    ]);
  });
});

describe('a reminder in the past', () => {
  it('is refused with the next sensible time to take instead', async () => {
    const said = await li.says('提醒我今天上午9点给王总打电话');
    expect(said.text).toBe(
      '该时间已经过去：今天（5月13日 周三） 09:00\n尚未保存，改成这个时间？\n[明天（5月14日 周四） 09:00]',
    );
    expect(await tasks()).toEqual([]);
    await said.press('明天（5月14日 周四） 09:00');
    expect(await tasks()).toEqual([{ title: '给王总打电话', owner: '李雷', due: '2026-05-14' }]);
    expect((await tom.types('task add "Send it" --due 2026-05-01')).labels).toEqual(['today (Wed 13 May)']);
  });
});

it('shows what the words of a command in a sentence would write, before it is written', async () => {
  const said = await tom.says('remind the accountants of the picnic');
  expect(said.reply?.kind).toBe('form');
  expect(await tasks()).toEqual([]);
});

describe('a number asked for', () => {
  it('is the contact’s phone', async () => {
    expect((await li.says('王总的电话是多少')).text).toBe(
      '王总：+86 138 0013 8000\n王总 — ["华星电子有限公司 · ",{"link":"tel:+8613800138000","label":"+86 138 0013 8000"}]',
    );
    expect((await talk.as('jim').says("what is Mr Wang's phone number")).text).toContain('Wang Jun: +1 202 555 0143');
    expect((await talk.as('jim').says('how do I reach Acme?')).text).toContain('+12025550143');
  });

  it('is plainly not known where none is on file', async () => {
    expect((await li.says('孙工的手机号')).text).toContain('没有记录孙工的电话\n孙工 — 远山机械有限公司 · 未记录电话');
  });

  it('is a lead’s as well, by his name or his company’s, and who has a number is found by it (R84)', async () => {
    const jim = talk.as('jim');
    await li.types('新线索 冉大勇 --公司 苍梧机电 --电话 13490000101');
    await jim.types('lead add "Simon Achebe" --company "Highline Elevators" --phone "+1 202 555 0188"');
    for (const said of ['冉大勇的电话', '冉大勇电话多少', '苍梧机电的电话', '查 13490000101', '13490000101是谁']) {
      expect((await li.says(said)).text, said).toContain('+86 134 9000 0101');
    }
    for (const said of [
      'phone number of Simon Achebe',
      'Highline Elevators phone',
      'how do I reach Highline Elevators',
      'look up +1 202 555 0188',
    ]) {
      expect((await jim.says(said)).text, said).toContain('+1 202 555 0188');
    }
    expect((await jim.says('苍梧机电的电话')).text).not.toContain('9000');
    expect((await talk.as('han').says('冉大勇的电话')).text).toContain('没有找到“冉大勇”');
    expect((await talk.as('liu').says('冉大勇的电话')).text).toContain('没有找到“冉大勇”');
  });

  it('is not told to whoever may not see the customer', async () => {
    expect((await talk.as('jim').says('王总的电话是多少')).text).toContain('I know nobody called “王总”');
  });
});
