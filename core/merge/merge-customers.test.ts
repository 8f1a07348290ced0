import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, openCompany, type PersonKey } from '../../test/support/company.ts';
import { undoChange } from '../changes/undo-change.ts';
import { putOnFile } from '../customers/add-customer.ts';
import { asSystem } from '../db/system.ts';
import { logFollowUp } from '../follow-ups/log-follow-up.ts';
import { newId } from '../id.ts';
import { setTier } from '../tiers/set-tier.ts';
import { sweepTiers } from '../tiers/sweep-tiers.ts';
import { findLikelyDoubles } from './find-likely-doubles.ts';
import { findSurvivors } from './find-survivors.ts';
import { HANGING_TABLES } from './hanging.ts';
import { mergeCustomers } from './merge-customers.ts';
import { planMerge } from './plan-merge.ts';

let company: Company;
beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());

const rows = async <Row>(sql: string, values: unknown[] = []) =>
  (await company.database.pool.query(sql, values)).rows as Row[];

const TABLES = ['customers', 'customer_tiers', ...HANGING_TABLES];

/** Every row of every table a merge touches, but for how often it was written and whether its tier waits to be judged. */
async function everything(): Promise<unknown> {
  const all = await Promise.all(
    TABLES.map((table) => rows(`SELECT to_jsonb(t) - '{version,stale}'::text[] AS row FROM ${table} t ORDER BY t.id`)),
  );
  return Object.fromEntries(TABLES.map((table, at) => [table, all[at]]));
}

const add = (person: PersonKey, name: string, more: { region?: string; phone?: string } = {}) =>
  company.as(person, async (core) => putOnFile(core, { name, duplicateReason: 'a test', ...more }).id);

/** Something of everybody's in every table that hangs on a customer. */
async function hang(customerId: string, tagId: string, sha: string): Promise<void> {
  const userId = async (name: string) =>
    (await rows<{ id: string }>('SELECT id FROM users WHERE name = $1', [name]))[0]?.id;
  const [han, jim] = [await userId('韩梅梅'), await userId('Jim Green')];
  const [contact, deal] = [newId(), newId()];
  for (const [table, values] of [
    ['contacts', { id: contact, customer_id: customerId, name: '王总' }],
    [
      'opportunities',
      {
        id: deal,
        customer_id: customerId,
        name: '一期',
        owner_id: jim,
        created_by: jim,
        stage_key: 'contact',
        currency: 'CNY',
      },
    ],
    ['contact_roles', { customer_id: customerId, contact_id: contact, opportunity_id: deal, role: 'champion' }],
    ['follow_ups', { customer_id: customerId, author_id: jim, kind: 'call', note: '聊过', happened_on: '2026-05-01' }],
    ['tasks', { customer_id: customerId, title: '回访', owner_id: jim, created_by: jim }],
    ['service_tickets', { customer_id: customerId, kind: 'fault', title: '停机', opened_by: han }],
    ['touches', { customer_id: customerId, kind: 'event', what: '展会', occurred_at: '2026-05-01' }],
    ['milestones', { customer_id: customerId, name: '验收', created_by: han }],
    [
      'sales_documents',
      {
        customer_id: customerId,
        kind: 'order',
        number: newId(),
        dated_on: '2026-05-01',
        amount: 1,
        currency: 'CNY',
        state: 'open',
        created_by: han,
      },
    ],
    [
      'invoices',
      {
        customer_id: customerId,
        number: newId(),
        issued_on: '2026-05-01',
        due_on: '2026-05-02',
        amount: 2,
        currency: 'CNY',
        created_by: jim,
      },
    ],
    ['payments', { customer_id: customerId, received_on: '2026-05-01', amount: 1, currency: 'CNY', created_by: jim }],
    ['credit_limits', { customer_id: customerId, amount: 5, currency: 'CNY', created_by: jim }],
    ['enquiries', { customer_id: customerId, note: '又来问', created_by: jim }],
    ['leads', { customer_id: customerId, contact_name: '高飞', owner_id: jim, created_by: jim, status: 'converted' }],
    [
      'files',
      {
        entity: 'customer',
        record_id: customerId,
        name: 'a.pdf',
        media_type: 'application/pdf',
        bytes: 1,
        storage_key: sha,
        origin: 'upload',
        sha256: sha,
        uploaded_by: jim,
      },
    ],
    ['taggings', { customer_id: customerId, tag_id: tagId, created_by: jim }],
    ['grants', { entity: 'customer', record_id: customerId, user_id: jim, reason: 'watcher' }],
  ] as const) {
    const row = { id: newId(), version: 1, ...values };
    const columns = Object.keys(row);
    await rows(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(row),
    );
  }
}

