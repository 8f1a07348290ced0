import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftReport } from '../core/reports/draft-report.ts';
import { type Chat, openChat } from '../test/support/chat.ts';
import { moveClock } from '../test/support/clock.ts';
import { type Company, openCompany, type PersonKey } from '../test/support/company.ts';
import { deskOf, runDue } from '../test/support/jobs.ts';
import { Messenger } from '../test/support/messenger.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;
let li: Chat;
let wang: Chat;
let admin: Chat;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:00Z'));
  talk = openChat(company);
  [li, wang, admin] = [talk.as('li'), talk.as('wang'), talk.as('admin')];
  await li.types('新客户 华星电子有限公司');
  await company.database.pool.query("UPDATE stages SET exit = '{}' WHERE key = 'needs'");
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const stageOf = async (name: string) => {
  const { rows } = await company.database.pool.query<{ stage: string }>(
    'SELECT s.name_zh AS stage FROM opportunities o JOIN stages s ON s.key = o.stage_key WHERE o.name = $1',
    [name],
  );
  return rows[0]?.stage;
};

const signersOf = async (key: string) => {
  const { rows } = await company.database.pool.query<{ signers: string[] }>(
    'SELECT signers FROM stages WHERE key = $1',
    [key],
  );
  return rows[0]?.signers;
};

async function waiting(name: string): Promise<{ request: string; step: string }> {
  const { rows } = await company.database.pool.query<{ request: string; step: string }>(
    `SELECT r.id AS request, s.id AS step FROM approval_requests r JOIN approval_steps s ON s.request_id = r.id AND s.state = 'pending'
      WHERE r.terms->>'opportunity' = $1 AND r.state = 'pending'`,
    [name],
  );
  const [row] = rows;
  if (!row) throw new Error(`nothing waits on ${name}`);
  return row;
}

const decide = async (chat: Chat, name: string, verdict: 'approve' | 'reject') =>
  chat.presses({ label: verdict, command: `approval.${verdict}`, input: await waiting(name) });

