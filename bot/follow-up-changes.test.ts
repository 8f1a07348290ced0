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
  await moveClock(company.database, '2026-05-13T10:30:00+08:00');
  talk = openChat(company);
  [li, jim] = [talk.as('li'), talk.as('jim')];
  await li.types('新客户 华星电子有限公司');
  await jim.types('customer add "Acme Manufacturing Ltd"');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

async function latest() {
  const { rows } = await company.database.pool.query(
    'SELECT kind, mood, outcome, happened_on::text AS day FROM follow_ups ORDER BY created_at DESC, id DESC LIMIT 1',
  );
  return rows[0];
}

describe('the hour of a next step (R35)', () => {
  it.each([
    ['li', '跟进 华星电子 谈了价 --下一步 发报价 --下一步时间 15:00', '发报价 · 今天（5月13日 周三） 15:00'],
    ['li', '跟进 华星电子 又谈了价 --下一步 再发报价 --下一步时间 09:00', '再发报价 · 明天（5月14日 周四） 09:00'],
    [
      'jim',
      'log "Acme Manufacturing" "spoke" --next-step "send it" --next-at 15:00',
      'send it · today (Wed 13 May) 15:00',
    ],
    ['li', '跟进 华星电子 聊过 --下一步时间 16:00', '聊过 · 今天（5月13日 周三） 16:00'],
  ])('without a day is the next such hour: %s %s', async (who, line, next) => {
    expect((await talk.as(who).types(line)).text).toContain(next);
  });

  it('is said to be over where it is', async () => {
    const late = await li.types('跟进 华星电子 样品没问题 --下一步 回信 --下一步日期 今天 --下一步时间 09:00');
    expect(late.text).toContain('09:00 已过，下一步未设置时间。');
    const english = await jim.types(
      'log "Acme Manufacturing" "samples fine" --next-step "write back" --next-on today --next-at 09:00',
    );
    expect(english.text).toContain('09:00 has passed, so the next step has no time.');
  });
});

describe('what was done with a customer (R36)', () => {
  it('is one command or one question away, the newest first, whoever did it and whenever it was logged', async () => {
    await li.types('新客户 远航机械有限公司');
    for (const line of [
      '远航机械 "周一打了电话" --方式 电话 --日期 周一',
      '远航机械 "今天发了报价" --方式 邮件',
      '远航机械 "上周见了面" --方式 拜访 --日期 上周五',
    ]) {
      await li.types(`跟进 ${line}`);
    }
    const inOrder = /今天发了报价[\s\S]*周一打了电话[\s\S]*上周见了面/;
    expect((await li.types('跟进记录 远航机械')).text).toMatch(inOrder);
    expect((await talk.as('zhang').types('history 远航机械')).text).toMatch(inOrder);
    expect((await jim.types('history 远航机械')).text).not.toContain('报价');
  });
});

