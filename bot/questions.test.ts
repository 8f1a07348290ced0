import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillBook } from '../test/support/book.ts';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let zhang: Chat;
let wang: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  await fillBook(company, '2026-05-13');
  await company.database.pool.query(`UPDATE users SET locale = 'en' WHERE name = '王芳'`);
  talk = openChat(company);
  zhang = talk.as('zhang');
  wang = talk.as('wang');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('/crm ask', () => {
  it('answers a question in words, with what was understood, how many rows and whose (R103)', async () => {
    const said = await zhang.types('问 各阶段商机金额');
    expect(said.text).toMatch(/阶段 \| 数量 \| 总金额/);
    expect(said.text).toMatch(/进行中商机 · 总金额 · 按阶段 · 你可见的全部 3 人 · 共 \d+ 条/);
    expect(said.text).toBe((await zhang.says('各阶段商机金额')).text);
  });

  it('without words is a form, and of what is no question says what could be asked', async () => {
    const form = await zhang.types('问');
    expect(form.form.inputs).toMatchObject([{ name: 'words' }]);
    expect((await form.submit({ words: '客户按行业分布' })).text).toContain('行业 | 数量');
    expect((await zhang.types('问 今天拜访了客户7')).text).toContain('没有读懂这个问题');
  });

  it('opens a group, then goes on from there: in the group’s records, of one colleague, of last year', async () => {
    const groups = await wang.says('pipeline by stage');
    const [first = ''] = groups.labels;
    const list = await groups.press(first);
    expect(list.text).toContain(`stage ${first}`);
    const own = await wang.says("only Jim's");
    expect(own.text).toContain(`stage ${first} · Jim Green`);
    expect(own.text).not.toContain('李雷');
  });
});

it('who was seen so often, never, or bought so often is asked in a sentence (R16, R103)', async () => {
  const often = await zhang.says('联系2次以上的客户有哪些');
  const figures = [...often.text.matchAll(/\| (\d+)$/gm)].map(([, n]) => Number(n));
  expect(figures.length).toBeGreaterThan(0);
  expect(figures.every((figure) => figure >= 2)).toBe(true);
  expect((await zhang.says('没有跟进过的客户')).text).toContain('跟进次数');
  expect((await wang.says('customers who bought more than once')).text).toContain('number of purchases > 1');
});

it('a week at the edge of a period lists what its figure counted, and no more (R103)', async () => {
  const weeks = await wang.says('follow-ups in the last 9 days by week');
  const figures = [...weeks.text.matchAll(/\| (\d+)$/gm)].map(([, n]) => Number(n));
  expect(figures.length).toBeGreaterThan(1);
  for (const [at, label] of weeks.labels.slice(0, figures.length).entries()) {
    expect((await weeks.press(label)).text).toContain(`· ${figures[at]} counted`);
  }
});

describe('what is said after an answer', () => {
  it('changes the question: time, whose, by what, how many, how it is drawn', async () => {
    await zhang.says('本月签单额');
    expect((await zhang.says('那上个月呢')).text).toContain('关闭 2026年4月');
    expect((await zhang.says('按负责人')).text).toContain('按负责人');
    expect((await zhang.says('前2个')).text).toContain('前 2 个');
    expect((await zhang.says('只看李雷的')).text).toContain('李雷 · 关闭 2026年4月');
    await wang.says('open deals by owner');
    const drawn = await wang.says('as a pie chart');
    expect(drawn.card.body[0]).toMatchObject({ type: 'table' });
    expect((await wang.says('what about last quarter')).text).toContain('Q1 2026');
  });

  it('is a sentence of its own where it is a whole one', async () => {
    await zhang.says('本月签单额');
    expect((await zhang.says('我的任务')).text).not.toContain('签单');
  });
});

describe('what the company has none of', () => {
  it('is not answered with nothing: a stage, a source and a tier are named that there are (R103)', async () => {
    expect((await zhang.says('试用阶段有几个商机')).text).toMatch(/^没有名为“试用”的阶段。现有：初步接触、/);
    expect((await wang.says('deals in trial')).text).toMatch(/^There is no stage called “trial”\. There are: /);
    expect((await wang.says('leads from TikTok')).text).toMatch(/^There is no source called “tiktok”\. There are: /);
    expect((await zhang.says('Z类客户有几个')).text).toMatch(/^没有名为“Z”的等级。现有：A、B、C。/);
    expect((await zhang.says('需求确认阶段的商机有几个')).text).toContain('阶段 需求确认');
  });

  it('is nothing where it is a sum (R103)', async () => {
    expect((await zhang.says('2019年的签单额')).text).toMatch(/^¥0 · 0 个商机/);
    expect((await zhang.says('我们有多少个商机，一共多少钱')).text).toMatch(/^¥[\d,]+.* · \d+ 个商机/);
  });
});

describe('a comparison', () => {
  it('says both periods, the difference and the percentage', async () => {
    const said = await wang.says('won deals this quarter vs last quarter');
    expect(said.text).toMatch(/Number \(1 Apr – 13 May\): \d+/);
    expect(said.text).toMatch(/Number \(1 Jan – 13 Feb\): \d+/);
    expect(said.text).toMatch(/Change: [+−]\d+ \([+−][\d.]+%\)/);
  });
});

describe('a colleague or a team', () => {
  it('is told in one card, to whoever may see it (R64)', async () => {
    const said = await zhang.says('韩梅梅这个月怎么样');
    expect(said.text).toMatch(/^韩梅梅 · 2026年5月\n成交: /);
    expect((await wang.says('how is the 北区 team doing')).text).toContain('北区');
    expect((await talk.as('tom').says('how is 李雷 doing this month')).text).toContain('not among what you may see');
    expect((await talk.as('tom').says('北区 pipeline')).text).toContain('What 北区 is working on is not among');
  });

  it('is judged by as many days of the month before (R64)', async () => {
    expect((await zhang.says('韩梅梅这个月怎么样')).text).toContain('与 4月1日至4月13日 相比');
    expect((await wang.says('how did Jim do last month')).text).toContain('against 1 Mar – 31 Mar');
  });

  it('is known by the sound of a name', async () => {
    expect((await zhang.says("hanmeimei's average deal size")).text).toContain('韩梅梅');
  });
});

describe('in a channel', () => {
  it('is answered to the asker alone (R104)', async () => {
    const said = await zhang.does({ kind: 'message', text: '本季度签单额' }, false);
    expect(said.reply).toMatchObject({ kind: 'card', audience: 'asker', aside: '已私信回复你。' });
  });
});

it('customers are asked for by what they did themselves, and when (R16, R18)', async () => {
  await zhang.says('客户7今天下载了白皮书');
  expect((await zhang.says('最近一个月下载过资料的客户')).text).toMatch(/最近下载/);
  expect((await wang.says('customers who opened our newsletter')).text).toContain('has opened an e-mail');
});
