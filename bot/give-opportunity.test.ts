import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let zhang: Chat;
let li: Chat;
let han: Chat;

const rows = async <Row>(sql: string) => (await company.database.pool.query(sql)).rows as Row[];
const owners = () =>
  rows<{ what: string; owner: string }>(
    `SELECT x.what, u.name AS owner FROM (
       SELECT '1 ' || name AS what, owner_id FROM customers UNION ALL SELECT '2 ' || name, owner_id FROM opportunities
       UNION ALL SELECT '3 ' || title, owner_id FROM tasks UNION ALL SELECT '4 ' || state, requester_id FROM approval_requests) x
       JOIN users u ON u.id = x.owner_id ORDER BY 1`,
  );
const standing = (given: string) => [
  { what: '1 华星电子', owner: '李雷' },
  { what: '2 CIP 清洗过程记录', owner: given },
  { what: '2 二期', owner: '李雷' },
  { what: '3 发合同', owner: given },
  { what: '3 回访', owner: '李雷' },
  { what: '4 pending', owner: given },
];

beforeAll(async () => {
  company = await openCompany();
  talk = openChat(company);
  [zhang, li, han] = [talk.as('zhang'), talk.as('li'), talk.as('han')];
  await li.types('新客户 华星电子');
  await li.types('新商机 华星电子 --名称 "CIP 清洗过程记录" --金额 35万');
  await li.types('新商机 华星电子 --名称 二期 --金额 10万');
  await li.types('折扣 CIP --折扣 16% --理由 竞争');
  await (await (await li.types('查看商机 CIP')).press('安排下一步')).submit({ title: '发合同', due: '明天' });
  await li.types('新任务 回访 --客户 华星电子');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('one deal given to a colleague (R10)', () => {
  it('goes with what hangs on it and nothing else, after a confirmation, and is taken back whole', async () => {
    const form = await zhang.says('把CIP项目转给韩梅梅');
    expect(form.reply?.kind).toBe('form');
    expect(await owners()).toEqual(standing('李雷'));
    const given = await form.submit();
    expect(given.text).toContain('CIP 清洗过程记录已转交给韩梅梅\n已转交: 1 个进行中商机 · 1 项待办 · 1 个待审批申请');
    expect(await owners()).toEqual(standing('韩梅梅'));
    const told = await rows(
      `SELECT u.name FROM outbox o JOIN users u ON u.id = (o.payload->>'userId')::uuid WHERE o.event = 'handover.given'`,
    );
    expect(told).toEqual([{ name: '韩梅梅' }]);
    expect((await zhang.types('转交商机 CIP 韩梅梅')).text).toContain('CIP 清洗过程记录已由韩梅梅负责');
    await given.press('撤销');
    expect(await owners()).toEqual(standing('李雷'));
    expect(await rows('SELECT id FROM grants')).toEqual([]);
  });

  it('is seen and worked on by whoever has it now, with its customer, who stays with his owner (R84)', async () => {
    expect((await han.types('客户 华星电子')).text).not.toContain('负责人');
    const given = await (await zhang.types('查看商机 CIP')).press('转交同事');
    await given.submit({ owner: '韩梅梅' });
    expect((await han.types('客户 华星电子')).text).toContain('负责人: 李雷');
    expect((await han.types('修改商机 CIP --金额 40万')).text).toContain('40');
    expect((await han.types('修改商机 二期 --金额 40万')).text).not.toContain('40');
    expect((await li.types('修改商机 CIP --金额 50万')).text).not.toContain('50');
    // Whoever follows her is let in as she was.
    await zhang.types('转交商机 CIP 李雷');
    await zhang.types('转交商机 CIP 韩梅梅');
    expect((await han.types('客户 华星电子')).text).toContain('负责人: 李雷');
    await zhang.types('转交商机 CIP 李雷');
  });

  it('takes a part in it that the receiver has already together with the owner’s', async () => {
    await li.types('商机成员 二期 --同事 韩梅梅 --比例 30');
    expect((await zhang.types('转交商机 二期 韩梅梅')).text).toContain('二期已转交给韩梅梅');
    expect(await rows('SELECT u.name, m.share FROM opportunity_members m JOIN users u ON u.id = m.user_id')).toEqual([
      { name: '韩梅梅', share: 100 },
    ]);
  });

  it('is for whoever leads both: a rep is told who may, and a stranger’s colleague is nobody’s to give to', async () => {
    expect((await li.types('转交商机 CIP 韩梅梅')).text).toContain('销售经理');
    expect((await zhang.types('转交商机 CIP Jim')).text).toContain('Jim Green不在你管理的团队中');
    expect((await owners())[1]).toEqual({ what: '2 CIP 清洗过程记录', owner: '李雷' });
  });

  it('is open: one that is closed stays his in the figures', async () => {
    const card = await zhang.types('查看商机 CIP');
    await li.types('推进 CIP --阶段 输单 --输单原因 价格');
    expect((await (await card.press('转交同事')).submit({ owner: '韩梅梅' })).text).toContain('该商机已关闭');
  });
});
