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
  await moveClock(company.database, '2026-05-13T10:30:00+08:00');
  talk = openChat(company);
  [li, jim] = [talk.as('li'), talk.as('jim')];
  await li.types('新客户 华星电子有限公司 --联系人 王建国 --电话 13800138000 --地区 华东');
  await jim.types('customer add "Acme Manufacturing Ltd"');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const rows = async (sql: string) => (await company.database.pool.query(sql)).rows;

describe('what was put on file (R20)', () => {
  it('stands on the card that says so, in both languages', async () => {
    const added = await li.types('新客户 远山机械有限公司 --联系人 张总 --电话 13700137000 --地区 苏州');
    expect(added.text).toContain('联系人: 张总');
    expect(added.text).toContain('+86 137 0013 7000');
    expect(added.text).toContain('地区: 苏州');
    const inEnglish = await jim.types(
      'customer add "Harbor Cold Storage" --contact "Ben Ortiz" --email ben@harborcold.example',
    );
    expect(inEnglish.text).toContain('Contact: Ben Ortiz');
    expect(inEnglish.text).toContain('E-mail: ben@harborcold.example');
  });
});

describe('the first glance at a customer (R12, R13)', () => {
  it('says whose he is, when we last spoke, what is open and whom to call', async () => {
    await li.types('新商机 华星电子 --名称 传感器采购 --金额 35万 --预计成交 月底');
    await li.types('跟进 华星电子 王总对报价基本满意 --方式 拜访 --日期 昨天');
    const shown = await li.types('客户 华星电子');
    expect(shown.text).toContain(
      [
        '华星电子有限公司',
        '负责人: 李雷',
        '最近跟进: 昨天（5月12日 周二） · 拜访 · 李雷 · 基本满意',
        '在谈: ¥350,000 · 1 个商机',
        '地区: 华东',
        '电话: [{"link":"tel:+8613800138000","label":"+86 138 0013 8000"}]',
        '联系人: 王建国',
        '王总对报价基本满意',
      ].join('\n'),
    );
    expect(shown.labels).toEqual([
      '查看',
      '记录跟进',
      '签到',
      '跟进记录',
      '新建商机',
      '全部资料',
      '标签…',
      '新建工单',
      '放回公海',
      '修改资料',
    ]);
  });

  it('says what was bought in all, how often and when last (R12)', async () => {
    await li.types('新客户 远山机械');
    for (const [name, amount] of [
      ['一期', '10万'],
      ['二期', '5万'],
    ]) {
      await li.types(`新商机 远山机械 --名称 远山${name} --金额 ${amount}`);
    }
    await company.database.pool.query(
      "UPDATE opportunities SET stage_key = 'won', stage_since = '2026-05-05T02:00:00Z' WHERE name LIKE '远山%'",
    );
    expect((await li.types('客户 远山机械')).text).toContain('已成交: ¥150,000 · 2 个商机 · 最近 5月5日 周二');
  });

  it('leads to all there is, and only to what there is (R13)', async () => {
    const all = await (await li.types('客户 华星电子')).press('全部资料');
    expect(all.text).toContain('联系人\n跟进\n商机\n变更记录\n文件');
    expect(all.text).not.toContain('营销触达');
    expect((await all.press('查看')).text).toContain('华星电子有限公司 · 联系人');
  });

  it('is given its tier by hand from there, with the reason, and back to the rules (R15)', async () => {
    const all = await (await li.types('客户 华星电子')).press('全部资料');
    expect(all.labels).not.toContain('恢复自动等级');
    await (await all.press('设置…')).submit({ tier: 'A', reason: '战略客户' });
    const set = await (await li.types('客户 华星电子')).press('全部资料');
    expect(set.text).toContain('等级 — A：手动设置 · 战略客户');
    expect((await set.press('恢复自动等级')).text).toContain('无（按规则）');
    expect((await (await li.types('客户 华星电子')).press('全部资料')).text).not.toContain('手动设置');
  });

  it('hides amounts from whom they are hidden, and says so much as he may see (R84)', async () => {
    const shown = await talk.as('liu').types('客户 华星电子');
    expect(shown.text).not.toContain('350,000');
  });
});

