import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  [li, jim] = [talk.as('li'), talk.as('jim')];
  await li.types('新客户 华星电子有限公司');
  await li.types('添加联系人 华星电子 王建国');
  await li.types('新客户 白桦仪器');
  await li.types('添加联系人 白桦仪器 孙晓岚');
  await talk.as('han').types('新客户 天府食品');
  await talk.as('han').types('添加联系人 天府食品 赵敏');
  await jim.types('customer add "Globex Works"');
  await jim.types('contact add "Globex Works" "Nora Whitlam"');
  await jim.types('lead add "Kim Lee" --company "Lee Foods"');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('a task that names only a person (R35)', () => {
  it('hangs on the customer where he works, and its card says so', async () => {
    const added = await li.says('提醒我明天给王总打电话');
    expect(added.text).toContain('华星电子有限公司');
    expect((await li.types('客户 华星电子')).text).toContain('给王总打电话');
    expect((await li.says('提醒我周五联系孙晓岚确认图纸')).text).toContain('白桦仪器');
    expect((await jim.says('remind me to call Nora tomorrow')).text).toContain('Globex Works');
  });

  it('hangs on the lead of that name', async () => {
    expect((await jim.says('remind me to call Kim Lee tomorrow')).text).toContain('Lee Foods');
    expect((await jim.types('todo "call Kim Lee about the offer"')).text).toContain('Lee Foods');
    const { rows } = await company.database.pool.query(
      "SELECT l.contact_name AS name FROM tasks t JOIN leads l ON l.id = t.lead_id WHERE t.title ~ 'Kim Lee about'",
    );
    expect(rows).toEqual([{ name: 'Kim Lee' }]);
  });

  it('hangs on nobody where several may be meant, or where he is no customer of one’s own', async () => {
    expect((await li.says('提醒我明天给赵敏打电话')).text).not.toContain('天府食品');
    await li.types('添加联系人 白桦仪器 王芳');
    const added = await li.says('提醒我后天给王总打电话');
    expect(added.text).toContain('任务已添加');
    expect(added.text).not.toMatch(/华星电子|白桦仪器/u);
    await li.types('联系人离职 王芳 --日期 5月6日');
    expect((await li.says('提醒我周五给王总发合同')).text).toContain('华星电子有限公司');
  });

  it('hangs on nobody where it names a colleague', async () => {
    await jim.types('contact add "Globex Works" "Tom Smith"');
    expect((await jim.says('remind me to ask Tom Brown about my leave on Friday')).text).not.toContain('Globex');
    expect((await li.says('提醒我周五找王经理签字')).text).not.toContain('华星电子');
  });

  it('hangs on nobody by half a name, nor by another title', async () => {
    await li.types('新客户 岚屿食品');
    for (const who of ['苗青', '柳工', '高总']) {
      await li.types(`添加联系人 岚屿食品 ${who}`);
    }
    for (const said of ['给柳工机械打电话', '给苗青青打电话', '问柳工厂的地址', '给高总监打电话']) {
      const added = await li.says(`提醒我明天${said}`);
      expect(added.text).toContain('任务已添加');
      expect(added.text).not.toContain('岚屿食品');
    }
    for (const said of ['给柳工打电话', '给苗青发报价', '问苗青的地址', '联系高总']) {
      expect((await li.says(`提醒我明天${said}`)).text).toContain('岚屿食品');
    }
    for (const said of ['call Nora Smith', 'buy Nora Jones tickets', 'call Nora Whitlam Dental']) {
      expect((await jim.says(`remind me to ${said} tomorrow`)).text).not.toContain('Globex Works');
    }
    expect((await jim.says('remind me to call Nora Whitlam tomorrow')).text).toContain('Globex Works');
  });
});
