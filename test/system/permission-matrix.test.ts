// The gate against the matrix: every command about a record, as every role, about a record in every relation, by every path.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AskBack } from '../../bot/ask-back.ts';
import { everyCommand } from '../../bot/commands/index.ts';
import type { Invocation } from '../../bot/invocation.ts';
import { invoke } from '../../bot/invoke.ts';
import { type Actor, ROLES, type Role } from '../../core/actor.ts';
import type { Core } from '../../core/context.ts';
import { type Database, openDatabase } from '../../core/db/database.ts';
import { DomainError } from '../../core/errors.ts';
import { nameKeys } from '../../core/names/index.ts';
import { ACTIONS, type Action, type Relation } from '../../core/permissions/matrix/rule.ts';
import { ABOUT_NOTHING, MATRIX, SALES } from '../../core/permissions/matrix.ts';
import { work } from '../../core/work.ts';
import { sample } from '../support/breadth.ts';
import { ORG } from '../support/company.ts';
import { createTestDatabase } from '../support/database.ts';
import { type Member, openCast, type Standing } from '../support/matrix-cast.ts';
import { matrixPage } from '../support/matrix-page.ts';
import { type Making, SAMPLES } from '../support/matrix-samples.ts';

const declared = [
  ...Object.values(MATRIX).flatMap((entity) =>
    ACTIONS.flatMap((action) => Object.entries(entity[action]?.commands ?? {})),
  ),
  ...Object.entries(ABOUT_NOTHING),
];

describe('the matrix', () => {
  it('names every command once, with the roles that its declaration allows (R84, R85)', () => {
    const named = declared.map(([name, roles]) => `${name}: ${[...roles].sort().join(' ')}`).sort();
    expect(named).toEqual(
      everyCommand()
        .map(({ name, allow }) => `${name}: ${[...allow].sort().join(' ')}`)
        .sort(),
    );
  });

  it('is what the documentation shows', async () => {
    await expect(matrixPage()).toMatchFileSnapshot('../../docs/permission-matrix.md');
  });
});

type Tried = {
  /** The field that says which record, and the table that record is of. */
  field: string;
  table: string;
  extra?: (row: Making) => Record<string, unknown>;
  /** What of it has to be so, past every policy, and is taken back after; nothing where it is left out. */
  given?: { set: string; back: string };
  /** Where no name can be typed. */
  ways?: readonly Invocation['via'][];
  /** Where what is done is more than the row's own fence knows of. */
  only?: readonly Relation[];
  /** Judged by another line of the matrix than its own. */
  as?: Cell;
  /** Another line that must say so too. */
  needs?: Cell;
};

type Cell = { table: string; action: Action };

const BY_ID = ['button', 'form'] as const;

const CUSTOMER = { field: 'customer', table: 'customers' };
const OPPORTUNITY = { field: 'opportunity', table: 'opportunities' };
const LEAD = { field: 'lead', table: 'leads' };
const PARTY = { field: 'party', table: 'leads' };
const CONTACT = { field: 'contact', table: 'contacts' };
const TASK = { field: 'task', table: 'tasks' };
const REQUEST = { field: 'request', table: 'approval_requests' };
const TICKET = { field: 'ticket', table: 'service_tickets' };
const OBJECT = { field: 'object', table: 'objects' };
const DOCUMENT = { field: 'document', table: 'sales_documents' };
const INVOICE = { field: 'invoice', table: 'invoices' };
const PAYMENT = { field: 'payment', table: 'payments', ways: BY_ID };
const SEGMENT = { field: 'segment', table: 'segments' };
const STEP = { ...REQUEST, table: 'approval_steps', extra: ({ id, request }: Making) => ({ request, step: id }) };

/** One of the public pool, which every seller may work on, is the same as any he may work on himself. */
const POOLED = '00000000-0000-7000-8000-0000000000aa';
const TWICE = {
  ...CUSTOMER,
  // What one is merely let into is not one's own to merge: as with the words it is found under.
  as: { table: 'name_keys', action: 'change' } as const,
  extra: () => ({ other: POOLED }),
};

/** Whoever is on file twice at a customer, under an id of that customer's. */
const twiceAt = (customer: string) => customer.replace(/^.{8}/u, 'aaaaaaaa');

