import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chat, openChat } from '../test/support/chat.ts';
import type { Company } from '../test/support/company.ts';
import { openTwoBooks } from '../test/support/two-books.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ company, talk, li, jim, close } = await openTwoBooks());
});
afterAll(() => close());

async function count(table: string): Promise<number> {
  const { rows } = await company.database.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
  return rows[0]?.n ?? -1;
}

describe('a follow-up in one sentence (R35, R102, R106)', () => {
  it('becomes one visit and one task in Chinese, and Undo takes both back', async () => {
    const said = await li.says('今天拜访了华星电子，王总对报价基本满意，下周三发合同');
    expect(said.text).toBe(
      [
        '已记录：华星电子有限公司',
        '拜访: 今天（5月13日 周三）',
        '情况: 今天拜访了华星电子，王总对报价基本满意，下周三发合同',
        '客户: 基本满意',
        '下一步: 发合同 · 5月20日 周三',
        '[查看客户] [撤销] [修改]',
      ].join('\n'),
    );
    const { rows } = await company.database.pool.query(`SELECT title, due_on::text, remind_at FROM tasks`);
    expect(rows).toEqual([{ title: '发合同', due_on: '2026-05-20', remind_at: new Date('2026-05-20T01:00:00Z') }]);
    expect((await said.press('撤销')).text).toBe(
      [
        '已撤销：记录跟进',
        '跟进: 今天拜访了华星电子，王总对报价基本满意，下周三发合同（已移除）',
        '任务: 发合同（已移除）',
        '已恢复到操作前的状态。',
      ].join('\n'),
    );
    expect([await count('follow_ups'), await count('tasks')]).toEqual([0, 0]);
  });

  it('becomes one visit and one task in English, and Undo takes both back', async () => {
    const said = await jim.says(
      'Visited Acme today, Wang is basically happy with the quote, sending the contract next Wednesday',
    );
    expect(said.text).toContain('Logged: Acme Manufacturing Ltd\nVisit: today (Wed 13 May)');
    const { rows } = await company.database.pool.query(`SELECT due_on::text FROM tasks`);
    expect(rows).toEqual([{ due_on: '2026-05-20' }]);
    expect((await said.press('Undo')).text).toContain('Undone: Log a follow-up\nFollow-up: Visited Acme today');
    expect([await count('follow_ups'), await count('tasks')]).toEqual([0, 0]);
  });

  it('refuses a second Undo, and one of somebody else', async () => {
    const said = await li.says('今天给华星电子打了电话，客户很满意');
    const undo = said.card.body
      .flatMap((node) => (node.type === 'actions' ? node.buttons : []))
      .find(({ label }) => label === '撤销');
    if (!undo) {
      throw new Error('no Undo');
    }
    expect((await jim.presses(undo)).text).toBe('There is nothing of yours left to undo.');
    await said.press('撤销');
    expect((await said.press('撤销')).text).toBe('该操作已撤销。');
  });

  it('puts an unknown customer on file with one press and goes on (R20)', async () => {
    const said = await li.says('今天拜访了北极星科技，聊得不错');
    expect(said.labels).toEqual(['新建“北极星科技”并继续']);
    const done = await said.press('新建“北极星科技”并继续');
    expect(done.text).toContain('北极星科技');
    const history = await li.types('跟进记录 北极星科技');
    expect(history.text).toContain('今天拜访了北极星科技，聊得不错');
    expect((await said.press('新建“北极星科技”并继续')).text).toBe('该操作已完成。');
  });

  it('asks which customer is meant, and keeps what was said', async () => {
    await li.types('新客户 华星医疗器械有限公司');
    const said = await li.types('跟进 华星 聊了预算 --方式 电话');
    expect(said.labels.toSorted()).toEqual(['华星医疗器械有限公司', '华星电子有限公司'].toSorted());
    const done = await said.press('华星医疗器械有限公司');
    expect(done.text).toContain('已记录：华星医疗器械有限公司\n电话: 今天（5月13日 周三）\n情况: 聊了预算');
  });
});