describe('what was logged is corrected by its author (R35)', () => {
  it('in a sentence, in Chinese and in English, and taken back by Undo (R106)', async () => {
    await li.says('今天拜访了华星电子，聊了报价');
    expect(await latest()).toEqual({ kind: 'visit', mood: null, outcome: null, day: '2026-05-13' });
    const said = await li.says('刚才那条改成电话');
    expect(said.text).toContain('已修改：华星电子有限公司\n电话: 今天（5月13日 周三）');
    await li.says('客户不太满意');
    expect(await latest()).toEqual({ kind: 'call', mood: 'dissatisfied', outcome: null, day: '2026-05-13' });
    await li.says('撤销');
    expect(await latest()).toMatchObject({ kind: 'call', mood: null });

    await jim.says('Visited Acme today, talked about the quote');
    expect((await jim.says('change the last one to a call')).text).toContain('Changed: Acme Manufacturing Ltd');
    await jim.says('the customer was hesitant');
    expect(await latest()).toMatchObject({ kind: 'call', mood: 'hesitant' });
  });

  it('on a form that holds what stands there, opened from the card; a mood is taken off again', async () => {
    const logged = await li.types('跟进 华星电子 王总很满意，价格谈妥 --方式 拜访');
    expect(logged.text).toContain('客户: 满意\n结果: 有进展');
    const form = await logged.press('修改');
    expect(form.form.inputs).toMatchObject([
      { name: 'kind', value: 'visit' },
      { name: 'note', value: '王总很满意，价格谈妥' },
      { name: 'on', value: '2026-05-13' },
      { name: 'at' },
      { name: 'mood', value: 'satisfied' },
      { name: 'outcome', value: 'progress' },
      { name: 'movedTo' },
    ]);
    const changed = await form.submit({ mood: '-', on: '昨天' });
    expect(changed.text).not.toContain('满意\n结果');
    expect(await latest()).toEqual({ kind: 'visit', mood: null, outcome: 'progress', day: '2026-05-12' });
  });

  it('on a form where its hour is deleted, and nothing else', async () => {
    const logged = await li.types('跟进 华星电子 王总很满意，价格谈妥 --方式 拜访 --时间 09:30');
    const form = await logged.press('修改');
    expect(form.form.inputs.find(({ name }) => name === 'at')).toMatchObject({ value: '09:30' });
    const changed = await form.submit({ at: '' });
    expect(changed.text).not.toContain('09:30');
    expect(await latest()).toMatchObject({ kind: 'visit', mood: 'satisfied', day: '2026-05-13' });
  });

  it('by a command, the last one with the customer it names', async () => {
    const said = await jim.types('follow-up change Acme --mood happy --outcome "moved forward"');
    expect(said.text).toContain('Customer: Happy\nOutcome: Moved forward');
  });

  it('nowhere else: whoever has logged nothing is told where to look', async () => {
    expect((await talk.as('zhang').says('刚才那条改成电话')).text).toContain('没有找到你刚记录的跟进');
  });

  it('from the history, where only his own can be changed', async () => {
    expect((await li.types('跟进记录 华星电子')).labels).toContain('修改');
    expect((await talk.as('zhang').types('跟进记录 华星电子')).labels).not.toContain('修改');
  });
});

it('R36: a note no form can hold is not in it, and stays whole when something else is changed', async () => {
  const note = `王总确认了点位。${'逐条核对。'.repeat(300)}`;
  await li.types(`跟进 华星电子 "${note}" --方式 电话`);
  const form = await li.types('修改跟进 华星电子');
  expect(form.text).toContain('情况内容较长，此处不显示，不填则保持不变。');
  expect(form.form.inputs.find(({ name }) => name === 'note')?.value).toBeUndefined();
  await form.submit({ kind: 'meeting' });
  const { rows } = await company.database.pool.query(
    'SELECT kind, note FROM follow_ups ORDER BY created_at DESC, id DESC LIMIT 1',
  );
  expect(rows).toEqual([{ kind: 'meeting', note }]);
});

it('R36: what cannot be read of a change comes back as the form, with why', async () => {
  expect(
    (await li.types('修改跟进 华星电子 --方式 胡说')).form.inputs.find(({ name }) => name === 'kind')?.error,
  ).toBeDefined();
});