/** Every command about one record; a new one is tried here, or named below as being about none in particular. */
const TRIED: Readonly<Record<string, Tried>> = {
  'customer.show': CUSTOMER,
  'tag.suggest': CUSTOMER,
  'customer.change': { ...CUSTOMER, extra: () => ({ industry: 'x' }) },
  'customer.change-anyway': { ...CUSTOMER, extra: () => ({ industry: 'x', reason: 'x' }) },
  // To himself here; what one is merely let into is not one's own to give.
  'customer.give': {
    ...CUSTOMER,
    only: ['team', 'other', 'pool', 'granted'],
    as: { table: 'name_keys', action: 'change' },
    extra: () => ({ owner: '我' }),
  },
  'follow-up.log': { ...CUSTOMER, extra: () => ({ note: 'x' }) },
  'conversation.archive': { ...CUSTOMER, extra: () => ({ summary: 'x', words: 'x' }) },
  // Only his own: a leader who may correct the row itself has no words for it.
  'follow-up.change': {
    field: 'followUp',
    table: 'follow_ups',
    ways: BY_ID,
    only: ['own'],
    extra: () => ({ mood: 'fair' }),
  },
  'visit.check-in': { ...CUSTOMER, field: 'party' },
  'visit.place': {
    field: 'followUp',
    table: 'follow_ups',
    ways: BY_ID,
    only: ['own'],
    extra: () => ({ address: 'x' }),
  },
  'visit.part': { field: 'followUp', table: 'follow_ups', ways: BY_ID, only: ['own'] },
  'visit.keep-place': {
    field: 'followUp',
    table: 'follow_ups',
    ways: BY_ID,
    as: { table: 'customers', action: 'change' },
  },
  // Whoever sees a customer opens an opportunity of his own with it.
  'opportunity.open': { ...CUSTOMER, extra: () => ({ name: 'x' }), as: { table: 'customers', action: 'see' } },
  'lead.show': LEAD,
  'lead.change': { ...LEAD, extra: () => ({ industry: 'x' }) },
  'lead.change-anyway': { ...LEAD, extra: () => ({ industry: 'x', reason: 'x' }) },
  'lead.outcome': { ...LEAD, extra: () => ({ outcome: 'interested', claim: 'yes' }) },
  'lead.log': { ...LEAD, extra: () => ({ note: 'x' }) },
  'lead.enquiry': LEAD,
  // To himself here; his own he has already.
  'lead.assign': { ...LEAD, only: ['team', 'other', 'pool', 'granted'], extra: () => ({ owner: '我' }) },
  'lead.assign-several': {
    ...LEAD,
    field: 'leads',
    only: ['team', 'other', 'pool', 'granted'],
    extra: () => ({ owner: '我' }),
  },
  'pool.claim': { ...PARTY, only: ['pool'] },
  'pool.release': { ...PARTY, only: ['own', 'team', 'other', 'granted'], extra: () => ({ reason: 'no_need' }) },
  'tag.add': { ...PARTY, extra: () => ({ tags: 'x' }) },
  'tag.remove': { ...PARTY, extra: () => ({ tags: '高意向' }) },
  'duplicate.merge': { ...PARTY, extra: () => ({ note: 'x' }) },
  // The customer made of a lead is the lead's owner's, to whom somebody merely entrusted with the lead may give nothing.
  'lead.convert': { ...LEAD, extra: () => ({ region: '上海' }), needs: { table: 'customers', action: 'create' } },
  'opportunity.show': OPPORTUNITY,
  'opportunity.change': { ...OPPORTUNITY, extra: () => ({ name: 'x' }) },
  // To himself here; whoever is let into it gives it to nobody.
  'opportunity.give': {
    ...OPPORTUNITY,
    only: ['team', 'other', 'granted'],
    as: { table: 'opportunity_members', action: 'change' },
    extra: () => ({ owner: '我' }),
  },
  'opportunity.advance': OPPORTUNITY,
  'opportunity.reopen': { ...OPPORTUNITY, given: { set: "stage_key = 'lost'", back: "stage_key = 'contact'" } },
  'opportunity.complete': { ...OPPORTUNITY, ways: BY_ID, extra: () => ({ stage: 'needs', nextStep: 'x' }) },
  'opportunity.product': { ...OPPORTUNITY, extra: () => ({ product: 'P-0', quantity: '3' }) },
  'opportunity.competitor': { ...OPPORTUNITY, extra: () => ({ name: 'x' }) },
  'opportunity.contact': { ...OPPORTUNITY, extra: () => ({ contact: '新人', role: 'champion' }) },
  'opportunity.member': { ...OPPORTUNITY, extra: () => ({ person: '协作同事', share: '10' }) },
  'opportunity.discount': { ...OPPORTUNITY, extra: () => ({ percent: '1%' }) },
  'task.show': TASK,
  'task.change': { ...TASK, extra: () => ({ title: 'x' }) },
  'task.done': TASK,
  'task.cancel': TASK,
  'task.snooze': { ...TASK, extra: () => ({ until: '1h' }) },
  'contact.show': CONTACT,
  'contact.change': { ...CONTACT, extra: () => ({ title: 'x' }) },
  'contact.left': { ...CONTACT, extra: () => ({ on: '2026-05-06' }) },
  'contact.back': { ...CONTACT, ways: BY_ID, given: { set: "left_on = '2026-05-06'", back: 'left_on = NULL' } },
  'contact.merge': { ...CONTACT, extra: ({ customer }) => ({ other: twiceAt(customer), name: 'first' }) },
  'contact.remove': CONTACT,
  'contact.set': { ...CUSTOMER, extra: () => ({ person: 'x' }) },
  'customer.tier': { ...CUSTOMER, extra: () => ({ tier: 'A', reason: 'x' }) },
  'customer.tier-lift': CUSTOMER,
  'customer.merge': TWICE,
  'customer.merge-now': { ...TWICE, ways: BY_ID },
  'touch.add': { ...CUSTOMER, field: 'party', extra: () => ({ what: 'x' }) },
  'milestone.add': { ...CUSTOMER, extra: () => ({ name: 'x' }) },
  // One that nobody had planned is put there done.
  'milestone.done': { ...CUSTOMER, extra: () => ({ name: 'x' }), as: { table: 'milestones', action: 'create' } },
  'milestone.change': { field: 'milestone', table: 'milestones', ways: BY_ID, extra: () => ({ remark: 'x' }) },
  'milestone.remove': { field: 'milestone', table: 'milestones', ways: BY_ID },
  'touch.change': { field: 'touch', table: 'touches', ways: BY_ID, extra: () => ({ what: 'y' }) },
  'touch.remove': { field: 'touch', table: 'touches', ways: BY_ID },
  'ticket.open': { ...CUSTOMER, extra: () => ({ title: 'x' }) },
  'ticket.show': TICKET,
  'ticket.change': { ...TICKET, extra: () => ({ priority: 'high' }) },
  'ticket.close': TICKET,
  'ticket.reopen': {
    ...TICKET,
    ways: BY_ID,
    given: { set: 'closed_at = parley_now(), closed_by = opened_by', back: 'closed_at = NULL, closed_by = NULL' },
  },
  'quote.add': { ...CUSTOMER, extra: () => ({ amount: '1' }) },
  'contract.add': { ...CUSTOMER, extra: () => ({ amount: '1' }) },
  'order.add': { ...CUSTOMER, extra: () => ({ amount: '1' }) },
  'document.show': DOCUMENT,
  'document.change': { ...DOCUMENT, extra: () => ({ amount: '2' }) },
  'document.void': { ...DOCUMENT, extra: () => ({ reason: 'x' }) },
  'invoice.add': { ...CUSTOMER, extra: () => ({ amount: '1', due: '2026-12-31' }) },
  'invoice.show': INVOICE,
  'invoice.change': { ...INVOICE, extra: () => ({ amount: '2' }) },
  'invoice.void': { ...INVOICE, extra: () => ({ reason: 'x' }) },
  'payment.add': { ...CUSTOMER, extra: () => ({ amount: '1' }) },
  'payment.show': PAYMENT,
  'payment.change': { ...PAYMENT, extra: () => ({ amount: '2' }) },
  'payment.void': { ...PAYMENT, extra: () => ({ reason: 'x' }) },
  // One is there already.
  'credit.set': { ...CUSTOMER, extra: () => ({ limit: '2' }) },
  'credit.lift': CUSTOMER,
  'object.add': { ...CUSTOMER, extra: () => ({ type: 'vehicle', name: 'x' }) },
  'object.show': OBJECT,
  'object.change': { ...OBJECT, extra: () => ({ name: 'x' }) },
  'object.remove': OBJECT,
  'segment.open': SEGMENT,
  'segment.change': { ...SEGMENT, extra: () => ({ name: 'x' }) },
  'segment.remove': SEGMENT,
  'report.show': { field: 'report', table: 'reports', ways: BY_ID },
  'report.comment': {
    field: 'report',
    table: 'report_comments',
    ways: BY_ID,
    extra: ({ report }) => ({ report, text: 'x' }),
  },
  'approval.show': REQUEST,
  'approval.withdraw': { ...REQUEST, only: ['own'] },
  'approval.approve': STEP,
  'approval.reject': { ...STEP, extra: (row) => ({ ...STEP.extra(row), comment: 'x' }) },
};
const ABOUT_NONE = [
  'file.add', // its file comes by itself, and with it the row
  'file.list',
  'report.daily', // of himself
  'report.weekly',
  'report.list',
  'ticket.list',
  'object.list',
  'invoice.list',
  'approval.list',
  'approval.mine',
  'contact.find',
  'customer.add',
  'customer.add-anyway',
  'customer.doubles',
  'customer.find',
  'record.find',
  'follow-up.list',
  'conversation.show',
  'follow-up.unread', // says what was not understood
  'visit.list', // his own and those of whom he leads
  'lead.add',
  'lead.add-anyway',
  'lead.list',
  'lead.fairness',
  'opportunity.list',
  'pool.list',
  'opportunity.stuck',
  'pipeline.show',
  'board.show',
  'question.ask',
  'summary.show',
  'approval.turnDown', // asks which one
  'tag.find',
  'segment.list',
  'segment.save',
  'call-list.next', // of the list; whom it is about, the list says
  'call-list.called',
  'call-list.skip',
  'call-list.later',
  'duplicate.ask',
  'task.add',
  'task.list',
  'team.today',
  'today.show',
];

