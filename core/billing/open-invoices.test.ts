import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, openCompany, type PersonKey } from '../../test/support/company.ts';
import { until } from '../../test/support/until.ts';
import { lastUndoable, undoChange } from '../changes/undo-change.ts';
import type { Core } from '../context.ts';
import { putOnFile } from '../customers/add-customer.ts';
import { addDays } from '../days.ts';
import { DomainError } from '../errors.ts';
import { handOver } from '../handover/hand-over.ts';
import { mergeCustomers } from '../merge/merge-customers.ts';
import { askQuestion } from '../questions/ask-question.ts';
import { toQuestion } from '../questions/question.ts';
import { BALANCES, receivableOf } from './balances.ts';
import { findOpenInvoices } from './find-invoices.ts';
import { addInvoice, changeInvoice } from './keep-invoices.ts';
import { changePayment, recordPayment } from './keep-payments.ts';
import { makeVoid } from './keep-void.ts';

let company: Company;
beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());

const query = async <Row>(sql: string, values: unknown[] = []) =>
  (await company.database.pool.query(sql, values)).rows as Row[];

/** As the one definition has it, for somebody who sees all. */
const afresh = () =>
  company.as('chen', (core) =>
    core.sql({
      text: `SELECT b.id, b.customer_id, c.owner_id, b.number, b.issued_on::text, b.due_on::text, b.amount::text, b.open::text, b.currency
               FROM ${BALANCES} b JOIN customers c ON c.id = b.customer_id WHERE b.open > 0 ORDER BY b.id`,
    }),
  );

const kept = () =>
  query(`SELECT id, customer_id, owner_id, number, issued_on::text, due_on::text, amount::text, open::text, currency
           FROM open_invoices ORDER BY id`);

const idOf = async (table: string, at: number) => {
  const ids = await query<{ id: string }>(`SELECT id FROM ${table} ORDER BY created_at, id`);
  return ids[at % Math.max(ids.length, 1)]?.id ?? '';
};

type Step = { what: keyof typeof STEPS; at: number; also: number; days: number };

const moneyOf = ({ also }: Step) => ({ minor: BigInt(also + 1) * 100n, currency: also > 24 ? 'USD' : 'CNY' });

/** What is not allowed is refused, and changes nothing. */
const STEPS = {
  customer: async (core, { at }) =>
    putOnFile(core, {
      name: `公司${at}${core.now.getTime()}`,
      ownerId: company.actor(at % 2 === 0 ? 'li' : 'han').userId,
      duplicateReason: 'a test',
    }),
  bill: async (core, step) =>
    addInvoice(core, {
      customerId: await idOf('customers', step.at),
      amount: moneyOf(step),
      dueOn: addDays(core.today, step.days),
    }),
  pay: async (core, step) =>
    recordPayment(core, { customerId: await idOf('customers', step.at), amount: moneyOf(step) }),
  'pay one': async (core, step) => {
    const invoiceId = await idOf('invoices', step.at);
    const [of] = await query<{ id: string }>('SELECT customer_id AS id FROM invoices WHERE id = $1', [invoiceId]);
    return recordPayment(core, { customerId: of?.id ?? '', invoiceId, amount: moneyOf(step) });
  },
  'change a bill': async (core, step) =>
    changeInvoice(core, {
      invoiceId: await idOf('invoices', step.at),
      ...(step.days % 2 === 0 ? { dueOn: addDays(core.today, step.days + 3) } : { amount: moneyOf(step) }),
    }),
  'change a payment': async (core, step) =>
    changePayment(core, {
      paymentId: await idOf('payments', step.at),
      ...(step.days % 2 === 0 ? { invoiceId: null } : { amount: moneyOf(step) }),
    }),
  'void a bill': async (core, { at }) =>
    makeVoid(core, { record: 'invoice', id: await idOf('invoices', at), reason: 'x' }),
  'void a payment': async (core, { at }) =>
    makeVoid(core, { record: 'payment', id: await idOf('payments', at), reason: 'x' }),
  merge: async (core, { at, also }) =>
    mergeCustomers(core, { one: await idOf('customers', at), other: await idOf('customers', also), choices: {} }),
  'hand over': async (core, { at }) => {
    const [from, to] = at % 2 === 0 ? (['li', 'han'] as const) : (['han', 'li'] as const);
    return handOver(core, { personId: company.actor(from).userId, to: [company.actor(to).userId] });
  },
  undo: async (core) => undoChange(core, await lastUndoable(core)),
} as const satisfies Readonly<Record<string, (core: Core, step: Step) => Promise<unknown>>>;

const number = fc.nat({ max: 30 });
const step = fc.record<Step>({
  what: fc.constantFrom(...(Object.keys(STEPS) as Step['what'][])),
  at: number,
  also: number,
  days: fc.nat({ max: 20 }),
});

const take = (each: Step, by: PersonKey = 'chen') =>
  company.as(by, (core): Promise<unknown> => STEPS[each.what](core, each), { command: 'a.test' });

