// A discount asked for in a sentence, signed by two people on cards of their own, over Slack (R42, R48).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SlackCard } from '../fakes/slack.ts';
import { type Parley, startParley } from '../support/parley.ts';
import type { SlackUser } from '../support/slack-people.ts';

let parley: Parley;
let li: SlackUser;
let zhang: SlackUser;
let wang: SlackUser;
let tom: SlackUser;
let chen: SlackUser;

beforeAll(async () => {
  // A Sunday, so that no morning message comes in between.
  parley = await startParley();
  // Two directors, of two languages: each gets a copy of his own.
  await parley.database.pool.query(`UPDATE users SET roles = '{manager,director}' WHERE name = 'Tom Brown'`);
  [li, zhang, wang, tom, chen] = [
    parley.person('li'),
    parley.person('zhang'),
    parley.person('wang'),
    parley.person('tom'),
    parley.person('chen'),
  ];
});
afterAll(() => parley.close());

/** Li has an opportunity with this customer, and nothing asked for yet. */
async function opens(customer: string): Promise<void> {
  await li.types(`新客户 ${customer}`);
  await li.types(`新商机 ${customer} --金额 100万`);
}

/** Li asks in words and confirms; the card he is left with. */
async function asksFor(percent: number, customer: string): Promise<SlackCard> {
  await li.types(`折扣 ${customer} --折扣 ${percent}% --理由 客户预算有限`);
  return li.card;
}

const stepsOf = async (customer: string): Promise<string[]> => {
  const { rows } = await parley.database.pool.query<{ state: string }>(
    `SELECT s.role || ' ' || s.state AS state FROM approval_steps s JOIN approval_requests r ON r.id = s.request_id
       JOIN opportunities o ON o.id = r.record_id JOIN customers c ON c.id = o.customer_id
      WHERE c.name = $1 ORDER BY r.round, s.level`,
    [customer],
  );
  return rows.map(({ state }) => state);
};

const discountOf = (customer: string, bps: number) =>
  parley.count(
    'opportunities',
    `discount_bps = ${bps} AND customer_id = (SELECT id FROM customers WHERE name = '${customer}')`,
  );

describe('a discount of 16 %', () => {
  const CUSTOMER = '华星电子有限公司';
  let wangs: SlackCard;
  let toms: SlackCard;
  let chens: SlackCard;

  it('is asked for in a sentence, and nothing happens before it is confirmed on the form (R42)', async () => {
    await opens(CUSTOMER);
    await li.says('华星电子申请16%的折扣，客户预算有限');
    expect((await li.sees('请核对，点击“提交审批”后才会生效。')).buttons).toEqual(['提交审批']);
    expect(await parley.count('approval_requests')).toBe(0);

    await li.presses('提交审批');
    expect(li.card.words).toContain('已提交：华星电子有限公司 16% 折扣申请\n需销售总监、总经理审批，结果会通知你。');
    expect(await stepsOf(CUSTOMER)).toEqual(['director pending', 'executive waiting']);
  });

  it('comes to every director as a private card, in his language, and to nobody else yet (R42)', async () => {
    wangs = await wang.sees('折扣 16%：待审批');
    toms = await tom.sees('Discount of 16%: waiting');
    await parley.settles();
    expect(wangs).toMatchObject({ channel: parley.fake.privateChannel(wang.id), buttons: ['批准', '驳回'] });
    expect(wangs.words).toContain('¥1,000,000 → ¥840,000');
    expect(wangs.words).toContain('客户预算有限');
    expect(toms.buttons).toEqual(['Approve', 'Reject']);
    expect([zhang.cards, chen.cards]).toEqual([[], []]);
  });

  it("refuses a manager who presses the director's button, to him alone, naming who could (R48)", async () => {
    await zhang.presses('批准', { on: wangs });
    expect(zhang.card).toMatchObject({ user: zhang.id });
    expect(zhang.card.text).toContain('该申请需要销售总监（Tom Brown、王芳）审批。');
    expect(await stepsOf(CUSTOMER)).toEqual(['director pending', 'executive waiting']);
  });

  it('refuses the one who asked, and the CEO before his turn (R48)', async () => {
    await li.presses('批准', { on: wangs });
    expect(li.card.text).toContain('不能审批自己的申请。');
    await chen.presses('批准', { on: wangs });
    expect(chen.card.text).toContain('该申请需要销售总监（Tom Brown、王芳）审批。');
    expect(await stepsOf(CUSTOMER)).toEqual(['director pending', 'executive waiting']);
  });

  it('goes on to the CEO when one director approves; both directors see who and when (R42, R48)', async () => {
    await wang.presses('批准', { on: wangs });
    chens = await chen.sees('折扣 16%：待审批');
    expect(chens.buttons).toEqual(['批准', '驳回']);
    await tom.sees('✓ 王芳, 10:00');
    await parley.settles();
    const redrawn = parley.fake.callsOf('chat.update').map(({ args }) => args.ts);
    expect(redrawn).toEqual(expect.arrayContaining([wangs.ts, toms.ts]));
    expect(tom.cards.find(({ ts }) => ts === toms.ts)?.buttons).toEqual([]);
    expect(wang.cards.find(({ ts }) => ts === wangs.ts)?.words).toContain('✓ 王芳 10:00');
    expect(await discountOf(CUSTOMER, 1600)).toBe(0);
  });

  it('tells the other director who was first (R48)', async () => {
    await tom.presses('Reject', { on: toms });
    expect(tom.card).toMatchObject({ user: tom.id });
    expect(tom.card.text).toContain('王芳 has approved this already.');
    expect(await stepsOf(CUSTOMER)).toEqual(['director approved', 'executive pending']);
  });

  it('holds when the CEO approves: every copy shows both, and the one who asked is told once (R42, R48)', async () => {
    await chen.presses('批准', { on: chens });
    await li.sees('折扣 16%：已批准');
    await parley.settles();
    for (const [person, { ts }] of [
      [wang, wangs],
      [chen, chens],
    ] as const) {
      const copy = person.cards.find((card) => card.ts === ts);
      expect(copy?.words).toContain('折扣 16%：已批准');
      expect(copy?.words).toContain('✓ 王芳 10:00');
      expect(copy?.words).toContain('✓ 陈杰 10:00');
      expect(copy?.buttons).toEqual([]);
    }
    expect(tom.cards.find(({ ts }) => ts === toms.ts)?.words).toContain('Discount of 16%: approved');
    expect(li.cards.filter(({ words }) => words.includes('已批准'))).toHaveLength(1);
    expect(await discountOf(CUSTOMER, 1600)).toBe(1);
    expect(await stepsOf(CUSTOMER)).toEqual(['director approved', 'executive approved']);
  });
});

