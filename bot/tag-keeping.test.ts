import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let jim: Chat;
let zhang: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-13T10:30:00+08:00');
  talk = openChat(company);
  [li, jim, zhang] = [talk.as('li'), talk.as('jim'), talk.as('zhang')];
  await li.types('新客户 永固轮胎');
  await li.types('新客户 顺达汽修');
  await li.types('标签 永固轮胎 大客户');
  await li.types('标签 顺达汽修 重要客户');
  await li.types('新线索 王建国 --公司 星河科技');
  await li.types('标签 王建国 重要客户');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const carriers = async (chat: Chat, tag: string) => (await chat.types(`查标签 ${tag}`)).text;

describe('a tag', () => {
  it('R1: has a name in each language, shown in the reader’s and found by either', async () => {
    const list = await zhang.types('修改标签 大客户 --英文名 "key account"');
    expect(list.text).toContain('大客户 — key account');
    await jim.types('customer add "Acme Corporation"');
    expect((await jim.types('tag "Acme Corporation" 大客户')).text).toContain('Tags: key account');
    expect((await li.types('标签 顺达汽修 "Key Account"')).text).toContain('标签: 重要客户、大客户');
    await li.types('去标签 顺达汽修 大客户');
  });

  it('R1, R16: is renamed in a form or a sentence; questions, lists and rules that say the old name stay right', async () => {
    await li.types('存名单 大户 --问题 有哪些带大客户标签的客户');
    const asked = await zhang.says('把标签大客户改名为战略客户');
    await asked.submit();
    expect((await li.types('客户 永固轮胎')).text).toContain('战略客户');
    expect(await carriers(li, '大客户')).toContain('永固轮胎');
    expect(await carriers(li, '战略客户')).toContain('永固轮胎');
    expect((await li.says('有哪些带大客户标签的客户')).text).toContain('永固轮胎');
    expect((await li.says('有哪些带战略客户标签的客户')).text).toContain('永固轮胎');
    expect((await li.types('标签 顺达汽修 大客户')).text).toContain('战略客户');
    await li.types('去标签 顺达汽修 战略客户');
    expect((await zhang.types('修改标签 战略客户 --新名称 重要客户')).text).toBe(
      '已有标签“重要客户”，请改用合并标签。',
    );
    expect((await zhang.types('修改标签 战略客户 --新名称 战略客户')).text).toContain('内容没有变化。');
  });

  it('R1: is merged into another one, whatever carries it, and Undo makes two of them again', async () => {
    const merged = await zhang.types('合并标签 重要客户 战略客户');
    expect(merged.card.title).toBe('已合并为：战略客户');
    expect(await carriers(li, '重要客户')).toContain('顺达汽修');
    expect(await carriers(li, '战略客户')).toContain('王建国');
    expect((await li.types('客户 顺达汽修')).text).toContain('战略客户');
    expect((await li.types('查看线索 王建国')).text).toContain('战略客户');
    expect((await li.says('有哪些带重要客户标签的客户')).text).toMatch(
      /永固轮胎[\s\S]*顺达汽修|顺达汽修[\s\S]*永固轮胎/,
    );
    expect((await li.types('标签 顺达汽修 战略客户')).text).toContain('标签: 战略客户');
    expect((await li.types('标签 永固轮胎 重要客户')).text).toContain('标签: 战略客户');
    await merged.press('撤销');
    expect((await li.types('客户 顺达汽修')).text).toContain('重要客户');
    expect(await carriers(li, '战略客户')).not.toContain('王建国');
    expect((await zhang.types('合并标签 重要客户 重要客户')).text).toBe('两个是同一个标签，请选择另一个。');
  });

  it('R1: that is merged is taken off by the other’s name', async () => {
    await zhang.types('合并标签 重要客户 战略客户');
    expect((await li.types('去标签 顺达汽修 战略客户')).text).toContain('标签: 无');
    expect((await zhang.types('标签管理')).text).not.toContain('重要客户');
  });

  it('R1: that is retired is put on nothing new, and stays where it is', async () => {
    const list = await zhang.types('修改标签 战略客户 --状态 停用');
    expect(list.text).toContain('战略客户 — 已停用');
    expect((await li.types('标签 顺达汽修 战略客户')).text).toBe('标签“战略客户”已停用。');
    expect((await li.types('客户 永固轮胎')).text).toContain('战略客户');
    await list.press('撤销');
    expect((await li.types('标签 顺达汽修 战略客户')).text).toContain('战略客户');
  });

  it('R85: is kept by whoever has people below him', async () => {
    expect((await li.types('修改标签 战略客户 --新名称 大户')).text).toContain('该操作仅限以下角色');
    expect((await li.types('合并标签 高意向 需培育')).text).toContain('该操作仅限以下角色');
  });
});
