import { lastTouch } from '../digests/idle-since.ts';
import type { Question } from './question.ts';

/** Where one entity's figures come from. SQL here is constant; whatever a person says arrives as a parameter. */
export type Source = {
  from: string;
  /** The record a line of a list opens. */
  id: string;
  name: string;
  /** The day a list is ordered by and shows. */
  day: string;
  owner: string;
  customer?: string;
  /** Civil days: a DATE column, or an instant on the asker's wall clock ($tz). */
  times: Partial<Record<'close' | 'created' | 'due' | 'on', string>>;
  /** The civil day it was won or lost, which is what a question about those means by its days. */
  closedOn?: string;
  /** The civil day on which something last happened. */
  touchedOn?: string;
  statuses: Partial<Record<NonNullable<Question['status']>, string>>;
  groups: Partial<Record<NonNullable<Question['groupBy']>, { key: string; en: string; zh: string; order: string }>>;
  amount?: string;
  weighted?: string;
  currency?: string;
};

const OWNER = { key: 'u.id::text', en: 'u.name', zh: 'u.name', order: 'u.name' };
const STAGE = { key: 's.key', en: 's.name_en', zh: 's.name_zh', order: 's.position' };
const localDay = (column: string) => `(${column} AT TIME ZONE $tz)::date`;

/**
 * Every measure's exact definition: pipeline is Σ amount of open opportunities, forecast is Σ amount × probability, the win
 * rate is won ÷ (won + lost) by the day they were won or lost. Idle is counted as the digest does.
 */
export const CATALOGUE: Readonly<Record<Question['entity'], Source>> = {
  opportunity: {
    from: 'seen.opportunities x JOIN stages s ON s.key = x.stage_key JOIN users u ON u.id = x.owner_id JOIN seen.customers c ON c.id = x.customer_id',
    id: 'x.id',
    day: 'x.close_on',
    name: `CASE WHEN x.name = c.name THEN c.name ELSE c.name || ' · ' || x.name END`,
    owner: 'x.owner_id',
    customer: 'x.customer_id',
    times: { close: 'x.close_on', created: localDay('x.created_at') },
    statuses: {
      open: `s.kind = 'open'`,
      won: `s.kind = 'won'`,
      lost: `s.kind = 'lost'`,
      closed: `s.kind <> 'open'`,
      done: `s.kind = 'won'`,
    },
    closedOn: localDay('x.stage_since'),
    touchedOn: lastTouch('x', '$tz'),
    groups: { owner: OWNER, stage: STAGE },
    amount: 'x.amount',
    weighted: 'x.amount * s.probability / 100',
    currency: 'x.currency',
  },
  lead: {
    from: 'seen.leads x LEFT JOIN users u ON u.id = x.owner_id',
    id: 'x.id',
    day: localDay('x.created_at'),
    name: `x.contact_name || coalesce(' · ' || x.company, '')`,
    owner: 'x.owner_id',
    customer: 'x.customer_id',
    times: { created: localDay('x.created_at') },
    statuses: {
      open: `x.status IN ('new', 'working')`,
      won: `x.status = 'converted'`,
      lost: `x.status = 'dropped'`,
      done: `x.status = 'converted'`,
    },
    groups: { owner: OWNER, source: { key: 'x.source', en: 'x.source', zh: 'x.source', order: 'x.source' } },
  },
  customer: {
    from: 'seen.customers x LEFT JOIN users u ON u.id = x.owner_id',
    id: 'x.id',
    day: localDay('x.created_at'),
    name: 'x.name',
    owner: 'x.owner_id',
    customer: 'x.id',
    times: { created: localDay('x.created_at') },
    statuses: {},
    touchedOn: `coalesce((SELECT max(f.happened_on) FROM seen.follow_ups f WHERE f.customer_id = x.id), ${localDay('x.created_at')})`,
    groups: { owner: OWNER },
  },
  task: {
    from: 'tasks x JOIN users u ON u.id = x.owner_id',
    id: 'x.id',
    day: 'x.due_on',
    name: 'x.title',
    owner: 'x.owner_id',
    customer: 'x.customer_id',
    times: { due: 'x.due_on', created: localDay('x.created_at') },
    statuses: { open: 'x.done_at IS NULL', done: 'x.done_at IS NOT NULL' },
    groups: { owner: OWNER },
  },
  'follow-up': {
    from: 'seen.follow_ups x JOIN users u ON u.id = x.author_id JOIN seen.customers c ON c.id = x.customer_id',
    id: 'x.customer_id',
    day: 'x.happened_on',
    name: `c.name || coalesce(' · ' || left(x.note, 60), '')`,
    owner: 'x.author_id',
    customer: 'x.customer_id',
    times: { on: 'x.happened_on', created: localDay('x.created_at') },
    statuses: {},
    groups: { owner: OWNER },
  },
};