describe('what is not paid (R13, R56)', () => {
  it('is kept as invoices and payments are, whatever was written or taken back (R106)', async () => {
    const every = ['customer', 'bill', 'bill', 'pay', 'pay one', 'change a bill', 'change a payment'] as const;
    const then = [
      'void a bill',
      'undo',
      'void a payment',
      'undo',
      'customer',
      'bill',
      'bill',
      'merge',
      'undo',
      'bill',
      'hand over',
    ] as const;
    for (const [also, what] of [...every, ...then].entries()) {
      await take({ what, at: 0, also: also + 1, days: 3 });
      expect({ what, rows: await kept() }).toEqual({ what, rows: await afresh() });
    }
    expect((await kept()).length).toBeGreaterThan(0);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 24 }), async (steps) => {
        for (const each of steps) {
          await take(each).catch((error: unknown) => {
            if (!(error instanceof DomainError)) {
              throw error;
            }
          });
        }
        expect(await kept()).toEqual(await afresh());
      }),
      { numRuns: 6 },
    );
    expect(await query('SELECT parley_reckon_all()')).toHaveLength(1);
    expect(await kept()).toEqual(await afresh());
  }, 60_000);

  it('counts both of two payments that come in at once', async () => {
    const { id } = await company.as('chen', async (core) => putOnFile(core, { name: '同时', duplicateReason: 'x' }));
    await company.as('chen', (core) =>
      addInvoice(core, { customerId: id, amount: { minor: 100n, currency: 'CNY' }, dueOn: core.today }),
    );
    const pay = `INSERT INTO payments (id, customer_id, received_on, amount, currency, created_by)
                 SELECT gen_random_uuid(), $1, '2026-05-13', 30, 'CNY', created_by FROM customers WHERE id = $1`;
    const [one, other] = [await company.database.pool.connect(), await company.database.pool.connect()];
    try {
      await one.query('BEGIN');
      await one.query(pay, [id]);
      const { rows } = await other.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      const second = other.query(pay, [id]);
      const waits = "SELECT pid FROM pg_stat_activity WHERE pid = $1 AND wait_event_type = 'Lock'";
      await until(
        async () => (await query(waits, [rows[0]?.pid]))[0],
        () => 'the second to wait for the first',
      );
      await one.query('COMMIT');
      await second;
    } finally {
      one.release();
      other.release();
    }
    expect(await query('SELECT open FROM open_invoices WHERE customer_id = $1', [id])).toEqual([{ open: '40' }]);
  });

  it('is written by nobody', async () => {
    await expect(
      company.as('admin', (core) => core.sql({ text: 'UPDATE open_invoices SET open = open' })),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('who sees what is not paid (R84)', () => {
  let mine: string;
  beforeAll(async () => {
    const { id } = await company.as('li', async (core) => putOnFile(core, { name: '李家', duplicateReason: 'x' }));
    mine = id;
    await company.as('zhao', (core) =>
      addInvoice(core, { customerId: id, amount: { minor: 700n, currency: 'CNY' }, dueOn: core.today }),
    );
  });

  const owed = (who: PersonKey) =>
    company.as(who, (core) =>
      core.sql({
        text: `SELECT o.open::text AS open, ${receivableOf('$1', '$2::date')} AS receivable FROM seen.open_invoices o WHERE customer_id = $1`,
        values: [mine, core.today],
      }),
    );
  const listed = async (who: PersonKey) => {
    const lines = await company.as(who, (core) => findOpenInvoices(core, { limit: 100 }));
    return lines.some(({ customerId }) => customerId === mine);
  };
  const asked = (who: PersonKey) =>
    company.as(who, (core) =>
      askQuestion(
        core,
        toQuestion({
          entity: 'invoice',
          measures: ['receivable'],
          filters: [{ field: 'customer', op: 'eq', values: [mine] }],
        }),
      ),
    );

  it('is whoever sees the customer; how much, whoever sees the amounts', async () => {
    const shown = [{ open: '700', receivable: [{ currency: 'CNY', open: '700', overdue: '0', since: null }] }];
    for (const who of ['li', 'zhang', 'zhao', 'chen'] as const) {
      expect([who, await owed(who), await listed(who)]).toEqual([who, shown, true]);
    }
    expect([await owed('jim'), await listed('jim')]).toEqual([[], false]);
    expect(JSON.stringify(await asked('li'), (_, each) => (typeof each === 'bigint' ? String(each) : each))).toContain(
      '700',
    );
  });

  it('and nobody’s where the amounts of payments are kept from him', async () => {
    await query(
      `UPDATE field_policies SET access = 'hidden' WHERE entity = 'payments' AND field = 'amount' AND role = 'finance'`,
    );
    expect([await owed('zhao'), await listed('zhao')]).toEqual([[], false]);
    expect(await listed('li')).toBe(true);
    await query(
      `UPDATE field_policies SET access = 'full' WHERE entity = 'payments' AND field = 'amount' AND role = 'finance'`,
    );
  });
});