let database: Database;
let drop: () => Promise<void>;
let cast: Map<Role, { member: Member; rows: Standing }>;

beforeAll(async () => {
  const created = await createTestDatabase();
  drop = created.drop;
  database = openDatabase({ url: created.url, connections: 4 });
  cast = await openCast(database);
  await database.pool.query(
    `INSERT INTO customers (id, name, name_key, created_by) SELECT '${POOLED}', '公海客户', '公海客户', id FROM users LIMIT 1`,
  );
  const { rows } = await database.pool.query<{ id: string; name: string }>('SELECT id, name FROM customers');
  await database.pool.query(
    'INSERT INTO contacts (id, customer_id, name) SELECT twice, customer, name FROM unnest($1::uuid[], $2::uuid[], $3::text[]) t (twice, customer, name)',
    [rows.map(({ id }) => twiceAt(id)), rows.map(({ id }) => id), rows.map(({ name }) => `重复${name}`)],
  );
  for (const { id, name } of rows) {
    await database.pool.query(
      `INSERT INTO name_keys (id, key, entity, record_id) SELECT gen_random_uuid(), k, 'customer', $1 FROM unnest($2::text[]) k`,
      [id, nameKeys(name)],
    );
  }
});
afterAll(async () => {
  await database.close();
  await drop();
});

