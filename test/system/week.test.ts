// A week of a team of five, in their own words and each in the chat of his own: what is true on Friday evening is counted.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonKey } from '../support/company.ts';
import { lookAt } from '../support/look.ts';
import { type Parley, startParley } from '../support/parley.ts';
import { type Player, type Seen, STAGES } from '../support/theatre.ts';
import { until } from '../support/until.ts';

type Step = { who: PersonKey; sees: string } & (
  | { says: string }
  | { presses: string }
  | { fills: Record<string, string>; submit: string }
  | { waits: true }
);

/** Where each of them is at work. */
const CHATS = { zhang: 'slack', li: 'feishu', han: 'teams', tom: 'slack', jim: 'teams' } as const satisfies Partial<
  Record<PersonKey, string>
>;

const WEEK: Readonly<Record<string, readonly Step[]>> = {
  'Monday: leads come in and are given out': [
    { who: 'jim', says: 'today', sees: 'Nothing' },
    { who: 'han', says: '今天', sees: '今天' },
    {
      who: 'zhang',
      says: '/crm 新线索 王建国 --公司 星河科技 --电话 13800138000 --来源 展会',
      sees: '线索已添加：王建国',
    },
    { who: 'zhang', says: '把王建国分给李雷', sees: '请核对' },
    { who: 'zhang', fills: {}, submit: '分配', sees: '王建国已分配给李雷' },
    { who: 'li', waits: true, sees: '你有一条新线索' },
    {
      who: 'tom',
      says: '/crm lead add "Mary Major" --company "Nova Robotics" --phone "+1 202 555 0143"',
      sees: 'Lead added: Mary Major',
    },
    { who: 'tom', says: 'assign Mary to Jim', sees: 'Is this right' },
    { who: 'tom', fills: {}, submit: 'Give it', sees: 'Mary Major' },
    { who: 'jim', waits: true, sees: 'new lead' },
    { who: 'han', says: '/crm 新线索 王建国 --公司 星河科技 --电话 13800138000', sees: '可能已在系统中：星河科技' },
    { who: 'tom', says: '/crm lead add "Bob Poole" --company "Poole Marine"', sees: 'Lead added: Bob Poole' },
    { who: 'tom', says: '/crm release Bob --reason "No need"', sees: 'Bob Poole' },
    { who: 'jim', says: '/crm claim Bob', sees: 'Bob Poole' },
    { who: 'han', says: '/crm 新线索 陈小姐 --公司 岚屿食品 --电话 13900139000', sees: '线索已添加：陈小姐' },
    { who: 'li', says: '提醒我明天早上9点联系展会客户', sees: '联系展会客户' },
    { who: 'jim', says: 'remind me to ring the fair tomorrow at 9am', sees: 'ring the fair' },
  ],
  'Tuesday: they are called, and become customers': [
    { who: 'li', waits: true, sees: '任务提醒 · 联系展会客户' },
    { who: 'li', presses: '完成', sees: '已完成' },
    { who: 'jim', waits: true, sees: 'Reminder · ring the fair' },
    { who: 'jim', presses: 'Done', sees: 'Done' },
    { who: 'li', says: '给王建国打了电话，他想要传感器，下周三前发报价', sees: '已记录：王建国' },
    { who: 'li', says: '/crm 转化线索 王建国 --商机 传感器采购 --金额 35万', sees: '已转为客户：星河科技' },
    { who: 'li', says: '/crm 今天', sees: '发报价' },
    { who: 'jim', says: 'called Mary, she wants a quote by Friday', sees: 'Logged: Mary Major' },
    {
      who: 'jim',
      says: '/crm convert Mary --opportunity "Line 3 sensors" --amount 120k',
      sees: 'Customer: Nova Robotics',
    },
    { who: 'han', says: '/crm 转化线索 陈小姐 --商机 包装线改造 --金额 80万', sees: '已转为客户：岚屿食品' },
    { who: 'han', says: '岚屿食品的单子预计6月底成交', sees: '请核对' },
    { who: 'han', fills: {}, submit: '保存修改', sees: '6月30日' },
  ],
  'Wednesday: customers are visited, deals move and are held up': [
    { who: 'li', says: '今天拜访了星河科技，王总对报价基本满意，下周三发合同', sees: '已记录：星河科技' },
    { who: 'li', says: '我到星河科技了，在科技路12号', sees: '科技路12号' },
    { who: 'jim', says: "I'm at Nova Robotics, 12 Dock Road", sees: '12 Dock Road' },
    { who: 'li', says: '给星河科技打了电话，确认收货地址', sees: '确认收货地址' },
    { who: 'li', presses: '撤销', sees: '已撤销' },
    { who: 'li', says: '星河科技推进到需求确认', sees: '请核对' },
    { who: 'li', fills: {}, submit: '推进', sees: '初步接触 → 需求确认' },
    { who: 'han', says: '岚屿食品推进到方案报价', sees: '还差 1 项' },
    {
      who: 'han',
      fills: { minutes: '产线两条，七月停机改造，预算八十万以内' },
      submit: '补齐并推进',
      sees: '初步接触 → 方案报价',
    },
    { who: 'jim', says: 'Visited Nova today, they like the demo', sees: 'Logged: Nova' },
    { who: 'jim', says: 'move Nova to needs', sees: 'Is this right' },
    { who: 'jim', fills: {}, submit: 'Move on', sees: 'Needs' },
  ],
  'Thursday: one is lost, one is won': [
    { who: 'han', says: '/crm 新工单 岚屿食品 包装机停机 --类型 故障', sees: '包装机停机' },
    { who: 'jim', says: 'lost the Nova deal, price too high', sees: 'Lost because' },
    { who: 'jim', fills: {}, submit: 'Move on', sees: 'Lost' },
    { who: 'li', says: '星河科技赢单了', sees: '请核对' },
    { who: 'li', fills: {}, submit: '推进', sees: '签约成交' },
    { who: 'zhang', says: '哪些商机卡住了', sees: '卡' },
    { who: 'han', says: '/crm 关闭工单 包装机 --结果 已更换传感器', sees: '已更换传感器' },
    { who: 'li', says: '写日报', sees: '日报' },
    { who: 'li', fills: {}, submit: '提交日报', sees: '日报已提交给张伟' },
    { who: 'zhang', waits: true, sees: '李雷' },
    { who: 'jim', says: 'write my daily report', sees: 'report' },
    { who: 'jim', fills: {}, submit: 'Send daily report', sees: 'sent to Tom Brown' },
    { who: 'tom', waits: true, sees: 'Jim Green' },
  ],
  'Friday: somebody leaves, and what there is is counted': [
    { who: 'zhang', says: '韩梅梅要离职了，客户都给李雷', sees: '韩梅梅的交接' },
    { who: 'zhang', presses: '全部交接', sees: '已交接韩梅梅的工作' },
    { who: 'li', waits: true, sees: '岚屿食品' },
    { who: 'zhang', says: '本周新增了多少线索', sees: '2 条线索' },
    { who: 'zhang', says: '本月各人赢单金额', sees: '¥350,000 · 1 个商机' },
    { who: 'tom', says: 'deals lost this month', sees: 'Line 3 sensors' },
    { who: 'zhang', says: '本季度各人预计成交多少', sees: '¥800,000 · 1 个商机' },
    { who: 'tom', says: 'visits this week by person', sees: 'follow-ups · number · Visit' },
  ],
};

