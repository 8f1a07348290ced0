import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let han: Chat;

const rows = async (sql: string) => (await company.database.pool.query(sql)).rows;
const SHARES = 'SELECT u.name, m.share FROM opportunity_members m JOIN users u ON u.id = m.user_id ORDER BY share DESC';

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  [li, han] = [talk.as('li'), talk.as('han')];
  await company.database.pool.query(
    `INSERT INTO products (id, code, name_zh, name_en, price, currency) VALUES
       (gen_random_uuid(), 'HL-G10', '边缘网关 EdgeGate 10', 'EdgeGate 10', 360000, 'CNY'), (gen_random_uuid(), 'HL-B5', '边缘计算盒 EdgeBox 5', 'EdgeBox 5', 1580000, 'CNY')`,
  );
  await li.types('新客户 华星电子有限公司 --联系人 王建国');
  await li.types('新商机 华星电子 --名称 二期');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('the products of a deal', () => {
  it('add up to its amount as long as nobody sets another one', async () => {
    const first = await li.types('商机产品 二期 --产品 HL-G10 --数量 5');
    expect(first.text).toContain('✓ 产品合计 ¥18,000。');
    expect(first.text).toContain('金额: ¥18,000');
    const second = await li.types('商机产品 二期 --产品 边缘计算盒 --数量 2 --单价 1.5万');
    expect(second.text).toContain('产品: 边缘网关 EdgeGate 10 × 5 · ¥18,000\n边缘计算盒 EdgeBox 5 × 2 · ¥30,000');
    expect(second.text).toContain('金额: ¥48,000');
    await li.types('修改商机 二期 --金额 4万');
    expect((await li.types('商机产品 二期 --产品 HL-G10 --数量 6')).text).toContain(
      '产品合计 ¥51,600，商机金额保持不变。',
    );
  });

  it('are taken away with 0, and back with Undo (R106)', async () => {
    const gone = await li.types('商机产品 二期 --产品 HL-G10 --数量 0');
    expect(gone.text).not.toContain('EdgeGate');
    await gone.press('撤销');
    expect((await li.types('查看商机 二期')).text).toContain('EdgeGate 10 × 6');
  });
});

describe('a deal whose amount follows its products', () => {
  it('R48: ends what was asked for at the old amount, and says so', async () => {
    await li.types('新商机 华星电子 --名称 五期 --金额 10万');
    await company.database.pool.query("UPDATE opportunities SET amount = NULL WHERE name = '五期'");
    await li.types('商机产品 五期 --产品 HL-G10 --数量 5');
    await li.types('折扣 五期 --折扣 16% --理由 预算有限');
    const said = await li.types('商机产品 五期 --产品 HL-G10 --数量 6');
    expect(said.text).toContain('✓ 产品合计 ¥21,600。\n16% 的折扣是按原金额申请的，需要重新申请。');
    expect(
      await rows(
        `SELECT state FROM approval_requests r JOIN opportunities o ON o.id = r.record_id WHERE o.name = '五期'`,
      ),
    ).toEqual([{ state: 'superseded' }]);
  });

  it('has none when the last of them goes, and the next one’s then', async () => {
    expect((await li.types('商机产品 五期 --产品 HL-G10 --数量 0')).text).not.toContain('金额:');
    expect((await li.types('商机产品 五期 --产品 HL-B5 --数量 1')).text).toContain('金额: ¥15,800');
    await li.types('推进 五期 --阶段 输单 --输单原因 价格');
  });
});

describe('the decision chain (R24)', () => {
  it('takes who is on file by his surname, and puts on file who is not', async () => {
    expect((await li.types('决策链 二期 --联系人 王总 --角色 决策人')).text).toContain('✓ 王建国：决策人');
    const said = await li.types('决策链 二期 --联系人 孙科长 --角色 支持者');
    expect(said.text).toContain('✓ 孙科长：支持者（已新建联系人）');
    expect(said.text).toContain('决策链: 王建国（决策人）、孙科长（支持者）');
    expect((await li.types('决策链 二期 --联系人 孙科长 --角色 反对者')).text).toContain('孙科长（反对者）');
  });
});

it('keeps the competitors of a deal', async () => {
  expect((await li.types('竞争对手 二期 --对手 远景科技')).text).toContain('竞争对手: 远景科技');
  const again = await li.types('竞争对手 二期 --对手 远景科技');
  expect(again.text).toContain('“远景科技”已经是该商机的竞争对手。');
  expect(again.text).not.toContain('✓ “远景科技”');
  expect((await li.types('竞争对手 二期 --对手 远景科技 --移除 是')).text).not.toContain('竞争对手:');
});

