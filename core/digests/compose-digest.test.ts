import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moveClock } from '../../test/support/clock.ts';
import { type Company, openCompany, type PersonKey } from '../../test/support/company.ts';
import { newId } from '../id.ts';
import { composeDigest } from './compose-digest.ts';

let company: Company;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-20T08:30:00+08:00');
});
afterAll(() => company.close());

const run = (text: string, values: unknown[]) => company.database.pool.query(text, values);
const digestOf = (key: PersonKey) => company.as(key, composeDigest);

async function addCustomer(owner: PersonKey, name: string): Promise<string> {
  const id = newId();
  await run('INSERT INTO customers (id, name, name_key, owner_id, created_by) VALUES ($1, $2, $2, $3, $3)', [
    id,
    name,
    company.actor(owner).userId,
  ]);
  return id;
}

/** An opportunity in its stage for this many days. */
async function addOpportunity(
  owner: PersonKey,
  name: string,
  customerId: string,
  { days, stage = 'proposal', amount = null }: { days: number; stage?: string; amount?: number | null },
): Promise<string> {
  const id = newId();
  await run(
    `INSERT INTO opportunities (id, customer_id, name, owner_id, stage_key, amount, currency, created_by, stage_since)
     VALUES ($1, $2, $3, $4, $5, $6, 'CNY', $4, parley_now() - $7 * interval '1 day')`,
    [id, customerId, name, company.actor(owner).userId, stage, amount, days],
  );
  return id;
}

async function logVisit(owner: PersonKey, customerId: string, opportunityId: string | null, on: string): Promise<void> {
  await run(
    `INSERT INTO follow_ups (id, customer_id, opportunity_id, author_id, kind, note, happened_on)
     VALUES ($1, $2, $3, $4, 'visit', 'x', $5)`,
    [newId(), customerId, opportunityId, company.actor(owner).userId, on],
  );
}

async function addTask(owner: PersonKey, title: string, dueOn: string | null, done = false): Promise<string> {
  const id = newId();
  await run(`INSERT INTO tasks (id, title, owner_id, created_by, due_on, done_at) VALUES ($1, $2, $3, $3, $4, $5)`, [
    id,
    title,
    company.actor(owner).userId,
    dueOn,
    done ? '2026-05-19T00:00:00Z' : null,
  ]);
  return id;
}

async function addLead(owner: PersonKey, contact: string, status: string, days: number): Promise<string> {
  const id = newId();
  await run(
    `INSERT INTO leads (id, contact_name, owner_id, created_by, status, created_at)
     VALUES ($1, $2, $3, $3, $4, parley_now() - $5 * interval '1 day')`,
    [id, contact, company.actor(owner).userId, status, days],
  );
  return id;
}

