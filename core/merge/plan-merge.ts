import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import type { HangingTable } from './hanging.ts';

/** What may be chosen, the column it is called by in the database beside it. */
export const MERGE_FIELDS = {
  name: 'name',
  owner: 'owner_id',
  region: 'region',
  industry: 'industry',
  phone: 'phone',
  address: 'address',
  source: 'source_key',
} as const;

export type MergeField = keyof typeof MERGE_FIELDS;

export const MERGE_FIELD_NAMES = Object.keys(MERGE_FIELDS) as MergeField[];

export type Side = { id: string; version: number; isMine: boolean } & Readonly<Record<MergeField, string | null>>;

export type MergePlan = {
  /** The one that was on file first: it stays. */
  survivor: Side;
  duplicate: Side;
  /** Fields in which both say something, and not the same. */
  differing: MergeField[];
  /** What moves from the duplicate. */
  moves: Readonly<Record<HangingTable, number>>;
};

type Outlook = { moves: Record<HangingTable, number> };

/** It has to be taken out of the pool first, within the pool's limits (R10). */
export class InPool extends DomainError {
  readonly customer: { id: string; name: string | null };

  constructor({ id, name }: Side) {
    const say = {
      en: `${name} is in the public pool. Claim it first, then make them one.`,
      zh: `${name}在公海中，请先认领再合并。`,
    };
    super('bad_transition', `customer ${id} is in the pool`, { say });
    this.customer = { id, name };
  }
}

/** What merging two customers would come to. Throws not_found, bad_input for one with itself, forbidden, InPool where that would make one of the pool the actor's (R80). */
export async function planMerge(core: Core, one: string, other: string): Promise<MergePlan> {
  if (one === other) {
    throw new DomainError('bad_input', `customer ${one} with itself`, {
      say: { en: 'Those are one and the same customer already.', zh: '这两个名称是同一个客户，无需合并。' },
    });
  }
  const sides = await core.sql<Side>({
    name: 'merge-sides',
    text: `SELECT c.id, c.version, c.name, coalesce(c.owner_id = $3, false) AS "isMine", (SELECT u.name FROM users u WHERE u.id = c.owner_id) AS owner, c.region, c.industry, c.phone, c.address,
             (SELECT CASE WHEN $2 = 'zh' THEN s.name_zh ELSE s.name_en END FROM lead_sources s WHERE s.key = c.source_key) AS source
             FROM seen.customers c WHERE c.id = ANY ($1::uuid[]) ORDER BY c.created_at, c.id`,
    values: [[one, other], core.actor.locale, core.actor.userId],
  });
  const [survivor, duplicate] = sides;
  if (!survivor || !duplicate) {
    const missing = [one, other].find((id) => sides.every((side) => side.id !== id)) ?? one;
    throw new DomainError('not_found', `customer ${missing}`);
  }
  const [row] = await core.sql<{ outlook: Outlook | null }>({
    name: 'merge-outlook',
    text: 'SELECT parley_merge_outlook($1, $2) AS outlook',
    values: [duplicate.id, survivor.id],
  });
  // What is in the pool comes to somebody by a claim, not by being made one with what is his.
  const [pooled, kept] = survivor.owner === null ? [survivor, duplicate] : [duplicate, survivor];
  if (pooled.owner === null && kept.isMine) {
    throw new InPool(pooled);
  }
  if (!row?.outlook) {
    throw new DomainError('forbidden', `merging ${survivor.id} and ${duplicate.id}`, {
      say: {
        en: 'Both must be customers you may work on. Ask whoever is above both owners.',
        zh: '只有两个客户都由你负责（或由你的下属负责）时才能合并，请联系双方的共同上级。',
      },
    });
  }
  const differing = MERGE_FIELD_NAMES.filter(
    (field) => survivor[field] !== null && duplicate[field] !== null && survivor[field] !== duplicate[field],
  );
  return { survivor, duplicate, differing, moves: row.outlook.moves };
}
