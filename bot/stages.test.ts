import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;
let admin: Chat;

const stageOf = async (name: string) => {
  const { rows } = await company.database.pool.query<{ stage: string }>(
    'SELECT s.name_zh AS stage FROM opportunities o JOIN stages s ON s.key = o.stage_key WHERE o.name = $1',
    [name],
  );
  return rows[0]?.stage;
};

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  [li, jim, admin] = [talk.as('li'), talk.as('jim'), talk.as('admin')];
  await li.types('新客户 华星电子有限公司');
  await jim.types('customer add "Acme Manufacturing Ltd"');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('a stage that asks for evidence (R26, R27)', () => {
  it('says exactly what is missing and takes it on the same card', async () => {
    await li.types('新商机 华星电子 --名称 二期');
    await li.types('推进 二期');
    const blocked = await li.types('推进 二期 --阶段 商务谈判');
    expect(blocked.text).toContain('二期：还差 2 项，才能进入商务谈判\n• 金额\n• 本阶段的会议纪要或文件');
    expect(await stageOf('二期')).toBe('需求确认');
    const done = await blocked.submit({ amount: '35万', minutes: '王总确认了 86 个点位', kind: 'meeting' });
    expect(done.card.title).toBe('二期: 需求确认 → 商务谈判');
    expect((await li.types('查看商机 二期')).text).toContain('金额: ¥350,000');
    expect((await li.types('跟进记录 华星电子')).text).toContain('王总确认了 86 个点位');
  });

  it('says of a form that comes back empty what is still missing, and of one that is half filled what is saved', async () => {
    await li.types('新商机 华星电子 --名称 空表');
    await li.types('推进 空表');
    const blocked = await li.types('推进 空表 --阶段 商务谈判');
    const empty = await blocked.submit({ kind: 'meeting' });
    expect(empty.text).toContain('还没有填写内容，仍缺少：\n• 金额\n• 本阶段的会议纪要或文件');
    expect(empty.text).not.toContain('保存');
    const half = await empty.submit({ amount: '35万' });
    expect(half.text).toContain('✓ 已保存你填写的内容。\n• 本阶段的会议纪要或文件');
    expect(await stageOf('空表')).toBe('需求确认');
  });

  it('takes all of it back with one Undo (R106)', async () => {
    await jim.types('opportunity open Acme --name "Line 3"');
    await jim.types('advance "Line 3"');
    const blocked = await jim.types('advance "Line 3" --stage Proposal');
    expect(blocked.text).toContain('1 thing is missing before Line 3 can go to Proposal');
    const done = await blocked.submit({ minutes: 'They confirmed the scope' });
    expect(done.text).toContain('Next: Follow up on the quote, Sat 16 May');
    await done.press('Undo');
    expect(await stageOf('Line 3')).toBe('需求确认');
    expect((await jim.types('history Acme')).text).not.toContain('They confirmed');
  });

  it('is satisfied by what was logged before', async () => {
    await jim.types('log Acme "Met their team" --kind meeting');
    expect((await jim.types('advance "Line 3" --stage Proposal')).card.title).toBe(
      'Line 3: Needs confirmed → Proposal',
    );
  });
});

it('asks once for what meets two conditions, and takes it for both (R27)', async () => {
  await admin.types('修改阶段 方案报价 --进入条件 "本阶段的跟进记录"');
  await li.types('新商机 华星电子 --名称 两条件 --金额 5万');
  await li.types('推进 两条件');
  const blocked = await li.types('推进 两条件 --阶段 方案报价');
  expect(blocked.form.inputs.map(({ name, required }) => [name, required])).toEqual([
    ['kind', true],
    ['minutes', true],
    ['file', false],
  ]);
  const done = await blocked.submit({ kind: 'meeting', minutes: '确认了范围' });
  expect(done.card.title).toBe('两条件: 需求确认 → 方案报价');
  await admin.types('修改阶段 方案报价 --进入条件 无');
  await li.types('推进 两条件 --阶段 输单 --输单原因 价格');
});

