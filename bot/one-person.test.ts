import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addLead } from '../core/leads/add-lead.ts';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';
import { deskOf, runDue, standings } from '../test/support/jobs.ts';
import { Messenger } from '../test/support/messenger.ts';

let company: Company;
let slack: ReturnType<typeof openChat>;
let feishu: ReturnType<typeof openChat>;
let here: Chat;
let there: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-20T10:00:00+08:00');
  slack = openChat(company);
  feishu = openChat(company, {
    platform: 'feishu',
    workspace: 'F1',
    profiles: { 'f-li': { name: 'Lei', email: 'Li@Hualan.example' } },
  });
  here = slack.as('li');
  there = feishu.as('f-li');
});
afterAll(async () => {
  await Promise.all([slack.close(), feishu.close()]);
  await company.close();
});

describe('one person on two platforms has one history (R101)', () => {
  it('that begins on the one and goes on on the other', async () => {
    await here.types('新客户 华星电子有限公司');
    await here.says('今天拜访了华星电子，王总很满意，下周三发合同');
    const history = await there.types('跟进记录 华星电子');
    expect(history.text).toContain('王总很满意');
    expect((await there.types('我的任务')).text).toContain('发合同');
  });

  it('that begins on the other and goes on on the one', async () => {
    await there.types('新客户 远航科技有限公司');
    await there.says('今天给远航科技打了电话，下周一报价');
    expect((await here.types('跟进记录 远航科技')).text).toContain('今天给远航科技打了电话');
    expect((await here.types('我的任务')).text).toContain('报价');
  });

  it('in which the one takes back what was done on the other, and a card of the one is pressed on', async () => {
    const added = await here.types('新任务 寄样品');
    const list = await there.types('我的任务');
    expect(list.text).toContain('寄样品');
    await there.types('撤销');
    expect((await here.types('我的任务')).text).not.toContain('寄样品');
    expect((await added.press('撤销')).text).toBe('该操作已撤销。');
  });

  it('with one set of settings, and one name in the audit that also says where', async () => {
    await there.types('语言 English');
    expect((await here.types('today')).text).toContain('A clear day');
    await here.types('language 中文');
    const { rows } = await company.database.pool.query(
      `SELECT DISTINCT platform, actor_id FROM changes WHERE actor_id IS NOT NULL AND command IN ('customer.add', 'task.add') ORDER BY 1`,
    );
    expect(rows).toEqual([
      { platform: 'feishu', actor_id: company.actor('li').userId },
      { platform: 'slack', actor_id: company.actor('li').userId },
    ]);
  });

  it('is told things once, where he prefers', async () => {
    const [atSlack, atFeishu] = [new Messenger('slack'), new Messenger('feishu')];
    const desk = deskOf(company, atSlack, atFeishu);
    await runDue(desk);
    await there.types('修改设置 --聊天工具 slack');
    await company.as('zhang', (core) => addLead(core, { contact: '王工', ownerId: company.actor('li').userId }));
    await runDue(desk);
    expect(atSlack.messages.map(({ card }) => card.title)).toContain('你有一条新线索');
    expect(atFeishu.messages.map(({ card }) => card.title)).not.toContain('你有一条新线索');
  });
});

describe('somebody deactivated', () => {
  beforeAll(async () => {
    await company.as('zhang', (core) => addLead(core, { contact: '李工', ownerId: company.actor('li').userId }));
    const person = await slack.as('admin').types('管理 同事 李雷');
    await person.press('停用');
  });

  it.each([
    ['Slack', () => here],
    ['Feishu', () => there],
  ])('is refused at once on %s, whatever he does, and leaves nothing behind', async (_, chat) => {
    const before = await company.database.pool.query('SELECT count(*) FROM changes');
    const refused = '你的账号已停用，请联系管理员。';
    expect((await chat().types('今天')).text).toBe(refused);
    expect((await chat().says('提醒我明天打电话')).text).toBe(refused);
    expect((await chat().presses({ label: '', command: 'today.show', input: {} })).text).toBe(refused);
    expect((await chat().types('绑定')).text).toBe(refused);
    expect((await chat().does({ kind: 'message', text: '今天' }, false)).reply).toEqual({
      kind: 'notice',
      text: refused,
      tone: 'bad',
      aside: '已私信回复你。',
    });
    expect(await chat().looksFor('华星')).toEqual([]);
    expect((await company.database.pool.query('SELECT count(*) FROM changes')).rows).toEqual(before.rows);
  });

  it('is told nothing any more on either', async () => {
    const [atSlack, atFeishu] = [new Messenger('slack'), new Messenger('feishu')];
    await runDue(deskOf(company, atSlack, atFeishu));
    expect([atSlack.messages, atFeishu.messages]).toEqual([[], []]);
    expect((await standings(company)).at(-1)).toEqual({
      notice: 'leadGiven',
      state: 'skipped',
      reason: 'no longer active',
    });
  });

  it('is back on both with one press', async () => {
    const person = await slack.as('admin').types('管理 同事 李雷');
    await person.press('恢复');
    expect((await here.types('今天')).reply?.kind).toBe('card');
    expect((await there.types('今天')).reply?.kind).toBe('card');
  });
});
