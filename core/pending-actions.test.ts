import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, openCompany } from '../test/support/company.ts';
import { keepAwaited, keepPending, takeAwaited, takePending } from './pending-actions.ts';

let company: Company;

beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());

describe('what waits for a press', () => {
  it('may hold what no database keeps: it goes without', async () => {
    const id = await company.as('li', (core) => keepPending(core, { note: 'a\u0000b \ud842' }));
    expect(await company.as('li', (core) => takePending(core, id))).toEqual({ note: 'ab \ufffd' });
    await company.as('li', (core) => keepAwaited(core, 'here', { note: '\u0000' }));
    expect(await company.as('li', (core) => takeAwaited(core, 'here'))).toEqual({ note: '' });
  });

  it('is taken once, by the person it was kept for', async () => {
    const id = await company.as('li', (core) => keepPending(core, { at: 1 }));
    await expect(company.as('jim', (core) => takePending(core, id))).rejects.toMatchObject({ code: 'out_of_date' });
    expect(await company.as('li', (core) => takePending(core, id))).toEqual({ at: 1 });
    await expect(company.as('li', (core) => takePending(core, id))).rejects.toMatchObject({ code: 'decided' });
  });
});
