import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, openCompany } from '../../test/support/company.ts';
import { findFollowUps } from '../follow-ups/find-follow-ups.ts';
import { logFollowUp } from '../follow-ups/log-follow-up.ts';
import { addLead } from './add-lead.ts';
import { convertLead } from './convert-lead.ts';
import { recordOutcome } from './record-outcome.ts';

let company: Company;

beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());

const add = (contact: string) =>
  company.as('li', (core) => addLead(core, { contact, company: `${contact}公司`, region: '江苏', industry: '电子' }));

const customerOf = async (leadId: string) => {
  const { rows } = await company.database.pool.query<{ status: string; id: string; region: string; industry: string }>(
    'SELECT l.status, c.id, c.region, c.industry FROM leads l JOIN customers c ON c.id = l.customer_id WHERE l.id = $1',
    [leadId],
  );
  return rows[0];
};

describe('a converted lead', () => {
  it('gives its region and industry to its customer (R11)', async () => {
    const { id: leadId } = await add('高飞');
    await company.as('li', (core) => convertLead(core, { leadId }));
    expect(await customerOf(leadId)).toMatchObject({ status: 'converted', region: '江苏', industry: '电子' });
  });

  it('stays converted where somebody logs a call with it in the same moment (R7)', async () => {
    const { id: leadId } = await add('韩雪');
    let isConverted = false;
    const { subject } = await company.as('li', async (core) => {
      const logged = await logFollowUp(core, { leadId, kind: 'call', note: '聊了价格' });
      if (!isConverted) {
        isConverted = true;
        await company.as('zhang', (other) => convertLead(other, { leadId }));
      }
      return logged;
    });
    const customer = await customerOf(leadId);
    expect(customer?.status).toBe('converted');
    expect(subject).toMatchObject({ entity: 'customer', id: customer?.id });
  });

  it('takes no outcome that was recorded in the same moment (R7)', async () => {
    const { id: leadId } = await add('钱进');
    let isConverted = false;
    const recorded = company.as('li', async (core) => {
      const outcome = await recordOutcome(core, { leadId, outcome: 'refused', note: '不需要' });
      if (!isConverted) {
        isConverted = true;
        await company.as('zhang', (other) => convertLead(other, { leadId }));
      }
      return outcome;
    });
    await expect(recorded).rejects.toMatchObject({ code: 'bad_transition' });
    expect((await customerOf(leadId))?.status).toBe('converted');
  });

  it('has what is logged on its old card in the history of its customer (R35, R36)', async () => {
    const { id: leadId } = await add('周舟');
    const { customer } = await company.as('li', (core) => convertLead(core, { leadId }));
    await company.as('li', (core) => logFollowUp(core, { leadId, kind: 'call', note: '约了周五' }));
    const history = await company.as('li', (core) => findFollowUps(core, { customerId: customer.id }));
    expect(history.map(({ note }) => note)).toEqual(['约了周五']);
  });
});
