import fc from 'fast-check';
import { isValidPhoneNumber } from 'libphonenumber-js';
import { describe, expect, it } from 'vitest';
import { companyKey } from '../../core/customers/customer.ts';
import { readFelt } from '../../core/follow-ups/read-feelings.ts';
import { nameKeys, personKeys } from '../../core/names/index.ts';
import { manufacturing } from '../../core/templates/manufacturing.ts';
import { demoCompany } from './demo-company.ts';
import { userId } from './people.ts';

type Company = ReturnType<typeof demoCompany>;

const companyOn = (today: string): Company =>
  demoCompany({
    today,
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    nameKeys,
    personKeys,
    nameKey: companyKey,
    readFelt,
    kinds: manufacturing.objects,
  });

/** First and last days of quarters, months and weeks, and a spread of days between them. */
const DAYS = ['2026-01-01', '2026-04-01', '2026-05-13', '2026-08-09', '2026-12-31', '2028-02-29'].concat(
  fc
    .sample(
      fc.integer({ min: 0, max: 1500 }).map((offset) => new Date(Date.parse('2025-01-01') + offset * 86_400_000)),
      { numRuns: 10, seed: 20260513 },
    )
    .map((date) => date.toISOString().slice(0, 10)),
);
const COMPANIES = DAYS.map((today) => ({ today, company: companyOn(today) }));

function always(claim: (company: Company, today: string) => void): void {
  for (const { company, today } of COMPANIES) claim(company, today);
}

const dayOf = (moment: string) => moment.slice(0, 10);

const countBy = <T>(rows: readonly T[], key: (row: T) => string) => {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[key(row)] = (counts[key(row)] ?? 0) + 1;
  return counts;
};

describe('demoCompany, on whatever day', () => {
  it('has nothing that happened today or later', () => {
    always((company, today) => {
      const moments = [
        ...company.customers.map((row) => row.created_at),
        ...company.opportunities.flatMap((row) => [row.created_at, row.stage_since]),
        ...company.stage_moves.map((row) => row.moved_at),
        ...company.leads.map((row) => row.created_at),
        ...company.follow_ups.flatMap((row) => [row.happened_on, row.created_at]),
        ...company.tasks.flatMap((row) => [row.created_at, row.done_at ?? row.created_at]),
      ];
      expect(moments.filter((moment) => dayOf(moment ?? 'never') >= today)).toEqual([]);
    });
  });

  it('has 602 notes, no two alike, within the last 120 working days', () => {
    always(({ follow_ups }, today) => {
      expect(new Set(follow_ups.map((row) => row.note)).size).toBe(602);
      const oldest = follow_ups.map((row) => row.happened_on).sort()[0] ?? '';
      expect(Date.parse(today) - Date.parse(oldest)).toBeLessThanOrEqual(170 * 86_400_000);
      expect(follow_ups.filter((row) => /[{}]|undefined|null|NaN/.test(row.note))).toEqual([]);
    });
  });

  it('writes every note in the language of its author', () => {
    always(({ follow_ups, users }) => {
      const locales = new Map(users.map((user) => [user.id, user.locale]));
      const wrong = follow_ups.filter((row) => /[，。：]/.test(row.note) !== (locales.get(row.author_id) === 'zh'));
      expect(wrong).toEqual([]);
    });
  });

  it('gives an opportunity to whoever has the customer', () => {
    always(({ customers, opportunities }) => {
      const owners = new Map(customers.map((customer) => [customer.id, customer.owner_id]));
      expect(opportunities.filter((row) => owners.get(row.customer_id) !== row.owner_id)).toEqual([]);
    });
  });

  it('tells of an opportunity only between its first day and its last', () => {
    always(({ customers, opportunities, follow_ups }) => {
      const booked = new Map(customers.map((customer) => [customer.id, customer.created_at]));
      for (const { id, customer_id, created_at = '', stage_since = '', stage_key } of opportunities) {
        expect((booked.get(customer_id) ?? '') < created_at).toBe(true);
        const days = follow_ups.filter((row) => row.opportunity_id === id).map((row) => row.happened_on);
        expect(days.filter((day) => day < dayOf(created_at))).toEqual([]);
        const isClosed = stage_key === 'won' || stage_key === 'lost';
        expect(days.filter((day) => isClosed && day > dayOf(stage_since))).toEqual([]);
      }
    });
  });

  it('moves every opportunity stage by stage to where it stands', () => {
    always(({ opportunities, stage_moves }) => {
      for (const { id, created_at, stage_since, stage_key } of opportunities) {
        const moves = stage_moves.filter((move) => move.opportunity_id === id);
        expect(moves[0]).toMatchObject({ from_stage: null, to_stage: 'contact', moved_at: created_at });
        expect(moves.at(-1)).toMatchObject({ to_stage: stage_key, moved_at: stage_since });
        expect(moves.slice(1).map((move) => move.from_stage)).toEqual(moves.slice(0, -1).map((move) => move.to_stage));
        expect(moves.map((move) => move.moved_at)).toEqual(moves.map((move) => move.moved_at).sort());
      }
    });
  });

  it('has for every rep something overdue, something for today, something to come and something done', () => {
    always(({ tasks }, today) => {
      for (const login of ['li.lei', 'han.meimei', 'jim.green', 'lucy.king'] as const) {
        const states = countBy(
          tasks.filter((task) => task.owner_id === userId(login)),
          ({ done_at, due_on }) =>
            done_at ? 'done' : due_on < today ? 'overdue' : due_on === today ? 'today' : 'later',
        );
        expect(Object.keys(states).sort()).toEqual(['done', 'later', 'overdue', 'today']);
      }
    });
  });

  it('has deals nobody spoke of for more than seven days, and deals stuck in 需求确认', () => {
    always(({ opportunities, follow_ups }, today) => {
      const ago = (day: string) => (Date.parse(today) - Date.parse(dayOf(day))) / 86_400_000;
      const open = opportunities.filter((row) => row.stage_key !== 'won' && row.stage_key !== 'lost');
      const heard = (id: string) =>
        follow_ups.filter((row) => row.opportunity_id === id).map((row) => ago(row.happened_on));
      const idle = open.filter(({ id }) => Math.min(...heard(id)) > 7);
      expect(idle.length).toBeGreaterThanOrEqual(8);
      expect(idle.length).toBeLessThanOrEqual(20);
      const stuck = open.filter((row) => row.stage_key === 'needs' && ago(row.stage_since ?? today) > 7);
      expect(stuck.length).toBeGreaterThanOrEqual(6);
    });
  });
});

