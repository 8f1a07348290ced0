import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Button, Card } from '../../bot/cards/card.ts';
import { askDiscount } from '../../core/approvals/ask-discount.ts';
import { decideStep } from '../../core/approvals/decide-step.ts';
import { getApproval } from '../../core/approvals/find-approval.ts';
import { withdrawApproval } from '../../core/approvals/withdraw-approval.ts';
import { newId } from '../../core/id.ts';
import { moveClock } from '../../test/support/clock.ts';
import { type Company, openCompany, type PersonKey } from '../../test/support/company.ts';
import { deskOf, runDue, standings } from '../../test/support/jobs.ts';
import { Messenger } from '../../test/support/messenger.ts';
import type { Desk } from '../desk.ts';

let company: Company;
let slack: Messenger;
let desk: Desk;
const opportunityId = newId();

beforeEach(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-20T10:00:00+08:00');
  slack = new Messenger();
  desk = deskOf(company, slack);
  const customerId = newId();
  const { userId } = company.actor('li');
  await company.database.pool.query(
    `INSERT INTO customers (id, name, name_key, owner_id, created_by) VALUES ($1, '华星电子', '华星电子', $2, $2)`,
    [customerId, userId],
  );
  await company.database.pool.query(
    `INSERT INTO opportunities (id, customer_id, name, owner_id, stage_key, amount, currency, created_by)
     VALUES ($1, $2, '二期扩容', $3, 'proposal', 35000000, 'CNY', $3)`,
    [opportunityId, customerId, userId],
  );
});
afterEach(() => company.close());

async function ask(bps: number): Promise<string> {
  const asked = await company.as('li', (core) => askDiscount(core, { opportunityId, bps }));
  if (asked.kind !== 'asked') throw new Error('nobody was asked');
  return asked.requestId;
}

async function decide(key: PersonKey, requestId: string, verdict: 'approved' | 'rejected'): Promise<void> {
  await company.as(key, async (core) => {
    const { steps } = await getApproval(core, requestId);
    const stepId = steps.find(({ state }) => state === 'pending')?.id ?? '';
    await decideStep(core, { requestId, stepId, verdict });
  });
}

const titles = (key: PersonKey) => slack.cardsOf(key).map(({ title }) => title);
const factsOf = (card: Card | undefined) =>
  card?.body.flatMap((node) =>
    node.type === 'facts' ? node.facts.map(({ label, value }) => `${label}: ${value}`) : [],
  );
const buttonsOf = (card: Card | undefined): Button[] =>
  card?.body.flatMap((node) => (node.type === 'actions' ? node.buttons : [])) ?? [];

describe('a discount that is asked for (R42)', () => {
  it('goes to everybody of the first level, and to nobody else', async () => {
    await ask(1600);
    await runDue(desk);
    expect(slack.messages.map(({ to }) => to)).toEqual(['wang']);
    expect(titles('wang')).toEqual(['折扣 16%：待审批']);
    expect(buttonsOf(slack.cardsOf('wang')[0]).map(({ command }) => command)).toEqual([
      'approval.approve',
      'approval.reject',
    ]);
  });

  it('goes on to the next level when the first has agreed, and every copy shows who and when (R48)', async () => {
    const requestId = await ask(1600);
    await runDue(desk);
    await decide('wang', requestId, 'approved');
    await runDue(desk);
    expect(slack.messages.map(({ to }) => to)).toEqual(['wang', 'chen']);
    expect(factsOf(slack.cardsOf('wang')[0])).toContain('销售总监: ✓ 王芳 10:00');
    expect(buttonsOf(slack.cardsOf('wang')[0])).toEqual([]);

    await moveClock(company.database, '2026-05-20T10:30:00+08:00');
    await decide('chen', requestId, 'approved');
    await runDue(desk);
    for (const key of ['wang', 'chen', 'li'] as const) {
      expect(titles(key)).toEqual(['折扣 16%：已批准']);
      expect(factsOf(slack.cardsOf(key)[0])).toContain('总经理: ✓ 陈杰 10:30');
    }
  });

  it('tells whoever asked once, when it is rejected', async () => {
    const requestId = await ask(1600);
    await runDue(desk);
    await decide('wang', requestId, 'rejected');
    await runDue(desk);
    expect(titles('li')).toEqual(['折扣 16%：已驳回']);
    expect(titles('chen')).toEqual([]);
  });

  it('voids its cards when it is changed or taken back', async () => {
    await ask(1600);
    await runDue(desk);
    const second = await ask(1200);
    await runDue(desk);
    expect(titles('wang')).toEqual(['折扣 16%：已被新申请替代', '折扣 12%：待审批']);
    await company.as('li', (core) => withdrawApproval(core, second));
    await runDue(desk);
    expect(titles('wang')).toEqual(['折扣 16%：已被新申请替代', '折扣 12%：已撤回']);
    expect(slack.cardsOf('wang').flatMap(buttonsOf)).toEqual([]);
  });

  it('is not announced any more when it has been decided before the card was sent', async () => {
    const requestId = await ask(1000);
    await company.database.pool.query(`UPDATE outbox SET run_at = parley_now() + interval '1 hour'`);
    await decide('wang', requestId, 'approved');
    await moveClock(company.database, '2026-05-20T11:30:00+08:00');
    await runDue(desk);
    expect(titles('wang')).toEqual([]);
    expect(titles('li')).toEqual(['折扣 10%：已批准']);
  });

  it('is redrawn when it is decided while its card is on the way', async () => {
    const requestId = await ask(1000);
    slack.onSend = async ({ to }) => {
      if (to === 'wang') await decide('wang', requestId, 'approved');
    };
    await runDue(desk);
    expect(titles('wang')).toEqual(['折扣 10%：已批准']);
  });

  it('has its card posted again where somebody has deleted it', async () => {
    const requestId = await ask(1600);
    await runDue(desk);
    slack.lose('m1');
    await decide('wang', requestId, 'approved');
    await runDue(desk);
    expect(titles('wang')).toEqual(['折扣 16%：待审批']);
    await decide('chen', requestId, 'approved');
    await runDue(desk);
    expect(titles('wang')).toEqual(['折扣 16%：已批准']);
  });

  it('has the same effect however often its event is handed over', async () => {
    await ask(1600);
    await runDue(desk);
    await company.database.pool.query(`UPDATE outbox SET state = 'pending'`);
    await runDue(desk);
    expect(await standings(company)).toEqual([{ notice: 'approval', state: 'sent', reason: null }]);
  });
});
