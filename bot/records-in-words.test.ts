import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let admin: Chat;
let zhang: Chat;
let li: Chat;
let jim: Chat;

beforeAll(async () => {
  company = await openCompany();
  talk = openChat(company);
  [admin, zhang, li, jim] = [talk.as('admin'), talk.as('zhang'), talk.as('li'), talk.as('jim')];
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const rows = async <Row>(sql: string) => (await company.database.pool.query(sql)).rows as Row[];

describe('in a sentence', () => {
  it('R8: the leads of a source that nobody has are given to one colleague at once, and taken back', async () => {
    await li.types('新线索 王建国 --来源 展会');
    await li.types('新线索 孙小美 --来源 展会');
    await li.types('新线索 陈有主 --来源 展会');
    await company.database.pool.query("UPDATE leads SET owner_id = NULL WHERE contact_name <> '陈有主'");
    const owners = () =>
      rows(
        'SELECT l.contact_name AS lead, u.name FROM leads l LEFT JOIN users u ON u.id = l.owner_id ORDER BY l.contact_name',
      );
    const form = await zhang.says('把展会来的线索都分给韩梅梅');
    expect(form.reply?.kind).toBe('form');
    const done = await form.submit();
    expect(await owners()).toEqual([
      { lead: '孙小美', name: '韩梅梅' },
      { lead: '王建国', name: '韩梅梅' },
      { lead: '陈有主', name: '李雷' },
    ]);
    await done.press('撤销');
    expect(await owners()).toContainEqual({ lead: '王建国', name: null });
  });

  it('R26: a product comes to a deal in the singular, and goes off it', async () => {
    await admin.types('product add Filler --price 3400');
    await jim.types('customer add "Acme Manufacturing Ltd"');
    await jim.types('opportunity open Acme --amount 120k');
    await (await jim.says('add 2 fillers to the Acme deal')).submit();
    const products = () => rows('SELECT quantity::int AS quantity FROM opportunity_products');
    expect(await products()).toEqual([{ quantity: 2 }]);
    await (await jim.says('take the filler off the Acme deal')).submit();
    expect(await products()).toEqual([]);
  });

  it('R14: a ticket is made urgent and passed on at once, with Undo', async () => {
    await li.types('新客户 华星电子有限公司');
    await li.types('新工单 华星电子 传感器离线');
    const urgent = await li.says('华星电子的工单改成紧急');
    expect(urgent.text).toContain('紧急');
    const passed = await li.says('把华星电子的工单转给韩梅梅');
    expect(passed.text).toContain('韩梅梅');
    await passed.press('撤销');
    expect(
      await rows('SELECT t.priority, u.name FROM service_tickets t LEFT JOIN users u ON u.id = t.assignee_id'),
    ).toMatchObject([{ priority: 'urgent' }]);
  });

  it('R16: a list is renamed, shared and deleted after its form was confirmed', async () => {
    await li.types('存名单 老客户回访 --问题 3个月没联系的老客户');
    await (await li.says('把名单“老客户回访”改名为老朋友')).submit();
    await (await li.says('把老朋友名单共享给团队')).submit();
    expect(await rows('SELECT name, team_id IS NOT NULL AS shared FROM segments')).toEqual([
      { name: '老朋友', shared: true },
    ]);
    const form = await li.says('删除名单老朋友');
    expect(form.reply?.kind).toBe('form');
    await form.submit();
    expect((await li.types('我的名单')).text).not.toContain('老朋友');
  });

  it('R22: one field of a company’s own record is set and emptied; one it does not have is asked about', async () => {
    await admin.types('新增档案类型 设备 --英文名 Equipment --字段 "安装位置, 颜色:白色/黑色"');
    await (await li.says('给华星电子登记设备 3号空压机')).submit();
    const held = async () => (await rows<{ values: unknown }>('SELECT values FROM objects'))[0]?.values;
    await (await li.says('把设备3号空压机的颜色改成白色')).submit();
    expect(JSON.stringify(await held())).toContain('白色');
    await (await li.says('把设备3号空压机的颜色清空')).submit();
    expect(JSON.stringify(await held())).not.toContain('白色');
    const asked = await li.says('把设备3号空压机的味道改成苦的');
    expect(asked.reply?.kind).toBe('form');
    expect(asked.text).toContain('味道');
  });
});