class Enough extends Error {}

/** Whether it is done for him, or shown to him; nothing of it stays. */
async function isDone(member: Member, run: (core: Core) => Promise<boolean>): Promise<boolean> {
  const actor: Actor = { userId: member.me, name: '我', roles: [member.role], locale: 'zh', timeZone: 'Asia/Shanghai' };
  let done = false;
  await work(database, { actor, org: ORG, origin: { via: 'words' } }, async (core) => {
    done = await run(core);
    await core.flush();
    throw new Enough();
  }).catch((error: unknown) => {
    // What is of the pool is asked to be claimed first, by whoever may work on the other (bot/pool-doors.test.ts).
    done = error instanceof AskBack || (done && error instanceof Enough);
    if (!(error instanceof AskBack || error instanceof Enough || error instanceof DomainError)) throw error;
  });
  return done;
}

const PREFIX: Readonly<Record<string, string>> = {
  customers: '公司',
  leads: '线索',
  opportunities: '商机',
  tasks: '任务',
  contacts: '联系人',
};

/** By a button or a form with the record's id, or by its name, typed or said. */
async function tries(command: string, row: Making, via: Invocation['via'], tried: Tried, core: Core): Promise<boolean> {
  const prefix = PREFIX[tried.table];
  const isNamed = via === 'words' || via === 'language';
  const record = isNamed && prefix ? `${prefix}${row.id}` : row.id;
  const input = { [tried.field]: record, ...tried.extra?.(row) };
  const reply = await invoke(core, [{ command, input, via }]);
  if (reply.kind === 'form' && via === 'language' && reply.card.body.some(({ type }) => type === 'form')) {
    await invoke(core, [{ command, input, via: 'form' }]); // what was understood is confirmed
  }
  const isRead = everyCommand().some(({ name, effect }) => name === command && effect === 'read');
  // Its card has buttons for it, or speaks of what it is about.
  const shown = JSON.stringify(reply, (_, value) => (typeof value === 'bigint' ? 0 : value));
  return isRead ? [`"${row.id}"`, row.asked].some((id) => shown.includes(id)) : core.change.hasRows;
}