describe('a form', () => {
  it('comes back with the reasons beside the fields and nothing typed lost', async () => {
    const said = await li.types('新线索 王建国 --公司 星河科技 --电话 123');
    expect(said.form.inputs).toMatchObject([
      { name: 'contact', value: '王建国' },
      { name: 'company', value: '星河科技' },
      { name: 'phone', value: '123', error: '电话号码无效，请检查位数，或带上国家代码，如 +86 138 0013 8000。' },
      { name: 'email' },
      { name: 'source' },
      { name: 'region' },
      { name: 'industry' },
      { name: 'products' },
      { name: 'note' },
      { name: 'owner' },
    ]);
    const done = await said.submit({ phone: '138 0013 8000' });
    expect(done.text).toContain(
      '线索已添加：王建国\n公司: 星河科技\n电话: [{"link":"tel:+8613800138000","label":"+86 138 0013 8000"}]',
    );
  });

  it('confirms a write that was only said', async () => {
    const before = await count('opportunities');
    const said = await jim.says('open an opportunity for Acme, 120k, closing end of month');
    expect(said.reply?.kind).toBe('form');
    expect(await count('opportunities')).toBe(before);
    await said.submit();
    expect(await count('opportunities')).toBe(before + 1);
  });

  it('keeps what was typed when a rule refuses it', async () => {
    const said = await li.types('customer add');
    const refused = await said.submit({ name: 'Acme Manufacturing', region: '华东' });
    expect(refused.text).toContain('Jim Green的客户 — 客户 · 公司相同 · Jim Green');
    const again = await refused.press('仍然新建');
    expect(again.form.inputs).toMatchObject([
      { name: 'reason' },
      { value: 'Acme Manufacturing' },
      {},
      {},
      {},
      {},
      { value: '华东' },
      {},
      {},
    ]);
  });
});

describe('a lead', () => {
  it('becomes a customer, a contact and an opportunity in one step (R11)', async () => {
    await li.types('新线索 赵敏捷 --公司 明日之光科技 --电话 13900139000 --来源 展会');
    const converted = await li.types('转化线索 赵敏捷 --商机 传感器采购 --金额 35万 --预计成交 月底');
    expect(converted.text).toBe(
      '已转为客户：明日之光科技\n联系人: 赵敏捷\n商机: 传感器采购\n金额: ¥350,000\n预计成交: 5月31日 周日\n[查看客户] [记录跟进] [撤销]',
    );
    expect((await li.types('查看商机 明日之光')).text).toContain('阶段: 初步接触');
    expect((await li.types('查看商机 明日之光')).text).toContain('金额: ¥350,000');
  });
});

describe('an opportunity', () => {
  it('says where it stands, since when and who holds it, one message away (R32)', async () => {
    await jim.types('opportunity open Acme --name "Line 3 sensors" --amount 1.2m');
    const shown = await jim.types('opportunity "Line 3"');
    expect(shown.text).toContain(
      'Stage: First contact\nSince: today (Wed 13 May), 0 days\nOwner: Jim Green\nNext step: none yet\nAmount: ¥1,200,000',
    );
    const advanced = await shown.press('On to Needs confirmed');
    expect(advanced.text).toContain('Line 3 sensors: First contact → Needs confirmed');
    expect((await shown.press('On to Needs confirmed')).text).toBe('“Line 3 sensors” is in Needs confirmed already.');
  });

  it('is lost only with a reason', async () => {
    expect((await jim.types('advance "Line 3" --stage Lost')).text).toContain('Please say why it was lost.');
    expect((await jim.types('advance "Line 3" --stage Lost --lost-reason price')).text).toContain('→ Lost');
  });

  it('is answered about with the filter understood, the rows counted and whose rows were seen (R103)', async () => {
    const answer = await talk.as('zhang').says('本季度各人预计成交多少');
    expect(answer.text).toContain('李雷 | 1 | ¥350,000\n');
    expect(answer.text).toContain('（4月1日至6月30日） · 按负责人 · 你可见的全部 3 人 · 共 1 条');
    expect(answer.text).not.toContain('Jim');
  });
});

describe('what cannot be understood', () => {
  it('changes nothing and suggests the nearest commands', async () => {
    const said = await jim.types('oportunity lst');
    expect(said.text).toContain('Did you mean\n[Opportunities, open or of a stage]');
  });

  it('offers what may be done about the one customer it names, a press each', async () => {
    const said = await li.says('华星电子那边花开得真好看呀');
    expect(said.text).toContain('关于华星电子有限公司\n[查看客户] [记录跟进]');
    expect((await said.press('查看客户')).text).toContain('华星电子有限公司\n');
  });

  it('survives hostile and enormous input', async () => {
    for (const text of [
      '',
      ' ',
      '\u0000',
      '\u202Eevil',
      '😀'.repeat(500),
      'a'.repeat(10_000),
      "'; DROP TABLE users; --",
      '<!channel> <@U1>',
      '{{7*7}}',
      '--',
      '"',
    ]) {
      await expect(li.types(text)).resolves.toBeDefined();
      await expect(li.says(text)).resolves.toBeDefined();
    }
  });

  it('tells who may do what somebody may not', async () => {
    expect((await li.types('管理 人员')).text).toBe('该操作仅限以下角色：管理员。可以找管理员。');
  });

  it('answers a card that is out of date kindly', async () => {
    expect((await li.presses({ label: '', command: 'visit.log', input: {} })).text).toBe(
      '这张卡片已过期，请重新查询。',
    );
    expect((await li.presses({ label: '', command: 'task.done', input: { task: 42 } })).text).toBe(
      '这张卡片已过期，请重新查询。',
    );
  });
});

