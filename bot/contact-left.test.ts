import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDealStanding } from '../core/opportunities/find-facts.ts';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let zhang: Chat;
let jim: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  [li, zhang, jim] = [talk.as('li'), talk.as('zhang'), talk.as('jim')];
  await li.types('新客户 华星电子有限公司');
  await li.types('添加联系人 华星电子 王建国 --职务 采购经理 --电话 13800138000 --角色 决策人');
  await li.types('添加联系人 华星电子 孙晓岚 --职务 设备科科长 --汇报给 王建国');
  await li.types('新商机 华星电子 产线改造 --金额 35万');
  await jim.types('customer add "Globex Works"');
  await jim.types('customer add Pinecrest');
  await jim.types('contact add "Globex Works" "Nora Whitlam" --title CEO --phone "+1 202 555 0143"');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const shown = async (name: string) => (await li.types(`查看联系人 ${name}`)).text;

const hasDecisionMaker = (deal: string) =>
  company.as('li', async (core) => {
    const found = await core.db.opportunity.findFirst({ where: { name: deal } });
    return (await findDealStanding(core, found?.id ?? '')).hasDecisionMaker;
  });

describe('a contact who has left his company (R12, R13)', () => {
  it('is marked by a sentence with the day, and the deals he decided ask for another, with Undo (R24)', async () => {
    const form = await li.says('王总离职了');
    expect(form.form.inputs.map(({ name, value }) => [name, value])).toContainEqual(['on', '2026-05-13']);
    const left = await form.submit();
    expect(left.card.title).toBe('华星电子有限公司 · 王建国已离职');
    expect(left.text).toContain('离职日期：今天（5月13日 周三）。往来记录均保留。');
    expect(left.text).toContain('产线改造');
    expect(await shown('王建国')).toContain('离职日期: 今天（5月13日 周三）');
    await left.press('撤销');
    expect(await shown('王建国')).not.toContain('离职日期');
  });

  it('is marked by the button on his card, with a day that is over', async () => {
    const form = await (await li.types('查看联系人 王建国')).press('已离职…');
    const early = await form.submit({ on: '2026-06-01' });
    expect(early.text).toContain('这一天还没到');
    const left = await form.submit({ on: '2026-05-06' });
    expect(left.text).toContain('5月6日');
  });

  it('stays readable: at his customer behind the others, as a superior, and in the history', async () => {
    const { text } = await li.types('客户 华星电子 --内容 联系人');
    expect(text.indexOf('孙晓岚')).toBeLessThan(text.indexOf('王建国'));
    expect(text).toContain('5月6日离职 · 决策人');
    expect(text).toContain('汇报给 王建国（5月6日离职）');
    expect((await li.types('客户 华星电子')).text).toContain('王建国（采购经理，决策人，5月6日离职）');
    expect((await li.types('查看联系人 孙晓岚')).text).toContain('汇报给: 王建国（5月6日离职）');
    expect((await li.types('客户 华星电子 --内容 变更记录')).text).toContain('离职日期：— → 5月6日');
    expect((await li.types('联系人 王建国')).text).toContain('5月6日离职');
  });

  it('leaves a warning on the deal he decided, with the way to name another (R24, R33)', async () => {
    const deal = await li.types('查看商机 产线改造');
    expect(deal.text).toContain('⚠ 决策人王建国已离职，请确认新的决策人。');
    expect(deal.text).toContain('王建国（决策人、5月6日离职）');
    expect(await hasDecisionMaker('产线改造')).toBe(false);
    const form = await deal.press('决策链…');
    const refused = await form.submit({ contact: '王总', role: 'decision_maker' });
    expect(refused.text).toContain('王建国已离职。请填写其他人，或先说明王建国已回来。');
    const named = await form.submit({ contact: '孙晓岚', role: 'decision_maker' });
    expect(named.text).not.toContain('⚠ 决策人');
    expect(await hasDecisionMaker('产线改造')).toBe(true);
    await named.press('撤销');
  });

  it('counts no longer among the contacts of his customer', async () => {
    expect((await li.says('华星电子有几个联系人')).text).toContain('1 个联系人');
    expect((await li.says('离职的联系人有哪些')).text).toContain('王建国');
  });

  it('is not taken for another of that name, nor written over', async () => {
    await li.types('添加联系人 华星电子 王芳 --职务 采购经理');
    expect((await li.types('查看联系人 王总')).text).toContain('王芳');
    const asked = await li.types('添加联系人 华星电子 王建国 --职务 总监');
    expect(asked.text).toContain('王建国已离职');
    const back = await asked.press('王建国回来了');
    expect(back.text).toContain('王建国已回来');
    expect(await shown('王建国')).toContain('职务: 总监');
    expect(await shown('王建国')).not.toContain('离职日期');
    await back.press('撤销');
    expect(await shown('王建国')).toContain('职务: 采购经理');
  });

  it('comes back by a sentence, a line or the button', async () => {
    const back = await (await li.says('王建国回来了')).submit();
    expect(back.card.title).toBe('华星电子有限公司 · 王建国已回来');
    expect(await shown('王建国')).not.toContain('离职日期');
    await li.types('联系人离职 王建国 --日期 5月6日');
    await (await li.types('查看联系人 王建国')).press('已回来');
    expect(await shown('王建国')).not.toContain('离职日期');
  });

  it('who moved to another company is added there with what is known of him (R80)', async () => {
    const form = await jim.says('Nora Whitlam moved to Pinecrest');
    const left = await form.submit();
    expect(left.card.title).toBe('Nora Whitlam has left Globex Works');
    const added = await (await left.press('Add at Pinecrest')).submit({ title: 'CFO' });
    expect(added.card.title).toBe('Contact added: Nora Whitlam, Pinecrest');
    const card = await jim.types('contact show "Nora Whitlam"');
    expect(card.text).toContain('Customer: Pinecrest');
    expect(card.text).toContain('+1 202 555 0143');
    const elsewhere = await jim.says('Nora Whitlam moved to Oakdale');
    expect((await elsewhere.submit()).text).toContain('[New customer Oakdale]');
  });

  it('is for those alone who work on the customer', async () => {
    const refused = await jim.types('联系人离职 孙晓岚 --日期 5月6日');
    expect(refused.text).not.toContain('已离职');
    expect(await shown('孙晓岚')).not.toContain('离职日期');
  });

  it('whom two mark at once: the second is shown both days, and chooses (R22)', async () => {
    const open = await li.types('联系人离职 孙晓岚');
    await zhang.types('联系人离职 孙晓岚 --日期 5月11日');
    const both = await open.submit({ on: '2026-05-04' });
    expect(both.text).toBe(
      [
        '其他人刚刚改过',
        '日期（你）: 5月4日 周一',
        '日期（对方）: 5月11日 周一 · 张伟 10:30',
        '你的修改尚未保存。',
        '[用我的] [保留对方的]',
      ].join('\n'),
    );
    expect((await both.press('保留对方的')).text).toContain('离职日期: 5月11日 周一');
    const again = await open.submit({ on: '2026-05-04' });
    await again.press('用我的');
    expect(await shown('孙晓岚')).toContain('离职日期: 5月4日 周一');
  });

  it('whom another says to be back while a form is open: the form does not write over that (R22)', async () => {
    const form = await li.types('联系人离职 孙晓岚');
    await zhang.types('联系人回归 孙晓岚');
    const both = await form.submit({ on: '2026-05-03' });
    expect(both.text).toContain('日期（你）: 5月3日 周日\n日期（对方）: 在职 · 张伟 10:30');
    expect(await shown('孙晓岚')).not.toContain('离职日期');
    await both.press('用我的');
    expect(await shown('孙晓岚')).toContain('离职日期: 5月3日 周日');
  });

  it('on a day that oneself has said is put right by a line; on that of another it is asked (R22)', async () => {
    const own = await li.types('联系人离职 孙晓岚 --日期 5月5日');
    expect(own.card.title).toBe('华星电子有限公司 · 孙晓岚已离职');
    expect((await zhang.types('联系人离职 孙晓岚 --日期 5月6日')).text).toContain('其他人刚刚改过');
    expect(await shown('孙晓岚')).toContain('离职日期: 5月5日');
  });

  it('already, may still be said to work elsewhere: nothing is written, and he can be added there (R80)', async () => {
    await li.types('新客户 环球仪表有限公司');
    for (const line of ['联系人离职 孙晓岚 --新公司 环球仪表', '联系人离职 孙晓岚 --新公司 环球仪表 --日期 5月5日']) {
      const left = await li.types(line);
      expect(left.card.title).toBe('华星电子有限公司 · 孙晓岚已离职');
      expect(left.text).toContain('[添加到环球仪表有限公司]');
      expect(left.text).not.toContain('[撤销]');
    }
    expect(await shown('孙晓岚')).toContain('离职日期: 5月5日');
    expect((await li.types('联系人离职 孙晓岚 --日期 5月5日')).text).toContain('内容没有变化');
  });

  it('two who are called the same are two, where a day is disputed (R22)', async () => {
    const called = (name: string, as: string) =>
      company.database.pool.query('UPDATE users SET name = $2 WHERE name = $1', [name, as]);
    await called('张伟', '李雷 ');
    await company.database.pool.query(`UPDATE users SET name = '李雷' WHERE name = '李雷 '`);
    await li.types('联系人回归 孙晓岚');
    await li.types('联系人离职 孙晓岚 --日期 5月5日');
    expect((await zhang.types('联系人离职 孙晓岚 --日期 5月6日')).text).toContain('其他人刚刚改过');
    expect(await shown('孙晓岚')).toContain('离职日期: 5月5日');
    await company.database.pool.query(`UPDATE users SET name = '张伟' WHERE roles = '{manager}' AND locale = 'zh'`);
  });

  it('who works at a customer of a colleague now: whose it is and whom to tell is said, and nothing is written there (R10)', async () => {
    await talk.as('han').types('新客户 远山机电有限公司');
    const left = await li.types('联系人离职 孙晓岚 --新公司 远山机电有限公司 --日期 5月5日');
    expect(left.text).toContain('远山机电有限公司由韩梅梅负责，请告诉韩梅梅。');
    expect(left.text).not.toContain('添加到');
    const { rows } = await company.database.pool.query<{ id: string }>(
      `SELECT id FROM customers WHERE name = '远山机电有限公司'`,
    );
    // Let into it to read.
    await company.database.pool.query(
      `INSERT INTO grants (id, entity, record_id, user_id, reason) VALUES (gen_random_uuid(), 'customer', $1, $2, 'watcher')`,
      [rows[0]?.id, company.actor('li').userId],
    );
    expect((await li.types('联系人离职 孙晓岚 --新公司 远山机电有限公司 --日期 5月5日')).text).toContain(
      '请告诉韩梅梅',
    );
    const refused = await li.types('添加联系人 远山机电有限公司 孙晓岚');
    expect(refused.text).toContain('远山机电有限公司由韩梅梅负责，请让韩梅梅来登记');
    await talk.as('tom').types('customer add "Elm Grove"');
    await jim.types('contact add "Globex Works" "Otto Lind"');
    const english = await jim.types('contact left "Otto Lind" --to "Elm Grove"');
    expect(english.text).toContain('Elm Grove is with Tom Brown: please tell Tom Brown.');
  });

  it('is marked, disputed and back in English as well (R12, R22)', async () => {
    await jim.types('contact add "Globex Works" "Vera Vale" --title Buyer');
    const form = await (await jim.types('contact show "Vera Vale"')).press('Has left…');
    const open = await jim.types('contact left "Vera Vale"');
    expect((await form.submit({ on: '2026-05-06' })).text).toContain('Vera Vale has left Globex Works');
    await talk.as('tom').types('contact left "Vera Vale" --on "7 May"');
    const both = await open.submit({ on: '2026-05-08' });
    expect(both.labels).toEqual(['Save mine', 'Keep theirs']);
    const back = await jim.says('Vera Vale is back at Globex Works');
    expect((await back.submit()).card.title).toBe('Vera Vale is back at Globex Works');
    expect((await jim.types('contact show "Vera Vale"')).text).not.toContain('Left on');
  });
});
