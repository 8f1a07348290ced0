// Whoever knows nothing but the word “help” gets from it to each main task, and does that in one form: what he finds
// are titles and labels, what he types is what he would say.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Topic } from '../../bot/views/help.ts';
import type { Locale, Text } from '../../core/text.ts';
import { buttonsOf, type Chat, openChat, type Said } from '../support/chat.ts';
import { moveClock } from '../support/clock.ts';
import { type Company, openCompany } from '../support/company.ts';

type Task = {
  topic: Topic;
  /** How the help calls it. */
  title: Text;
  /** By the name of the field whose label says what is wanted; nothing where a press is enough. */
  typed?: Readonly<Record<string, Text>>;
  /** What the card says when it is done. */
  sees: Text;
};

const same = (text: string): Text => ({ en: text, zh: text });

const SELLING: readonly Task[] = [
  {
    topic: 'leads',
    title: { en: 'Add a lead', zh: '新建线索' },
    typed: {
      contact: { en: 'Mary Major', zh: '王建国' },
      company: { en: 'Example Works', zh: '星河科技' },
      phone: { en: '+1 212 555 0101', zh: '13800138000' },
    },
    sees: { en: 'Lead added', zh: '线索已' },
  },
  {
    topic: 'leads',
    title: { en: 'How a call with a lead ended', zh: '记录通话结果' },
    typed: {
      lead: { en: 'Mary', zh: '王建国' },
      outcome: { en: 'Thinking about it', zh: '感兴趣但需考虑' },
    },
    sees: { en: 'Mary Major', zh: '王建国' },
  },
  {
    topic: 'leads',
    title: { en: 'Tag a customer or a lead', zh: '给客户或线索打标签' },
    typed: { party: { en: 'Mary', zh: '王建国' }, tags: { en: 'high intent', zh: '高意向' } },
    sees: { en: 'Tags: high intent', zh: '标签: 高意向' },
  },
  {
    topic: 'leads',
    title: { en: 'Turn a lead into a customer', zh: '线索转客户' },
    typed: {
      lead: { en: 'Mary', zh: '王建国' },
      opportunity: { en: 'Line 3', zh: '三期' },
      amount: { en: '120k', zh: '35万' },
    },
    sees: { en: 'Example Works', zh: '星河科技' },
  },
  {
    topic: 'customers',
    title: { en: 'Put a customer on file', zh: '新建客户' },
    typed: { name: { en: 'Acme Manufacturing Ltd', zh: '华星电子有限公司' }, contact: { en: 'Tim Wang', zh: '王总' } },
    sees: { en: 'On file: Acme', zh: '客户已建档：华星' },
  },
  {
    topic: 'customers',
    title: { en: 'Log a follow-up', zh: '记录跟进' },
    typed: {
      customer: { en: 'Acme', zh: '华星' },
      note: { en: 'He likes the quote', zh: '对报价基本满意' },
      nextStep: { en: 'Send the contract', zh: '发合同' },
      nextOn: { en: 'next Wednesday', zh: '下周三' },
    },
    sees: { en: 'Send the contract', zh: '发合同' },
  },
  {
    topic: 'day',
    title: { en: 'Check in at a customer or lead', zh: '拜访签到' },
    typed: { party: { en: 'Acme', zh: '华星' }, address: { en: '12 Dock Road', zh: '科技路 12 号' } },
    sees: { en: 'Acme', zh: '华星' },
  },
  {
    topic: 'customers',
    title: { en: 'A customer at a glance', zh: '查看客户' },
    typed: { customer: { en: 'Acme', zh: '华星' } },
    sees: { en: 'Last touch', zh: '最近跟进' },
  },
  {
    topic: 'deals',
    title: { en: 'Open an opportunity', zh: '新建商机' },
    typed: {
      customer: { en: 'Acme', zh: '华星' },
      name: { en: 'Spare parts', zh: '备件' },
      amount: { en: '50k', zh: '5万' },
    },
    sees: { en: 'Opportunity opened: Spare parts', zh: '商机已建立：备件' },
  },
  {
    topic: 'deals',
    title: { en: 'Move an opportunity on', zh: '推进商机阶段' },
    typed: { opportunity: { en: 'Spare parts', zh: '备件' } },
    sees: { en: 'Spare parts', zh: '备件' },
  },
  {
    topic: 'deals',
    title: { en: 'Ask for a discount', zh: '申请折扣' },
    typed: {
      opportunity: { en: 'Spare parts', zh: '备件' },
      percent: same('16%'),
      reason: { en: 'Their budget', zh: '预算有限' },
    },
    sees: same('16%'),
  },
  {
    topic: 'deals',
    title: { en: 'Deals by stage, as a board', zh: '商机看板' },
    sees: { en: 'Spare parts', zh: '备件' },
  },
  {
    topic: 'service',
    title: { en: 'Open a service ticket', zh: '新建工单' },
    typed: { customer: { en: 'Acme', zh: '华星' }, title: { en: 'Pump leaks', zh: '水泵漏水' } },
    sees: { en: 'Pump leaks', zh: '水泵漏水' },
  },
  {
    topic: 'service',
    title: { en: 'Close a ticket', zh: '关闭工单' },
    typed: { ticket: { en: 'Pump', zh: '水泵' }, result: { en: 'Seal replaced', zh: '已更换密封' } },
    sees: { en: 'Seal replaced', zh: '已更换密封' },
  },
  {
    topic: 'day',
    title: { en: 'Add a task', zh: '新建任务' },
    typed: { title: { en: 'Call the bank', zh: '给银行打电话' }, due: { en: 'tomorrow at 3pm', zh: '明天下午3点' } },
    sees: { en: 'Call the bank', zh: '给银行打电话' },
  },
  {
    topic: 'day',
    title: { en: 'Mark a task done', zh: '完成任务' },
    typed: { task: { en: 'bank', zh: '银行' } },
    sees: { en: 'Done\nWhat: Call the bank', zh: '已完成\n内容: 给银行打电话' },
  },
  { topic: 'day', title: { en: 'My day', zh: '我的一天' }, sees: { en: 'day', zh: '今天' } },
  {
    topic: 'figures',
    title: { en: 'Find anything', zh: '查找一切' },
    typed: { words: { en: 'quote', zh: '报价' } },
    sees: { en: 'Acme', zh: '华星' },
  },
  {
    topic: 'figures',
    title: { en: 'Ask about the figures', zh: '查数据' },
    typed: { words: { en: 'open deals by stage', zh: '各阶段商机金额' } },
    sees: { en: 'counted', zh: '条' },
  },
  {
    topic: 'figures',
    title: { en: 'Save a question as a list', zh: '把查询存为名单' },
    typed: { name: { en: 'Mine', zh: '我的客户' }, words: { en: 'my customers', zh: '我的客户' } },
    sees: { en: 'Mine', zh: '我的客户' },
  },
  {
    topic: 'figures',
    title: { en: 'Call those on a list one by one', zh: '按名单逐个联系' },
    sees: { en: 'Mine — customers', zh: '我的客户 — 客户' },
  },
  {
    topic: 'day',
    title: { en: 'Send my daily report', zh: '写日报' },
    typed: { plan: { en: 'Visit Acme', zh: '拜访华星' } },
    sees: { en: 'Tom Brown', zh: '日报已提交给张伟' },
  },
  {
    topic: 'leads',
    title: { en: 'Put somebody back into the pool', zh: '把线索或客户放回公海' },
    typed: { party: { en: 'Example Works', zh: '星河科技' }, reason: { en: 'No need', zh: '暂无需求' } },
    sees: { en: 'Example Works', zh: '星河科技' },
  },
];

