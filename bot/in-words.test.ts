import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;
let zhang: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-04-01T02:30:00Z'));
  talk = openChat(company);
  li = talk.as('li');
  jim = talk.as('jim');
  zhang = talk.as('zhang');
  for (const [name, amount] of [
    ['华星电子', '10万'],
    ['远山机械', '20万'],
    ['银河软件', '30万'],
    ['明日食品', '40万'],
  ]) {
    await li.types(`新客户 ${name}有限公司`);
    await li.types(`新商机 ${name} --金额 ${amount}`);
  }
  await jim.types('customer add "Acme Manufacturing Ltd"');
  await jim.types('opportunity open Acme --amount 120k');
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('a deal changed in words', () => {
  it('is confirmed on a prefilled form, and says what it was', async () => {
    const form = await li.says('华星的金额改成35万');
    expect(form.reply?.kind).toBe('form');
    expect(form.form.inputs).toMatchObject([{ name: 'opportunity' }, { name: 'amount', value: '35万' }, {}, {}]);
    expect((await form.submit()).text).toContain('已修改：华星电子有限公司\n金额: ¥100,000 → ¥350,000');
    const moved = await (await jim.says("move Acme's close date to 30 June")).submit();
    expect(moved.text).toContain('Changed: Acme Manufacturing Ltd\nExpected to close: — → Tue 30 Jun');
    expect((await moved.press('Undo')).text).toContain('Undone: Change amount, close date or name');
  });

  it('voids the discount that was asked for at the old amount, and says so (R48)', async () => {
    await li.types('折扣 远山机械 --折扣 16%');
    const changed = await (await li.says('远山机械的金额改成25万')).submit();
    expect(changed.text).toContain('16% 的折扣是按原金额申请的，需要重新申请。');
    expect((await li.says('远山的折扣批了吗')).text).toContain('折扣 16%：已被新申请替代');
  });

  it('is won or lost on a form that keeps the reason', async () => {
    // What its stage asks for: somebody was there.
    await li.types('跟进 华星电子 "当面谈妥了合同" --方式 拜访');
    const won = await (await li.says('华星电子赢单了')).submit();
    expect(won.text).toContain('华星电子有限公司: 初步接触 → 签约成交');
    const lost = await li.says('银河软件输给了远望科技');
    expect(lost.form.inputs).toMatchObject([{}, { name: 'stage', value: 'lost' }, { value: '输给远望科技' }]);
    expect((await lost.submit()).text).toContain('初步接触 → 输单');
    const { rows } = await company.database.pool.query(
      'SELECT lost_reason AS why FROM opportunities WHERE lost_reason IS NOT NULL',
    );
    expect(rows).toEqual([{ why: '输给远望科技' }]);
  });
});

describe('a discount in words', () => {
  it('said as a range is asked back, and keeps its reason', async () => {
    const asked = await jim.says('6–8% off for Acme because they pay early');
    expect(asked.labels).toEqual(['6%', '8%']);
    const form = await asked.press('8%');
    expect(form.form.inputs).toMatchObject([{}, { name: 'percent', value: '8%' }, { value: 'they pay early' }]);
  });

  it('can be asked after', async () => {
    await li.types('折扣 明日食品 --折扣 10% --理由 老客户');
    expect((await li.says('明日食品的折扣批了吗')).text).toMatch(/折扣 10%：待审批[\s\S]*等待王芳/);
    expect((await li.says('我的申请到哪了')).text).toContain('明日食品有限公司 · 10% · 待审批 — 等待王芳');
    expect((await jim.says('where is my discount?')).text).toContain('You have asked for nothing');
  });
});

describe('settings in words (R105)', () => {
  it('are done at once, with Undo', async () => {
    expect((await li.says('早报改到9点')).text).toContain('早间摘要: 09:00');
    expect((await li.says('晚上9点后别打扰我')).text).toContain('免打扰时段: 21:00');
    const said = await jim.says('以后用中文回复我');
    expect(said.text).toContain('好的，之后我会用中文回复。');
    expect(said.labels).toEqual(['撤销']);
    await said.press('撤销');
    expect((await jim.says('send my digest at 9')).text).toContain('Morning digest: 09:00');
  });
});

describe('a manager’s question (R103)', () => {
  it('about what nobody touched lists it, the longest first, with what counts as untouched', async () => {
    const said = await zhang.says('哪些商机一周没人跟进了');
    expect(said.text).toContain('2 个商机\n');
    expect(said.text).toContain('明日食品有限公司 — ¥400,000 · 最近动态 4月1日 周三');
    expect(said.text).toContain('进行中商机 · 7 天及以上无跟进 · 你可见的全部 3 人 · 共 2 条');
    expect((await talk.as('tom').says('deals with no activity for 60 days')).text).toContain(
      'No opportunities like that',
    );
  });

  it('about the win rate counts what was closed in that time, by the day it was', async () => {
    const said = await zhang.says('本季度赢单率');
    expect(said.text).toContain('赢单率 50% · 1/2');
    expect(said.text).toContain('关闭 2026年第2季度');
    expect((await zhang.says('上季度赢单率')).text).toContain('该时段没有关闭的商机');
    expect((await zhang.says('各人赢单率')).text).toContain('李雷 | 2 | 1 | 50%');
  });

  it('about who closed most is a line a person', async () => {
    expect((await zhang.says('谁这个月签单最多')).text).toContain('李雷 | 1 | ¥350,000');
    expect((await talk.as('wang').says('who closed most this month')).text).toContain('李雷 | 1 | ¥350,000');
  });

  it('about a colleague is answered only to whoever may see it, never with nothing', async () => {
    expect((await talk.as('tom').says("Jim's pipeline")).text).toContain('Jim Green');
    expect((await jim.says('李雷的商机')).text).toContain('What 李雷 is working on is not among what you may see');
    expect((await jim.says('李雷本月赢单金额')).text).toContain('not among what you may see');
    expect((await zhang.says('李雷的商机')).text).toContain('明日食品有限公司');
  });

  it('that is not understood is said to be so', async () => {
    for (const question of ['employee satisfaction by floor', '员工满意度是多少', '给我讲讲竞争格局']) {
      expect((await zhang.says(question)).text, question).toContain('没有理解你的意思');
    }
  });

  it('is drawn as well as told, where groups compare', async () => {
    const answer = await talk.as('wang').types('漏斗 --按 负责人 --期间 全部');
    expect(answer.card.body.find(({ type }) => type === 'chart')).toMatchObject({
      chart: {
        title: '商机',
        shape: 'bar',
        unit: '¥',
        categories: ['李雷', 'Jim Green'],
        series: [
          { name: '总金额', points: [{ value: 650_000, text: '¥650,000' }, { value: 120_000 }] },
          { name: '加权金额', points: [{ value: 65_000 }, { value: 12_000 }] },
        ],
      },
    });
    const board = await zhang.says('商机看板');
    expect(board.card.body[0]).toMatchObject({
      type: 'board',
      board: {
        columns: [
          {
            title: '初步接触',
            detail: '2 · ¥650,000',
            cards: [{ detail: '¥400,000 · 流失风险 42 天 · 李雷 · 无下一步' }, {}],
          },
          { title: '需求确认', detail: '0', cards: [] },
          {},
          {},
        ],
      },
    });
  });
});