it('takes a visit and minutes of a visit on one card after a check-in of that day (R27, R37)', async () => {
  await li.types('新客户 白鹿仪表有限公司');
  await li.types('新商机 白鹿仪表 --名称 两次拜访 --金额 5万');
  await li.types('推进 两次拜访');
  await li.types('签到 白鹿仪表');
  const { rows } = await company.database.pool.query<{ opportunity: string; stage: string }>(
    "SELECT o.id AS opportunity, s.key AS stage FROM opportunities o, stages s WHERE o.name = '两次拜访' AND s.name_zh = '方案报价'",
  );
  const input = { ...rows[0], visit: '谈了价格', minutes: '确认了范围', kind: 'visit' };
  const done = await li.presses({ label: '', command: 'opportunity.complete', input });
  expect(done.card.title).toBe('两次拜访: 需求确认 → 方案报价');
  await li.types('推进 两次拜访 --阶段 输单 --输单原因 价格');
});

it('keeps the other language of a stage’s task, and its days (R28)', async () => {
  const task = async () =>
    (await company.database.pool.query("SELECT task_zh, task_en, task_days FROM stages WHERE name_zh = '方案报价'"))
      .rows[0];
  const before = await task();
  const form = await admin.types('修改阶段 方案报价');
  await form.submit({ maxDays: '12' });
  expect(await task()).toEqual(before);
  await admin.types('修改阶段 方案报价 --任务天数 5');
  expect(await task()).toEqual({ ...before, task_days: 5 });
  await admin.types('修改阶段 方案报价 --进入任务 催报价');
  expect(await task()).toEqual({ task_zh: '催报价', task_en: before?.task_en, task_days: 5 });
  expect((await admin.types('修改阶段 初步接触 --任务天数 5')).text).toContain('请同时填写任务内容。');
});

it('makes the follow-up of a quote a task for the third day (R28)', async () => {
  expect((await jim.types('tasks')).text).toContain('Follow up on the quote');
  const { rows } = await company.database.pool.query(
    "SELECT due_on::text, u.name FROM tasks t JOIN users u ON u.id = t.owner_id WHERE title = 'Follow up on the quote'",
  );
  expect(rows).toEqual([{ due_on: '2026-05-16', name: 'Jim Green' }]);
});

describe('two people who move the same deal', () => {
  it('move it one stage with a bare word each, and the second hears what the first did', async () => {
    await li.types('新商机 华星电子 --名称 零期 --金额 20万');
    const said = await Promise.all([li.types('推进 零期'), talk.as('zhang').types('推进 零期')]);
    expect(await stageOf('零期')).toBe('需求确认');
    expect(said.map(({ card }) => card.title).sort()).toEqual(['零期: 初步接触 → 需求确认', '零期刚刚已推进']);
    const again = await li.types('推进 零期');
    expect(again.text).toContain('没有再次推进。');
    expect(again.labels).toEqual(['查看商机', '推进到方案报价']);
    expect((await again.press('推进到方案报价')).text).toContain('零期：还差');
  });

  it('one wins, the other sees what he wanted beside how it stands now', async () => {
    await li.types('新商机 华星电子 --名称 三期 --金额 20万');
    const [mine, managers] = [await li.types('查看商机 三期'), await talk.as('zhang').types('查看商机 三期')];
    await Promise.all([mine.press('推进到需求确认'), managers.press('推进到需求确认')]);
    expect(await stageOf('三期')).toBe('需求确认');
    await talk.as('zhang').types('修改商机 三期 --金额 25万');
    const fresh = await li.types('查看商机 三期');
    await talk.as('zhang').types('推进 三期 --阶段 输单 --输单原因 价格');
    expect((await fresh.press('推进到方案报价')).text).toContain(
      '三期已被更新\n你的操作没有执行。\n你想推进到: 方案报价\n现在: 输单 · ¥250,000\n最近推进: 张伟 · 需求确认 → 输单 · 10:30',
    );
    await li.types('新商机 华星电子 --名称 四期 --金额 20万');
    const seen = await li.types('查看商机 四期');
    await talk.as('zhang').types('修改商机 四期 --金额 25万');
    expect((await seen.press('推进到需求确认')).text).toBe(
      [
        '四期已被更新',
        '你的操作没有执行。',
        '你想推进到: 需求确认',
        '现在: 初步接触 · ¥250,000',
        '最近推进: 李雷 · 初步接触 · 10:30',
        '[查看商机] [仍改为需求确认]',
      ].join('\n'),
    );
  });
});

