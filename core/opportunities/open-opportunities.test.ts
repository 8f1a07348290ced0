import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Company, openCompany, type PersonKey } from '../../test/support/company.ts';
import { lastUndoable, undoChange } from '../changes/undo-change.ts';
import type { Core } from '../context.ts';
import { putOnFile } from '../customers/add-customer.ts';
import { addDays } from '../days.ts';
import { DomainError } from '../errors.ts';
import { changeFollowUp } from '../follow-ups/change-follow-up.ts';
import { logFollowUp } from '../follow-ups/log-follow-up.ts';
import { handOver } from '../handover/hand-over.ts';
import { mergeCustomers } from '../merge/merge-customers.ts';
import { advanceOpportunity } from './advance-opportunity.ts';
import { changeOpportunity } from './change-opportunity.ts';
import { openOpportunity } from './open-opportunity.ts';

let company: Company;
beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());

const query = async <Row>(sql: string, values: unknown[] = []) =>
  (await company.database.pool.query(sql, values)).rows as Row[];

const KEPT = `SELECT id, customer_id, owner_id, stage_key, stage_since, amount, currency, touched_on, quiet_on
    FROM open_opportunities ORDER BY id`;

const AFRESH = `SELECT o.id, o.customer_id, o.owner_id, o.stage_key, o.stage_since, o.amount, o.currency, t.touched_on,
         greatest((o.stage_since AT TIME ZONE 'UTC')::date, t.touched_on) AS quiet_on
    FROM opportunities o JOIN stages s ON s.key = o.stage_key AND s.kind = 'open'
    CROSS JOIN LATERAL (SELECT max(f.happened_on) AS touched_on FROM follow_ups f
      WHERE f.opportunity_id = o.id OR (f.customer_id = o.customer_id AND f.opportunity_id IS NULL)) t ORDER BY o.id`;

const idOf = async (table: string, at: number) => {
  const ids = await query<{ id: string }>(`SELECT id FROM ${table} ORDER BY created_at, id`);
  return ids[at % Math.max(ids.length, 1)]?.id ?? '';
};

const personId = async (name: string) =>
  (await query<{ id: string }>('SELECT id FROM users WHERE name = $1', [name]))[0]?.id ?? '';

type Step = { what: keyof typeof STEPS; by: PersonKey; at: number; also: number; days: number };

/** What is not allowed is refused, and changes nothing. */
const STEPS = {
  customer: async (core, { at }) =>
    putOnFile(core, { name: `公司${at}${core.now.getTime()}`, duplicateReason: 'a test' }),
  open: async (core, { at, also }) =>
    openOpportunity(core, {
      customerId: await idOf('customers', at),
      name: '一期',
      amount: { minor: BigInt(also) * 100n, currency: 'CNY' },
    }),
  'log on a customer': async (core, { at, days }) =>
    logFollowUp(core, {
      customerId: await idOf('customers', at),
      kind: 'call',
      note: '聊过',
      on: addDays(core.today, -days),
    }),
  'log on a deal': async (core, { at, days }) => {
    const opportunityId = await idOf('opportunities', at);
    const [deal] = await query<{ id: string }>('SELECT customer_id AS id FROM opportunities WHERE id = $1', [
      opportunityId,
    ]);
    const on = addDays(core.today, -days);
    return logFollowUp(core, { customerId: deal?.id ?? '', opportunityId, kind: 'visit', note: '拜访', on });
  },
  'say another day': async (core, { at, days }) =>
    changeFollowUp(core, { followUpId: await idOf('follow_ups', at), on: addDays(core.today, -days) }),
  advance: async (core, { at }) => advanceOpportunity(core, { opportunityId: await idOf('opportunities', at) }),
  lose: async (core, { at }) =>
    advanceOpportunity(core, { opportunityId: await idOf('opportunities', at), stageKey: 'lost', lostReason: '价格' }),
  change: async (core, { at, also }) =>
    changeOpportunity(core, {
      opportunityId: await idOf('opportunities', at),
      amount: { minor: BigInt(also) * 700n, currency: 'CNY' },
    }),
  merge: async (core, { at, also }) =>
    mergeCustomers(core, { one: await idOf('customers', at), other: await idOf('customers', also), choices: {} }),
  'hand over': async (core, { at }) => {
    const [from, to] = at % 2 === 0 ? ['李雷', '韩梅梅'] : ['韩梅梅', '李雷'];
    return handOver(core, { personId: await personId(from), to: [await personId(to)] });
  },
  undo: async (core) => undoChange(core, await lastUndoable(core)),
} as const satisfies Readonly<Record<string, (core: Core, step: Step) => Promise<unknown>>>;

const number = fc.nat({ max: 40 });
const step = fc.record<Step>({
  what: fc.constantFrom(...(Object.keys(STEPS) as Step['what'][])),
  by: fc.constantFrom('li', 'zhang'),
  at: number,
  also: number,
  days: fc.nat({ max: 20 }),
});

const take = (each: Step) =>
  company.as(each.by, (core): Promise<unknown> => STEPS[each.what](core, each), { command: 'a.test' });

it('are kept as the deals and what was said of them are, whatever was written or taken back (R29, R30, R106)', async () => {
  const every = [
    'customer',
    'open',
    'log on a customer',
    'log on a deal',
    'say another day',
    'advance',
    'change',
  ] as const;
  for (const what of [...every, 'lose', 'undo', 'customer', 'open', 'merge', 'undo', 'hand over'] as const) {
    const by = what === 'hand over' ? 'zhang' : 'li';
    await take({ what, by, at: 0, also: 1, days: what === 'say another day' ? 3 : 5 });
    expect({ what, rows: await query(KEPT) }).toEqual({ what, rows: await query(AFRESH) });
  }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 24 }), async (steps) => {
      for (const each of steps) {
        await take(each).catch((error: unknown) => {
          if (!(error instanceof DomainError)) {
            throw error;
          }
        });
      }
      expect(await query(KEPT)).toEqual(await query(AFRESH));
    }),
    { numRuns: 6 },
  );
});

it('are those whose stage is of an open kind, also when its kind becomes another one', async () => {
  const { id: customerId } = await company.as('li', async (core) =>
    putOnFile(core, { name: '华星', duplicateReason: 'x' }),
  );
  const { id } = await company.as('li', (core) => openOpportunity(core, { customerId, name: '二期' }));
  const isThere = async () => (await query('SELECT id FROM open_opportunities WHERE id = $1', [id])).length === 1;
  expect(await isThere()).toBe(true);
  await query("UPDATE stages SET kind = 'lost' WHERE key = 'contact'");
  expect(await isThere()).toBe(false);
  await query("UPDATE stages SET kind = 'open' WHERE key = 'contact'");
  expect(await isThere()).toBe(true);
  expect(await query(KEPT)).toEqual(await query(AFRESH));
});

it('are written by nobody', async () => {
  await expect(
    company.as('admin', (core) => core.sql({ text: 'UPDATE open_opportunities SET quiet_on = quiet_on' })),
  ).rejects.toMatchObject({ code: 'forbidden' });
});