describe('a joint deal (R84)', () => {
  it('is out of a colleague’s sight until she is on it, then hers to work on, with its customer', async () => {
    expect((await han.types('查看商机 二期')).text).toContain('没有找到');
    const shared = await li.types('商机成员 二期 --同事 韩梅梅 --比例 30');
    expect(shared.text).toContain('协作: 李雷 70%、韩梅梅 30%');
    const seen = await han.types('查看商机 二期');
    expect(seen.text).toContain('客户: 华星电子有限公司');
    expect((await han.types('跟进 华星电子 一起见了王总 --方式 拜访')).text).toContain('华星电子有限公司');
    expect((await han.types('推进 二期')).card.title).toBe('二期: 初步接触 → 需求确认');
  });

  it('shares out the whole and no more', async () => {
    expect((await li.types('商机成员 二期 --同事 Jim --比例 80')).text).toContain(
      '合计将达到 110%，最多还能分配 70%。',
    );
    await li.types('商机成员 二期 --同事 Jim --比例 20');
    expect(await rows(SHARES)).toEqual([
      { name: '李雷', share: 50 },
      { name: '韩梅梅', share: 30 },
      { name: 'Jim Green', share: 20 },
    ]);
  });

  it('is shared out by its owner and those above, not by whoever shares in it', async () => {
    expect((await han.types('商机成员 二期 --同事 韩梅梅 --比例 60')).text).toContain(
      '只有负责人李雷或其上级可以分配该商机。',
    );
    await talk.as('zhang').types('商机成员 二期 --同事 Jim --比例 0');
    expect(await rows(SHARES)).toEqual([
      { name: '李雷', share: 70 },
      { name: '韩梅梅', share: 30 },
    ]);
    expect((await talk.as('jim').types('opportunity 二期')).text).toContain('found no opportunity');
  });

  it('cannot come to anything but 100 percent by any path', async () => {
    await expect(rows('UPDATE opportunity_members SET share = 31 WHERE share = 30')).rejects.toThrow('100 percent');
  });

  it('leaves her sight with her share', async () => {
    await li.types('商机成员 二期 --同事 韩梅梅 --比例 0');
    expect(await rows(SHARES)).toEqual([]);
    expect((await han.types('查看商机 二期')).text).toContain('没有找到');
  });
});

describe('the card of a deal (R32)', () => {
  it('always says what comes next, or that nothing does, with the way to set it', async () => {
    await li.types('新商机 华星电子 --名称 三期');
    const bare = await li.types('查看商机 三期');
    expect(bare.text).toContain('下一步: 还没有');
    const form = await bare.press('安排下一步');
    await form.submit({ title: '送样', due: '后天' });
    const planned = await li.types('查看商机 三期');
    expect(planned.text).toContain('下一步: 送样 · 5月15日 周五 · 李雷');
    expect(planned.labels).not.toContain('安排下一步');
  });

  it('leads to its form and to its files, and names those (R27)', async () => {
    const { pool } = company.database;
    await pool.query(
      `INSERT INTO files (id, entity, record_id, name, media_type, bytes, sha256, storage_key, origin, uploaded_by, created_at)
       SELECT gen_random_uuid(), 'opportunity', o.id, f.name, 'application/pdf', 10, md5(f.name), f.name, 'slack', o.owner_id, f.at::timestamptz
         FROM opportunities o, (VALUES ('一.pdf', '2026-05-13T01:00Z'), ('二.pdf', '2026-05-13T01:01Z'), ('三.pdf', '2026-05-13T01:02Z'), ('四.pdf', '2026-05-13T01:03Z')) f (name, at)
        WHERE o.name = '三期'`,
    );
    const card = await li.types('查看商机 三期');
    expect(card.text).toContain('文件: 四.pdf、三.pdf、二.pdf等 4 个');
    expect((await card.press('文件')).text).toContain('一.pdf');
    await pool.query("DELETE FROM files WHERE entity = 'opportunity'");
    const changed = await (await card.press('修改')).submit({ amount: '20万' });
    expect(changed.text).toContain('金额: — → ¥200,000');
    await changed.press('撤销');
  });

  it('leads to who decides, whom we are up against and who works on it, in place (R24)', async () => {
    const people = await (await li.types('查看商机 三期')).press('人员与竞争…');
    expect(people.text).toContain('决策链: 还没有\n竞争对手: 还没有');
    expect(people.labels).toEqual(['决策链…', '竞争对手…', '协作成员…', '返回商机']);
  });

  it('stands in every list with what comes next', async () => {
    expect((await li.types('我的商机')).text).toContain('三期 · 华星电子有限公司 — 初步接触 → 5月15日 送样');
    expect((await li.types('客户 华星电子')).text).toContain('三期 — 初步接触 → 5月15日 送样');
    expect((await li.types('我的商机')).text).toContain('二期 · 华星电子有限公司 — 需求确认 · ¥40,000 → 无下一步');
  });

  it('says how long it stood where, and warns when that is too long (R29, R30)', async () => {
    await moveClock(company.database, new Date('2026-05-23T02:30:00Z'));
    expect((await li.types('查看商机 三期')).text).toContain('⚠ 有流失风险：已 10 天没有跟进。');
    const stuck = await li.types('查看商机 二期');
    expect(stuck.text).toContain('⚠ 已卡住：本阶段已 10 天，上限 7 天。');
    expect(stuck.text).toContain('历程: 初步接触 0 天 → 需求确认 10 天');
    expect(stuck.card.tone).toBe('warning');
    const list = (await li.types('我的商机')).text;
    expect(list).toContain('三期 · 华星电子有限公司 — ⚠ 流失风险 10 天 · 初步接触');
    expect(list).toContain('二期 · 华星电子有限公司 — ⚠ 卡住 10 天 · 需求确认');
    expect((await li.types('客户 华星电子')).text).toContain('二期 — ⚠ 卡住 10 天 · 需求确认');
  });
});

