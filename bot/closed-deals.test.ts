import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let zhang: Chat;
let jim: Chat;

const stageOf = async (name: string) => {
  const { rows } = await company.database.pool.query<{ stage: string; reason: string | null }>(
    'SELECT s.name_zh AS stage, o.lost_reason AS reason FROM opportunities o JOIN stages s ON s.key = o.stage_key WHERE o.name = $1',
    [name],
  );
  return rows[0];
};

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  [li, zhang, jim] = [talk.as('li'), talk.as('zhang'), talk.as('jim')];
  await talk.as('admin').types('新增产品 温度传感器 --单价 120');
  await li.types('新客户 华星电子有限公司');
  await li.types('新商机 华星电子 --名称 传感器采购 --金额 20万');
  await li.types('推进 传感器采购');
  await li.types('推进 传感器采购 --阶段 输单 --输单原因 价格');
  await li.types('新商机 华星电子 --名称 二期 --金额 30万');
  await jim.types('customer add Globex');
  await jim.types('opportunity open Globex --name Rollout --amount 20k');
  await jim.types('log Globex "signed" --kind meeting');
  await jim.types('advance Rollout --stage Won');
  await moveClock(company.database, new Date('2026-05-14T02:30:00Z'));
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

describe('deals that were won or lost (R32)', () => {
  it('are listed when they are asked for, in both languages, by line and by sentence', async () => {
    expect((await li.types('商机 --阶段 输单')).text).toBe(
      '商机：输单（1）\n传感器采购 · 华星电子有限公司 — ¥200,000 · 昨天（5月13日 周三） · 价格',
    );
    expect((await li.says('输单的商机')).text).toContain('传感器采购');
    expect((await jim.types('opportunities --stage Won')).text).toContain('Rollout');
    expect((await jim.says('won deals')).text).toContain('Rollout');
    expect((await jim.types('opportunities --stage Lost')).text).toBe('Opportunities: Lost\nNone.');
  });

  it('are found by name where no open one is meant, by line and by sentence', async () => {
    expect((await li.types('查看商机 传感器采购')).text).toContain('阶段: 输单');
    expect((await li.types('查看商机 华星电子')).card.title).toBe('二期');
    expect((await li.says('传感器采购到哪一步了')).text).toContain('阶段: 输单');
    expect((await jim.types('opportunity Rollout')).text).toContain('Stage: Won');
    expect((await jim.types('advance Rollout --stage Negotiation')).text).toContain(
      '“Rollout” is closed (Won). It can be opened again.',
    );
    expect((await jim.types('opportunity 传感器采购')).text).toContain('I found no opportunity');
  });

  it('say why they were lost, and are mended: amount, reason, products, shares (R74)', async () => {
    const card = await li.types('查看商机 传感器采购');
    expect(card.text).toContain('输单原因: 价格');
    const form = await card.press('修改');
    expect(form.form.inputs.map(({ name }) => name)).toEqual([
      'opportunity',
      'amount',
      'closeOn',
      'name',
      'lostReason',
    ]);
    const done = await form.submit({ amount: '25万', lostReason: '交期' });
    expect(done.text).toContain('金额: ¥200,000 → ¥250,000\n输单原因: 价格 → 交期');
    const products = await (await li.types('查看商机 传感器采购')).press('产品…');
    expect((await products.submit({ product: '温度传感器', quantity: '5' })).text).toContain('温度传感器 × 5');
    await done.press('撤销').catch(() => undefined);
    const open = await jim.types('opportunity open Globex --name Next');
    expect((await open.press('Open')).text).toContain('Stage: First contact');
    expect((await jim.types('opportunity change Next --lost-reason price')).text).toContain(
      'Only a lost opportunity has a reason for it.',
    );
    expect((await jim.types('opportunity change 传感器采购 --amount 1')).text).toContain('I found no opportunity');
  });
});

describe('what is said of a customer whose deals are all closed (R32)', () => {
  it('is written on none of them: they can be opened again, or looked at', async () => {
    await jim.types('customer add Initech');
    await jim.types('opportunity open Initech --name Pilot --amount 10k');
    await jim.types('log Initech "signed" --kind meeting');
    await jim.types('advance Pilot --stage Won');
    const said = await jim.types('deal product Initech --product 温度传感器 --quantity 10');
    expect(said.text).toContain('“Pilot” is closed (Won). It can be opened again.');
    expect((await jim.types('competitor Initech --name Rivalsoft')).text).toContain('It can be opened again.');
    const deal = await jim.types('opportunity Initech');
    expect(deal.text).not.toMatch(/温度传感器|Rivalsoft/);
    const asked = await jim.says('Initech wants 10 温度传感器');
    expect(asked.text).not.toContain('Products:');
  });

  it('leaves the discount that it was won with, whatever is corrected (R48)', async () => {
    const { pool } = company.database;
    await pool.query(`UPDATE opportunities SET discount_bps = 3000 WHERE name = 'Pilot'`);
    await jim.types('opportunity change Pilot --amount 12k');
    const { rows } = await pool.query(`SELECT amount::int, discount_bps FROM opportunities WHERE name = 'Pilot'`);
    expect(rows).toEqual([{ amount: 1_200_000, discount_bps: 3000 }]);
  });
});

describe('a closed deal that goes on (R32)', () => {
  it('is opened again where it stood, of a sentence, with its history and an Undo', async () => {
    const form = await li.says('重新打开传感器采购商机');
    expect(form.form.command).toBe('opportunity.reopen');
    const done = await form.submit();
    expect(done.card.title).toBe('传感器采购: 输单 → 需求确认');
    expect(await stageOf('传感器采购')).toEqual({ stage: '需求确认', reason: null });
    expect((await li.types('查看商机 传感器采购')).text).toContain(
      '历程: 初步接触 0 天 → 需求确认 0 天 → 输单 1 天 → 需求确认 0 天',
    );
    await done.press('撤销');
    expect(await stageOf('传感器采购')).toMatchObject({ stage: '输单' });
  });

  it('is opened again by line and button in English, and by whoever leads its owner', async () => {
    const seen = await jim.types('opportunity Rollout');
    await jim.types('opportunity change Rollout --amount 21k');
    expect((await seen.press('Open again')).text).not.toContain('Won → First contact');
    const fresh = await jim.types('opportunity Rollout');
    expect(JSON.stringify(fresh.card)).toContain('It is no longer counted as Won');
    const reopened = await fresh.press('Open again');
    expect(reopened.card.title).toBe('Rollout: Won → First contact');
    expect((await jim.types('reopen deal Rollout')).text).toBe('“Rollout” is open already, in First contact.');
    expect((await zhang.types('重新打开商机 传感器采购')).card.title).toBe('传感器采购: 输单 → 需求确认');
    await zhang.types('推进 传感器采购 --阶段 输单 --输单原因 价格');
    expect((await talk.as('han').types('重新打开商机 二期')).text).toContain('没有找到商机');
  });
});
