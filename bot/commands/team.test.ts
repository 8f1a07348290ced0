import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../../test/support/chat.ts';
import { type Company, openCompany } from '../../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let admin: Chat;

beforeAll(async () => {
  company = await openCompany();
  talk = openChat(company);
  admin = talk.as('admin');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('a team (R85)', () => {
  it('shows who is in it, and opens from the list', async () => {
    const list = await admin.types('管理 团队');
    expect(list.text).toContain('销售部 / 北区 — 负责人 张伟 · 3 人');
    expect((await admin.types('查看团队 北区')).text).toBe(
      [
        '北区',
        '上级团队: 销售部',
        '负责人: 张伟',
        '张伟 — 销售经理',
        '李雷 — 销售代表',
        '韩梅梅 — 销售代表',
        '[修改…]',
      ].join('\n'),
    );
  });

  it('loses somebody who is taken out, whose leader then no longer sees his work; Undo puts him back', async () => {
    await talk.as('li').types('新客户 华星电子有限公司');
    const zhang = talk.as('zhang');
    expect((await zhang.types('客户 华星电子')).text).toContain('华星电子有限公司');
    const done = await admin.types('移出团队 李雷');
    expect(done.text).not.toContain('北区');
    expect((await zhang.types('客户 华星电子')).text).toContain('没有找到');
    expect((await admin.types('移出团队 李雷')).text).toBe('李雷 不在任何团队中。');
    await done.press('撤销');
    expect((await zhang.types('客户 华星电子')).text).toContain('华星电子有限公司');
  });

  it('gets somebody who is moved to it', async () => {
    const team = await admin.types('查看团队 北区');
    const form = await team.press('调动…');
    expect((await form.submit({ team: '南区' })).text).toContain('团队: 南区');
    expect((await admin.types('查看团队 南区')).text).toContain('张伟');
    await admin.types('管理 角色 张伟 --团队 北区');
  });

  it('gets another name, another place and another lead, but no name that is taken and no place below itself', async () => {
    expect((await admin.types('修改团队 北区 --名称 南区')).text).toContain('已有名为“南区”的团队。');
    expect((await admin.types('修改团队 销售部 --上级团队 北区')).text).toContain('团队不能隶属于自己或自己的下级。');
    const changed = await admin.types('admin team change 北区 --name 西北区 --lead 李雷 --parent -');
    expect(changed.text).toContain('西北区\n负责人: 李雷\n');
    expect(changed.text).not.toContain('上级团队');
    await changed.press('撤销');
    expect((await admin.types('查看团队 北区')).text).toContain('上级团队: 销售部\n负责人: 张伟');
    expect((await admin.types('修改团队 北区')).reply?.kind).toBe('form');
  });

  it('is removed when it is empty, and only then; who has left does not keep it', async () => {
    expect((await admin.types('删除团队 北区')).text).toBe('北区还不为空：3 人。请先调整。');
    expect((await admin.types('删除团队 销售部')).text).toBe('销售部还不为空：1 人、北区、南区。请先调整。');
    await admin.types('管理 团队 --名称 东区');
    await admin.types('管理 角色 刘洋 --团队 东区');
    await admin.types('管理 角色 刘洋 --在职 否');
    const removed = await (await admin.types('查看团队 东区')).press('删除');
    expect(removed.text).toContain('已删除团队：东区');
    expect((await admin.types('管理 团队')).text).not.toContain('东区');
    await removed.press('撤销');
    expect((await admin.types('管理 团队')).text).toContain('东区');
  });

  it('is nobody else’s to change', async () => {
    for (const line of [
      '查看团队 北区',
      '修改团队 北区 --名称 我的',
      '删除团队 北区',
      '移出团队 韩梅梅',
      '管理 同事 韩梅梅',
    ]) {
      expect((await talk.as('wang').types(line)).text).toBe('该操作仅限以下角色：管理员。可以找管理员。');
    }
  });
});