describe('demoCompany, on a Wednesday in the middle of a quarter', () => {
  const company = companyOn('2026-05-13');

  it('has opportunities in every stage', () => {
    expect(countBy(company.opportunities, (row) => row.stage_key)).toEqual({
      contact: 14,
      needs: 16,
      proposal: 15,
      negotiation: 11,
      won: 14,
      lost: 10,
    });
  });

  it('won and lost some in this quarter and some in the last', () => {
    const closed = company.opportunities.filter((row) => row.stage_key === 'won' || row.stage_key === 'lost');
    const quarters = countBy(closed, (row) => {
      const day = dayOf(row.stage_since ?? '');
      return `${row.stage_key} in ${day >= '2026-04-01' ? 'this' : day >= '2026-01-01' ? 'the last' : 'an older'} quarter`;
    });
    expect(Object.keys(quarters).sort()).toEqual([
      'lost in the last quarter',
      'lost in this quarter',
      'won in the last quarter',
      'won in this quarter',
    ]);
  });

  it('has the two deals of the tour', () => {
    const named = (name: string) => company.customers.find((customer) => customer.name === name)?.id;
    const openOf = (name: string) =>
      company.opportunities.filter(
        (row) => row.customer_id === named(name) && !['won', 'lost'].includes(row.stage_key),
      );
    expect(openOf('华星电子有限公司')).toMatchObject([
      { stage_key: 'proposal', amount: '35000000', owner_id: userId('li.lei'), discount_bps: null },
    ]);
    expect(openOf('Acme Manufacturing Ltd')).toMatchObject([
      { stage_key: 'negotiation', amount: '42000000', owner_id: userId('jim.green') },
    ]);
    const contacts = company.contacts.map(({ name, title, email }) => ({ name, title, email }));
    expect(contacts).toContainEqual({ name: '王建国', title: '总经理', email: 'wang.jianguo@huaxing-dianzi.example' });
    expect(contacts).toContainEqual({
      name: 'Peter Wang',
      title: 'Purchasing Director',
      email: 'peter.wang@acme-manufacturing.example',
    });
  });

  it('has leads in every state, some of them in the public pool and some answered late', () => {
    expect(countBy(company.leads, (row) => (row.owner_id ? row.status : 'pool'))).toEqual({
      pool: 12,
      new: 8,
      working: 20,
      dropped: 8,
      converted: 12,
    });
    const answered = company.tasks.filter((task) => task.lead_id && task.done_at);
    const late = answered.filter((task) => dayOf(task.done_at ?? '') > dayOf(task.created_at));
    expect({ answered: answered.length, late: late.length }).toEqual({ answered: 28, late: 8 });
  });

  it('says of every lead where it is, and when those that became customers did, so that both are asked for (R9)', () => {
    expect(company.leads.filter(({ region }) => !region)).toEqual([]);
    const isDated = company.leads.every(
      ({ status, converted_at }) => (status === 'converted') === (converted_at !== null),
    );
    expect(isDated).toBe(true);
  });

  it('gives every rep two enquiries that wait for an answer', () => {
    const waiting = company.leads.filter((row) => row.status === 'new').flatMap((row) => row.owner_id ?? []);
    expect(countBy(waiting, (owner) => owner)).toEqual({
      [userId('li.lei')]: 2,
      [userId('han.meimei')]: 2,
      [userId('jim.green')]: 2,
      [userId('lucy.king')]: 2,
    });
  });

  it('says what was bought with every won deal, so that some have what others lack (R16)', () => {
    const products = (code: string) => {
      const product = company.products.find((row) => row.code === code)?.id;
      const deals = company.opportunity_products.filter((row) => row.product_id === product);
      const won = company.opportunities.filter((row) => row.stage_key === 'won');
      return new Set(
        won.filter(({ id }) => deals.some((row) => row.opportunity_id === id)).map(({ customer_id }) => customer_id),
      );
    };
    const [gateway, cloud] = [products('HL-G10'), products('HL-S1')];
    expect([...gateway].filter((customer) => !cloud.has(customer)).length).toBeGreaterThan(2);
    expect([...gateway].filter((customer) => cloud.has(customer)).length).toBeGreaterThan(1);
    for (const { id, amount } of company.opportunities.filter((row) => row.stage_key === 'won')) {
      const lines = company.opportunity_products.filter((row) => row.opportunity_id === id);
      const sum = lines.reduce((all, { price, quantity }) => all + BigInt(price) * BigInt(quantity), 0n);
      expect(String(sum)).toBe(amount);
    }
  });

  it('sends the service desk only to customers who have bought', () => {
    const won = company.opportunities.filter((row) => row.stage_key === 'won');
    const visits = company.follow_ups.filter((row) => row.author_id === userId('liu.yang'));
    expect(visits.length).toBeGreaterThan(5);
    const early = visits.filter(
      (visit) =>
        !won.some((row) => row.customer_id === visit.customer_id && dayOf(row.stage_since ?? '') < visit.happened_on),
    );
    expect(early).toEqual([]);
    const strangers = company.service_tickets.filter(
      (ticket) => !won.some((row) => row.customer_id === ticket.customer_id),
    );
    expect(strangers).toEqual([]);
  });

  it('knows when each lead that was worked was first answered, so that how soon can be asked (R6)', () =>
    always(({ leads }) => {
      for (const { owner_id, status, created_at, first_response_at } of leads) {
        const isAnswered = owner_id !== null && status !== 'new';
        expect(first_response_at !== null && first_response_at > created_at).toBe(isAnswered);
      }
    }));

  it('points converted leads at the customer and the opportunity they became', () => {
    const deals = new Map(company.opportunities.map((row) => [row.id, row]));
    for (const lead of company.leads.filter((row) => row.status === 'converted')) {
      const deal = deals.get(lead.opportunity_id ?? '');
      expect(deal?.customer_id).toBe(lead.customer_id);
      expect(lead.created_at < (deal?.created_at ?? '')).toBe(true);
      expect(lead.created_at < (lead.converted_at ?? '')).toBe(true);
    }
  });

  it('has numbers that are valid, and nobody twice but the one customer who is on file twice (R80)', () => {
    const phones = [...company.customers, ...company.contacts, ...company.leads].flatMap(({ phone }) => phone ?? []);
    expect(phones.filter((phone) => !isValidPhoneNumber(phone))).toEqual([]);
    expect(phones.filter((phone) => !/^\+(?:8613490000\d{3}|1\d{3}55501\d{2}|61\d5550\d{4})$/.test(phone))).toEqual([]);
    const twice = phones.filter((phone, index) => phones.indexOf(phone) !== index);
    const named = company.customers.filter(({ phone }) => phone === twice[0]).map(({ name }) => name);
    expect([twice.length, ...named]).toEqual([1, '衡岳仪器有限公司', '衡岳仪器仪表有限公司']);
  });

  it('writes to addresses nobody can own', () => {
    const mails = [...company.users, ...company.contacts, ...company.leads].flatMap(({ email }) => email ?? []);
    expect(mails.filter((mail) => !/^[a-z.]+@[a-z-]+\.example$/.test(mail))).toEqual([]);
    expect(new Set(mails).size).toBe(mails.length - 12); // a converted lead keeps the address of the contact
  });
});
