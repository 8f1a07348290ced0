import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Chat, openChat, words } from '../../test/support/chat.ts';
import { moveClock } from '../../test/support/clock.ts';
import { type Company, openCompany, type PersonKey } from '../../test/support/company.ts';
import { deskOf, runDue } from '../../test/support/jobs.ts';
import { Messenger } from '../../test/support/messenger.ts';
import type { Desk } from '../desk.ts';

let company: Company;
let slack: Messenger;
let desk: Desk;
let talk: ReturnType<typeof openChat>;
let chats: Readonly<Record<'li' | 'han' | 'zhang' | 'jim' | 'tom', Chat>>;

beforeAll(async () => {
  company = await openCompany();
  slack = new Messenger();
  desk = deskOf(company, slack);
  talk = openChat(company);
  const [li, han, zhang, jim, tom] = (['li', 'han', 'zhang', 'jim', 'tom'] as const).map((key) => talk.as(key));
  if (!li || !han || !zhang || !jim || !tom) throw new Error('nobody there');
  chats = { li, han, zhang, jim, tom };
});
beforeEach(() => moveClock(company.database, '2026-05-13T10:30:00+08:00'));
afterAll(async () => {
  await talk.close();
  await company.close();
});

/** What this person is told from now on, until it is asked for; each time all that is due goes out twice. */
async function told(key: PersonKey, run: () => Promise<unknown>): Promise<string[]> {
  await runDue(desk);
  const before = slack.cardsOf(key).length;
  await run();
  await runDue(desk);
  await runDue(desk);
  return slack.cardsOf(key).slice(before).map(words);
}

describe('whoever planned with a lead that somebody else gives away (R10, R102)', () => {
  it('is told once what went along, to whom and by whom, and once more when it is taken back', async () => {
    const { li, zhang } = chats;
    await li.types('新线索 韩雪');
    await li.types('新任务 寄样品 --截止 5月20日 --线索 韩雪');
    let given = await zhang.types('我的任务');
    const gone = await told('li', async () => {
      given = await zhang.types('分配线索 韩雪 韩梅梅');
    });
    expect(gone).toEqual(['张伟把你的 1 项任务转给了韩梅梅\n寄样品 — 韩雪 · 5月20日']);
    expect(await told('li', () => given.press('撤销'))).toEqual([
      '张伟撤销了刚才的操作，任务已恢复\n寄样品 — 韩雪 · 5月20日 周三',
    ]);
  });

  it('is told the same in English', async () => {
    const { jim, tom } = chats;
    await jim.types('lead add "Mary Major"');
    await jim.types('task add "Send samples" --due 2026-05-20 --lead "Mary Major"');
    const gone = await told('jim', () => tom.types('assign "Mary Major" "Tom Brown"'));
    expect(gone).toEqual(['Tom Brown took over a task of yours\nSend samples — Mary Major · 20 May']);
  });

  it('is told once of several, and whoever gets them reads what goes along', async () => {
    const { li, zhang, jim, tom } = chats;
    await li.types('新线索 高飞');
    await li.types('新线索 秦风');
    await li.types('新任务 发报价 --线索 高飞');
    await li.types('新任务 约演示 --线索 秦风');
    let receives: string[] = [];
    const gone = await told('li', async () => {
      receives = await told('han', () => zhang.types('批量分配 高飞、秦风 韩梅梅'));
    });
    expect(gone).toHaveLength(1);
    expect(gone[0]).toContain('张伟把你的 2 项任务转给了韩梅梅');
    expect(receives).toHaveLength(1);
    expect(receives[0]).toContain('接手的待办：发报价');
    await jim.types('lead add "Peter Pike"');
    await jim.types('lead add "Vera Vale"');
    await jim.types('task add "Send prices" --lead "Peter Pike"');
    const english = await told('tom', () => tom.types('assign several "Peter Pike, Vera Vale" "Tom Brown"'));
    expect(english).toEqual([]);
  });

  it('is told that it is taken back, who got it with a customer', async () => {
    const { li, zhang } = chats;
    await li.types('新客户 东方重机');
    await li.types('新任务 寄样品 --客户 东方重机');
    let given = await li.types('我的任务');
    const got = await told('han', async () => {
      given = await zhang.types('转交客户 东方重机 韩梅梅');
    });
    expect(got[0]).toContain('寄样品');
    const back = await told('han', () => given.press('撤销'));
    expect(back).toHaveLength(1);
    expect(back[0]).toContain('寄样品');
  });

  it('is told nothing where he gives it away himself, or nothing was planned', async () => {
    const { li, zhang } = chats;
    await li.types('新线索 白川');
    expect(await told('li', () => zhang.types('分配线索 白川 韩梅梅'))).toEqual([]);
    await zhang.types('新线索 陆远');
    await zhang.types('新任务 发方案 --线索 陆远');
    expect(await told('zhang', () => zhang.types('分配线索 陆远 李雷'))).toEqual([]);
  });
});

