import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, openCompany } from '../test/support/company.ts';
import { askDiscount } from './approvals/ask-discount.ts';
import { decideStep } from './approvals/decide-step.ts';
import { getApproval } from './approvals/find-approval.ts';
import { lastUndoable, undoChange } from './changes/undo-change.ts';
import { addCustomer } from './customers/add-customer.ts';
import { findCustomers } from './customers/find-customers.ts';
import { getCustomer } from './customers/get-customer.ts';
import { addDays } from './days.ts';
import { logFollowUp } from './follow-ups/log-follow-up.ts';
import { findOpportunities, getOpportunity } from './opportunities/find-opportunities.ts';
import { openOpportunity } from './opportunities/open-opportunity.ts';

let company: Company;

beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());

describe('work', () => {
  it('writes rows, audit and header in one transaction, and reads them back as their owner only', async () => {
    const customer = await company.as('li', (core) => addCustomer(core, { name: '华星电子有限公司', contact: '王总' }));
    const found = await company.as('li', (core) => findCustomers(core, { mention: '华星电子' }));
    expect(found).toMatchObject([{ id: customer.id }]);
    await expect(company.as('han', (core) => getCustomer(core, customer.id))).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await company.as('han', (core) => findCustomers(core, { mention: '华星电子' }))).toEqual([]);
    expect(await company.as('zhang', (core) => getCustomer(core, customer.id))).toMatchObject({
      ownerName: '李雷',
      contacts: [{ name: '王总' }],
    });
    await expect(company.as('han', (core) => addCustomer(core, { name: '华星电子' }))).rejects.toMatchObject({
      code: 'exists',
      say: { zh: '华星电子已在系统中，负责人是李雷。' },
    });
  });

  it('shows the latest follow-ups of all who wrote them with the newest first', async () => {
    const { id } = await company.as('li', (core) => addCustomer(core, { name: '先后有序有限公司' }));
    const log = (who: 'li' | 'zhang', note: string, on: string) =>
      company.as(who, (core) => logFollowUp(core, { customerId: id, kind: 'call', note, on }));
    const today = await company.as('li', async (core) => core.today);
    await log('li', 'first', addDays(today, -3));
    await log('zhang', 'third', addDays(today, -1));
    await log('li', 'second', addDays(today, -2));
    const { followUps } = await company.as('zhang', (core) => getCustomer(core, id));
    expect(followUps.map(({ note }) => note)).toEqual(['third', 'second', 'first']);
  });

  it('takes a follow-up and its task back together (R106)', async () => {
    const { id } = await company.as('li', (core) => addCustomer(core, { name: '远航科技' }));
    const logged = await company.as('li', (core) =>
      logFollowUp(core, { customerId: id, kind: 'visit', note: '聊了报价', nextStep: '发合同', nextOn: '2030-01-02' }),
    );
    expect(logged.task?.title).toBe('发合同');
    const before = await company.as('li', (core) => getCustomer(core, id));
    expect([before.followUps.length, before.tasks.length]).toEqual([1, 1]);
    await company.as('li', async (core) => undoChange(core, await lastUndoable(core)), { command: 'change.undo' });
    const after = await company.as('li', (core) => getCustomer(core, id));
    expect([after.followUps.length, after.tasks.length]).toEqual([0, 0]);
  });

  it('lets one signature stand of fifty given at once (R48)', async () => {
    const customer = await company.as('li', (core) => addCustomer(core, { name: '蓝海数据' }));
    const opportunity = await company.as('li', (core) =>
      openOpportunity(core, { customerId: customer.id, amount: { minor: 35_000_000n, currency: 'CNY' } }),
    );
    const asked = await company.as('li', (core) => askDiscount(core, { opportunityId: opportunity.id, bps: 900 }));
    if (asked.kind !== 'asked') {
      throw new Error('a discount over 8 % needs a signature');
    }
    const { steps } = await company.as('li', (core) => getApproval(core, asked.requestId));
    const stepId = steps[0]?.id ?? '';
    const press = (index: number) =>
      company.as('wang', (core) =>
        decideStep(core, { requestId: asked.requestId, stepId, verdict: index % 2 ? 'approved' : 'rejected' }),
      );
    const results = await Promise.allSettled(Array.from({ length: 50 }, (_, index) => press(index)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(
      results
        .flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []))
        .filter((code) => code === 'decided'),
    ).toHaveLength(49);
    const { rows } = await company.database.pool.query(
      `SELECT count(*)::int AS n FROM audit_entries WHERE entity = 'approval_steps' AND action = 'update' AND record_id = $1`,
      [stepId],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('refuses a signature by the wrong role, on the own request, and of a level not yet asked', async () => {
    const customer = await company.as('li', (core) => addCustomer(core, { name: '天成机械' }));
    const opportunity = await company.as('li', (core) => openOpportunity(core, { customerId: customer.id }));
    const asked = await company.as('li', (core) => askDiscount(core, { opportunityId: opportunity.id, bps: 1600 }));
    const requestId = asked.kind === 'asked' ? asked.requestId : '';
    const { steps } = await company.as('wang', (core) => getApproval(core, requestId));
    const [director, chief] = steps.map(({ id }) => id);
    const sign = (who: 'li' | 'zhang' | 'wang' | 'chen', stepId = '') =>
      company.as(who, (core) => decideStep(core, { requestId, stepId, verdict: 'approved' }));
    await expect(sign('li', director)).rejects.toMatchObject({ code: 'own_request' });
    await expect(sign('zhang', director)).rejects.toMatchObject({
      code: 'forbidden',
      say: { zh: '该申请需要销售总监（王芳）审批。' },
    });
    await expect(sign('chen', chief)).rejects.toMatchObject({ code: 'bad_transition' });
    await sign('wang', director);
    await sign('chen', chief);
    expect(await company.as('li', (core) => getOpportunity(core, opportunity.id))).toMatchObject({ discountBps: 1600 });
  });

  it('shows nothing to nobody', async () => {
    const client = await company.database.pool.connect();
    await client.query('BEGIN');
    await client.query('SET LOCAL ROLE parley_app');
    const { rows } =
      await client.query(`SELECT (SELECT count(*)::int FROM customers) AS customers, (SELECT count(*)::int FROM users) AS users,
      (SELECT count(*)::int FROM opportunities) AS opportunities, (SELECT count(*)::int FROM audit_entries) AS audit`);
    await client.query('ROLLBACK');
    client.release();
    expect(rows).toEqual([{ customers: 0, users: 0, opportunities: 0, audit: 0 }]);
    expect(await company.as('jim', (core) => findOpportunities(core, { ownerId: company.actor('li').userId }))).toEqual(
      [],
    );
  });

  it('reads through Prisma under the same policies', async () => {
    const mine = await company.as('li', (core) => core.db.customer.count());
    const others = await company.as('jim', (core) => core.db.customer.count());
    expect([mine > 0, others]).toEqual([true, 0]);
  });
});
