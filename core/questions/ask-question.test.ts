import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyQuestion, refusal } from '../../test/support/any-question.ts';
import { type Book, type Deal, dayAgo, fillBook } from '../../test/support/book.ts';
import { moveClock } from '../../test/support/clock.ts';
import { type Company, openCompany, type PersonKey } from '../../test/support/company.ts';
import type { Answer, Figure } from './answer.ts';
import { askQuestion } from './ask-question.ts';
import { findRecordIds } from './find-record-ids.ts';
import { type Filter, type Question, questionSchema, toQuestion } from './question.ts';

const TODAY = '2026-05-13';
/** Whose rows each of them sees; the service desk sees every customer besides. */
const SEES: Partial<Record<PersonKey, readonly PersonKey[]>> = {
  li: ['li'],
  zhang: ['zhang', 'li', 'han'],
  tom: ['tom', 'jim'],
  wang: ['wang', 'zhang', 'li', 'han', 'tom', 'jim'],
  chen: ['li', 'han', 'zhang', 'jim', 'tom', 'wang'],
  liu: [],
};
const ASKERS = Object.keys(SEES) as PersonKey[];

let company: Company;
let book: Book;

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, new Date(`${TODAY}T02:30:00Z`));
  book = await fillBook(company, TODAY);
});
afterAll(() => company.close());

const ask = (key: PersonKey, asked: Partial<Question> & Pick<Question, 'entity'>): Promise<Answer> =>
  company.as(key, (core) => askQuestion(core, toQuestion(asked)));

const seenDeals = (key: PersonKey) => book.deals.filter(({ owner }) => SEES[key]?.includes(owner));
const kindOf = ({ stage }: Deal) => (stage === 'won' || stage === 'lost' ? stage : 'open');
const value = (figure: Figure | undefined) => (figure?.unit === 'money' ? undefined : figure?.value);
const sums = (deals: readonly Deal[]) => {
  const byCurrency = new Map<string, bigint>();
  for (const { amount, currency } of deals) {
    if (amount !== null) {
      byCurrency.set(currency, (byCurrency.get(currency) ?? 0n) + amount);
    }
  }
  return [...byCurrency].map(([currency, minor]) => ({ currency, minor })).sort((a, b) => (a.minor < b.minor ? 1 : -1));
};

/** What a filter, a time and a group mean, worked out by hand. */
type DealFilter = { filter: Filter; holds: (deal: Deal) => boolean };
const dealFilter: fc.Arbitrary<DealFilter> = fc.oneof<fc.Arbitrary<DealFilter>[]>(
  fc.constantFrom<string>('open', 'won', 'lost').map((status) => ({
    filter: { field: 'status', op: 'eq' as const, values: [status] },
    holds: (deal: Deal) => kindOf(deal) === status,
  })),
  fc.subarray(['contact', 'proposal', 'won'], { minLength: 1 }).map((stages) => ({
    filter: { field: 'stage', op: 'not_in' as const, values: stages },
    holds: ({ stage }: Deal) => !stages.includes(stage),
  })),
  fc.nat(900_000).map((least) => ({
    filter: { field: 'amount', op: 'gte' as const, values: [`${least}`] },
    holds: ({ amount, currency }: Deal) => currency === 'CNY' && amount !== null && amount >= BigInt(least) * 100n,
  })),
  fc.constantFrom('华东', 'berlin').map((region) => ({
    filter: { field: 'region', op: 'ne' as const, values: [region] },
    holds: ({ customer }: Deal) =>
      book.accounts.find(({ id }) => id === customer)?.region?.toLowerCase() !== region.toLowerCase(),
  })),
  fc.constant({
    filter: { field: 'close', op: 'is_null' as const, values: [] },
    holds: ({ closeOn }: Deal) => closeOn === null,
  }),
);
const dealTime = fc.option(
  fc.record({ from: fc.integer({ min: -100, max: 100 }), days: fc.integer({ min: 1, max: 90 }) }),
  { nil: undefined },
);