const SETTING_UP: readonly Task[] = [
  {
    topic: 'admin',
    title: { en: 'Use an industry template', zh: '套用行业模板' },
    typed: { template: { en: 'Manufacturing', zh: '制造业' } },
    sees: { en: 'Manufacturing', zh: '制造业' },
  },
  {
    topic: 'deals',
    title: { en: 'Put a product on the price list', zh: '新增产品' },
    typed: { name: { en: 'Filling line', zh: '灌装线' }, price: same('12000') },
    sees: { en: 'Filling line', zh: '灌装线' },
  },
  {
    topic: 'admin',
    title: { en: 'Invite colleagues by their e-mails', zh: '按邮箱批量邀请同事' },
    typed: { emails: { en: 'ann@hualan.example', zh: 'bao@hualan.example' }, role: same('rep') },
    sees: { en: 'ann@hualan.example', zh: 'bao@hualan.example' },
  },
  {
    topic: 'admin',
    title: { en: 'Add or change a source', zh: '新增或修改线索来源' },
    typed: { name: { en: 'Trade press', zh: '行业媒体' }, priority: { en: 'high', zh: '高' } },
    sees: { en: 'Trade press', zh: '行业媒体' },
  },
  {
    topic: 'admin',
    title: { en: 'Let another system send us events', zh: '接入一个外部系统' },
    typed: { name: { en: 'website', zh: 'guanwang' } },
    sees: { en: 'website', zh: 'guanwang' },
  },
];

let company: Company;
let talk: ReturnType<typeof openChat>;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:30Z'));
  talk = openChat(company);
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

/** From the one word on: all there is, the topic it must be among, the title it is called by. */
async function opened(chat: Chat, { topic, title }: Pick<Task, 'topic' | 'title'>, locale: Locale): Promise<Said> {
  const all = await (await chat.says({ en: 'help', zh: '帮助' }[locale])).press(
    { en: 'Everything', zh: '全部功能' }[locale],
  );
  const way = buttonsOf(all.card).find(({ input }) => input?.topic === topic);
  if (!way) {
    throw new Error(`no way to ${topic}`);
  }
  return (await chat.presses(way)).press(title[locale]);
}

describe.each([
  { locale: 'zh', who: 'li' },
  { locale: 'en', who: 'jim' },
] as const)('a rep who knows nothing but how to ask for help ($locale)', ({ locale, who }) => {
  it.each(SELLING)('does in one form: $title.en', async (task) => {
    const said = await opened(talk.as(who), task, locale);
    const typed = Object.entries(task.typed ?? {}).map(([name, text]) => [name, text[locale]]);
    const done = task.typed ? await said.submit(Object.fromEntries(typed)) : said;
    expect(done.text).toContain(task.sees[locale]);
    expect(done.reply?.kind).toBe('card');
  });
});

describe.each(['zh', 'en'] as const)('an admin who knows no more (%s)', (locale) => {
  it.each(SETTING_UP)('does in one form: $title.en', async (task) => {
    const { actor } = company;
    await company.database.pool.query('UPDATE users SET locale = $1 WHERE id = $2', [locale, actor('admin').userId]);
    const said = await opened(talk.as('admin'), task, locale);
    const typed = Object.entries(task.typed ?? {}).map(([name, text]) => [name, text[locale]]);
    const done = await said.submit(Object.fromEntries(typed));
    expect(done.text).toContain(task.sees[locale]);
    expect(done.reply?.kind).toBe('card');
  });
});
