import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';
import { everyCommand } from './commands/index.ts';
import { TOPIC_OF } from './views/help.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

/** Commands that no topic of help is named for. */
const unplaced = () =>
  everyCommand()
    .filter(({ isInternal, name }) => !isInternal && TOPIC_OF[name.split('.')[0] ?? ''] === undefined)
    .map(({ name }) => name);

describe('help', () => {
  it('shows a rep the five things to say first, each with its button, and the rest by topic', async () => {
    const li = talk.as('li');
    const said = await li.says('帮助');
    expect(said.text.split('\n').length).toBeLessThan(10);
    expect(said.labels).toEqual(['记录跟进', '新建任务', '我的一天', '我的商机', '申请折扣', '全部功能']);
    const all = await said.press('全部功能');
    expect(all.text).toContain('商机与审批 · ');
    expect(all.text).not.toContain('管理 · ');
    const topic = await li.types('帮助 客户与跟进');
    expect(topic.reply).toMatchObject({ inPlace: true });
    expect(topic.text).toContain('查看客户 — /crm 客户 <客户>');
    expect((await topic.press('记录跟进')).reply?.kind).toBe('form');
    expect((await topic.press('全部功能')).card.title).toBe('全部功能');
  });

  it('is about what the person does: a manager’s team, a finance colleague’s figures, an admin’s people', async () => {
    expect((await talk.as('tom').types('help')).labels.slice(0, 3)).toEqual(['My team', 'Pipeline', 'Give a task']);
    expect((await talk.as('zhao').types('帮助')).labels.slice(0, 3)).toEqual(['登记回款', '登记发票', '未付发票']);
    expect((await talk.as('admin').types('帮助 全部')).text).toContain('管理 · ');
    expect((await talk.as('zhao').types('帮助 全部')).text).not.toContain('管理 · ');
  });

  it('names finance’s own work as a topic, not as settings', async () => {
    const all = (await talk.as('zhao').types('帮助 全部')).text;
    expect(all).toContain('报价、订单与回款 · 17 项');
    expect(unplaced()).toEqual([]);
  });

  it('has no button that its reader may not press', async () => {
    for (const key of ['li', 'zhang', 'wang', 'chen', 'zhao', 'liu', 'admin']) {
      const said = await talk.as(key).types('帮助');
      for (const label of said.labels) {
        expect((await said.press(label)).text, `${key} ${label}`).not.toContain('该操作仅限以下角色');
      }
    }
  });
});

it('makes suggestions for what it does not know into buttons', async () => {
  const said = await talk.as('jim').types('oportunity lst');
  expect(said.labels).toContain('Opportunities, open or of a stage');
  expect((await said.press('Opportunities, open or of a stage')).text).toContain('No open opportunities');
});

describe('small talk', () => {
  it.each([
    ['thanks a lot!', 'Any time, Jim.'],
    ['👍', 'All right. I am here when you need me.'],
    ['see you tomorrow', 'See you, Jim. I will keep an eye on your tasks.'],
  ])('gets one warm line: %s', async (words, back) => {
    expect((await talk.as('jim').says(words)).text).toBe(back);
  });

  it.each([
    ['谢谢你', '不客气，李雷，随时找我。'],
    ['好的', '好的，需要时随时叫我。'],
    ['今天好累啊', '没关系，李雷，一件一件来。'],
  ])('在中文里也是：%s', async (words, back) => {
    expect((await talk.as('li').says(words)).text).toBe(back);
  });
});

describe('a team’s day', () => {
  it('is a line a person, for whoever leads them', async () => {
    const li = talk.as('li');
    await li.types('新客户 华星电子有限公司');
    await li.says('今天拜访了华星电子，谈得不错');
    await li.types('新任务 发合同 --截止 今天');
    expect((await talk.as('zhang').says('我团队今天怎么样')).text).toContain('李雷 — 跟进 1 · 拜访 1 · 今日到期 1');
    expect((await talk.as('tom').says("how's my team doing today?")).text).toContain(
      'Jim Green — follow-ups 0 · due 0',
    );
    expect((await li.says('我团队今天怎么样')).text).toBe(
      '该操作仅限以下角色：销售经理、销售总监、总经理、管理员。可以找张伟、Tom Brown、王芳。',
    );
  });
});

describe('what help says one could say', () => {
  it('is understood, for every role in both languages (R102)', async () => {
    await talk.as('li').types('新客户 华星电子 上海');
    await talk.as('jim').types('customer add "Acme Pumps" --region Boston');
    for (const key of ['li', 'jim', 'zhang', 'wang', 'chen', 'zhao', 'liu', 'admin']) {
      const chat = talk.as(key);
      const { card } = await chat.types('help');
      for (const { title } of card.body.flatMap((node) => (node.type === 'records' ? node.records : []))) {
        const said = await chat.says(String(title).replaceAll(/[“”]/gu, ''));
        expect(said.text, `${key} ${title}`).not.toMatch(/没有理解|did not get that/u);
      }
    }
  });
});