describe('the form of a move', () => {
  it('asks why a deal was lost for a loss alone', async () => {
    await li.types('新商机 华星电子 --名称 五期 --金额 20万');
    const on = await li.says('把五期推进到需求确认');
    expect(on.form.inputs.map(({ name }) => name)).toEqual(['opportunity', 'stage']);
    const lost = await li.types('推进 五期 --阶段 输单');
    expect(lost.form.inputs).toMatchObject([{}, {}, { name: 'lostReason', error: '请填写输单原因。' }]);
    await lost.submit({ lostReason: '价格' });
    expect(await stageOf('五期')).toBe('输单');
  });
});

describe('a sentence that moves a deal', () => {
  it('R27: asks at once for what a win needs, and wins with it', async () => {
    await li.types('新客户 白桦仪器');
    await li.types('新商机 白桦仪器 --名称 六期 --金额 20万');
    const asked = await li.says('白桦仪器签了');
    expect(asked.card.title).toBe('六期：还差 1 项，才能进入签约成交');
    expect(asked.text).toContain('• 本阶段的会议纪要或文件');
    expect(asked.form.inputs.map(({ name }) => name)).toEqual(['kind', 'minutes', 'file']);
    expect(await stageOf('六期')).toBe('初步接触');
    const won = await asked.submit({ minutes: '合同已签，6月交货' });
    expect(won.card.title).toBe('六期: 初步接触 → 签约成交');
    await won.press('撤销');
    expect(await stageOf('六期')).toBe('初步接触');
  });

  it('keeps the sum it names, on the form that asks for the rest and on the deal', async () => {
    await li.types('新客户 青松仪器');
    await li.types('新商机 青松仪器 --名称 七期');
    const asked = await li.says('青松仪器赢了，签了18万');
    expect(asked.form.inputs.map(({ name, value }) => [name, value])).toEqual([
      ['amount', '¥180,000'],
      ['kind', 'meeting'],
      ['minutes', undefined],
      ['file', undefined],
    ]);
    await asked.submit({ minutes: '合同已签' });
    expect(await stageOf('七期')).toBe('签约成交');
    const { rows } = await company.database.pool.query("SELECT amount::text FROM opportunities WHERE name = '七期'");
    expect(rows).toEqual([{ amount: '18000000' }]);
    const which = await li.says('赢了，签了18万');
    expect(which.form.inputs.find(({ name }) => name === 'amount')?.value).toBe('18万');
  });

  it('R27: in English asks the same, and asks to confirm where nothing is missing', async () => {
    await jim.types('customer add Globex');
    await jim.types('opportunity open Globex --name "Line 9" --amount 20k');
    const asked = await jim.says('Globex signed!');
    expect(asked.card.title).toBe('1 thing is missing before Line 9 can go to Won');
    await jim.types('log Globex "they agreed to all of it" --kind meeting');
    expect((await jim.says('Globex signed!')).form.command).toBe('opportunity.advance');
  });
});

