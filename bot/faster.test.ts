import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let zhang: Chat;
let wang: Chat;
let jim: Chat;
let tom: Chat;

const stageOf = async (name: string) => {
  const { rows } = await company.database.pool.query<{ stage: string }>(
    'SELECT s.name_zh AS stage FROM opportunities o JOIN stages s ON s.key = o.stage_key WHERE o.name = $1',
    [name],
  );
  return rows[0]?.stage;
};

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  [li, zhang, wang, jim, tom] = [talk.as('li'), talk.as('zhang'), talk.as('wang'), talk.as('jim'), talk.as('tom')];
  await li.types('新客户 华星电子有限公司');
  await jim.types('customer add Globex');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('the form of a sentence that moves a deal, sent after somebody else moved it (R32)', () => {
  it('moves nothing back: it says who was faster and from where, and one press does it all the same', async () => {
    await li.types('新商机 华星电子 --名称 传感器采购 --金额 20万');
    const form = await li.says('把传感器采购推进到需求确认');
    await zhang.types('推进 传感器采购');
    await zhang.types('跟进 华星电子 谈妥了范围 --方式 会议');
    await zhang.types('推进 传感器采购 --阶段 方案报价');
    const faster = await form.submit();
    expect(faster.text).toBe(
      [
        '传感器采购已被更新',
        '你的操作没有执行。',
        '你想推进到: 需求确认',
        '现在: 方案报价 · ¥200,000',
        '最近推进: 张伟 · 需求确认 → 方案报价 · 10:30',
        '[查看商机] [仍改为需求确认]',
      ].join('\n'),
    );
    expect(await stageOf('传感器采购')).toBe('方案报价');
    await faster.press('仍改为需求确认');
    expect(await stageOf('传感器采购')).toBe('需求确认');
  });

  it('says the same in English, and of a sum that was said with it', async () => {
    await jim.types('opportunity open Globex --name Rollout --amount 20k');
    await jim.types('log Globex "Went through it" --kind meeting');
    const form = await jim.says('we won Rollout, 30k');
    expect(form.form.command).toBe('opportunity.advance');
    await tom.types('advance Rollout');
    const faster = await form.submit();
    expect(faster.text).toContain('Rollout has changed meanwhile\nNothing of yours was done.\nYou wanted: Won');
    expect(faster.text).toContain('Last moved: Tom Brown · First contact → Needs confirmed');
    expect((await jim.types('opportunity Rollout')).text).toContain('Amount: ¥20,000');
  });

  it('says of one that was closed meanwhile how, by whom and when', async () => {
    await li.types('新商机 华星电子 --名称 备件 --金额 5万');
    const form = await li.says('备件丢单了');
    await zhang.types('跟进 华星电子 合同已签 --方式 会议');
    await zhang.types('推进 备件 --阶段 签约成交');
    const closed = await form.submit({ lostReason: '价格' });
    expect(closed.text).toBe(
      [
        '备件已被更新',
        '你的操作没有执行。',
        '你想推进到: 输单',
        '现在: 签约成交 · ¥50,000',
        '最近推进: 张伟 · 初步接触 → 签约成交 · 10:30',
        '[查看商机]',
      ].join('\n'),
    );
  });

  it('still means the deal it was opened for where that was renamed meanwhile', async () => {
    await li.types('新商机 华星电子 --名称 老名字 --金额 5万');
    const form = await li.says('把老名字推进到需求确认');
    await zhang.types('修改商机 老名字 --名称 新名字');
    expect((await form.submit()).card.title).toBe('新名字已被更新');
  });
});