describe('a request that was changed', () => {
  const CUSTOMER = '远景科技有限公司';

  it('voids the cards of the old one: a press there changes nothing and says so (R48)', async () => {
    await opens(CUSTOMER);
    await asksFor(16, CUSTOMER);
    const old = await wang.sees('远景科技有限公司');
    await asksFor(12, CUSTOMER);
    await wang.sees('折扣 12%：待审批');
    await wang.sees('折扣 16%：已被新申请替代');
    await parley.settles();

    await wang.presses('批准', { on: old });
    expect(wang.card.text).toContain('该申请已变更或撤回，本次操作未生效。');
    expect(await stepsOf(CUSTOMER)).toEqual(['director void', 'executive void', 'director pending']);
  });

  it('needs the director alone below 15 %, and nobody at 8 % (R42)', async () => {
    await wang.presses('批准', { on: await wang.sees('折扣 12%：待审批') });
    await li.sees('折扣 12%：已批准');
    expect(await discountOf(CUSTOMER, 1200)).toBe(1);
    await asksFor(8, CUSTOMER);
    expect(li.card.words).toContain('在你的权限内，无需审批。');
    expect(await discountOf(CUSTOMER, 800)).toBe(1);
  });

  it('that was taken back cannot be decided any more', async () => {
    const asked = await asksFor(10, CUSTOMER);
    const card = await wang.sees('折扣 10%：待审批');
    await li.presses('查看进度', { on: asked });
    await li.presses('撤回');
    await wang.sees('折扣 10%：已撤回');
    await wang.presses('批准', { on: card });
    expect(wang.card.text).toContain('该申请已变更或撤回，本次操作未生效。');
    expect(await discountOf(CUSTOMER, 1000)).toBe(0);
  });
});

describe('fifty presses at once', () => {
  const TOO_LATE = /已批准该申请|已驳回该申请|has (approved|rejected) this already/;
  const CUSTOMER = '安平仪器有限公司';

  it('make one decision, one entry in the audit and one message; the others are told who was first (R48)', async () => {
    await opens(CUSTOMER);
    await asksFor(10, CUSTOMER);
    const wangs = await wang.sees('安平仪器有限公司');
    const toms = await tom.sees('安平仪器有限公司');
    const signed = () => parley.count('audit_entries', "entity = 'approval_steps' AND action = 'update'");
    const told = () => [...wang.cards, ...tom.cards].filter(({ text }) => TOO_LATE.test(text)).length;
    const before = { signed: await signed(), told: told() };

    // A rejection is the submit of a short form, open on both screens before the race.
    await wang.presses('驳回', { on: wangs });
    await tom.presses('Reject', { on: toms });
    const press = (at: number) => {
      if (at === 20) {
        return wang.submits({ comment: '利润太低' });
      }
      if (at === 21) {
        return tom.submits({ comment: 'too low' });
      }
      return at % 2 === 0 ? wang.presses('批准', { on: wangs }) : tom.presses('Approve', { on: toms });
    };
    const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => press(at)));
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200));
    await parley.settles();

    const [state] = await stepsOf(CUSTOMER);
    expect(['director approved', 'director rejected']).toContain(state);
    expect(await signed()).toBe(before.signed + 1);
    // The forms say it in their window, or, where that had to be answered first, in a message.
    const buttons = state === 'director rejected' ? 48 : 47;
    const messages = told() - before.told;
    expect(messages).toBeGreaterThanOrEqual(buttons);
    expect(messages).toBeLessThanOrEqual(49);
    expect(
      li.cards.filter(({ words }) => /折扣 10%：已(批准|驳回)/.test(words) && words.includes(CUSTOMER)),
    ).toHaveLength(1);
    expect(parley.errors).toEqual([]);
  });
});