describe('an admin', () => {
  it('sees every stage and what it asks for (R25)', async () => {
    expect((await admin.types('管理 阶段')).text).toContain(
      '需求确认 · 30% — 最长 7 天 · 离开需：本阶段的会议纪要或文件',
    );
  });

  it('renames a stage, and the deals in it go on (R25)', async () => {
    const form = await admin.types('修改阶段 商务谈判');
    expect(form.form.inputs).toMatchObject([
      {},
      { name: 'nameZh', value: '商务谈判' },
      { name: 'nameEn', value: 'Negotiation' },
      { name: 'probability', value: '75' },
      { name: 'after' },
      { name: 'maxDays' },
      { name: 'idleDays' },
      { name: 'entry', widget: 'choices' },
      { name: 'exit', widget: 'choices' },
      { name: 'signers', widget: 'choices' },
      { name: 'task' },
      { name: 'taskDays' },
    ]);
    expect(form.form.inputs.slice(5).map(({ value }) => value)).toEqual(Array(7).fill(undefined));
    await form.submit({ nameZh: '合同谈判', exit: 'amount,close_on' });
    expect(await stageOf('二期')).toBe('合同谈判');
    const blocked = await li.types('推进 二期 --阶段 签约成交');
    expect(blocked.text).toContain('二期：还差 1 项，才能进入签约成交\n• 预计成交日期');
    expect((await blocked.submit({ closeOn: '6月30日' })).card.title).toBe('二期: 合同谈判 → 签约成交');
  });

  it('cannot delete a stage that deals stand in, and is told how many', async () => {
    expect((await admin.types('删除阶段 方案报价')).text).toBe('还有 1 个商机处于方案报价，请先移走；也可以直接改名。');
  });

  it('adds a stage where he wants it, which sentences name from then on, and takes it away again (R25, R102)', async () => {
    const added = await admin.types('新建阶段 销售 --中文名称 样品测试 --英文名称 "Sample test" --排在其后 需求确认');
    const order = added.text.match(/需求确认|样品测试|方案报价/gu);
    expect(order).toEqual(['需求确认', '样品测试', '方案报价']);
    await li.types('新商机 华星电子 --名称 九期');
    const read = await li.says('把九期推进到样品测试阶段');
    expect(read.card.title).toBe('九期：还差 1 项，才能进入样品测试');
    expect((await li.says('把九期推进到验收阶段')).text).toContain(
      '没有名为“验收”的阶段。可选：初步接触、需求确认、样品测试、方案报价',
    );
    const [, stage] = (await jim.says('move Acme to the sample test stage')).form.inputs;
    expect(stage?.options?.find(({ value }) => value === stage.value)?.label).toBe('Sample test');
    expect((await admin.types('删除阶段 样品测试')).text).not.toContain('样品测试');
  });

  it('makes a pipeline of his own, in which a deal stays (R25)', async () => {
    expect((await admin.types('新建流程 Renewals --中文名称 续约')).text).toContain('续约\n');
    await admin.types('修改流程 续约 --跳过阶段 不允许');
    await li.types('新商机 华星电子 --名称 续费 --流程 续约');
    expect((await li.types('推进 续费 --阶段 方案报价')).text).toBe('不能跳过阶段：方案报价之前还有需求确认。');
    await li.types('推进 续费 --阶段 输单 --输单原因 换供应商');
    expect(await stageOf('续费')).toBe('输单');
  });

  it('leaves every change in the audit', async () => {
    const { rows } = await company.database.pool.query(
      `SELECT e.before->>'name_zh' AS was, e.after->>'name_zh' AS is, u.name AS who
         FROM audit_entries e JOIN changes c ON c.id = e.change_id JOIN users u ON u.id = c.actor_id
        WHERE e.entity = 'stages' AND e.before->>'name_zh' <> e.after->>'name_zh'`,
    );
    expect(rows).toEqual([{ was: '商务谈判', is: '合同谈判', who: '管理员' }]);
  });

  it('alone may do so', async () => {
    expect((await li.types('修改阶段 商务谈判 --赢率 90')).text).toContain('管理员');
  });
});