describe('whoever was given something that is then taken back (R10, R106)', () => {
  it('is told that the lead is no longer his, with what went along', async () => {
    const { li, zhang, tom } = chats;
    await li.types('新线索 宋词');
    await li.types('新任务 寄图纸 --线索 宋词');
    let given = await zhang.types('我的任务');
    const got = await told('han', async () => {
      given = await zhang.types('分配线索 宋词 韩梅梅');
    });
    expect(got[0]).toContain('你有一条新线索');
    expect(await told('han', () => given.press('撤销'))).toEqual([
      '张伟撤销了之前的分配，以下不再由你负责\n宋词 — 线索\n寄图纸 — 任务',
    ]);
    await tom.types('lead add "Ida Nash"');
    let assigned = given;
    await told('jim', async () => {
      assigned = await tom.types('assign "Ida Nash" "Jim Green"');
    });
    expect(await told('jim', () => assigned.press('Undo'))).toEqual([
      'Tom Brown took back what was given to you: it is no longer yours\nIda Nash — Lead',
    ]);
  });

  it('is told once of several leads, and of a task', async () => {
    const { zhang, tom } = chats;
    await zhang.types('新线索 关山');
    await zhang.types('新线索 月明');
    let given = await zhang.types('我的任务');
    await told('li', async () => {
      given = await zhang.types('批量分配 关山、月明 李雷');
    });
    const gone = await told('li', () => given.press('撤销'));
    expect(gone).toHaveLength(1);
    expect(gone[0]).toContain('关山 — 线索');
    expect(gone[0]).toContain('月明 — 线索');
    let task = given;
    await told('jim', async () => {
      task = await tom.types('task add "Sweep the hall" --due 2026-05-20 --for "Jim Green"');
    });
    expect((await told('jim', () => task.press('Undo')))[0]).toContain('Sweep the hall — Task');
  });

  it('is told nothing where he had not heard of it, or has it again by then', async () => {
    const { zhang } = chats;
    await zhang.types('新线索 沈默');
    expect(await told('han', async () => (await zhang.types('分配线索 沈默 韩梅梅')).press('撤销'))).toEqual([]);
    let given = await zhang.types('我的任务');
    await told('han', async () => {
      given = await zhang.types('分配线索 沈默 韩梅梅');
    });
    const again = await told('han', async () => {
      await given.press('撤销');
      await zhang.types('分配线索 沈默 韩梅梅');
    });
    expect(again).toHaveLength(1);
    expect(again[0]).toContain('你有一条新线索');
  });
});