describe('a follow-up entered for the wrong customer (R35, R37)', () => {
  it('moves in a sentence, with its task; when either was touched last is right after, and after Undo', async () => {
    await li.types('新客户 蓝海食品');
    await li.types('新商机 蓝海食品 --名称 冷链一期');
    await li.types('新商机 华星电子 --名称 华星二期');
    await moveClock(company.database, '2026-05-20T10:30:00+08:00');
    await li.types('跟进 华星电子 样品不错 --方式 电话 --下一步 发样品报告 --下一步日期 周五');
    const touched = async () => {
      const { rows } = await company.database.pool.query(
        `SELECT o.name, d.touched_on::text AS day FROM open_opportunities d JOIN opportunities o ON o.id = d.id WHERE o.name IN ('冷链一期', '华星二期') ORDER BY 1`,
      );
      return rows.map(({ name, day }) => `${name} ${day}`);
    };
    expect(await touched()).toEqual(['冷链一期 null', '华星二期 2026-05-20']);
    const moved = await li.says('刚才那条跟进记错客户了，应该是蓝海食品');
    expect(moved.card.title).toBe('已从华星电子有限公司改记到蓝海食品');
    expect(await touched()).toEqual(['冷链一期 2026-05-20', expect.not.stringContaining('2026-05-20')]);
    expect((await li.types('跟进记录 蓝海食品')).text).toContain('样品不错');
    expect((await li.types('跟进记录 华星电子')).text).not.toContain('样品不错');
    expect((await li.types('查看任务 发样品报告')).text).toContain('客户: 蓝海食品');
    await moved.press('撤销');
    expect(await touched()).toEqual(['冷链一期 null', '华星二期 2026-05-20']);
    expect((await li.types('查看任务 发样品报告')).text).toContain('客户: 华星电子有限公司');
  });

  it('moves on its form and in English; a check-in is measured from the other one’s place', async () => {
    await jim.types('customer add "Globex Corporation"');
    const { rows } = await company.database.pool.query<{ id: string; name: string }>('SELECT id, name FROM customers');
    const globex = rows.find(({ name }) => name === 'Globex Corporation')?.id ?? '';
    const place = (spot: object, name: string) =>
      company.database.pool.query('UPDATE customers SET place = $1 WHERE name = $2', [JSON.stringify(spot), name]);
    await place({ latitude: 42.36, longitude: -71.06 }, 'Acme Manufacturing Ltd');
    await place({ latitude: 42.5, longitude: -71.06 }, 'Globex Corporation');
    await jim.types('check-in Acme');
    const here = { latitude: 42.36, longitude: -71.06 };
    await company.database.pool.query(
      `UPDATE follow_ups SET check_in = check_in || jsonb_build_object('spot', $1::jsonb, 'source', 'platform', 'metres', 0) WHERE check_in IS NOT NULL`,
      [JSON.stringify(here)],
    );
    const moved = await jim.says('that visit was with Globex, not Acme');
    expect(moved.card.title).toBe('Moved from Acme Manufacturing Ltd to Globex Corporation');
    expect(moved.text).toMatch(/15\.\d km|15,\d+ m|far/u);
    const form = await moved.press('Change');
    expect(form.form.inputs.find(({ name }) => name === 'movedTo')?.value).toBe(globex);
    const acme = rows.find(({ name }) => name === 'Acme Manufacturing Ltd')?.id ?? '';
    expect((await form.submit({ movedTo: acme })).card.title).toBe(
      'Moved from Globex Corporation to Acme Manufacturing Ltd',
    );
  });

  it('is the last one of the kind that is said, and none where there is none of it (R35)', async () => {
    await li.types('新客户 青禾机械有限公司');
    await li.types('新客户 白杨仪器有限公司');
    await li.types('跟进 白杨仪器 "谈了样品" --方式 拜访');
    await li.types('跟进 白杨仪器 "催了合同" --方式 电话');
    expect((await li.says('白杨仪器的会议应该记到青禾机械')).text).toContain('没有找到你刚记录的跟进');
    expect((await li.says('白杨仪器的拜访应该记到青禾机械')).text).toContain('谈了样品');
    expect(
      (
        await company.database.pool.query(
          `SELECT f.note FROM follow_ups f JOIN customers c ON c.id = f.customer_id WHERE c.name = '青禾机械有限公司'`,
        )
      ).rows,
    ).toEqual([{ note: '谈了样品' }]);
  });

  it('of a lead stays there, and goes to no customer one does not see', async () => {
    await li.types('新线索 王建国 --公司 星河科技');
    await li.types('跟进线索 王建国 打过电话 --方式 电话');
    expect((await li.says('把刚才那条跟进移到蓝海食品')).text).toContain('线索的跟进');
    expect((await jim.types('follow-up change Acme --move-to-customer 蓝海食品')).text).not.toContain('Moved');
  });
});
