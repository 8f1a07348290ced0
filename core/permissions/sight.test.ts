import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fewer } from '../../test/support/breadth.ts';
import { ORG } from '../../test/support/company.ts';
import { createTestDatabase } from '../../test/support/database.ts';
import { type Actor, ROLES, type Role } from '../actor.ts';
import type { Core } from '../context.ts';
import { findContacts } from '../customers/find-contacts.ts';
import { getCustomer } from '../customers/get-customer.ts';
import { type Database, openDatabase } from '../db/database.ts';
import { DomainError } from '../errors.ts';
import { findFollowUps } from '../follow-ups/find-follow-ups.ts';
import { findLeads, getLead, searchLeads } from '../leads/find-leads.ts';
import { findBoard } from '../opportunities/find-board.ts';
import { findOpportunities, getOpportunity } from '../opportunities/find-opportunities.ts';
import { work } from '../work.ts';
import type { Access, ProtectedField } from './fields.ts';
import type { Relation } from './matrix/rule.ts';
import { MATRIX } from './matrix.ts';

let database: Database;
let drop: () => Promise<void>;
let policies: { role: Role; field: ProtectedField; access: Access }[];

beforeAll(async () => {
  const created = await createTestDatabase();
  drop = created.drop;
  database = openDatabase({ url: created.url, connections: 4 });
  const { rows } = await database.pool.query(
    `SELECT role, entity || '.' || field AS field, access FROM field_policies`,
  );
  policies = rows;
});
afterAll(async () => {
  await database.close();
  await drop();
});

type Person = { id: string; roles: Role[]; team: number | undefined };
/** `leads` and `above` by their place; a team stands below an earlier one only, so there is no circle. */
type Team = { id: string; lead: number | undefined; parent: number | undefined };
type Owned = { customer: string; lead: string; opportunity: string; owner: number | undefined };
type Firm = { people: Person[]; teams: Team[]; records: Owned[] };

const among = (length: number) => fc.option(fc.nat(length - 1), { nil: undefined });

const shapes = fc
  .record({ people: fc.integer({ min: 2, max: 5 }), teams: fc.integer({ min: 1, max: 4 }) })
  .chain(({ people, teams }) =>
    fc.record({
      people: fc.array(
        fc.record({
          roles: fc.subarray([...ROLES], { minLength: 1, maxLength: 2 }),
          team: among(teams),
        }),
        { minLength: people, maxLength: people },
      ),
      teams: fc.tuple(
        ...Array.from({ length: teams }, (_, at) =>
          fc.record({
            lead: among(people),
            parent: at === 0 ? fc.constant(undefined) : among(at),
          }),
        ),
      ),
      records: fc.array(
        fc.record({
          owner: among(people),
        }),
        { minLength: 2, maxLength: 5 },
      ),
    }),
  );

type Shape = typeof shapes extends fc.Arbitrary<infer Value> ? Value : never;

/** The same shape has rows of its own each time it is tried. */
function named({ people, teams, records }: Shape): Firm {
  return {
    people: people.map((person) => ({ ...person, id: randomUUID() })),
    teams: teams.map((team) => ({ ...team, id: randomUUID() })),
    records: records.map((record) => ({
      ...record,
      customer: randomUUID(),
      lead: randomUUID(),
      opportunity: randomUUID(),
    })),
  };
}

/** Those whose team, or one above it, he leads: told by the tree itself, not by what the database makes of it. */
function isBelow({ teams, people }: Firm, person: number, boss: number): boolean {
  for (let team = people[person]?.team; team !== undefined; team = teams[team]?.parent) {
    if (teams[team]?.lead === boss) return true;
  }
  return false;
}

function relationOf(firm: Firm, viewer: number, owner: number | undefined): Relation {
  if (owner === undefined) return 'pool';
  if (owner === viewer) return 'own';
  return isBelow(firm, owner, viewer) ? 'team' : 'other';
}

async function found(firm: Firm): Promise<void> {
  const { pool } = database;
  const { people, teams, records } = firm;
  for (const { id, roles } of people)
    await pool.query('INSERT INTO users (id, name, roles) VALUES ($1::uuid, $1::uuid::text, $2)', [id, roles]);
  for (const { id, lead, parent } of teams) {
    await pool.query('INSERT INTO teams (id, name, lead_id, parent_id) VALUES ($1::uuid, $1::uuid::text, $2, $3)', [
      id,
      lead === undefined ? null : people[lead]?.id,
      parent === undefined ? null : teams[parent]?.id,
    ]);
  }
  for (const { id, team } of people) {
    await pool.query('UPDATE users SET team_id = $1 WHERE id = $2', [team === undefined ? null : teams[team]?.id, id]);
  }
  for (const { customer, lead, opportunity, owner } of records) {
    const by = owner === undefined ? null : people[owner]?.id;
    const anybody = by ?? people[0]?.id;
    await pool.query(
      `INSERT INTO customers (id, name, name_key, owner_id, created_by, phone) VALUES ($1::uuid, $1::uuid::text, $1::uuid::text, $2, $3, '+8613811112222')`,
      [customer, by, anybody],
    );
    await pool.query(
      `INSERT INTO contacts (id, customer_id, name, phone, email) VALUES (gen_random_uuid(), $1, '王', '+8613811112222', 'w@cnry.example')`,
      [customer],
    );
    await pool.query(
      `INSERT INTO leads (id, contact_name, company_key, owner_id, created_by, phone, note) VALUES ($1::uuid, $1::uuid::text, $1::uuid::text, $2, $3, '+8613811112222', 'CNRY')`,
      [lead, by, anybody],
    );
    if (by) {
      await pool.query(
        `INSERT INTO opportunities (id, customer_id, name, owner_id, stage_key, currency, created_by, amount) VALUES ($1, $2, $1::uuid::text, $3, 'contact', 'CNY', $3, 7654321)`,
        [opportunity, customer, by],
      );
      await pool.query(
        `INSERT INTO follow_ups (id, customer_id, author_id, kind, note, happened_on) VALUES (gen_random_uuid(), $1, $2, 'note', 'CNRY', '2026-05-20')`,
        [customer, by],
      );
    }
  }
}