describe('the form that gives a lead away, sent after somebody else gave it (R10)', () => {
  it('gives it to nobody else, says who has it by whom, and one press does it all the same', async () => {
    await li.types('新线索 王建国 --公司 远景动力');
    const form = await zhang.says('把王建国分配给韩梅梅');
    await wang.types('分配线索 王建国 张伟');
    const faster = await form.submit();
    expect(faster.text).toBe(
      [
        '王建国刚刚已转交他人',
        '你的操作没有执行。',
        '现在由谁负责: 张伟',
        '操作人: 王芳 · 10:30',
        '[仍然转交] [不再转交]',
      ].join('\n'),
    );
    expect((await wang.types('查看线索 王建国')).text).toContain('负责人: 张伟');
    expect((await faster.press('仍然转交')).card.title).toBe('王建国已分配给韩梅梅');
  });

  it('does the same in English, and by rule', async () => {
    await jim.types('lead add "Mary Major" --company Initech');
    const form = await tom.types('assign Mary');
    await tom.types('assign Mary Tom');
    const faster = await form.submit({ by: 'rule' });
    expect(faster.text).toContain('Mary Major was given away meanwhile\nNothing of yours was done.\nWith: Tom Brown');
    expect(faster.text).toContain('Given by: Tom Brown · 10:30');
  });

  it('says of one that was converted meanwhile by whom', async () => {
    await li.types('新线索 孙小美 --公司 青松仪器');
    const form = await zhang.says('把孙小美分配给韩梅梅');
    await (await li.types('转化线索 孙小美')).submit();
    expect((await form.submit()).text).toContain('孙小美已转化（李雷 5月13日）。');
  });
});

describe('the form that gives a customer or a deal away, sent after somebody else gave it (R10)', () => {
  it('says who has the customer by whom, and does it only by another press', async () => {
    await li.types('新客户 白桦仪器');
    const form = await zhang.types('转交客户 白桦仪器');
    await wang.types('转交客户 白桦仪器 张伟');
    const faster = await form.submit({ owner: '韩梅梅' });
    expect(faster.text).toBe(
      [
        '白桦仪器刚刚已转交他人',
        '你的操作没有执行。',
        '现在由谁负责: 张伟',
        '操作人: 王芳 · 10:30',
        '[仍然转交] [不再转交]',
      ].join('\n'),
    );
    expect((await faster.press('不再转交')).text).toContain('负责人: 张伟');
    const again = await zhang.says('把白桦仪器转给韩梅梅');
    await wang.types('转交客户 白桦仪器 李雷');
    await (await again.submit()).press('仍然转交');
    expect((await wang.types('客户 白桦仪器')).text).toContain('负责人: 韩梅梅');
  });

  it('says who has the deal, in English as well', async () => {
    await li.types('新商机 华星电子 --名称 转交单 --金额 5万');
    const form = await (await zhang.types('查看商机 转交单')).press('转交同事');
    await wang.types('转交商机 转交单 张伟');
    const faster = await form.submit({ owner: '韩梅梅' });
    expect(faster.text).toContain('转交单刚刚已转交他人\n你的操作没有执行。\n现在由谁负责: 张伟\n操作人: 王芳 · 10:30');
    expect((await faster.press('仍然转交')).card.title).toBe('转交单已转交给韩梅梅');
    await jim.types('opportunity open Globex --name Phase9');
    const english = await tom.types('deal give Phase9');
    await wang.types('转交商机 Phase9 Tom');
    expect((await english.submit({ owner: '李雷' })).text).toContain(
      'Phase9 was given away meanwhile\nNothing of yours was done.\nWith: Tom Brown\nGiven by: 王芳 · 10:30',
    );
  });

  it('does not hold up whoever gives it to whom it was given', async () => {
    await li.types('新商机 华星电子 --名称 同一人 --金额 5万');
    const form = await zhang.types('转交商机 同一人');
    await wang.types('转交商机 同一人 韩梅梅');
    expect((await form.submit({ owner: '韩梅梅' })).text).toContain('同一人已由韩梅梅负责');
  });
});

describe('the form of a ticket, sent after somebody else was given it (R18)', () => {
  it('shows both colleagues, and gives it to neither until he chooses', async () => {
    await li.types('新工单 华星电子 到货慢 --类型 投诉');
    const open = await li.types('更新工单 到货慢');
    await zhang.types('更新工单 到货慢 --处理人 张伟');
    const both = await open.submit({ assignee: '韩梅梅' });
    expect(both.text).toContain('处理人（你）: 韩梅梅 · 北区\n处理人（对方）: 张伟 · 张伟 10:30');
    await both.press('用我的');
    expect((await li.types('查看工单 到货慢')).text).toContain('韩梅梅');
  });
});
