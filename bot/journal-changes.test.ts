import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCustomer } from '../core/customers/add-customer.ts';
import { newId } from '../core/id.ts';
import { addLead } from '../core/leads/add-lead.ts';
import { buttonsOf, type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let zhang: Chat;
let jim: Chat;
let huaxing: string;

const MILESTONES = '客户 华星电子 --内容 交付节点';
const TOUCHES = '客户 华星电子 --内容 营销触达';

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-13T10:30:00+08:00');
  talk = openChat(company);
  [li, zhang, jim] = [talk.as('li'), talk.as('zhang'), talk.as('jim')];
  huaxing = (await company.as('li', (core) => addCustomer(core, { name: '华星电子' }))).id;
  await company.as('jim', (core) => addCustomer(core, { name: 'Acme Corporation' }));
  await company.as('li', (core) => addLead(core, { contact: '王建国', company: '星河科技' }));
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('a delivery milestone (R13)', () => {
  it('is offered for change only to whoever may change it (R84)', async () => {
    await li.types('交付节点 华星电子 到货 --计划 6月3日');
    expect((await li.types(MILESTONES)).labels).toContain('修改');
    expect((await zhang.types(MILESTONES)).labels).toContain('修改');
    const zhao = await talk.as('zhao').types(MILESTONES);
    expect(zhao.text).toContain('到货');
    expect(zhao.labels).not.toContain('修改');
    await li.types('删除节点 华星电子 到货');
  });

  it('moves by a sentence that says the customer, or only what it is; Undo moves it back', async () => {
    await li.types('交付节点 华星电子 安装 --计划 6月1日');
    const moved = await li.says('安装推迟到6月10日');
    expect(moved.card.title).toBe('交付节点已修改：华星电子');
    expect(moved.text).toContain('计划: 6月10日');
    await li.says('华星的安装推迟到6月15日');
    expect((await li.types(MILESTONES)).text).toContain('安装 — 6月15日');
    await moved.press('撤销');
    const back = await li.says('华星的安装提前到6月8日');
    await back.press('撤销');
    expect((await li.types(MILESTONES)).text).toContain('安装 — 6月15日');
  });

  it('moves in English too, by sentence and by line, and is removed and brought back', async () => {
    await jim.types('milestone Acme Installation --planned "1 June"');
    expect((await jim.says('the installation for Acme moves to June 10')).text).toContain('Planned: Wed 10 Jun');
    expect((await jim.types('milestone change Acme Installation --note "Crane needed"')).text).toContain(
      'Crane needed',
    );
    const asked = await jim.says('remove the milestone installation of Acme');
    expect(asked.text).toContain('Acme Corporation · Installation · Wed 10 Jun');
    const removed = await asked.submit({});
    expect(removed.card.title).toBe('Off the plan: Acme Corporation');
    expect((await jim.types('customer Acme --section Delivery')).text).not.toContain('Installation');
    expect((await jim.types('customer Acme --section Changes')).text).toContain('Milestone Installation removed');
    await removed.press('Undo');
    expect((await jim.types('customer Acme --section Delivery')).text).toContain('Installation — Wed 10 Jun');
  });

  it('is changed on its form from its line in the list; what was changed meanwhile is shown first', async () => {
    await li.types('交付节点 华星电子 验收 --计划 6月20日');
    const list = await li.types(MILESTONES);
    const [button] = buttonsOf(list.card)
      .filter(({ command }) => command === 'milestone.change')
      .slice(-1);
    const form = await li.presses(button ?? { label: '', command: '', input: {} });
    expect(form.form.inputs.map(({ name }) => name)).toEqual(['planned', 'done', 'name', 'remark']);
    await zhang.types('修改节点 华星电子 验收 --计划 6月22日');
    const both = await form.submit({ planned: '2026-06-25' });
    expect(both.card.title).toBe('其他人刚刚改过');
    expect(both.text).toContain('6月22日');
    expect((await both.press('用我的')).text).toContain('6月25日');
  });

  it('done by mistake is to be done again; one name is on the plan once', async () => {
    await li.types('交付完成 华星电子 验收');
    const again = await li.types('修改节点 华星电子 验收 --完成日期 -');
    expect(again.card.title).toBe('交付节点已修改：华星电子');
    expect(again.text).not.toContain('完成: ');
    expect((await li.types('修改节点 华星电子 验收 --新名称 安装')).text).toContain('已经在计划中');
    expect((await li.types('修改节点 华星电子 没有的')).text).toContain('没有找到这个交付节点');
    expect((await li.types('修改节点 华星电子 安装 --完成日期 明天')).text).toContain('还没到');
  });

  it('is not another’s to change: he does not see the customer', async () => {
    const { rows } = await company.database.pool.query<{ id: string }>("SELECT id FROM milestones WHERE name = '安装'");
    const press = { label: '', command: 'milestone.remove', input: { milestone: rows[0]?.id ?? '' } };
    expect((await jim.presses(press)).text).toContain('I find no such delivery milestone');
  });
});

describe('a touch that was entered wrongly (R13, R18)', () => {
  it('is changed and removed by whoever entered it, by line, button and sentence, with Undo', async () => {
    const said = await li.types('记录触达 华星电子 白皮书 --类型 下载资料');
    expect((await said.press('修改')).form.inputs.map(({ name }) => name)).toEqual(['what', 'kind', 'on']);
    const changed = await li.says('华星的白皮书触达日期改成5月3日');
    expect(changed.card.title).toBe('触达已修改：华星电子');
    expect((await li.types(TOUCHES)).text).toContain('5月3日');
    expect((await li.types('修改触达 华星电子 白皮书 --内容 价格表')).text).toContain('价格表');
    const asked = await li.says('删除华星的价格表触达');
    expect(asked.text).toContain('价格表 · ');
    expect(asked.text).toContain('5月3日');
    await li.types('记录触达 华星电子 价格表二');
    const removed = await asked.submit({});
    expect(removed.card.title).toBe('触达已删除：华星电子');
    expect((await li.types(TOUCHES)).text).not.toContain('5月3日');
    await removed.press('撤销');
    expect((await li.types(TOUCHES)).text).toContain('5月3日');
    await li.types('删除触达 华星电子 价格表二');
  });

  it('is chosen among several before it is taken off, in either language', async () => {
    await li.types('记录触达 华星电子 邀请函 --日期 5月1日');
    await li.types('记录触达 华星电子 邀请函 --日期 5月2日');
    const several = await li.types('删除触达 华星电子 邀请函');
    expect(several.card.title).toBe('删除哪一条触达？');
    expect(several.labels).toHaveLength(2);
    expect((await li.types(TOUCHES)).text).toContain('5月2日');
    const removed = await several.press(several.labels.find((label) => label.includes('5月1日')) ?? '');
    expect(removed.card.title).toBe('触达已删除：华星电子');
    const left = (await li.types(TOUCHES)).text;
    expect(left).toContain('5月2日');
    expect(left).not.toContain('5月1日');
    await jim.types('touch Acme "White paper"');
    await jim.types('touch Acme "White paper, second edition"');
    expect((await jim.types('touch remove Acme')).card.title).toBe('Which touch is to go?');
    expect((await jim.types('touch remove Acme "white paper"')).card.title).toContain('Touch removed');
    await li.types('删除触达 华星电子 邀请函');
  });

  it('is mended by a manager above, and by nobody beside', async () => {
    const list = await zhang.types(TOUCHES);
    expect(list.labels).toContain('修改');
    expect((await talk.as('liu').types(TOUCHES)).labels).not.toContain('修改');
    expect((await talk.as('liu').types('删除触达 华星电子 价格表')).text).toContain('只有记录人和上级可以修改');
    expect((await zhang.types('修改触达 华星电子 价格表 --类型 参加活动')).card.title).toBe('触达已修改：华星电子');
  });

  it('that a system sent is for admins and marketing; a lead’s is mended on the lead’s card', async () => {
    await company.database.pool.query(
      `INSERT INTO touches (id, customer_id, kind, what, occurred_at, source) VALUES ('${newId()}', '${huaxing}', 'site_visit', '官网首页', '2026-05-12', 'web')`,
    );
    expect((await li.types('删除触达 华星电子 官网首页')).text).toContain('市场或管理员');
    expect((await talk.as('admin').types('删除触达 华星电子 官网首页')).card.title).toBe('触达已删除：华星电子');
    await li.types('记录触达 王建国 报价单');
    const form = await (await li.types('查看线索 王建国')).press('修改');
    expect((await form.submit({ what: '产品手册' })).text).toContain('产品手册');
  });
});