const DAYS = ['2026-05-18', '2026-05-19', '2026-05-20', '2026-05-21', '2026-05-22'];

describe('a week of a team of five, on three platforms and in two languages (R11, R35, R37, R40)', () => {
  let parley: Parley;
  const players = new Map<PersonKey, Player>();
  const seen = new Map<PersonKey, Seen>();

  beforeAll(async () => {
    const stages = await Promise.all(STAGES.map(async ({ platform, open }) => ({ platform, ...(await open()) })));
    parley = await startParley({ stands: stages.flatMap(({ stands }) => stands), at: `${DAYS[0]}T09:00:00+08:00` });
    for (const [key, platform] of Object.entries(CHATS) as [PersonKey, string][]) {
      const stage = stages.find((each) => each.platform === platform);
      if (stage) players.set(key, stage.player(key, parley));
      await parley.database.pool.query('UPDATE users SET preferred_platform = $1 WHERE email = $2', [
        platform,
        `${key}@hualan.example`,
      ]);
    }
  });
  afterAll(() => parley.close());

  it.each(Object.entries(WEEK).map(([day, steps], at) => ({ day, steps, date: DAYS[at] })))(
    '$day',
    async ({ steps, date }) => {
      await parley.movesTo(`${date}T09:30:00+08:00`);
      // At once what it would look for within the next quarter of a minute.
      await lookAt(parley.databaseUrl, 'reminders', 1);
      for (const step of steps) {
        const player = players.get(step.who);
        const before = seen.get(step.who);
        if (!player) {
          throw new Error(`${step.who} is on no platform`);
        }
        if ('says' in step) {
          await player.says(step.says);
        } else if (before && 'presses' in step) {
          await player.presses(step.presses, before);
        } else if (before && 'fills' in step) {
          await player.fills(step.fills, before, step.submit);
        }
        seen.set(step.who, await player.sees(step.sees));
        await parley.settles();
      }
      expect(parley.errors).toEqual([]);
    },
  );

  it('in the end nothing is lost, nothing is there twice, and what the leaver had is his successor’s', async () => {
    const told = async (what: string) => (await parley.database.pool.query(`SELECT ${what}`)).rows;
    expect(
      await told(`l.contact_name AS lead, l.status, u.name AS owner, l.first_response_at IS NOT NULL AS answered
        FROM leads l JOIN users u ON u.id = l.owner_id ORDER BY l.phone`),
    ).toEqual([
      { lead: 'Mary Major', status: 'converted', owner: 'Jim Green', answered: true },
      { lead: '王建国', status: 'converted', owner: '李雷', answered: true },
      { lead: '陈小姐', status: 'converted', owner: '韩梅梅', answered: false },
      { lead: 'Bob Poole', status: 'new', owner: 'Jim Green', answered: false },
    ]);
    expect(
      await told(`o.name AS deal, c.name AS customer, o.stage_key AS stage, o.amount::int, o.currency, o.lost_reason AS why, u.name AS owner
        FROM opportunities o JOIN customers c ON c.id = o.customer_id
             JOIN users u ON u.id = o.owner_id ORDER BY c.name`),
    ).toEqual([
      {
        deal: 'Line 3 sensors',
        customer: 'Nova Robotics',
        stage: 'lost',
        amount: 12_000_000,
        currency: 'CNY',
        why: 'price too high',
        owner: 'Jim Green',
      },
      {
        deal: '包装线改造',
        customer: '岚屿食品',
        stage: 'proposal',
        amount: 80_000_000,
        currency: 'CNY',
        why: null,
        owner: '李雷',
      },
      {
        deal: '传感器采购',
        customer: '星河科技',
        stage: 'won',
        amount: 35_000_000,
        currency: 'CNY',
        why: null,
        owner: '李雷',
      },
    ]);
    expect(
      await told(`c.name AS customer, f.kind, u.name AS author FROM follow_ups f JOIN customers c ON c.id = f.customer_id
             JOIN users u ON u.id = f.author_id ORDER BY f.created_at`),
    ).toEqual([
      { customer: '星河科技', kind: 'call', author: '李雷' },
      { customer: 'Nova Robotics', kind: 'call', author: 'Jim Green' },
      { customer: '星河科技', kind: 'visit', author: '李雷' },
      { customer: 'Nova Robotics', kind: 'visit', author: 'Jim Green' },
      { customer: '岚屿食品', kind: 'meeting', author: '韩梅梅' },
    ]);
    expect(
      await told(`count(*)::int AS n FROM customers WHERE owner_id = (SELECT id FROM users WHERE name = '韩梅梅')`),
    ).toEqual([{ n: 0 }]);
    expect(
      await told(
        `t.title, t.due_on::text AS due, u.name AS owner FROM tasks t JOIN users u ON u.id = t.owner_id WHERE t.done_at IS NULL ORDER BY t.due_on, t.title`,
      ),
    ).toEqual([
      { title: 'quote', due: '2026-05-22', owner: 'Jim Green' },
      { title: '跟进报价', due: '2026-05-23', owner: '李雷' },
      { title: '发合同', due: '2026-05-27', owner: '李雷' },
      { title: '发报价', due: '2026-05-27', owner: '李雷' },
    ]);
    expect(
      await told(
        `u.name AS who, array_agg(DISTINCT c.platform) AS on FROM changes c JOIN users u ON u.id = c.actor_id GROUP BY 1 ORDER BY 1`,
      ),
    ).toEqual([
      { who: 'Jim Green', on: ['teams'] },
      { who: 'Tom Brown', on: ['slack'] },
      { who: '张伟', on: ['slack'] },
      { who: '李雷', on: ['feishu'] },
      { who: '韩梅梅', on: ['teams'] },
    ]);
    expect(await told('title, closed_at IS NOT NULL AS closed FROM service_tickets')).toEqual([
      { title: '包装机停机', closed: true },
    ]);
    expect(
      await told(`(SELECT count(*) FROM follow_ups WHERE check_in IS NOT NULL)::int AS "checkIns",
        (SELECT count(*) FROM reports WHERE submitted_at IS NOT NULL)::int AS reports,
        (SELECT array_agg(kind ORDER BY created_at) FROM pool_moves) AS pool`),
    ).toEqual([{ checkIns: 2, reports: 2, pool: ['released', 'claimed'] }]);
    const waiting = `notice, state FROM deliveries WHERE state NOT IN ('sent', 'skipped')`;
    await until(
      async () => ((await told(waiting)).length === 0 ? true : undefined),
      () => 'every message to arrive',
    );
  });
});
