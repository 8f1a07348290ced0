import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Company, ORG, openCompany, type PersonKey } from '../../test/support/company.ts';
import type { Actor } from '../actor.ts';
import { lastUndoable, undoChange } from '../changes/undo-change.ts';
import type { Core } from '../context.ts';
import { addCustomer } from '../customers/add-customer.ts';
import { logFollowUp } from '../follow-ups/log-follow-up.ts';
import { advanceOpportunity } from '../opportunities/advance-opportunity.ts';
import { getOpportunity } from '../opportunities/find-opportunities.ts';
import { openOpportunity } from '../opportunities/open-opportunity.ts';
import { work } from '../work.ts';
import type { Verdict } from './approval.ts';
import { askDiscount } from './ask-discount.ts';
import { decideStep } from './decide-step.ts';
import { findPendingApprovals, getApproval } from './find-approval.ts';

let company: Company;
let customerId: string;
let opportunityId: string;

beforeEach(async () => {
  company = await openCompany();
  opportunityId = await company.as('li', async (core) => {
    customerId = (await addCustomer(core, { name: '华星电子' })).id;
    await core.flush();
    const amount = { minor: 35_000_000n, currency: 'CNY' };
    return (await openOpportunity(core, { customerId, name: '二期扩容', amount })).id;
  });
});
afterEach(() => company.close());

async function ask(key: PersonKey, bps: number): Promise<string> {
  const asked = await company.as(key, (core) => askDiscount(core, { opportunityId, bps }), { undoable: false });
  if (asked.kind !== 'asked') throw new Error('nobody was asked');
  return asked.requestId;
}

const decide = (key: PersonKey, requestId: string, verdict: Verdict) =>
  company.as(key, async (core) => {
    const { steps } = await getApproval(core, requestId);
    const stepId = steps.find(({ state }) => state === 'pending')?.id ?? '';
    return decideStep(core, { requestId, stepId, verdict });
  });

const stateOf = (key: PersonKey, requestId: string) =>
  company.as(key, async (core) => {
    const { state, opportunity } = await getApproval(core, requestId);
    return { state, name: opportunity.name, customer: opportunity.customerName };
  });

const seesDeal = (key: PersonKey) =>
  company
    .as(key, (core) => getOpportunity(core, opportunityId))
    .then(
      () => true,
      () => false,
    );

const setRoles = (key: PersonKey, roles: string[]) =>
  company.database.pool.query('UPDATE users SET roles = $2 WHERE id = $1', [company.actor(key).userId, roles]);

it('is superseded by what somebody else asks for the same deal, either way round (R48)', async () => {
  const first = await ask('zhang', 1000);
  const second = await ask('li', 1200);
  const third = await ask('zhang', 1300);
  const { rows } = await company.database.pool.query(
    'SELECT id, round, state, (SELECT array_agg(s.state) FROM approval_steps s WHERE s.request_id = r.id) AS steps FROM approval_requests r ORDER BY round',
  );
  expect(rows).toEqual([
    { id: first, round: 1, state: 'superseded', steps: ['void'] },
    { id: second, round: 2, state: 'superseded', steps: ['void'] },
    { id: third, round: 3, state: 'pending', steps: ['pending'] },
  ]);
});

it('is seen and decided by who holds the role now, not by who held it (R48)', async () => {
  const requestId = await ask('li', 1000);
  expect(await seesDeal('tom')).toBe(false);
  await setRoles('tom', ['director']);
  expect(await seesDeal('tom')).toBe(true);
  await setRoles('tom', ['manager']);
  expect(await seesDeal('tom')).toBe(false);
  await expect(stateOf('tom', requestId)).rejects.toMatchObject({ code: 'not_found' });
  await setRoles('tom', ['director']);
  await expect(company.as('jim', (core) => getApproval(core, requestId))).rejects.toMatchObject({ code: 'not_found' });
});

it('gives who decides the deal only until it closes, and the request for ever (R48)', async () => {
  await setRoles('tom', ['director']);
  const requestId = await ask('li', 1600);
  const { steps } = await company.as('tom', (core) => getApproval(core, requestId));
  expect(steps[0]?.approvers.map(({ name }) => name).sort()).toEqual(['Tom Brown', '王芳']);
  await decideAsDirector(requestId);
  expect(await seesDeal('tom')).toBe(true);
  await decide('chen', requestId, 'approved');
  expect(await seesDeal('tom')).toBe(false);
  expect(await stateOf('tom', requestId)).toEqual({ state: 'approved', name: '二期扩容', customer: '华星电子' });
  expect(await company.as('li', (core) => getOpportunity(core, opportunityId))).toMatchObject({ discountBps: 1600 });
});

it('is decided alone by a director who sees nothing else of the deal', async () => {
  const requestId = await ask('li', 1000);
  await setRoles('tom', ['director']);
  await decideAsDirector(requestId);
  expect(await company.as('li', (core) => getOpportunity(core, opportunityId))).toMatchObject({ discountBps: 1000 });
  expect(await seesDeal('tom')).toBe(false);
});

it.each([['won'], ['lost']])(
  'is superseded when its deal is %s, and stays so when that is undone',
  async (stageKey) => {
    const requestId = await ask('li', 1000);
    await company.as('li', (core) => logFollowUp(core, { customerId, kind: 'meeting', note: '谈妥了' }));
    await company.as('li', (core) => advanceOpportunity(core, { opportunityId, stageKey, lostReason: '价格' }));
    expect(await stateOf('li', requestId)).toMatchObject({ state: 'superseded' });
    expect(await company.as('wang', findPendingApprovals)).toEqual([]);
    await company.as('li', async (core) => undoChange(core, await lastUndoable(core)), { command: 'change.undo' });
    expect(await company.as('li', (core) => getOpportunity(core, opportunityId))).toMatchObject({
      stageKey: 'contact',
    });
    expect(await stateOf('li', requestId)).toMatchObject({ state: 'superseded' });
  },
);

it('is not approved, but may be rejected, once its deal is of another amount', async () => {
  const requestId = await ask('li', 1000);
  await company.as('li', async ({ change }) => change.update('opportunities', opportunityId, { amount: 99n }));
  await expect(decide('wang', requestId, 'approved')).rejects.toMatchObject({
    code: 'conflict',
    say: { zh: '申请之后商机已变更，请由申请人重新申请。' },
  });
  expect(await decide('wang', requestId, 'rejected')).toMatchObject({ state: 'rejected' });
});

/** Tom, as his next delivery would find him. */
function decideAsDirector(requestId: string): Promise<unknown> {
  const actor: Actor = { ...company.actor('tom'), roles: ['director'] };
  return work(company.database, { actor, org: ORG, origin: { via: 'words' } }, (core) =>
    approvePending(core, requestId),
  );
}

async function approvePending(core: Core, requestId: string): Promise<unknown> {
  const { steps } = await getApproval(core, requestId);
  const stepId = steps.find(({ state }) => state === 'pending')?.id ?? '';
  return decideStep(core, { requestId, stepId, verdict: 'approved' });
}