const orNothing = async <Result>(run: Promise<Result>): Promise<Result | undefined> =>
  run.catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'not_found') return undefined;
    throw error;
  });

/** What one person sees of one record and in every list, against what the matrix and the policies say. */
async function judge(core: Core, firm: Firm, viewer: number, record: Owned): Promise<void> {
  const { roles } = core.actor;
  const relation = relationOf(firm, viewer, record.owner);
  const sees = (table: string) => roles.some((role) => MATRIX[table]?.see?.rows?.[relation]?.includes(role));
  const isNear = relation === 'own' || relation === 'team';
  const accessTo = (field: ProtectedField): Access => {
    const given = policies.filter((policy) => policy.field === field && roles.includes(policy.role));
    const best = (['full', 'masked'] as const).find((access) => given.some((policy) => policy.access === access));
    return isNear ? 'full' : (best ?? 'hidden');
  };
  const phone = (field: ProtectedField) =>
    ({ full: '+8613811112222', masked: '+86138••••2222', hidden: null })[accessTo(field)];

  const customer = await orNothing(getCustomer(core, record.customer));
  expect(customer !== undefined).toBe(sees('customers'));
  if (customer) {
    expect(customer.phone).toBe(phone('customers.phone'));
    expect(customer.contacts[0]?.phone).toBe(phone('contacts.phone'));
    const [said] = await findFollowUps(core, { customerId: record.customer });
    expect(said?.note ?? null).toBe(said && accessTo('follow_ups.note') === 'full' ? 'CNRY' : null);
    expect(
      customer.opportunities.every(({ amount }) => amount === null || accessTo('opportunities.amount') === 'full'),
    ).toBe(true);
  }
  const lead = await orNothing(getLead(core, record.lead));
  expect(lead !== undefined).toBe(sees('leads'));
  expect(lead?.phone ?? null).toBe(lead ? phone('leads.phone') : null);
  expect(lead?.note ?? null).toBe(lead && accessTo('leads.note') === 'full' ? 'CNRY' : null);
  const opportunity =
    record.owner === undefined ? undefined : await orNothing(getOpportunity(core, record.opportunity));
  expect(opportunity !== undefined).toBe(record.owner !== undefined && sees('opportunities'));
  expect(opportunity?.amount ?? null).toBe(
    opportunity && accessTo('opportunities.amount') === 'full' ? 7_654_321n : null,
  );

  const lists = [
    ...(await findLeads(core, { which: 'pool', limit: 1_000 })),
    ...(await findLeads(core, { limit: 1_000 })),
    ...(await searchLeads(core, { words: record.lead })),
  ].filter(({ id }) => id === record.lead);
  expect(lists.every((line) => sees('leads') && line.phone === phone('leads.phone'))).toBe(true);
  const deals = [
    ...(await findBoard(core)).columns.flatMap(({ lines }) => lines),
    ...(await findOpportunities(core, { ownerId: firm.people[record.owner ?? 0]?.id, limit: 1_000 })),
  ].filter(({ id }) => id === record.opportunity);
  expect(deals.every((line) => sees('opportunities') && line.amount === opportunity?.amount)).toBe(true);
  const reachable = (await findContacts(core, { person: record.lead })).filter(({ id }) => id === record.lead);
  expect(reachable.every((line) => sees('leads') && line.phone === phone('leads.phone'))).toBe(true);
}

it('whatever the teams, roles and records, a person sees through any read what the matrix and the policies say, and no more (R84)', async () => {
  await fc.assert(
    fc.asyncProperty(shapes, async (shape) => {
      const firm = named(shape);
      await found(firm);
      for (const [viewer, { id, roles }] of firm.people.entries()) {
        const actor: Actor = { userId: id, name: id, roles, locale: 'zh', timeZone: 'Asia/Shanghai' };
        await work(database, { actor, org: ORG, origin: { via: 'words' } }, async (core) => {
          for (const record of firm.records) await judge(core, firm, viewer, record);
        });
      }
    }),
    { numRuns: fewer(15, 6) },
  );
});
