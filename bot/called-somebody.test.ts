import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChat } from '../test/support/chat.ts';
import { type Company, openCompany } from '../test/support/company.ts';

let company: Company;
let talk: ReturnType<typeof openChat>;

beforeAll(async () => {
  company = await openCompany();
  talk = openChat(company);
  await talk.as('li').types('新线索 高飞 --公司 飞鸟科技');
  await talk.as('li').types('新客户 华星电子');
  await talk.as('jim').types('lead add "Mary Major"');
  await talk.as('jim').types('customer add "Acme Pumps"');
});
afterAll(async () => {
  await talk.close();
  await company.close();
});

const logged = async () =>
  (
    await company.database.pool.query(
      `SELECT coalesce(c.name, l.contact_name) AS of, f.kind, f.note FROM follow_ups f LEFT JOIN customers c ON c.id = f.customer_id
         LEFT JOIN leads l ON l.id = f.lead_id ORDER BY f.created_at DESC, f.id DESC LIMIT 1`,
    )
  ).rows[0];
const idOf = async (name: string) =>
  (
    await company.database.pool.query(
      'SELECT id FROM leads WHERE contact_name = $1 UNION ALL SELECT id FROM customers WHERE name = $1',
      [name],
    )
  ).rows[0].id;

describe('how a call went, with nobody in hand and nobody spoken of (R7, R8)', () => {
  it('is asked of customers and leads alike, and is kept as the lead’s', async () => {
    const form = await talk.as('han').says('没人接');
    expect(form.form.inputs.map(({ label }) => label)).toContain('客户或线索');
    const chat = talk.as('li');
    await chat.says('帮助');
    const asked = await chat.says('没人接');
    const offered = JSON.stringify(asked.form.inputs.find(({ name }) => name === 'party'));
    expect(offered).toContain('高飞');
    expect(offered).toContain('华星电子');
    await asked.submit({ party: await idOf('高飞') });
    expect(await logged()).toMatchObject({ of: '高飞', kind: 'call' });
  });

  it('in English, by its name as well as chosen', async () => {
    const asked = await talk.as('jim').says('no answer');
    expect(asked.form.inputs.map(({ label }) => label)).toContain('Customer or lead');
    await asked.submit({ party: 'Mary Major' });
    expect(await logged()).toMatchObject({ of: 'Mary Major', kind: 'call' });
  });

  it('is asked again, with what was said, where whoever was chosen is gone', async () => {
    const asked = await talk.as('jim').says('no answer');
    const again = await asked.submit({ party: '00000000-0000-7000-8000-00000000dead', note: 'rang out' });
    expect(again.form.inputs.map(({ label }) => label)).toContain('Customer or lead');
    await again.submit({ party: 'Mary Major' });
    expect(await logged()).toMatchObject({ of: 'Mary Major', note: 'rang out' });
  });

  it('keeps another step in the words where the outcome plans its own', async () => {
    const asked = await talk.as('jim').says('no answer');
    expect(asked.form.inputs.map(({ label }) => label)).not.toContain('Outcome');
    await asked.submit({ party: 'Mary Major', nextStep: 'send the brochure' });
    expect((await logged())?.note).toContain('send the brochure');
  });

  it('and is a customer’s call where that is chosen; a name that is nobody’s is asked again', async () => {
    const chat = talk.as('jim');
    await chat.types('help');
    const asked = await chat.types('call list log "spoke about prices"');
    const again = await asked.submit({ party: 'Nobody Known' });
    expect(again.reply?.kind).toBe('form');
    await again.submit({ party: await idOf('Acme Pumps') });
    expect(await logged()).toMatchObject({ of: 'Acme Pumps', kind: 'call', note: 'spoke about prices' });
  });
});
