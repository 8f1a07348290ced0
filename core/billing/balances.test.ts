import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moveClock } from '../../test/support/clock.ts';
import { type Company, openCompany } from '../../test/support/company.ts';
import type { Core } from '../context.ts';
import { addCustomer } from '../customers/add-customer.ts';
import { findOpenInvoices } from './find-invoices.ts';
import { addInvoice, changeInvoice } from './keep-invoices.ts';
import { changePayment, recordPayment } from './keep-payments.ts';
import { makeVoid } from './keep-void.ts';
import { spread } from './spread.ts';

let company: Company;
let serial = 0;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-13T10:30:00+08:00');
});
afterAll(() => company.close());

const cny = (minor: bigint) => ({ minor, currency: 'CNY' });

async function newCustomer(core: Core): Promise<string> {
  serial += 1;
  const { id } = await addCustomer(core, { name: `第${serial}客户有限公司`, duplicateReason: 'x' });
  await core.flush();
  return id;
}

const owed = async (core: Core, customerId: string) => {
  await core.flush();
  const open = await findOpenInvoices(core, { customerIds: [customerId], limit: 100 });
  return open.map((invoice) => [invoice.number, invoice.open] as const);
};

/** Three invoices of 100, 50 and 30, the second due first. */
async function billed(core: Core) {
  const customerId = await newCustomer(core);
  const of = (minor: bigint, dueOn: string) => addInvoice(core, { customerId, amount: cny(minor), dueOn });
  const [june, may, july] = [await of(100n, '2026-06-30'), await of(50n, '2026-05-31'), await of(30n, '2026-07-31')];
  return { customerId, june, may, july };
}

describe('a payment (R13)', () => {
  it('goes to the oldest open invoices first, and says where it went', () =>
    company.as('zhao', async (core) => {
      const { customerId, june, may, july } = await billed(core);
      const paid = await recordPayment(core, { customerId, amount: cny(80n) });
      expect(paid.shares.map(({ number, minor, left }) => [number, minor, left])).toEqual([
        [may.number, 50n, 0n],
        [june.number, 30n, 70n],
      ]);
      expect([paid.over, paid.open]).toEqual([0n, 100n]);
      expect(await owed(core, customerId)).toEqual([
        [june.number, 70n],
        [july.number, 30n],
      ]);
    }));

  it('pays the invoice it names, and what is more the oldest', () =>
    company.as('zhao', async (core) => {
      const { customerId, june, may, july } = await billed(core);
      await recordPayment(core, { customerId, amount: cny(40n), invoiceId: july.id });
      expect(await owed(core, customerId)).toEqual([
        [may.number, 40n],
        [june.number, 100n],
      ]);
    }));

  it('stays for the next invoice where more came in than was open', () =>
    company.as('zhao', async (core) => {
      const customerId = await newCustomer(core);
      const paid = await recordPayment(core, { customerId, amount: cny(20n) });
      expect([paid.shares, paid.over, paid.open]).toEqual([[], 20n, 0n]);
      await core.flush();
      const invoice = await addInvoice(core, { customerId, amount: cny(50n), dueOn: '2026-05-31' });
      expect(invoice.open).toBe(30n);
    }));

  it('counts no more once it is void, nor does an invoice', () =>
    company.as('zhao', async (core) => {
      const { customerId, june, may, july } = await billed(core);
      const { id } = await recordPayment(core, { customerId, amount: cny(120n), invoiceId: june.id });
      await core.flush();
      await makeVoid(core, { record: 'invoice', id: may.id, reason: 'x' });
      expect(await owed(core, customerId)).toEqual([[july.number, 10n]]);
      await makeVoid(core, { record: 'payment', id, reason: 'x' });
      expect(await owed(core, customerId)).toEqual([
        [june.number, 100n],
        [july.number, 30n],
      ]);
      await expect(makeVoid(core, { record: 'payment', id, reason: 'x' })).rejects.toMatchObject({ code: 'decided' });
    }));

  it('in another currency pays nothing of these', () =>
    company.as('zhao', async (core) => {
      const { customerId, june } = await billed(core);
      const paid = await recordPayment(core, { customerId, amount: { minor: 500n, currency: 'USD' } });
      expect([paid.shares, paid.over]).toEqual([[], 500n]);
      const named = { customerId, amount: { minor: 500n, currency: 'USD' }, invoiceId: june.id };
      await expect(recordPayment(core, named)).rejects.toMatchObject({ code: 'bad_input' });
    }));
});

describe('nothing is converted (R13)', () => {
  const usd = { minor: 500n, currency: 'USD' };

  it('when a payment that names an invoice is changed, or its invoice', () =>
    company.as('zhao', async (core) => {
      const { customerId, june, may } = await billed(core);
      const { id } = await recordPayment(core, { customerId, amount: cny(40n), invoiceId: june.id });
      await core.flush();
      await expect(changePayment(core, { paymentId: id, amount: usd })).rejects.toMatchObject({ code: 'bad_input' });
      await expect(changeInvoice(core, { invoiceId: june.id, amount: usd })).rejects.toMatchObject({
        code: 'bad_input',
      });
      expect(await changeInvoice(core, { invoiceId: may.id, amount: usd })).toMatchObject({
        currency: 'USD',
        open: 500n,
      });
      expect(await changePayment(core, { paymentId: id, amount: usd, invoiceId: null })).toMatchObject({
        invoice: null,
      });
      expect(await changeInvoice(core, { invoiceId: june.id, amount: usd })).toMatchObject({ open: 500n });
    }));

  it('and no payment is put to an invoice that is void', () =>
    company.as('zhao', async (core) => {
      const { customerId, june } = await billed(core);
      const { id } = await recordPayment(core, { customerId, amount: cny(40n) });
      await makeVoid(core, { record: 'invoice', id: june.id, reason: 'x' });
      await expect(changePayment(core, { paymentId: id, invoiceId: june.id })).rejects.toMatchObject({
        code: 'decided',
      });
    }));
});

it('what a receipt says beforehand is what stands afterwards, whatever was billed and paid (R13)', async () => {
  const step = fc.record({
    pays: fc.boolean(),
    minor: fc.bigInt({ min: 1n, max: 120n }),
    day: fc.integer({ min: 14, max: 30 }),
    names: fc.integer({ min: 0, max: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) =>
      company.as('zhao', async (core) => {
        const customerId = await newCustomer(core);
        const invoices: string[] = [];
        let balance = 0n;
        for (const { pays, minor, day, names } of steps) {
          if (pays) {
            const invoiceId = invoices[names];
            const before = await findOpenInvoices(core, { customerIds: [customerId], limit: 100 });
            const payable = before.map(({ id, number, open }) => ({ id, number, open: open ?? 0n }));
            const { shares } = spread(minor, payable, invoiceId);
            await recordPayment(core, { customerId, amount: cny(minor), ...(invoiceId ? { invoiceId } : {}) });
            const left = new Map(payable.map(({ number, open }) => [number, open]));
            for (const share of shares) left.set(share.number, share.left);
            expect(new Map(await owed(core, customerId))).toEqual(new Map([...left].filter(([, open]) => open > 0n)));
            balance -= minor;
          } else {
            const added = await addInvoice(core, { customerId, amount: cny(minor), dueOn: `2026-05-${day}` });
            invoices.push(added.id);
            balance += minor;
          }
        }
        const open = (await owed(core, customerId)).reduce((sum, [, each]) => sum + (each ?? 0n), 0n);
        expect(open >= balance && open >= 0n).toBe(true);
      }),
    ),
    { numRuns: 25 },
  );
});