describe('any question (R103)', () => {
  it('that fits its shape is answered or refused with a reason, and never breaks', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestion, fc.constantFrom(...ASKERS), async (question, key) => {
        expect(questionSchema.safeParse(question).error).toBeUndefined();
        const answer = await company.as(key, (core) => askQuestion(core, question)).catch(refusal);
        expect('say' in answer || answer.groups.length <= (question.limit ?? 30)).toBe(true);
        await company.as(key, (core) => findRecordIds(core, question, { limit: 3 }));
      }),
      { numRuns: 120 },
    );
  });

  it('counts and sums what somebody would by hand, of no row the asker may not see (R84)', async () => {
    // Customers out of sight have no region to tell.
    const whole: readonly PersonKey[] = ['chen'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(dealFilter, { maxLength: 3 }),
        dealTime,
        fc.constantFrom(...ASKERS),
        async (filters, time, key) => {
          fc.pre(whole.includes(key) || filters.every(({ filter }) => filter.field !== 'region'));
          const [from, to] = time ? [dayAgo(TODAY, -time.from), dayAgo(TODAY, -time.from - time.days)] : ['', ''];
          const expected = seenDeals(key).filter(
            (deal) =>
              filters.every(({ holds }) => holds(deal)) &&
              (!time || (deal.closeOn !== null && deal.closeOn >= from && deal.closeOn < to)),
          );
          const answer = await ask(key, {
            entity: 'opportunity',
            measures: ['sum_amount'],
            groupBy: ['owner'],
            filters: filters.map(({ filter }) => filter),
            time: time ? { field: 'close', range: { kind: 'absolute', from, to } } : null,
          });
          expect(answer.rows).toBe(expected.length);
          expect(answer.totals.sum_amount).toEqual({ unit: 'money', sums: sums(expected) });
          const owners = new Set(expected.map(({ owner }) => owner));
          expect(new Set(answer.groups.map(({ keys }) => keys[0]))).toEqual(
            new Set([...owners].map((owner) => company.actor(owner).userId)),
          );
          for (const { keys, figures } of answer.groups) {
            const own = expected.filter(({ owner }) => company.actor(owner).userId === keys[0]);
            expect(figures.sum_amount).toEqual({ unit: 'money', sums: sums(own) });
            expect(value(figures.count)).toBe(own.length);
          }
        },
      ),
      { numRuns: 120 },
    );
  });

  it('lists every record it counts once, page by page, and none beyond (R8, R84)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(dealFilter, { maxLength: 2 }),
        fc.constantFrom('amount', 'close', 'name', 'created', 'last_activity'),
        fc.constantFrom('asc' as const, 'desc' as const),
        fc.constantFrom('li' as const, 'chen' as const),
        async (filters, by, dir, key) => {
          fc.pre(key === 'chen' || filters.every(({ filter }) => filter.field !== 'region'));
          const question = toQuestion({
            entity: 'opportunity',
            filters: filters.map(({ filter }) => filter),
            sort: { by, dir },
          });
          const found: string[] = [];
          for (let after: string | null | undefined; after !== null; ) {
            const page = await company.as(key, (core) => findRecordIds(core, question, { limit: 17, after }));
            found.push(...page.ids);
            after = page.next;
          }
          const expected = seenDeals(key).filter((deal) => filters.every(({ holds }) => holds(deal)));
          expect(found.length).toBe(new Set(found).size);
          expect(new Set(found)).toEqual(new Set(expected.map(({ id }) => id)));
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a question', () => {
  it('that takes too long is stopped, and said to be', async () => {
    const slow = company.as('li', async (core) => {
      await core.sql({ text: "SELECT set_config('statement_timeout', '1', true)" });
      await core.sql({ text: 'SELECT pg_sleep(60)' });
    });
    await expect(slow).rejects.toMatchObject({ code: 'too_slow' });
  });

  it('is refused where its entity has no such field, group or comparison', async () => {
    const asked = [
      { entity: 'lead', groupBy: ['stage'] },
      { entity: 'task', measures: ['sum_amount'] },
      { entity: 'customer', filters: [{ field: 'amount', op: 'gt', values: ['1'] }] },
      { entity: 'opportunity', filters: [{ field: 'amount', op: 'gt', values: ['1; DROP TABLE users'] }] },
    ] as const;
    for (const question of asked) {
      await expect(ask('li', JSON.parse(JSON.stringify(question)))).rejects.toMatchObject({ code: 'bad_input' });
    }
  });

  it('compares a time with the one before it, group by group', async () => {
    const range = { kind: 'absolute' as const, from: '2026-04-01', to: '2026-05-01' };
    const answer = await ask('chen', {
      entity: 'activity',
      measures: ['count', 'customers'],
      groupBy: ['kind'],
      time: { field: 'occurred', range },
      compareTo: 'previous_period',
    });
    const within = (from: string, to: string) =>
      book.notes.filter(({ ago }) => dayAgo(TODAY, ago) >= from && dayAgo(TODAY, ago) < to);
    const [now, then] = [within('2026-04-01', '2026-05-01'), within('2026-03-01', '2026-04-01')];
    expect(answer.before?.period).toEqual({ from: '2026-03-01', to: '2026-04-01' });
    expect(value(answer.totals.count)).toBe(now.length);
    expect(value(answer.totals.customers)).toBe(new Set(now.map(({ customer }) => customer)).size);
    expect(value(answer.before?.totals.count)).toBe(then.length);
    for (const { keys, before } of answer.groups) {
      expect(value(before?.count)).toBe(then.filter(({ kind }) => kind === keys[0]).length);
    }
  });

  it('tells deals and customers apart by where the customers came from (R1)', async () => {
    const sourceOf = new Map(book.accounts.map(({ id, source }) => [id, source]));
    const closed = book.deals.filter((deal) => kindOf(deal) !== 'open');
    const answer = await ask('chen', {
      entity: 'opportunity',
      measures: ['win_rate', 'count'],
      filters: [{ field: 'status', op: 'in', values: ['won', 'lost'] }],
      groupBy: ['source'],
    });
    expect(answer.groups.map(({ keys }) => keys[0]).sort()).toEqual(['', 'referral', 'website']);
    for (const { keys, figures } of answer.groups) {
      const of = closed.filter(({ customer }) => (sourceOf.get(customer) ?? '') === keys[0]);
      expect(value(figures.count)).toBe(of.length);
      expect(value(figures.win_rate)).toBeCloseTo((100 * of.filter(({ stage }) => stage === 'won').length) / of.length);
    }
    const referred = await ask('chen', {
      entity: 'customer',
      filters: [{ field: 'source', op: 'eq', values: ['转介绍'] }],
    });
    expect(referred.rows).toBe(book.accounts.filter(({ source }) => source === 'referral').length);
  });

  it('about customers counts by what is on file of them elsewhere (R8, R16)', async () => {
    const idle = await ask('chen', {
      entity: 'customer',
      filters: [{ field: 'idle_days', op: 'gte', values: ['60'] }],
    });
    const lastOf = (id: string, created: number) =>
      Math.min(
        ...book.notes.filter(({ customer }) => customer === id).map(({ ago }) => ago),
        ...(book.notes.some(({ customer }) => customer === id) ? [] : [created]),
      );
    expect(idle.rows).toBe(book.accounts.filter(({ id, createdAgo }) => lastOf(id, createdAgo) >= 60).length);
    const lapsed = await ask('chen', {
      entity: 'customer',
      filters: [
        { field: 'days_since_purchase', op: 'gte', values: ['90'] },
        { field: 'bought', op: 'eq', values: ['true'] },
      ],
    });
    const wonOf = (id: string) => book.deals.filter(({ customer, stage }) => customer === id && stage === 'won');
    expect(lapsed.rows).toBe(
      book.accounts.filter(({ id }) => wonOf(id).length > 0 && wonOf(id).every(({ sinceAgo }) => sinceAgo >= 90))
        .length,
    );
    const bare = await ask('chen', { entity: 'customer', filters: [{ field: 'contacts', op: 'eq', values: ['0'] }] });
    expect(bare.rows).toBe(book.accounts.filter(({ contacts }) => contacts === 0).length);
  });

  it('knows tiers, what was bought and open complaints (R14, R15, R16)', async () => {
    const { pool } = company.database;
    const [first, second, third] = book.accounts.filter(({ owner }) => owner === 'li').map(({ id }) => id);
    const won = (customer: string | undefined) =>
      pool.query(
        `WITH deal AS (INSERT INTO opportunities (id, customer_id, name, owner_id, stage_key, currency, created_by)
           VALUES (gen_random_uuid(), $1, 'Essence', $2, 'won', 'CNY', $2) RETURNING id)
         INSERT INTO opportunity_products (id, opportunity_id, product_id, quantity, price, currency)
           SELECT gen_random_uuid(), deal.id, p.id, 1, 100, 'CNY' FROM deal, products p WHERE p.name_en = ANY ($3)`,
        [customer, company.actor('li').userId, customer === first ? ['Essence'] : ['Essence', 'Cream']],
      );
    await pool.query(
      `INSERT INTO products (id, name_zh, name_en, code, price, currency)
       VALUES (gen_random_uuid(), '精华', 'Essence', 'E', 100, 'CNY'), (gen_random_uuid(), '面霜', 'Cream', 'C', 100, 'CNY')`,
    );
    await won(first);
    await won(second);
    await pool.query(`UPDATE customer_tiers SET tier = 'B', manual_tier = 'A', manual_by = $2 WHERE id = $1`, [
      first,
      company.actor('li').userId,
    ]);
    await pool.query(`UPDATE customer_tiers SET tier = 'A' WHERE id = $1`, [third]);
    await pool.query(
      `INSERT INTO service_tickets (id, customer_id, kind, title, opened_by, closed_at, closed_by)
       VALUES (gen_random_uuid(), $1, 'complaint', 'late', $2, NULL, NULL), (gen_random_uuid(), $3, 'complaint', 'wrong', $2, parley_now(), $2)`,
      [second, company.actor('li').userId, third],
    );
    const listed = async (filters: Filter[]) =>
      (await ask('li', { entity: 'customer', filters })).lines.map(({ id }) => id).sort();

    expect(await listed([{ field: 'tier', op: 'eq', values: ['A'] }])).toEqual([first, third].sort());
    expect(
      await listed([
        { field: 'products', op: 'contains', values: ['Essence'] },
        { field: 'products', op: 'not_in', values: ['Cream'] },
      ]),
    ).toEqual([first]);
    expect(await listed([{ field: 'open_complaint', op: 'eq', values: ['true'] }])).toEqual([second]);
    const complaints = await ask('li', {
      entity: 'ticket',
      measures: ['count'],
      groupBy: ['customer'],
      filters: [{ field: 'status', op: 'eq', values: ['open'] }],
    });
    expect(complaints.groups.map(({ keys }) => keys)).toEqual([[second]]);
    expect((await ask('han', { entity: 'ticket' })).lines).toEqual([]);
  });
});