it('answers in the language a person chooses', async () => {
  const liu = talk.as('liu');
  expect((await liu.types('语言 English')).text).toContain('From now on I answer in English.');
  expect((await liu.types('today')).text).toContain('A clear day');
  expect((await liu.types('language 中文')).text).toContain('好的，之后我会用中文回复。');
});

describe('a list', () => {
  it('is worked off line by line: what is done leaves it, and can be undone', async () => {
    const han = talk.as('han');
    await han.types('新任务 寄样品 --截止 今天');
    await han.types('新任务 回邮件 --截止 今天');
    const list = await han.types('今天');
    expect(list.text).toContain('今天到期（2）');
    const after = await list.press('完成');
    expect(after.text).toContain('✓ 已完成：寄样品');
    expect(after.text).toContain('今天到期（1）');
    expect((await after.press('撤销')).text).toContain('已撤销');
    expect((await han.types('今天')).text).toContain('今天到期（2）');
  });
});

describe('a correction (R102)', () => {
  it('takes the place of what the last sentence did', async () => {
    const said = await li.says('提醒我明天给王总打电话');
    expect(said.text).toContain('明天（5月14日 周四）');
    const corrected = await li.says('不对，应该是后天');
    expect(corrected.text).toContain('5月15日 周五');
    const mine = await li.types('我的任务');
    expect(mine.text).toContain('5月15日 周五');
    expect(mine.text).not.toContain('5月14日');
  });
});

it('takes “my deals” for those of whoever says it', async () => {
  await jim.types('opportunity open Acme --name Renewal --amount 50k');
  expect((await jim.says('my deals')).text).toContain('Renewal · Acme Manufacturing Ltd — First contact · ¥50,000');
});

it.each(['hi', '你好', 'Good morning!'])(
  'greets back in one line, with what it can do a press away: %s',
  async (greeting) => {
    const said = await jim.says(greeting);
    expect(said.text).toBe('Hello Jim! What happened today?\n[What can you do?]');
    expect((await said.press('What can you do?')).text).toContain('Just tell me what happened');
  },
);

describe('nothing is written that was not shown or said (N1)', () => {
  it.each(['新客户越来越多了', '新建客户的流程太慢了', 'lead new approach needed', '新客户权限找谁开'])(
    '%s',
    async (sentence) => {
      const before = [await count('customers'), await count('leads')];
      await li.says(sentence);
      expect([await count('customers'), await count('leads')]).toEqual(before);
    },
  );

  it('asks which opportunity first, and shows the discount before it is asked for', async () => {
    await li.types('新客户 远山机械有限公司');
    await li.types('新客户 远山自动化设备有限公司');
    await li.types('新商机 远山机械 --金额 10万');
    await li.types('新商机 远山自动化 --金额 20万');
    const which = await li.says('给远山申请16%的折扣');
    const shown = await which.press(which.labels[0] ?? '');
    expect(shown.reply?.kind).toBe('form');
    expect(await count('approval_requests')).toBe(0);
  });
});

it('does nothing of a sentence until its question is answered, and then all of it once', async () => {
  await li.types('新客户 银河电子有限公司');
  await li.types('新客户 银河医疗器械有限公司');
  const before = [await count('follow_ups'), await count('tasks')];
  const said = await li.says('今天拜访了华星电子有限公司，谈得很好。另外提醒我明天给银河打电话');
  if (said.labels.length > 1) {
    expect([await count('follow_ups'), await count('tasks')]).toEqual(before);
    await said.press(said.labels[0] ?? '');
  }
  expect([await count('follow_ups'), await count('tasks')]).toEqual([(before[0] ?? 0) + 1, (before[1] ?? 0) + 1]);
});