const tagId = async () => (await rows<{ id: string }>('SELECT id FROM tags ORDER BY key LIMIT 1'))[0]?.id ?? '';

async function merge(
  person: PersonKey,
  one: string,
  other: string,
  choices: Parameters<typeof mergeCustomers>[1]['choices'] = {},
) {
  await company.as(person, (core) => mergeCustomers(core, { one, other, choices }), {
    command: 'customer.merge-now',
    undoable: true,
  });
  const [change] = await rows<{ id: string }>(
    `SELECT id FROM changes WHERE command = 'customer.merge-now' ORDER BY at DESC, id DESC LIMIT 1`,
  );
  return change?.id ?? '';
}

describe('merging two customers (R80)', () => {
  it('moves whatever the catalogue says names a customer, and every such table is in the list', async () => {
    const places = await rows<{ name: string }>('SELECT DISTINCT name FROM parley_hanging()');
    expect([...HANGING_TABLES].sort()).toEqual(places.map(({ name }) => name).sort());
    // Named so, but for no foreign key: it must be among those the migration names. What is open follows its deal by triggers.
    const columns = await rows<{ name: string }>(
      `SELECT DISTINCT c.table_name AS name FROM information_schema.columns c JOIN pg_class t ON t.oid = ('public.' || c.table_name)::regclass AND t.relkind = 'r'
        WHERE c.table_schema = 'public' AND c.column_name ~ '(^|_)customer(_id)?$' AND t.relname NOT IN ('open_opportunities', 'open_invoices') ORDER BY 1`,
    );
    expect(HANGING_TABLES).toEqual(expect.arrayContaining(columns.map(({ name }) => name)));
    const records = await rows<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns c JOIN pg_class t ON t.oid = ('public.' || c.table_name)::regclass AND t.relkind = 'r'
        WHERE c.table_schema = 'public' AND c.column_name IN ('record_id', 'subject_id', 'target_id') ORDER BY 1`,
    );
    // What was asked or recorded of a deal; cards and deliveries as they were sent, which are led to the survivor when they are used.
    const STAYS = ['approval_requests', 'audit_entries', 'posted_cards', 'record_cards', 'redeliveries'];
    expect(records.map(({ name }) => name)).toEqual(['files', 'grants', 'name_keys', ...STAYS].sort());
  });

  it('leaves one customer with all of it, and an undo leaves every table as it was', async () => {
    const [li, han] = [
      await add('li', '华星电子', { region: '深圳' }),
      await add('han', '华星科技', { phone: '+8613800138000' }),
    ];
    await hang(li, await tagId(), 'a'.repeat(64));
    await hang(han, await tagId(), 'a'.repeat(64));
    await rows(
      `UPDATE customer_tiers SET manual_tier = 'A', manual_reason = '大客户', manual_by = (SELECT id FROM users WHERE name = '张伟') WHERE id = $1`,
      [han],
    );
    const before = await everything();

    const change = await merge('zhang', han, li, { name: 'duplicate' });
    expect(await rows('SELECT id, name, region, phone FROM customers')).toEqual([
      { id: li, name: '华星科技', region: '深圳', phone: '+8613800138000' },
    ]);
    for (const table of ['contacts', 'opportunities', 'follow_ups', 'tasks', 'service_tickets', 'touches', 'leads']) {
      expect([table, await rows(`SELECT customer_id AS id FROM ${table}`)]).toEqual([table, [{ id: li }, { id: li }]]);
    }
    // Only one of a kind: the tag, the file, the grant.
    for (const table of ['taggings', 'files', 'grants']) {
      expect([table, (await rows(`SELECT id FROM ${table}`)).length]).toEqual([table, 1]);
    }
    expect(await rows('SELECT manual_tier AS tier FROM customer_tiers')).toEqual([{ tier: 'A' }]);
    expect(await company.as('zhang', (core) => findSurvivors(core, [han]))).toEqual([{ id: han, survivorId: li }]);
    expect(await company.as('tom', (core) => findSurvivors(core, [han]))).toEqual([]);

    await company.as('zhang', (core) => undoChange(core, change));
    expect(await everything()).toEqual(before);
    expect(await company.as('zhang', (core) => findSurvivors(core, [han]))).toEqual([]);
  });

  it('and its undo leave every table as before, whatever hung on which and whatever was chosen', async () => {
    const [one, other] = [
      await add('li', '远航科技', { region: '北京' }),
      await add('li', '远航集团', { region: '上海' }),
    ];
    const side = fc.constantFrom('survivor' as const, 'duplicate' as const, undefined);
    await fc.assert(
      fc.asyncProperty(
        fc.record({ swap: fc.boolean(), more: fc.boolean(), name: side, region: side, phone: side, owner: side }),
        async ({ swap, more, ...choices }) => {
          if (more) {
            await rows(
              `INSERT INTO touches (id, customer_id, kind, what, occurred_at, version) VALUES ($1, $2, 'event', 'x', '2026-05-01', 1)`,
              [newId(), swap ? one : other],
            );
          }
          const before = await everything();
          const change = await merge('li', swap ? one : other, swap ? other : one, choices);
          expect(await rows('SELECT id FROM customers WHERE id = $1', [other])).toEqual([]);
          await company.as('li', (core) => undoChange(core, change));
          expect(await everything()).toEqual(before);
        },
      ),
      { numRuns: 8 },
    );
  });

  it('is refused to whoever may not work on both, and leads along a chain to the one that is left', async () => {
    const [a, b, c] = [await add('li', '光谷甲'), await add('li', '光谷乙'), await add('han', '光谷丙')];
    await expect(company.as('li', (core) => planMerge(core, a, c))).rejects.toMatchObject({ code: 'not_found' });
    await expect(company.as('liu', (core) => planMerge(core, a, c))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(company.as('li', (core) => planMerge(core, a, a))).rejects.toMatchObject({ code: 'bad_input' });
    await expect(
      company.as('liu', async (core) =>
        core.change.restore({ op: 'merge', table: 'customers', id: a, version: 1, from: b, fromVersion: 1, take: [] }),
      ),
    ).rejects.toMatchObject({ code: 'forbidden' });
    const first = await merge('zhang', b, c);
    await merge('zhang', a, b);
    expect(await company.as('zhang', (core) => findSurvivors(core, [c]))).toEqual([{ id: c, survivorId: a }]);
    // What was built upon is taken back last first.
    await expect(company.as('zhang', (core) => undoChange(core, first))).rejects.toMatchObject({
      code: expect.any(String),
    });
    expect(await rows('SELECT id FROM customers WHERE id = ANY ($1)', [[a, b, c]])).toEqual([{ id: a }]);
  });

  it('is offered for customers with a phone or a name in common, to those who may work on both', async () => {
    await add('li', '明珠医疗', { phone: '+8613900139000' });
    await add('han', '广州明珠', { phone: '+8613900139000' });
    const found = await company.as('zhang', (core) => findLikelyDoubles(core));
    expect(found.map(({ name, otherName, by }) => [name, otherName, by])).toContainEqual([
      '明珠医疗',
      '广州明珠',
      'phone',
    ]);
    const own = await company.as('li', (core) => findLikelyDoubles(core));
    expect(own.filter(({ by }) => by === 'phone')).toEqual([]);
  });
});

describe('a merge that is taken back', () => {
  it('is so though the tiers were judged meanwhile (R80, R106)', async () => {
    const [one, other] = [await add('li', '北辰光电'), await add('li', '北辰光电科技')];
    await company.as('li', (core) => setTier(core, { customerId: other, tier: 'A', reason: '战略客户' }));
    await company.as('li', (core) => mergeCustomers(core, { one, other, choices: {} }), { command: 'customer.merge' });
    await company.as('li', (core) => logFollowUp(core, { customerId: one, kind: 'call', note: '聊过' }));
    await asSystem(company.database, 'schedule', (transaction) =>
      sweepTiers(transaction, { today: '2099-01-01', currency: 'CNY', limit: 1000 }),
    );
    const [merge] = await rows<{ id: string }>(
      `SELECT id FROM changes WHERE command = 'customer.merge' ORDER BY at DESC, id DESC LIMIT 1`,
    );
    await company.as('li', (core) => undoChange(core, merge?.id ?? ''));
    const tiers = await rows('SELECT manual_tier FROM customer_tiers WHERE id = ANY ($1) ORDER BY id', [[one, other]]);
    expect(tiers).toEqual([{ manual_tier: null }, { manual_tier: 'A' }]);
  });
});
