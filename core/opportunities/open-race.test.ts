import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Company, openCompany } from '../../test/support/company.ts';
import { until } from '../../test/support/until.ts';
import { putOnFile } from '../customers/add-customer.ts';
import { openOpportunity } from './open-opportunity.ts';

let company: Company;
let deal: string;

beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());

const query = async <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  (await company.database.pool.query(sql, values)).rows as Row[];

beforeEach(async () => {
  await query("UPDATE stages SET kind = 'open' WHERE key IN ('contact', 'proposal')");
  await query("UPDATE stages SET kind = 'lost' WHERE key = 'lost'");
  const { id: customerId } = await company.as('li', async (core) =>
    putOnFile(core, { name: `华星${core.now.getTime()}`, duplicateReason: 'x' }),
  );
  deal = (await company.as('li', (core) => openOpportunity(core, { customerId, name: '一期' }))).id;
});

const place = async (stage: string) => {
  await query('UPDATE opportunities SET stage_key = $2 WHERE id = $1', [deal, stage]);
};

/** Two transactions side by side: the first writes, then the second, as far as it comes, then both end. */
async function beside(first: [sql: string, values: unknown[]], second: [sql: string, values: unknown[]]) {
  const [one, other] = [await company.database.pool.connect(), await company.database.pool.connect()];
  try {
    await one.query('BEGIN');
    await one.query(...first);
    const { rows } = await other.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    let isDone = false;
    const done = other.query(...second).then(() => {
      isDone = true;
    });
    await until(
      async () => {
        const [waiting] = await query<{ pid: number }>(
          "SELECT pid FROM pg_stat_activity WHERE pid = $1 AND wait_event_type = 'Lock'",
          [rows[0]?.pid],
        );
        return isDone || waiting ? true : undefined;
      },
      () => 'the second to be done or to wait',
    );
    await one.query('COMMIT');
    await done;
  } finally {
    one.release();
    other.release();
  }
}

const MOVE = 'UPDATE opportunities SET stage_key = $2 WHERE id = $1';
const KIND = 'UPDATE stages SET kind = $2 WHERE key = $1';

it.each([
  { name: 'is moved into a stage that becomes an open one', from: 'contact', to: 'lost', stage: 'lost', kind: 'open' },
  {
    name: 'is moved into a stage that becomes a lost one',
    from: 'contact',
    to: 'proposal',
    stage: 'proposal',
    kind: 'lost',
  },
  {
    name: 'is moved out of a stage that becomes a lost one',
    from: 'contact',
    to: 'proposal',
    stage: 'contact',
    kind: 'lost',
  },
  { name: 'comes back out of a stage that becomes an open one', from: 'lost', to: 'won', stage: 'lost', kind: 'open' },
])('keeps a deal where it belongs, whoever is first, when it $name', async ({ from, to, stage, kind }) => {
  const [before] = await query<{ kind: string }>('SELECT kind FROM stages WHERE key = $1', [stage]);
  for (const isMoveFirst of [true, false]) {
    await query(KIND, [stage, before?.kind]);
    await place(from);
    const move: [string, unknown[]] = [MOVE, [deal, to]];
    const change: [string, unknown[]] = [KIND, [stage, kind]];
    await (isMoveFirst ? beside(move, change) : beside(change, move));
    const [kept] = await query<{ stage: string }>('SELECT stage_key AS stage FROM open_opportunities WHERE id = $1', [
      deal,
    ]);
    const [is] = await query<{ isOpen: boolean }>(`SELECT kind = 'open' AS "isOpen" FROM stages WHERE key = $1`, [to]);
    expect(kept, `the move first: ${isMoveFirst}`).toEqual(is?.isOpen ? { stage: to } : undefined);
  }
});

it('lets two deals be moved into the same stage at once, and across each other', async () => {
  const first = deal;
  const { id: customerId } = await company.as('li', async (core) =>
    putOnFile(core, { name: '蓝海', duplicateReason: 'x' }),
  );
  const second = (await company.as('li', (core) => openOpportunity(core, { customerId, name: '二期' }))).id;
  await query('UPDATE opportunities SET stage_key = $2 WHERE id = $1', [second, 'proposal']);
  await beside([MOVE, [first, 'proposal']], [MOVE, [second, 'contact']]);
  expect(
    await query('SELECT id, stage_key AS stage FROM open_opportunities WHERE id = ANY ($1) ORDER BY stage_key', [
      [first, second],
    ]),
  ).toEqual([
    { id: second, stage: 'contact' },
    { id: first, stage: 'proposal' },
  ]);
});