const isLet = ({ table, action }: Cell, role: Role, relation: Relation) =>
  MATRIX[table]?.[action]?.rows?.[relation]?.includes(role) ?? false;

/** The line a command stands in. */
function cellOf(command: string): Cell {
  const cells = Object.entries(MATRIX).flatMap(([table, entity]) =>
    ACTIONS.flatMap((action) => (command in (entity[action]?.commands ?? {}) ? [{ table, action }] : [])),
  );
  if (!cells[0]) throw new Error(`no line for ${command}`);
  return cells[0];
}

function isMeant(command: string, { as, needs, only }: Tried, role: Role, relation: Relation): boolean {
  const mayAsk = declared.some(([name, roles]) => name === command && roles.includes(role));
  return (
    mayAsk &&
    isLet(as ?? cellOf(command), role, relation) &&
    (!needs || isLet(needs, role, relation)) &&
    (only?.includes(relation) ?? true)
  );
}

describe('the gate', () => {
  it('is tried with every command about a record', () => {
    const sales = Object.values(SALES).flatMap((entity) =>
      ACTIONS.flatMap((action) => Object.keys(entity[action]?.commands ?? {})),
    );
    expect([...Object.keys(TRIED), ...ABOUT_NONE].sort()).toEqual(sales.sort());
  });

  it.each(Object.entries(TRIED))(
    'lets through for %s what the matrix says, by every path (R84, R104)',
    async (command, tried) => {
      const relations = SAMPLES[tried.table]?.relations ?? [];
      const all = ROLES.flatMap((role) => relations.map((relation) => ({ role, relation })));
      const isLetThrough = ({ role, relation }: (typeof all)[number]) => isMeant(command, tried, role, relation);
      const at = Object.keys(TRIED).indexOf(command);
      // Apart, so that a quick run too shows of every command that somebody is let through and somebody is not.
      const cases = [all.filter(isLetThrough), all.filter((each) => !isLetThrough(each))].flatMap((part) =>
        sample(part, 12, at % Math.min(12, part.length || 1)),
      );
      expect([cases.some(isLetThrough), cases.every(isLetThrough)]).toEqual([
        all.some(isLetThrough),
        all.every(isLetThrough),
      ]);
      const wrong: string[] = [];
      if (tried.given) await database.pool.query(`UPDATE ${tried.table} SET ${tried.given.set}`);
      for (const { role, relation } of cases) {
        wrong.push(...(await wrongWays(command, tried, role, relation)));
      }
      if (tried.given) await database.pool.query(`UPDATE ${tried.table} SET ${tried.given.back}`);
      expect(wrong).toEqual([]);
    },
  );
});

/** By id whatever the relation; by its name what is nearest and what is farthest. */
function waysTo({ table, ways }: Tried, relation: Relation): readonly Invocation['via'][] {
  if (ways) return ways;
  const isFoundByName = table in PREFIX && (relation === 'own' || relation === 'other');
  return isFoundByName ? ['button', 'form', 'words', 'language'] : BY_ID;
}

async function wrongWays(command: string, tried: Tried, role: Role, relation: Relation): Promise<string[]> {
  const { member, rows } = cast.get(role) ?? {};
  const row = rows?.[tried.table]?.[relation];
  if (!member || !row) throw new Error(`no ${relation} row of ${tried.table}`);
  const meant = isMeant(command, tried, role, relation);
  const wrong: string[] = [];
  for (const via of waysTo(tried, relation)) {
    const done = await isDone(member, (core) => tries(command, row, via, tried, core));
    // Of somebody else's record the name alone may say nothing, also to whoever could open it from a card.
    const isNarrower = !done && relation === 'other' && (via === 'words' || via === 'language');
    if (done !== meant && !isNarrower) wrong.push(`${via} as ${role}, ${relation}: ${done ? 'done' : 'refused'}`);
  }
  return wrong;
}
