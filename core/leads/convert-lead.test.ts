import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, openCompany, type PersonKey } from '../../test/support/company.ts';
import { LIMITS, tempStorage } from '../../test/support/kept-files.ts';
import { queryAs } from '../../test/support/row-security.ts';
import { attachFiles } from '../files/attach-files.ts';
import { findCustomerFiles } from '../files/find-files.ts';
import { recordReceived } from '../files/receive-files.ts';
import { Shelf } from '../files/shelf.ts';
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

  it('brings its files along: they are its customer’s, for whoever looks after him (R11, R27)', async () => {
    const { id: leadId } = await add('文件');
    const storage = tempStorage();
    const shelved = await new Shelf(storage, LIMITS).take({
      name: '名片.txt',
      sending: 'S1',
      open: async () => Readable.from(Buffer.from('名片')),
    });
    if (shelved.kind !== 'kept') throw new Error(shelved.why.en);
    const { file } = shelved;
    const sent = await company.as('li', (core) =>
      recordReceived(core, { platform: 'slack', workspace: 'T1', sourceId: 'F1', file }),
    );
    await company.as('li', (core) => attachFiles(core, { recordId: leadId, received: [sent.id] }));
    const { customer } = await company.as('li', (core) => convertLead(core, { leadId }));
    const filesOf = async (key: PersonKey) =>
      (await company.as(key, (core) => findCustomerFiles(core, { customerId: customer.id }))).map(({ name, on }) => [
        name,
        on,
      ]);
    expect(await filesOf('li')).toEqual([['名片.txt', '文件']]);
    expect(await filesOf('han')).toEqual([]);
    await company.database.pool.query('UPDATE customers SET owner_id = $2 WHERE id = $1', [
      customer.id,
      company.actor('han').userId,
    ]);
    expect(await filesOf('han')).toEqual([['名片.txt', null]]);
    const open = `SELECT name FROM files WHERE entity = 'lead' AND record_id = '${leadId}'`;
    expect(await queryAs(company.database, company.actor('han').userId, open)).toEqual([{ name: '名片.txt' }]);
    expect(await queryAs(company.database, company.actor('jim').userId, open)).toEqual([]);
  });

  it('has what is logged on its old card in the history of its customer (R35, R36)', async () => {
    const { id: leadId } = await add('周舟');
    const { customer } = await company.as('li', (core) => convertLead(core, { leadId }));
    await company.as('li', (core) => logFollowUp(core, { leadId, kind: 'call', note: '约了周五' }));
    const history = await company.as('li', (core) => findFollowUps(core, { customerId: customer.id }));
    expect(history.map(({ note }) => note)).toEqual(['约了周五']);
  });
});