it('takes back a write that was confirmed when it is corrected (R102)', async () => {
  const before = await count('opportunities');
  await (await jim.says('New opportunity at Acme, 300k')).submit();
  const corrected = await jim.says('No, it should be 350k');
  expect(await count('opportunities')).toBe(before + 1);
  const saved = await corrected.press('Save');
  expect(saved.text).toContain('Amount: ¥350,000');
  expect(await count('opportunities')).toBe(before + 1);
  await saved.press('Undo');
  expect(await count('opportunities')).toBe(before + 1);
  expect((await jim.types('opportunities')).text).toContain('¥300,000');
});

it('joins a lead to the customer that is on file already (R10, R11)', async () => {
  const met = await li.types('新线索 孙经理 --公司 华星电子 --来源 展会');
  await (await met.press('仍然新建')).submit({ reason: '另一个部门' });
  const converted = await li.types('转化线索 孙经理 --商机 二期扩容');
  expect(converted.text).toContain('已并入客户：华星电子有限公司');
});

it('answers texts of 10,000 characters at once', async () => {
  for (const line of [
    `opp open x --amount ${'1 '.repeat(5000)}`,
    `task add x --due ${'a '.repeat(5000)}`,
    `lead add a@${'.'.repeat(9000)}@`,
  ]) {
    await expect(jim.types(line)).resolves.toBeDefined();
  }
}, 5_000);

it('lets a person set when and where he is told things (R105)', async () => {
  const liu = talk.as('liu');
  const shown = await liu.types('设置');
  expect(shown.text).toContain('早间摘要: 08:30\n报告提醒: 18:00\n免打扰时段: 20:00 – 08:00');
  const form = await shown.press('修改');
  const refused = await form.submit({ digestAt: '25:00' });
  expect(refused.text).toContain('摘要时间: 25:00 ! 时间格式不对，可写成 08:30 或 8点半。');
  const changed = await refused.submit({ digestAt: '9点半', quietFrom: '21:00' });
  expect(changed.text).toContain('早间摘要: 09:30\n报告提醒: 18:00\n免打扰时段: 21:00 – 08:00');
});

it('gives a colleague one more role without taking the others (R85)', async () => {
  const admin = talk.as('admin');
  expect((await admin.types('管理 角色 赵敏 --兼任 销售经理')).text).toContain('角色: 财务、销售经理');
  expect((await admin.types('管理 角色 赵敏')).reply?.kind).toBe('form');
  await admin.types('管理 团队 --名称 客户成功 --负责人 赵敏');
  expect((await admin.types('管理 团队 --名称 客户成功 --负责人 刘洋')).text).toContain('客户成功 — 负责人 刘洋');
});

describe('what a tired rep meets', () => {
  it.each(['把周五的提醒改到下周一', 'move my samples reminder to Monday'])(
    'adds no task instead of moving one: %s',
    async (sentence) => {
      const before = await count('tasks');
      await li.says(sentence);
      expect(await count('tasks')).toBe(before);
    },
  );

  it('reads the name of what a button stands for, not its id', async () => {
    const customer = await li.types('客户 华星电子');
    const form = await customer.press('记录跟进');
    expect(form.form.inputs[0]).toMatchObject({
      name: 'customer',
      widget: 'record',
      source: 'customer',
    });
    expect((await form.submit({ note: '聊了聊' })).text).toContain('已记录：华星电子有限公司');
  });

  it('is given the form it names without being told what is still missing, until he sends it so', async () => {
    const form = await jim.types('lead add');
    expect(form.form.inputs.find(({ name }) => name === 'contact')).not.toHaveProperty('error');
    const again = await form.submit({ company: 'Acme' });
    expect(again.form.inputs.find(({ name }) => name === 'contact')).toHaveProperty('error', 'Please fill this in.');
  });

  it('is told in plain words what does not fit', async () => {
    expect((await li.types('折扣 华星电子 --折扣 116%')).text).toMatch(/折扣: 116% ! 数值太大。|没有找到/);
    expect((await li.types('新商机 华星电子 --金额 -5')).text).toContain('金额: -5 ! 金额不能为负数。');
    expect((await jim.types('lead add Ann --email nonsense')).text).toContain(
      'E-mail: nonsense ! That does not look right; please check it.',
    );
  });

  it('reads in the receipt until when a time without a beginning goes (R103)', async () => {
    expect((await jim.says('overdue tasks')).text).toContain('tasks · overdue · only what you may see');
    expect((await jim.says('tasks due by Friday')).text).toContain('tasks · due until 15 May ·');
  });

  it('reads in the receipt every filter that was understood (R103)', async () => {
    expect((await li.says('华星电子拜访了几次')).text).toContain('华星电子');
  });
});