describe('what a customer did and is promised (R13)', () => {
  it('is noted by a sentence at once, shown as a section, and taken back by Undo', async () => {
    const said = await li.says('华星电子昨天下载了白皮书');
    expect(said.text).toContain('已记录：华星电子有限公司\n下载资料: 白皮书 · 昨天（5月12日 周二）');
    expect((await li.types('客户 华星电子 --内容 营销触达')).text).toContain(
      '昨天（5月12日 周二） · 下载资料 — 白皮书',
    );
    expect((await said.press('撤销')).text).toContain('触达: 白皮书（已移除）');
    expect(await rows('SELECT id FROM touches')).toEqual([]);
  });

  it('is planned, done once, and listed with its days', async () => {
    await li.says('给华星加个交付节点：安装 12月5日');
    expect((await li.types('交付节点 华星电子 安装')).text).toContain('交付节点“安装”已经在计划中');
    await li.says('华星的交付节点安装完成了');
    expect(await rows('SELECT name, planned_on::text, done_on::text FROM milestones')).toEqual([
      { name: '安装', planned_on: '2026-12-05', done_on: '2026-05-13' },
    ]);
    expect((await li.says('华星的交付进度')).text).toContain('✓ 今天（5月13日 周三）');
  });

  it('is noted in English too, and may be done without ever having been planned', async () => {
    expect((await jim.says('Acme downloaded the white paper yesterday')).text).toContain('Download: white paper');
    expect((await jim.says("Acme's delivery phase 1 done")).text).toContain('Delivered: Acme Manufacturing Ltd');
    expect((await jim.types('touch Acme Webinar --on tomorrow')).text).toMatch(/I keep what has happened|ahead/);
  });
});

describe('who decides (R24)', () => {
  it('is said once and stands first among the contacts', async () => {
    await li.types('添加联系人 华星电子 孙晓岚 --职务 设备科科长 --汇报给 王总');
    await li.types('添加联系人 华星电子 王总 --角色 决策人');
    expect((await li.types('客户 华星电子')).text).toContain('联系人: 王建国（决策人）、孙晓岚（设备科科长）');
    const listed = await li.types('客户 华星电子 --内容 联系人');
    expect(listed.text).toContain('孙晓岚 · 设备科科长 — 汇报给 王建国');
    expect(await rows('SELECT role FROM contact_roles')).toEqual([{ role: 'decision_maker' }]);
    expect((await li.types('添加联系人 华星电子 王总 --角色 决策人')).text).toContain('内容没有变化');
  });

  it('asks which one where two are called so', async () => {
    await li.types('添加联系人 华星电子 王小明');
    expect((await li.types('添加联系人 华星电子 王总 --角色 影响者')).text).toContain('是哪一位：王建国、王小明？');
  });
});

describe('a contact whose phone is on file elsewhere (R10, R20)', () => {
  it('is shown with whose it is before he is saved, and saved all the same by a press', async () => {
    const matches = await jim.types('contact add Acme "Mary Major" --phone 13800138000 --title CEO');
    expect(matches.text).toContain('On file already? Mary Major');
    expect(matches.text).toContain('A customer of 李雷');
    expect(matches.labels).toEqual(['Ask 李雷', 'Save anyway']);
    expect(await rows("SELECT id FROM contacts WHERE name = 'Mary Major'")).toEqual([]);
    await matches.press('Save anyway');
    expect(await rows("SELECT title, phone FROM contacts WHERE name = 'Mary Major'")).toEqual([
      { title: 'CEO', phone: '+8613800138000' },
    ]);
  });
});

describe('what was changed of a customer', () => {
  it('is told field by field, with the colleague who did it', async () => {
    await li.types('客户等级 华星电子 A --原因 战略客户');
    const shown = await li.types('客户 华星电子 --内容 变更记录');
    expect(shown.text).toContain('李雷 · 等级');
    expect(shown.text).toContain('手动等级：— → A；原因：— → 战略客户');
  });

  it('is masked as the customer is, and is nothing to whoever does not see him (R84)', async () => {
    const { userId } = company.actor('liu');
    await company.database.pool.query("UPDATE users SET roles = '{marketing}' WHERE id = $1", [userId]);
    await li.types('添加联系人 华星电子 王建国 --电话 13911112222');
    const masked = await talk.as('liu').types('客户 华星电子 --内容 变更记录');
    expect(masked.text).toContain('电话：+86138••••8000 → +86139••••2222');
    const { rows: found } = await company.database.pool.query<{ id: string }>(
      "SELECT id FROM customers WHERE name LIKE '华星%'",
    );
    const press = { label: '', command: 'customer.show', input: { customer: found[0]?.id, section: 'changes' } };
    expect((await jim.presses(press)).text).toContain('I could not find that');
  });

  it('comes in pages', async () => {
    for (const title of ['一', '二', '三', '四', '五', '六']) await li.types(`新工单 华星电子 ${title}`);
    const first = await li.types('客户 华星电子 --内容 工单');
    expect(first.labels).toContain('更多');
    expect((await first.press('更多')).labels).not.toContain('更多');
  });
});
