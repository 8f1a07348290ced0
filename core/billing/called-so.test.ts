import { afterAll, beforeAll, expect, it } from 'vitest';
import { moveClock } from '../../test/support/clock.ts';
import { type Company, openCompany } from '../../test/support/company.ts';
import { addCustomer } from '../customers/add-customer.ts';
import { searchDocuments } from './find-documents.ts';
import { searchInvoices } from './find-invoices.ts';
import { searchPayments } from './find-payments.ts';
import { addDocument } from './keep-documents.ts';
import { addInvoice } from './keep-invoices.ts';
import { recordPayment } from './keep-payments.ts';

let company: Company;
const amount = { minor: 100n, currency: 'CNY' };

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-13T10:30:30+08:00');
  const { id: customerId } = await company.as('li', (core) => addCustomer(core, { name: '华星电子有限公司' }));
  await company.as('zhao', async (core) => {
    await addDocument(core, { kind: 'order', customerId, amount, number: 'PO-Ä7' });
    await addInvoice(core, { customerId, amount, dueOn: '2026-06-01', number: '发票-7a' });
    await recordPayment(core, { customerId, amount, reference: 'Wire 7B' });
  });
});
afterAll(() => company.close());

const found = (key: 'li' | 'zhao' | 'jim') =>
  company.as(key, async (core) => [
    ...(await searchDocuments(core, { mention: 'po-Ä7' })).map(({ number }) => number),
    ...(await searchInvoices(core, { mention: '发票-7A' })).map(({ number }) => number),
    ...(await searchPayments(core, { mention: 'wire 7b' })).map(({ reference }) => reference),
  ]);

it('a number or a reference is found in any case, by whoever sees its customer and nobody else (R84)', async () => {
  expect(await found('zhao')).toEqual(['PO-Ä7', '发票-7a', 'Wire 7B']);
  expect(await found('li')).toEqual(['PO-Ä7', '发票-7a', 'Wire 7B']);
  expect(await found('jim')).toEqual([]);
});
