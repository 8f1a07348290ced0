import type { Company, PersonKey } from './company.ts';
import { seeded } from './seeded.ts';

/** Rows as a test counts them by hand. */
export type Deal = {
  id: string;
  owner: PersonKey;
  customer: string;
  stage: string;
  amount: bigint | null;
  currency: string;
  closeOn: string | null;
  /** Days before today. */
  createdAgo: number;
  sinceAgo: number;
  reason: string | null;
};
export type Account = {
  id: string;
  owner: PersonKey | null;
  region: string | null;
  industry: string | null;
  source: string | null;
  createdAgo: number;
  contacts: number;
};
export type Note = { id: string; author: PersonKey; customer: string; kind: string; ago: number };

export type Book = { deals: Deal[]; accounts: Account[]; notes: Note[] };

const SELLERS = ['li', 'han', 'zhang', 'jim', 'tom', 'wang'] as const satisfies readonly PersonKey[];
const STAGES = ['contact', 'needs', 'proposal', 'negotiation', 'won', 'lost'];
const KINDS = ['visit', 'call', 'meeting', 'message', 'email', 'note'];

const id = (kind: number, number: number) =>
  `00000000-0000-7000-8${String(kind).padStart(3, '0')}-${String(number).padStart(12, '0')}`;

/** A book of business of some hundred rows, the same every time, dated back from `today` at noon in Shanghai. */
export async function fillBook(company: Company, today: string): Promise<Book> {
  const random = seeded(20_260_513);
  const pick = <Each>(from: readonly [Each, ...Each[]] | readonly Each[]): Each => {
    const each = from[Math.floor(random() * from.length)];
    if (each === undefined) {
      throw new Error('nothing to pick from');
    }
    return each;
  };
  const ago = (most: number) => Math.floor(random() * most);
  const accounts = Array.from({ length: 60 }, (_, at): Account => {
    return {
      id: id(1, at),
      owner: random() < 0.1 ? null : pick(SELLERS),
      region: pick(['华东', '华北', 'Berlin', null]),
      industry: pick(['制造业', '零售', 'Software', null]),
      // Of its own order, so that what is picked after it stays as it was.
      source: at % 3 === 0 ? null : at % 3 === 1 ? 'website' : 'referral',
      createdAgo: 30 + ago(300),
      contacts: ago(3),
    };
  });
  const deals = Array.from({ length: 150 }, (_, at): Deal => {
    const stage = pick(STAGES);
    const createdAgo = ago(300);
    const customer = pick(accounts);
    return {
      id: id(2, at),
      owner: customer.owner && random() < 0.8 ? customer.owner : pick(SELLERS),
      customer: customer.id,
      stage,
      amount: random() < 0.1 ? null : BigInt(Math.floor(random() * 1_000_000)) * 100n,
      currency: random() < 0.2 ? 'USD' : 'CNY',
      closeOn: random() < 0.1 ? null : dayAgo(today, ago(240) - 120),
      createdAgo,
      sinceAgo: ago(createdAgo + 1),
      reason: stage === 'lost' ? pick(['价格', '预算', null]) : null,
    };
  });
  const notes = Array.from({ length: 200 }, (_, at): Note => {
    const customer = pick(accounts);
    return {
      id: id(3, at),
      author: customer.owner ?? pick(SELLERS),
      customer: customer.id,
      kind: pick(KINDS),
      ago: ago(200),
    };
  });
  await write(company, today, { accounts, deals, notes });
  return { accounts, deals, notes };
}

export function dayAgo(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

async function write(company: Company, today: string, { accounts, deals, notes }: Book): Promise<void> {
  const { pool } = company.database;
  const user = (key: PersonKey) => company.actor(key).userId;
  const noon = (days: number) => `${dayAgo(today, days)}T04:00:00Z`;
  const insert = async (table: string, columns: string, rows: unknown[][]) => {
    const row = (_: unknown, at: number) =>
      `(${columns.split(',').map((__, c) => `$${at * columns.split(',').length + c + 1}`)})`;
    for (let from = 0; from < rows.length; from += 50) {
      const part = rows.slice(from, from + 50);
      await pool.query(`INSERT INTO ${table} (${columns}) VALUES ${part.map(row).join(',')}`, part.flat());
    }
  };
  await insert(
    'customers',
    'id,name,name_key,owner_id,region,industry,source_key,created_by,created_at',
    accounts.map(({ id: own, owner, region, industry, source, createdAgo }, at) => [
      own,
      `客户${at}`,
      `客户${at}`,
      owner && user(owner),
      region,
      industry,
      source,
      user(owner ?? 'li'),
      noon(createdAgo),
    ]),
  );
  await insert(
    'contacts',
    'id,customer_id,name,created_at',
    accounts.flatMap(({ id: customer, contacts }, at) =>
      Array.from({ length: contacts }, (_, k) => [id(4, at * 10 + k), customer, `联系人${at}-${k}`, noon(20)]),
    ),
  );
  await insert(
    'opportunities',
    'id,customer_id,name,owner_id,stage_key,stage_since,amount,currency,close_on,lost_reason,created_by,created_at',
    deals.map((deal, at) => [
      deal.id,
      deal.customer,
      `商机${at}`,
      user(deal.owner),
      deal.stage,
      noon(deal.sinceAgo),
      deal.amount,
      deal.currency,
      deal.closeOn,
      deal.reason,
      user(deal.owner),
      noon(deal.createdAgo),
    ]),
  );
  await insert(
    'follow_ups',
    'id,customer_id,author_id,kind,note,happened_on,created_at',
    notes.map(({ id: own, author, customer, kind, ago }) => [
      own,
      customer,
      user(author),
      kind,
      'x',
      dayAgo(today, ago),
      noon(ago),
    ]),
  );
}
