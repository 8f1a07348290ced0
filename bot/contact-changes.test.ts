import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let zhang: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  [li, zhang] = [talk.as('li'), talk.as('zhang')];
  await li.types('新客户 华星电子有限公司');
  await li.types('添加联系人 华星电子 王建国 --职务 采购经理 --电话 13800138000 --角色 影响者');
  await li.types('添加联系人 华星电子 孙晓岚 --职务 设备科科长');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const shown = async (name: string) => (await li.types(`查看联系人 ${name}`)).text;

describe('a contact is corrected (R12)', () => {
  it('by a sentence in both languages, with Undo', async () => {
    const changed = await (await li.says('把华星王总的电话改成13700137000')).submit();
    expect(changed.card.title).toBe('联系人已更新：华星电子有限公司 · 王建国');
    expect(changed.text).toContain('电话: +86 138 0013 8000 → +86 137 0013 7000');
    expect(await shown('王建国')).toContain('+86 137 0013 7000');
    await changed.press('撤销');
    expect(await shown('王建国')).toContain('+86 138 0013 8000');
    const jim = talk.as('jim');
    await jim.types('customer add "Globex Works"');
    const added = await jim.types('contact add "Globex Works" "Mary Major" --title CEO --phone "+1 202 555 0143"');
    expect(added.text).toContain('Contact added: Mary Major, Globex Works\nTitle: CEO\nPhone: ');
    const title = await (await jim.says("change Mary Major's title to CFO")).submit();
    expect(title.text).toContain('Title: CEO → CFO');
    const role = await jim.types('contact add "Globex Works" "Mary Major" --role "decision maker"');
    expect(role.text).toContain('Role: — → decision maker');
    expect((await jim.types('contact show "Mary Major"')).text).toContain('Title: CFO');
  });

  it('by the button on its card, which opens a form with what stands', async () => {
    const card = await (await li.types('客户 华星电子 --内容 联系人')).press('查看');
    const form = await card.press('修改');
    expect(Object.fromEntries(form.form.inputs.map(({ name, value }) => [name, value]))).toMatchObject({
      name: '王建国',
      title: '采购经理',
      role: 'influencer',
    });
    await form.submit({ name: '王建国强', role: 'decision_maker', reportsTo: '孙晓岚' });
    const after = await shown('王建国强');
    expect(after).toContain('角色: 决策人');
    expect(after).toContain('汇报给: 孙晓岚');
    await li.types('修改联系人 王建国强 --姓名 王建国');
    expect((await li.types('修改联系人 王建国 --汇报给 王建国')).text).toContain('没有名为王建国的联系人');
    expect((await li.types('修改联系人 王建国 --姓名 王建国')).text).toContain('内容没有变化');
  });

  it('shows who has the number already, and saves it all the same when told so (R10)', async () => {
    await li.types('新客户 白桦仪器 --电话 13900139000');
    const asked = await li.types('修改联系人 孙晓岚 --电话 13900139000');
    expect(asked.text).toContain('白桦仪器');
    await asked.press('仍然保存');
    expect(await shown('孙晓岚')).toContain('+86 139 0013 9000');
  });

  it('is not for those who cannot work on the customer', async () => {
    const refused = await talk.as('jim').types('修改联系人 孙晓岚 --职务 厂长');
    expect(refused.text).not.toContain('联系人已更新');
    expect(await shown('孙晓岚')).toContain('设备科科长');
  });
});

describe('a contact that two change at once', () => {
  it('shows both versions with who and when, and saves neither until one is chosen (R22)', async () => {
    const open = await li.types('修改联系人 孙晓岚');
    await zhang.types('修改联系人 孙晓岚 --职务 生产总监');
    const both = await open.submit({ title: '厂长' });
    expect(both.text).toBe(
      [
        '其他人刚刚改过',
        '职务（你）: 厂长',
        '职务（对方）: 生产总监 · 张伟 10:30',
        '你的修改尚未保存。',
        '[用我的] [保留对方的]',
      ].join('\n'),
    );
    expect((await both.press('保留对方的')).text).toContain('职务: 生产总监');
    const mine = await open.submit({ title: '厂长' });
    await mine.press('用我的');
    expect(await shown('孙晓岚')).toContain('职务: 厂长');
  });
});