describe('whoever was given a customer or a deal that is then taken back (R10, R106)', () => {
  const lines = ['转交客户 秋山重工 韩梅梅', '把秋山重工转给韩梅梅'];

  it.each(lines)('hears of it, with what went along: %s', async (line) => {
    const { li, zhang } = chats;
    if (line === lines[0]) {
      await li.types('新客户 秋山重工');
      await li.types('新商机 秋山重工 --名称 秋山一期');
      await li.types('新任务 寄样册 --客户 秋山重工');
    }
    let given = await zhang.types('我的任务');
    const got = await told('han', async () => {
      given = await zhang.says(line);
      given = given.reply?.kind === 'form' ? await given.submit() : given;
    });
    expect(got).toHaveLength(1);
    expect(await told('han', () => given.press('撤销'))).toEqual([
      '张伟撤销了之前的分配，以下不再由你负责\n秋山重工 — 客户\n秋山一期 — 商机\n寄样册 — 任务',
    ]);
  });

  it('hears of a deal alone, and of a customer out of the pool', async () => {
    const { jim, tom } = chats;
    await jim.types('customer add "Fern Works"');
    await jim.types('opportunity open "Fern Works" --name "Fern retrofit"');
    let given = await tom.types('tasks');
    await told('jim', () => tom.types('give customer "Fern Works" Tom'));
    await told('jim', async () => {
      given = await tom.types('deal give "Fern retrofit" Jim');
    });
    expect(await told('jim', () => given.press('Undo'))).toEqual([
      'Tom Brown took back what was given to you: it is no longer yours\nFern retrofit — Deal',
    ]);
    await tom.types('release "Fern Works" "no time"');
    await told('jim', async () => {
      given = await tom.types('give customer "Fern Works" Jim');
    });
    expect(await told('jim', () => given.press('Undo'))).toEqual([
      'Tom Brown took back what was given to you: it is no longer yours\nFern Works — Customer',
    ]);
  });

  it('hears nothing at all where he had not been told, or has it again', async () => {
    const { li, zhang } = chats;
    await li.types('新客户 冬青电机');
    await li.types('新商机 冬青电机 --名称 冬青改造');
    expect(await told('han', async () => (await zhang.types('转交客户 冬青电机 韩梅梅')).press('撤销'))).toEqual([]);
    expect(await told('han', async () => (await zhang.types('转交商机 冬青改造 韩梅梅')).press('撤销'))).toEqual([]);
    let given = await zhang.types('我的任务');
    await told('han', async () => {
      given = await zhang.types('转交商机 冬青改造 韩梅梅');
    });
    const again = await told('han', async () => {
      await given.press('撤销');
      await zhang.types('转交客户 冬青电机 韩梅梅');
    });
    expect(again).toHaveLength(1);
    expect(again[0]).toContain('你已接手李雷的工作');
  });
});