describe('a stage that wants signatures (R33)', () => {
  it('is set by an admin, who reads it in the list', async () => {
    const set = await admin.types('修改阶段 商务谈判 --进入需审批 销售总监');
    expect(set.text).toContain('商务谈判 · 75% — 进入需审批：销售总监');
  });

  it('is set by a sentence too, seen on its form before it holds', async () => {
    const form = await admin.says('进入需求确认要总监审批');
    expect((await form.submit()).text).toContain('需求确认');
    expect(await signersOf('needs')).toEqual(['director']);
    await (await admin.says('moving to needs analysis needs no approval any more')).submit();
    expect(await signersOf('needs')).toEqual([]);
    expect((await li.says('进入需求确认要总监审批')).text).toContain('管理员');
  });

  it('asks instead of moving, in words or by command, and only once', async () => {
    await li.types('新商机 华星电子 --名称 一期 --金额 20万 --预计成交 6月30日');
    const asked = await li.types('推进 一期 --阶段 商务谈判');
    expect(asked.text).toBe(
      [
        '已提交审批：一期 推进到商务谈判',
        '需销售总监审批，通过后商机自动推进，结果会通知你。',
        '[查看进度] [撤销]',
      ].join('\n'),
    );
    expect(await stageOf('一期')).toBe('初步接触');
    const said = await li.says('把一期推进到商务谈判');
    expect((await said.submit({})).text).toContain('审批中：一期 推进到商务谈判');
    expect((await li.types('查看商机 一期')).text).toContain('审批中: 推进到商务谈判，等待销售总监');
  });

  it('tells the signers why, typed with the move or on its form', async () => {
    await li.types('新商机 华星电子 --名称 理由一 --金额 20万 --预计成交 6月30日');
    await li.types('推进 理由一 --阶段 商务谈判 --申请理由 客户月底前要签');
    expect(
      (
        await wang.presses({
          label: '',
          command: 'approval.show',
          input: { request: (await waiting('理由一')).request },
        })
      ).text,
    ).toContain('申请理由: 客户月底前要签');
    await li.types('新商机 华星电子 --名称 理由二 --金额 20万 --预计成交 6月30日');
    const form = await li.says('把理由二推进到商务谈判');
    expect(form.form.inputs.map(({ name }) => name)).toContain('reason');
    await form.submit({ reason: '预算已批' });
    expect(
      (
        await wang.presses({
          label: '',
          command: 'approval.show',
          input: { request: (await waiting('理由二')).request },
        })
      ).text,
    ).toContain('申请理由: 预算已批');
    for (const name of ['理由一', '理由二']) {
      await decide(wang, name, 'approve');
    }
  });

  it('moves with the last signature, though the signer sees nothing of the customer, and tells who asked', async () => {
    const slack = new Messenger();
    const desk = deskOf(company, slack);
    await runDue(desk);
    expect(slack.cardsOf('wang').map(({ title }) => title)).toEqual(['推进到商务谈判：待审批']);
    expect((await wang.types('待我审批')).text).toContain('华星电子有限公司 · → 商务谈判');
    const signed = await decide(wang, '一期', 'approve');
    expect(signed.text).toContain('推进到商务谈判：已批准');
    expect(signed.text).toContain('阶段: 初步接触 → 商务谈判');
    expect(await stageOf('一期')).toBe('商务谈判');
    await runDue(desk);
    expect(slack.cardsOf('li').map(({ title }) => title)).toContain('推进到商务谈判：已批准');
  });

  it('stands in the report of whoever asked for it, not of who signed last (R33, R40)', async () => {
    const today = { period: 'day' as const, startsOn: '2026-05-13', endsOn: '2026-05-13', plannedUntil: '2026-05-14' };
    const movesOf = async (key: PersonKey) => {
      const { moves } = await company.as(key, (core) => draftReport(core, today));
      return moves.lines.flatMap(({ name, to }) => (to.zh === '商务谈判' ? [name] : [])).toSorted();
    };
    expect(await movesOf('li')).toEqual(['一期', '理由一', '理由二']);
    expect(await movesOf('wang')).toEqual([]);
  });

  it('stays where it is when it is rejected, and the reason is told', async () => {
    await li.types('新商机 华星电子 --名称 二期 --金额 30万');
    await li.types('推进 二期 --阶段 商务谈判');
    const form = await decide(wang, '二期', 'reject');
    expect((await form.submit({ comment: '价格还没谈拢' })).text).toContain('✗ 王芳 10:30（价格还没谈拢）');
    expect(await stageOf('二期')).toBe('初步接触');
  });

  it('is judged again when it is signed', async () => {
    await li.types('推进 二期 --阶段 商务谈判');
    await company.database.pool.query(`UPDATE stages SET entry = '{competitor}' WHERE key = 'negotiation'`);
    expect((await decide(wang, '二期', 'approve')).text).toBe('目前还缺：竞争对手，请李雷先补齐。');
    expect(await stageOf('二期')).toBe('初步接触');
    await li.types('竞争对手 二期 --对手 远景科技');
    expect((await decide(wang, '二期', 'approve')).text).toContain('已批准');
    expect(await stageOf('二期')).toBe('商务谈判');
    await company.database.pool.query(`UPDATE stages SET entry = '{}' WHERE key = 'negotiation'`);
  });

  it('is withdrawn by Undo or by hand, not by anybody else, and a signature on it is told so', async () => {
    await li.types('新商机 华星电子 --名称 三期 --金额 30万');
    const asked = await li.types('推进 三期 --阶段 商务谈判');
    const old = await waiting('三期');
    expect(
      (await wang.presses({ label: '撤回', command: 'approval.withdraw', input: { request: old.request } })).text,
    ).toBe('只有李雷可以撤回该申请。');
    expect((await asked.press('撤销')).text).toContain('已撤销：推进商机阶段');
    expect((await wang.presses({ label: '批准', command: 'approval.approve', input: old })).text).toContain('未生效');
    const again = await (await li.types('推进 三期 --阶段 商务谈判')).press('查看进度');
    expect((await again.press('撤回')).text).toContain('推进到商务谈判：已撤回');
    expect(await stageOf('三期')).toBe('初步接触');
  });

  it('ends with another amount or another way, and is asked for anew', async () => {
    await li.types('推进 三期 --阶段 商务谈判');
    expect((await li.types('修改商机 三期 --金额 35万')).text).toContain('推进申请是按原金额提交的，需要重新提交。');
    await li.types('推进 三期 --阶段 商务谈判');
    const open = await waiting('三期');
    await li.types('推进 三期 --阶段 需求确认');
    expect((await wang.presses({ label: '批准', command: 'approval.approve', input: open })).text).toContain('未生效');
    expect(await stageOf('三期')).toBe('需求确认');
  });

  it('is not passed by skipping it, nor by the one who asks signing himself', async () => {
    const won = await li.types('推进 三期 --阶段 签约成交');
    expect(won.text).toContain('已提交审批：三期 推进到签约成交');
    expect((await decide(li, '三期', 'approve')).text).not.toContain('已批准');
    expect(await stageOf('三期')).toBe('需求确认');
  });

  it('is one that the database keeps, whatever path leads there', async () => {
    const { rows } = await company.database.pool.query<{ id: string }>(
      "SELECT id FROM opportunities WHERE name = '三期'",
    );
    await expect(
      company.as('li', async (core) => {
        core.change.update('opportunities', rows[0]?.id ?? '', { stageKey: 'negotiation' });
      }),
    ).rejects.toThrow(/nobody has signed/);
  });

  it('may be taken back out of with Undo, into where it had been signed for', async () => {
    const won = await li.types('推进 一期 --阶段 签约成交');
    expect(await stageOf('一期')).toBe('签约成交');
    await won.press('撤销');
    expect(await stageOf('一期')).toBe('商务谈判');
  });

  it('says so in English, with each signature in its turn', async () => {
    const jim = talk.as('jim');
    await jim.types('customer add "Acme Manufacturing Ltd"');
    await jim.types('opportunity open Acme --name "Line 3" --amount 20k');
    const said = await jim.says('move Line 3 to negotiation');
    expect((await said.submit({})).text).toContain(
      'Asked: Line 3 to Negotiation\nTo sign: sales director. The deal moves with the signature, and I will tell you.',
    );
    expect((await jim.types('my requests')).text).toContain('Move to Negotiation: waiting');
    await admin.types('修改阶段 签约成交 --进入需审批 财务');
    await jim.types('opportunity open Acme --name "Line 4" --amount 20k');
    expect((await jim.types('advance "Line 4" --stage Won')).text).toContain('To sign: sales director, then finance.');
  });
});