describe('a digest (R105)', () => {
  it('is none when there is nothing to say, whatever the role', async () => {
    for (const key of ['li', 'zhang', 'chen', 'liu'] as const) {
      expect(await digestOf(key)).toBeUndefined();
    }
  });

  it('gives a rep what is late, what is due, what lies idle and who waits for an answer', async () => {
    const customer = await addCustomer('li', '华星电子');
    const late = await addTask('li', '发合同', '2026-05-18');
    const today = await addTask('li', '回电话', '2026-05-20');
    await addTask('li', '以后再说', '2026-05-21');
    await addTask('li', '没有日期', null);
    await addTask('li', '已经完成', '2026-05-18', true);
    const idle = await addOpportunity('li', '停滞的', customer, { days: 30 });
    await logVisit('li', customer, idle, '2026-05-12');
    await addOpportunity('li', '刚推进的', customer, { days: 6 });
    const visited = await addOpportunity('li', '刚拜访的', customer, { days: 40 });
    await logVisit('li', customer, visited, '2026-05-14');
    await addOpportunity('li', '已签约的', customer, { days: 40, stage: 'won' });
    const lead = await addLead('li', '王工', 'new', 2);
    await addLead('li', '赵工', 'working', 9);

    const line = { dueTime: null, customerId: null, customerName: null, mark: null };
    expect(await digestOf('li')).toEqual({
      day: '2026-05-20',
      own: {
        scheduled: { lines: [], total: 0 },
        leads: {
          lines: [
            {
              id: lead,
              contact: '王工',
              company: null,
              phone: null,
              minutesLeft: expect.closeTo(-46 * 60, -1),
              hasEnquiry: false,
            },
          ],
          total: 1,
        },
        overdue: { lines: [{ ...line, id: late, title: '发合同', dueOn: '2026-05-18' }], total: 1 },
        due: { lines: [{ ...line, id: today, title: '回电话', dueOn: '2026-05-20' }], total: 1 },
        approvals: { lines: [], total: 0 },
        invoices: { lines: [], total: 0 },
        deals: {
          lines: [
            {
              id: idle,
              name: '停滞的',
              customerId: customer,
              customerName: '华星电子',
              stageName: { zh: '方案报价', en: 'Proposal' },
              kind: 'idle',
              days: 8,
              limit: 7,
            },
          ],
          total: 1,
        },
      },
      people: { lines: [], total: 0 },
      teams: { lines: [], total: 0 },
    });
  });

  it('counts a visit that names no opportunity for every one of its customer', async () => {
    const customer = await addCustomer('han', '远景科技');
    await addOpportunity('han', '一期', customer, { days: 20 });
    expect((await digestOf('han'))?.own.deals.total).toBe(1);
    await logVisit('han', customer, null, '2026-05-19');
    expect(await digestOf('han')).toBeUndefined();
  });

  it('names the longest idle first, five of them, and counts the rest', async () => {
    const customer = await addCustomer('jim', 'Acme');
    for (let days = 8; days <= 14; days++) await addOpportunity('jim', `Deal ${days}`, customer, { days });
    const digest = await digestOf('jim');
    expect(digest?.own.deals.lines.map(({ days }) => days)).toEqual([14, 13, 12, 11, 10]);
    expect(digest?.own.deals.total).toBe(7);
  });

  it('gives a manager those of his people who need help, with the first thing to look at', async () => {
    await addTask('han', '很晚的任务', '2026-05-10');
    await addTask('han', '晚的任务', '2026-05-19');
    await addTask('han', '也晚的任务', '2026-05-19');
    const digest = await digestOf('zhang');
    expect(digest?.people).toEqual({
      lines: [
        {
          id: company.actor('han').userId,
          name: '韩梅梅',
          overdue: 3,
          idle: 0,
          worst: expect.objectContaining({ kind: 'task', name: '很晚的任务', days: 10 }),
        },
        {
          id: company.actor('li').userId,
          name: '李雷',
          overdue: 1,
          idle: 1,
          worst: expect.objectContaining({ kind: 'opportunity', name: '停滞的', days: 8 }),
        },
      ],
      total: 2,
    });
    expect(digest?.own.overdue.total).toBe(0);
  });

  it('gives a director everybody below, and another manager only his own', async () => {
    expect((await digestOf('wang'))?.people.lines.map(({ name }) => name)).toEqual(['Jim Green', '韩梅梅', '李雷']);
    expect((await digestOf('tom'))?.people.lines.map(({ name }) => name)).toEqual(['Jim Green']);
  });

  it('gives an executive the teams in figures', async () => {
    const customer = await addCustomer('li', '大客户');
    await addOpportunity('li', '大单', customer, { days: 1, amount: 35_000_000 });
    await addOpportunity('han', '小单', customer, { days: 1, amount: 5_000_000 });
    const digest = await digestOf('chen');
    expect(digest?.teams.lines).toEqual([
      {
        id: expect.any(String),
        name: '南区',
        open: 7,
        amounts: [],
        overdue: 0,
        idle: 7,
        worst: expect.objectContaining({ name: 'Deal 14' }),
      },
      {
        id: expect.any(String),
        name: '北区',
        open: 6,
        amounts: [{ currency: 'CNY', amount: 40_000_000n }],
        overdue: 4,
        idle: 1,
        worst: expect.objectContaining({ name: '停滞的' }),
      },
    ]);
    expect(digest?.people.total).toBe(0);
  });
});