describe('whose task somebody else does, puts off, cancels or gives to another (R102)', () => {
  it('hears that it is done', async () => {
    const { zhang, tom } = chats;
    const done = await give(zhang, '寄样机', '李雷');
    expect((await told('li', () => done.press('完成')))[0]).toContain('张伟完成了你的任务：寄样机');
    const english = await give(tom, 'Ship the sample', 'Jim Green');
    expect((await told('jim', () => english.press('Done')))[0]).toContain(
      'Tom Brown completed your task: Ship the sample',
    );
  });

  it('hears that it is put off', async () => {
    const { zhang, tom } = chats;
    const card = await give(zhang, '回访', '李雷');
    expect((await told('li', () => card.press('明天')))[0]).toContain('张伟推迟了你的任务：回访');
    const english = await give(tom, 'Visit the plant', 'Jim Green');
    expect((await told('jim', () => english.press('Tomorrow')))[0]).toContain(
      'Tom Brown put off your task: Visit the plant',
    );
  });

  it('hears to whom it went', async () => {
    const { zhang, tom } = chats;
    await give(zhang, '送发票', '李雷');
    const gone = await told('li', async () => passes(zhang, '送发票', 'han'));
    expect(gone).toEqual(['张伟把你的 1 项任务转给了韩梅梅\n送发票 — 5月20日']);
    await give(tom, 'Send the invoice', 'Jim Green');
    const english = await told('jim', async () => passes(tom, 'Send the invoice', 'tom'));
    expect(english).toEqual(['Tom Brown took over a task of yours\nSend the invoice — 20 May']);
  });

  it('hears that it is cancelled, and that this is taken back: a second word where the first went out, none where it had not', async () => {
    const { zhang, tom } = chats;
    const card = await give(zhang, '办展会', '李雷');
    let cancelled = card;
    const first = await told('li', async () => {
      cancelled = await card.press('取消任务');
    });
    expect(first[0]).toContain('张伟取消了你的任务：办展会');
    expect(await told('li', () => cancelled.press('撤销'))).toEqual([
      expect.stringContaining('张伟撤销了刚才的操作，任务已恢复\n办展会'),
    ]);
    const order = await give(tom, 'Order the sign', 'Jim Green');
    const cancel = await told('jim', () => order.press('Cancel'));
    expect(cancel[0]).toContain('Tom Brown cancelled your task: Order the sign');
    const changed = await give(tom, 'Print the flyer', 'Jim Green');
    const renamed = await told('jim', async () =>
      (await changed.press('Change')).submit({ title: 'Print two flyers' }),
    );
    expect(renamed[0]).toContain('Tom Brown changed your task: Print two flyers');
    const english = await give(tom, 'Book the booth', 'Jim Green');
    const silent = await told('jim', async () => (await english.press('Cancel')).press('Undo'));
    expect(silent).toEqual([]);
  });

  it('hears of it in the morning where it happens at night, and never of his own deeds', async () => {
    const { zhang, li } = chats;
    const card = await give(zhang, '发邀请函', '李雷');
    await runDue(desk);
    await moveClock(company.database, '2026-05-13T23:30:00+08:00');
    expect(await told('li', () => card.press('取消任务'))).toEqual([]);
    const heard = slack.cardsOf('li').length;
    await moveClock(company.database, '2026-05-14T10:00:00+08:00');
    await runDue(desk);
    expect(slack.cardsOf('li').slice(heard).map(words)).toContainEqual(
      expect.stringContaining('张伟取消了你的任务：发邀请函'),
    );
    expect(await ofANight(zhang)).toEqual([expect.stringContaining('张伟推迟了你的任务：写纪要两页')]);
    await li.types('新任务 自己的事');
    expect(await told('li', () => li.types('取消任务 自己的事'))).toEqual([]);
  });
});

/** What he hears in the morning of a task that was renamed and then put off at night. */
async function ofANight(boss: Chat): Promise<string[]> {
  await moveClock(company.database, '2026-05-14T15:00:00+08:00');
  const card = await give(boss, '写纪要', '李雷');
  await runDue(desk);
  await moveClock(company.database, '2026-05-15T07:58:00+08:00');
  let [renamed, put] = [card, card];
  const quiet = await told('li', async () => {
    renamed = await (await card.press('修改')).submit({ title: '写纪要两页' });
    put = await card.press('明天');
  });
  expect(quiet).toEqual([]);
  const heard = slack.cardsOf('li').length;
  await moveClock(company.database, '2026-05-15T08:01:00+08:00');
  await runDue(desk);
  await runDue(desk);
  const morning = slack.cardsOf('li').slice(heard).map(words);
  // Both were told of in one message: each is told of that is taken back.
  expect((await told('li', () => put.press('撤销')))[0]).toContain('任务已恢复\n写纪要两页');
  expect((await told('li', () => renamed.press('撤销')))[0]).toContain('任务已恢复\n写纪要 ');
  return morning.filter((each) => each.includes('写纪要'));
}

async function passes(boss: Chat, title: string, to: PersonKey): Promise<void> {
  const { rows } = await company.database.pool.query<{ id: string }>('SELECT id FROM tasks WHERE title = $1', [title]);
  const input = { task: rows[0]?.id ?? '', owner: company.actor(to).userId };
  await boss.presses({ label: '', command: 'task.change', input });
}

/** A task of his people's, as whoever gave it opens it. */
async function give(boss: Chat, title: string, to: string) {
  const isEnglish = to === 'Jim Green';
  const line = isEnglish
    ? `task add "${title}" --due 2026-05-20 --for "${to}"`
    : `新任务 ${title} --截止 5月20日 --交给 ${to}`;
  const added = await boss.types(line);
  return added.press(isEnglish ? 'Open' : '查看');
}