describe('a stage that asks for parts of a deal (R26)', () => {
  it('takes product, decision maker and competitor on the card that misses them', async () => {
    await talk.as('admin').types('修改阶段 初步接触 --离开条件 产品,决策人,竞争对手,下一步（未完成的任务）');
    await li.types('新客户 明珠医疗有限公司');
    await li.types('新商机 明珠医疗 --名称 采集');
    const blocked = await li.types('推进 采集');
    expect(blocked.text).toContain('• 产品\n• 决策人\n• 竞争对手\n• 下一步（未完成的任务）');
    const done = await blocked.submit({
      product: '边缘网关',
      decisionMaker: '周院长',
      competitor: '远景科技',
      nextStep: '送样',
      nextOn: '下周三',
    });
    expect(done.card.title).toBe('采集: 初步接触 → 需求确认');
    const deal = await li.types('查看商机 采集');
    expect(deal.text).toContain('决策链: 周院长（决策人）');
    expect(deal.text).toContain('金额: ¥3,600');
  });

  it('does not let them be taken from it afterwards', async () => {
    const refused = await li.types('商机产品 采集 --产品 边缘网关 --数量 0');
    expect(refused.text).toContain('“需求确认”阶段要求填写产品，不能清空，内容没有改动。');
    expect((await li.types('查看商机 采集')).text).toContain('边缘网关 EdgeGate 10 × 1');
  });

  it('says what ends when the amount is given on the way (R48)', async () => {
    await li.types('新商机 明珠医疗 --名称 质控 --金额 10万');
    await li.types('折扣 质控 --折扣 16% --理由 预算有限');
    expect((await li.types('推进 质控 --金额 12万')).text).toContain('16% 的折扣是按原金额申请的，需要重新申请。');
    await li.types('推进 质控 --阶段 输单 --输单原因 价格');
  });
});

describe('deals that stand too long', () => {
  it('are one sentence away, with why and whose they are (R29, R30)', async () => {
    const said = await li.says('哪些单子卡住了');
    expect(said.card.title).toBe('卡住的商机（2）');
    expect(said.text).toContain('二期 · 华星电子有限公司 — 需求确认 · 已 10 天，上限 7 天 · 李雷');
    expect(said.text).toContain('三期 · 华星电子有限公司 — 初步接触 · 有流失风险：10 天没有跟进 · 李雷');
    expect((await talk.as('jim').says('which deals are stuck')).card.title).toBe('Nothing is stuck');
  });

  it('pile up in a stage by the pipeline’s own figures (R31)', async () => {
    await talk.as('admin').types('修改流程 销售 --堆积天数 9 --堆积占比 30 --堆积数量 1');
    expect((await li.types('卡单')).text).toContain(
      '⚠ 需求确认出现堆积：3 个进行中商机里有 1 个（33%）停留超过 9 天。',
    );
  });
});

it('says who decides and whom we are up against from a sentence, with Undo (R24)', async () => {
  await li.says('明珠医疗的竞争对手是天枢');
  const said = await li.says('明珠医疗的决策人是林主任');
  expect(said.text).toContain('决策链: 周院长（决策人）、林主任（决策人）');
  expect(said.text).toContain('竞争对手: 天枢、远景科技');
  await said.press('撤销');
  expect((await li.says('明珠医疗的单子卡在哪了')).text).not.toContain('林主任');
});
