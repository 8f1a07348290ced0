// What the database itself refuses, whichever use case, or none, asked for it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, openCompany, type PersonKey } from '../../test/support/company.ts';
import { queryAs } from '../../test/support/row-security.ts';
import type { Core } from '../context.ts';
import { addCustomer } from '../customers/add-customer.ts';
import { newId } from '../id.ts';
import { openOpportunity } from '../opportunities/open-opportunity.ts';
import type { Approval } from './approval.ts';
import { askDiscount } from './ask-discount.ts';
import { decideStep } from './decide-step.ts';
import { getApproval } from './find-approval.ts';

let company: Company;
let customerId: string;

beforeAll(async () => {
  company = await openCompany();
  customerId = (await company.as('li', (core) => addCustomer(core, { name: '华星电子' }))).id;
});
afterAll(() => company.close());

async function openDeal(): Promise<string> {
  const amount = { minor: 35_000_000n, currency: 'CNY' };
  return (await company.as('li', (core) => openOpportunity(core, { customerId, name: '二期', amount }))).id;
}

async function ask(opportunityId: string, bps: number): Promise<Approval> {
  const asked = await company.as('li', (core) => askDiscount(core, { opportunityId, bps }));
  if (asked.kind !== 'asked') throw new Error('nobody was asked');
  return company.as('li', (core) => getApproval(core, asked.requestId));
}

/** One transaction that plans its rows itself, past every use case. */
const write = (key: PersonKey, plan: (change: Core['change']) => void) =>
  company.as(key, async ({ change }) => plan(change));

const request = (opportunityId: string) => ({
  id: newId(),
  kind: 'discount',
  entity: 'opportunity',
  recordId: opportunityId,
  round: 1,
  requesterId: company.actor('li').userId,
  terms: { bps: 5000, amount: '35000000', currency: 'CNY' },
});

