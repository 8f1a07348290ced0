import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setContactRole } from '../core/customers/set-contact-role.ts';
import { forgetBodies, HookDesk } from '../core/hooks/hook-desk.ts';
import { addLead } from '../core/leads/add-lead.ts';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, ORG, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let admin: Chat;
let li: Chat;
let desk: HookDesk;
let sent = 0;

beforeEach(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-20T10:00:30+08:00');
  talk = openChat(company);
  [admin, li] = [talk.as('admin'), talk.as('li')];
  desk = new HookDesk(company.database, ORG);
  await admin.types('新增接入 Shop');
});
afterEach(async () => {
  await talk.close();
  await company.close();
});

const rows = async <Row extends object>(sql: string) => (await company.database.pool.query<Row>(sql)).rows;

async function deliver(body: object) {
  const source = await desk.find('shop');
  return source && desk.handle(source, { key: `k${++sent}`, body: Buffer.from(JSON.stringify(body)) });
}

/** As the sweep does, every minute. */
async function sweep(): Promise<number> {
  const found = await desk.findFound(100);
  for (const id of found) {
    await desk.attach(id);
  }
  return found.length;
}

const touches = () =>
  rows(`SELECT t.kind, t.what, l.contact_name AS lead, c.name AS customer FROM touches t LEFT JOIN leads l ON l.id = t.lead_id
          LEFT JOIN customers c ON c.id = t.customer_id ORDER BY t.what`);
const visit = { event: 'site_visit', email: 'wang@star.example', what: '/pricing' };
const download = { event: 'download', email: 'wang@star.example', what: '白皮书' };

describe('what a lead does (R18)', () => {
  it('is a touch on the lead, stands on its card, and goes on with the customer it becomes', async () => {
    await li.types('新线索 王建国 --公司 星河科技 --邮箱 wang@star.example');
    expect(await deliver(visit)).toMatchObject({ result: 'touch' });
    const card = await li.types('查看线索 王建国');
    expect(card.text).toContain('营销触达\n10:00 · 访问官网 — /pricing');
    expect(card.text).not.toContain('🔔');
    expect(await company.as('jim', (core) => core.sql({ text: 'SELECT id FROM touches' }))).toEqual([]);
    const converted = await li.types('转化线索 王建国 --客户名称 星河科技');
    expect(converted.text).toContain('一并带来: 1 次触达');
    expect(await touches()).toEqual([{ kind: 'site_visit', what: '/pricing', lead: '王建国', customer: '星河科技' }]);
    await converted.press('撤销');
    expect(await touches()).toEqual([{ kind: 'site_visit', what: '/pricing', lead: '王建国', customer: null }]);
  });

  it('is an enquiry as well where its kind is one for its source (R3)', async () => {
    await li.types('新线索 王建国 --邮箱 wang@star.example');
    await moveClock(company.database, '2026-05-20T11:00:30+08:00');
    await deliver(download);
    expect((await li.types('我的线索')).text).toContain('🔔 王建国');
    expect((await li.types('查看线索 王建国')).text).toContain('🔔 11:00 再次咨询');
    await li.types('线索跟进 王建国 回了电话');
    await moveClock(company.database, '2026-05-20T12:00:30+08:00');
    expect((await admin.types('修改接入 Shop --视为线索咨询 商城下单')).text).toContain('视为线索咨询: 商城下单');
    await deliver(download);
    expect((await li.types('我的线索')).text).not.toContain('🔔');
    expect(await touches()).toHaveLength(2);
  });
});