describe('whoever asks, by rows of his own,', () => {
  it.each(['approved', 'rejected', 'withdrawn', 'superseded'])('cannot begin a request as %s (R42)', async (state) => {
    const opportunityId = await openDeal();
    await expect(
      write('li', (change) => change.insert('approval_requests', { ...request(opportunityId), state })),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('cannot add a step that is signed', async () => {
    const opportunityId = await openDeal();
    const row = request(opportunityId);
    const step = { id: newId(), requestId: row.id, level: 1, role: 'director' };
    const signed = { ...step, state: 'approved', decidedBy: company.actor('wang').userId };
    await expect(
      write('li', (change) => {
        change.insert('approval_requests', row);
        change.insert('approval_steps', signed);
      }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  it.each<[string, (change: Core['change'], asked: Approval) => void]>([
    ['approve it', (change, { id }) => change.update('approval_requests', id, { state: 'approved' })],
    ['reject it', (change, { id }) => change.update('approval_requests', id, { state: 'rejected' })],
    ['ask for more in it', (change, { id }) => change.update('approval_requests', id, { terms: { bps: 9000 } })],
    [
      'ask in the name of another',
      (change, { id }) => change.update('approval_requests', id, { requesterId: company.actor('han').userId }),
    ],
    [
      'give the step to his own role',
      (change, { steps }) => change.update('approval_steps', idOf(steps), { role: 'rep' }),
    ],
    [
      'void the step of a request that is open',
      (change, { steps }) => change.update('approval_steps', idOf(steps), { state: 'void' }),
    ],
    [
      'sign for his director',
      (change, { steps }) =>
        change.update('approval_steps', idOf(steps), { state: 'approved', decidedBy: company.actor('wang').userId }),
    ],
    [
      'sign with the role changed in the same breath',
      (change, { steps }) =>
        change.update('approval_steps', idOf(steps), {
          role: 'rep',
          state: 'approved',
          decidedBy: company.actor('li').userId,
        }),
    ],
    [
      'take what was not signed',
      (change, { opportunity }) => change.update('opportunities', opportunity.id, { discountBps: 1600 }),
    ],
    [
      'take a little more than his own',
      (change, { opportunity }) => change.update('opportunities', opportunity.id, { discountBps: 801 }),
    ],
  ])('cannot %s', async (_, plan) => {
    const asked = await ask(await openDeal(), 1600);
    await expect(write('li', (change) => plan(change, asked))).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('takes what is within his own hands', async () => {
    const opportunityId = await openDeal();
    await write('li', (change) => change.update('opportunities', opportunityId, { discountBps: 800 }));
    await write('li', (change) => change.update('opportunities', opportunityId, { discountBps: null }));
  });

  it('opens nothing with a discount that nobody signed', async () => {
    const { userId } = company.actor('li');
    const deal = { customerId, name: '三期', ownerId: userId, createdBy: userId, stageKey: 'contact', currency: 'CNY' };
    await expect(
      write('li', (change) => change.insert('opportunities', { ...deal, id: newId(), discountBps: 3000 })),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('gets nothing by a ladder of his own making', async () => {
    const opportunityId = await openDeal();
    const row = request(opportunityId);
    const step = { id: newId(), requestId: row.id, level: 1, role: 'director', state: 'pending' };
    await write('li', (change) => {
      change.insert('approval_requests', row);
      change.insert('approval_steps', step);
    });
    await expect(
      company.as('wang', (core) => decideStep(core, { requestId: row.id, stepId: step.id, verdict: 'approved' })),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('cannot open again what is decided', async () => {
    const asked = await ask(await openDeal(), 1000);
    const [step] = asked.steps;
    await company.as('wang', (core) =>
      decideStep(core, { requestId: asked.id, stepId: step?.id ?? '', verdict: 'rejected' }),
    );
    for (const state of ['pending', 'approved']) {
      await expect(
        write('li', (change) => change.update('approval_requests', asked.id, { state })),
      ).rejects.toMatchObject({ code: 'conflict' });
    }
  });
});

it('nobody rewrites the header of a change, and its maker marks it undone', async () => {
  const { userId } = company.actor('li');
  const sql = (set: string) =>
    queryAs(company.database, userId, `UPDATE changes SET ${set} WHERE actor_id = '${userId}' RETURNING 1 AS n`);
  await expect(sql(`undoable_until = 'infinity'`)).rejects.toThrow('permission denied');
  await expect(sql(`command = 'x'`)).rejects.toThrow('permission denied');
  await expect(sql('undone_by = id')).resolves.not.toEqual([]);
});

it('a person sees his accounts and may leave them, but links and moves none', async () => {
  const { userId } = company.actor('li');
  const sql = (text: string) => queryAs(company.database, userId, text);
  expect(await sql(`SELECT external_id FROM identities`)).toEqual([{ external_id: 'li' }]);
  await expect(sql(`UPDATE identities SET external_id = 'han2'`)).rejects.toThrow('row-level security');
  expect(await sql('DELETE FROM identities RETURNING external_id')).toEqual([{ external_id: 'li' }]); // rolled back
  await expect(
    sql(
      `INSERT INTO identities (id, user_id, platform, workspace, external_id) VALUES (gen_random_uuid(), '${userId}', 'slack', 'T1', 'x')`,
    ),
  ).rejects.toThrow('row-level security');
});

describe('finance', () => {
  it.each(['customers', 'name_keys', 'opportunities', 'tasks', 'leads', 'follow_ups', 'contacts'])(
    'reads %s of others and changes none',
    async (table) => {
      const { userId: li } = company.actor('li');
      await company.database.pool.query(
        `INSERT INTO tasks (id, title, owner_id, created_by) VALUES (gen_random_uuid(), 'x', '${li}', '${li}');
         INSERT INTO leads (id, contact_name, owner_id, created_by) VALUES (gen_random_uuid(), 'x', '${li}', '${li}');
         INSERT INTO contacts (id, customer_id, name) VALUES (gen_random_uuid(), '${customerId}', 'x');
         INSERT INTO follow_ups (id, customer_id, author_id, kind, note, happened_on)
           VALUES (gen_random_uuid(), '${customerId}', '${li}', 'note', 'x', '2026-05-20')`,
      );
      const sql = (key: PersonKey, text: string) => queryAs(company.database, company.actor(key).userId, text);
      const change = `UPDATE ${table} SET version = version + 1 RETURNING 1`;
      expect(await sql('zhao', `SELECT 1 FROM ${table} LIMIT 1`)).toHaveLength(1);
      expect(await sql('zhao', change)).toEqual([]);
      expect(await sql('zhao', `DELETE FROM ${table} RETURNING 1`)).toEqual([]);
      for (const key of ['zhang', 'chen', 'admin'] as const) {
        expect(await sql(key, change)).not.toEqual([]);
      }
    },
  );
});

it.each(['asked_by', 'moved_by'])('nobody writes over %s of a move he made (R84)', async (column) => {
  const opportunityId = await openDeal();
  const [li, han] = [company.actor('li').userId, company.actor('han').userId];
  const sql = (text: string) => queryAs(company.database, li, text);
  const mine = `opportunity_id = '${opportunityId}' AND moved_by = '${li}'`;
  expect(await sql(`UPDATE stage_moves SET version = version + 1 WHERE ${mine} RETURNING 1`)).toHaveLength(1);
  await expect(sql(`UPDATE stage_moves SET ${column} = '${han}' WHERE ${mine}`)).rejects.toMatchObject({
    code: 'PA403',
  });
});

function idOf(steps: Approval['steps']): string {
  return steps[0]?.id ?? '';
}