describe('what somebody does whom nobody knows (R18)', () => {
  it('waits for him and is his once he is a lead, as how he came and no second enquiry (R3)', async () => {
    expect(await deliver(download)).toMatchObject({ result: 'unmatched' });
    expect(await sweep()).toBe(0);
    await moveClock(company.database, '2026-05-22T10:00:30+08:00');
    await li.types('新线索 王建国 --邮箱 wang@star.example');
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    expect((await li.types('查看线索 王建国')).text).toContain('5月20日 周三 10:00 · 下载资料 — 白皮书');
    expect((await li.types('我的线索')).text).not.toContain('🔔');
    expect(await rows('SELECT result, body, phone, email FROM hook_deliveries')).toEqual([
      { result: 'touch', body: null, phone: null, email: null },
    ]);
  });

  it('is the customer’s once a contact has that phone', async () => {
    await deliver({ event: 'shop_order', phone: '13800138000', what: 'A-100' });
    await li.types('新客户 星河科技');
    await moveClock(company.database, '2026-05-20T12:00:30+08:00');
    const [customer] = await rows<{ id: string }>('SELECT id FROM customers');
    await company.as('li', (core) =>
      setContactRole(core, { customerId: customer?.id ?? '', opportunityId: undefined, person: '王工', role: 'user' }),
    );
    expect(await sweep()).toBe(0);
    await li.types('修改联系人 王工 --电话 13800138000');
    expect(await sweep()).toBe(1);
    expect(await touches()).toEqual([{ kind: 'shop_order', what: 'A-100', lead: null, customer: '星河科技' }]);
  });

  it('is shown to an admin alone, once for each of them, who makes a lead of him', async () => {
    await deliver({ ...visit, 姓名: '王建国' });
    await deliver({ ...download, 姓名: '王建国', 密码: 'hunter2' });
    expect((await admin.types('管理 接入')).text).toContain('2 条未匹配');
    const listed = await admin.says('有哪些未匹配的访客');
    expect(listed.text).toContain('王建国 · wang@star.example — 下载资料 ×2 · 白皮书 · Shop · 10:00');
    expect((await li.types('未匹配访客')).text).toContain('管理员');
    expect(JSON.stringify(await rows('SELECT body FROM hook_deliveries'))).not.toContain('hunter2');
    expect(await company.as('wang', (core) => core.sql({ text: 'SELECT id FROM hook_deliveries' }))).toEqual([]);
    const made = await listed.press('建为线索');
    expect(made.text).toContain('线索已添加：王建国');
    expect(await sweep()).toBe(1);
    expect(await touches()).toMatchObject([
      { what: '/pricing', lead: '王建国' },
      { what: '白皮书', lead: '王建国' },
    ]);
    expect((await listed.press('建为线索')).text).toContain('该投递已处理');
    expect((await admin.types('admin unmatched')).text).toContain('暂无未匹配的访客');
  });

  it('is forgotten after its days, or at once where none are given', async () => {
    await deliver(visit);
    await admin.types('修改接入 Shop --未匹配事件保留天数 2');
    expect(await forgetBodies(company.database, { limit: 10 })).toBe(0);
    await moveClock(company.database, '2026-05-22T10:01:30+08:00');
    expect((await admin.types('未匹配访客')).text).toContain('暂无未匹配的访客');
    expect(await forgetBodies(company.database, { limit: 10 })).toBe(1);
    await admin.types('修改接入 Shop --未匹配事件保留天数 0');
    await deliver(visit);
    expect(await rows('SELECT body, email FROM hook_deliveries')).toEqual([
      { body: null, email: null },
      { body: null, email: null },
    ]);
  });

  it('is lost in no race: a lead made while his events come in has them all', async () => {
    const add = () => company.as('li', (core) => addLead(core, { contact: '王建国', email: 'wang@star.example' }));
    const events = Array.from({ length: 8 }, (_, at) => ({ ...visit, what: `/page-${at}` }));
    await Promise.all([...events.slice(0, 4).map(deliver), add(), ...events.slice(4).map(deliver)]);
    await sweep();
    expect(await touches()).toEqual(
      events.map(({ what }) => ({ kind: 'site_visit', what, lead: '王建国', customer: null })),
    );
    expect(await rows(`SELECT 1 FROM hook_deliveries WHERE result = 'unmatched'`)).toEqual([]);
  });
});
