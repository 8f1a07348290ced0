import { hasRole } from '../actor.ts';
import type { Core } from '../context.ts';
import { type Day, instantOf } from '../days.ts';
import { DomainError } from '../errors.ts';
import type { Felt, FollowUpKind } from '../follow-ups/follow-up.ts';
import { IS_MENDED } from '../journal/find-touches.ts';
import type { TouchKind } from '../journal/touch.ts';
import { ownedInSight } from '../people/in-sight.ts';
import { productsOf } from '../products/several-products.ts';
import { TAG_NOW, tagsOf } from '../tags/tags-of.ts';
import type { Text } from '../text.ts';
import type { CheckIn } from '../visits/visit.ts';
import { OTHER_SOURCE } from './find-sources.ts';
import { IS_OPEN, type LeadStatus } from './lead.ts';
import { answeredSince, DUE, DUE_AT, IS_UNANSWERED, SINCE } from './response.ts';

export type LeadLine = {
  id: string;
  contact: string;
  company: string | null;
  phone: string | null;
  email: string | null;
  /** Its source's name, or the words it was given in. */
  source: Text | null;
  sourceKey: string | null;
  note: string | null;
  region: string | null;
  industry: string | null;
  /** What of the price list they ask for, by name. */
  products: { id: string; name: Text }[];
  status: LeadStatus;
  ownerId: string | null;
  ownerName: string | null;
  /** Why whoever was given it was the one (R5). */
  givenWhy: Text | null;
  createdAt: Date;
  /** Minutes until it is to be answered, below zero once that has passed; null where nothing waits (R6). */
  minutesLeft: number | null;
  /** They asked again and nobody has answered yet (R3). */
  hasEnquiry: boolean;
  nextTouchOn: Day | null;
  tags: Text[];
  /** What is on file and not shown to the actor in full. */
  unseen: string[];
  version: number;
};

/** What one lead's card shows beside its line. */
export type LeadDetail = LeadLine & {
  createdBy: string;
  /** Since when its owner has had it. */
  heldSince: Date;
  dropReason: string | null;
  outcome: Text | null;
  customerId: string | null;
  firstResponseAt: Date | null;
  /** When whoever answers or has answered it got it (R6). */
  since: Date;
  /** The call list on which the actor has him in hand. */
  calls: string | null;
  followUps: (Felt & {
    kind: FollowUpKind;
    note: string | null;
    happenedOn: Day;
    /** Null where it was no check-in, or the actor may not see where it was. */
    checkIn: CheckIn | null;
    authorName: string;
  })[];
  enquiries: { at: Date; source: Text | null; note: string | null }[];
  /** What they did on the site, in the shop, with a mail: the latest (R18). */
  touches: { id: string; kind: TouchKind; what: string; at: string; source: string; isMine: boolean }[];
};

const nameOf = (words: string, origin: string) => `CASE WHEN ${origin}.key IS NULL AND ${words} IS NULL THEN NULL
  WHEN ${origin}.key = '${OTHER_SOURCE}' OR ${origin}.key IS NULL THEN json_build_object('zh', coalesce(${words}, ${origin}.name_zh), 'en', coalesce(${words}, ${origin}.name_en))
  ELSE json_build_object('zh', ${origin}.name_zh, 'en', ${origin}.name_en) END`;

/** Lead `l` asked again and nobody has answered since (R3). */
export const HAS_ENQUIRY = `(l.last_enquiry_at IS NOT NULL AND (l.last_touch_at IS NULL OR l.last_touch_at < l.last_enquiry_at))`;

/** Lead `l` waits for an answer: for the first one, or because they asked again. */
export const WAITS = `(l.status ${IS_OPEN} AND ((${IS_UNANSWERED}) OR ${HAS_ENQUIRY}))`;

const COLUMNS = `l.id, l.contact_name AS contact, l.company, l.phone, l.email, ${nameOf('l.source', 's')} AS source, l.source_key AS "sourceKey", l.note, l.region, l.industry, ${productsOf('l.product_ids')} AS products, l.status, l.version, l.unseen,
    l.owner_id AS "ownerId", u.name AS "ownerName",
    CASE WHEN l.given_en IS NOT NULL THEN json_build_object('en', l.given_en, 'zh', l.given_zh) END AS "givenWhy", l.created_at AS "createdAt",
    floor(extract(epoch FROM ${DUE} - (SELECT parley_now())) / 60)::int AS "minutesLeft", ${HAS_ENQUIRY} AS "hasEnquiry", l.next_touch_on AS "nextTouchOn",
    ${tagsOf('g.lead_id = l.id')} AS tags`;
const FROM =
  'FROM seen.leads l LEFT JOIN users u ON u.id = l.owner_id LEFT JOIN lead_sources s ON s.key = l.source_key';
const LINE = `SELECT ${COLUMNS} ${FROM}`;

/** Whoever asked again first, then by what the source is worth, then who has waited longest (R2, R3). */
const ORDER = `ORDER BY ${HAS_ENQUIRY} DESC, coalesce(s.priority, 2), coalesce(l.last_enquiry_at, l.created_at), l.id`;

export type LeadFilter = {
  /**
   * His own, those of nobody, those of everybody he sees that are to be answered and were not in time, all he sees, of
   * these those that are somebody's, or of his own those to be followed up by a day.
   */
  which?: 'mine' | 'pool' | 'late' | 'all' | 'team' | 'due';
  /** Whose they are instead of his own, and of the others those of this one alone. */
  owner?: string | undefined;
  /** The last day on which those that are due are to be followed up; today when left out. */
  until?: Day | undefined;
  /** An open status; all of them when left out. */
  status?: LeadStatus | undefined;
  /** A source's key. */
  source?: string | undefined;
  /** A tag's id. */
  tag?: string | undefined;
  /** Half-open days: those that came then; of the late those that were to be answered then, however late they were. */
  during?: { from: Day | null; to: Day | null } | undefined;
  limit?: number;
  offset?: number;
};

/** To be answered, to be touched again by a day, or with something planned by then. */
const IS_DUE = (day: string) => `(${WAITS} OR l.next_touch_on <= ${day}
  OR EXISTS (SELECT FROM tasks p WHERE p.lead_id = l.id AND p.owner_id = l.owner_id AND p.done_at IS NULL AND p.due_on <= ${day}))`;

const WHICH = {
  mine: 'l.owner_id = $1',
  due: `l.owner_id = $1 AND ${IS_DUE('$10::date')}`,
  team: `${ownedInSight('l')} AND $1::uuid IS NOT NULL`,
  pool: 'l.owner_id IS NULL AND $1::uuid IS NOT NULL',
  all: `(${ownedInSight('l')} OR l.owner_id IS NULL) AND $1::uuid IS NOT NULL`,
  everybody: '$1::uuid IS NOT NULL',
  late: `${IS_UNANSWERED} AND ${DUE} < (SELECT parley_now()) AND $1::uuid IS NOT NULL`,
} as const;
const WAS_LATE = `$1::uuid IS NOT NULL AND l.owner_id IS NOT NULL
  AND ${DUE_AT} < least((SELECT parley_now()), coalesce(l.first_response_at, (SELECT parley_now())))`;

/** Of whom every lead may be seen anyway. */
const SEES_EVERYBODY = ['marketing', 'executive', 'admin', 'finance'] as const;

/** The actor's own open leads, the public pool, or what is late, in the order they want an answer. */
export async function findLeads(
  core: Core,
  { which = 'mine', owner, until = core.today, status, source, tag, during, limit = 10, offset = 0 }: LeadFilter = {},
): Promise<LeadLine[]> {
  const wasLate = during !== undefined && which === 'late';
  const whose = which === 'all' && hasRole(core.actor, SEES_EVERYBODY) ? 'everybody' : which;
  const isOfOne = which === 'mine' || which === 'due';
  const instant = (day: Day | null | undefined) => (day ? instantOf(day, '00:00', core.actor.timeZone) : null);
  return core.sql<LeadLine>({
    name: wasLate ? 'leads-were-late' : `leads-${whose}`,
    text: `${LINE} WHERE ${wasLate ? WAS_LATE : `${WHICH[whose]} AND l.status ${IS_OPEN}`}
             AND ($6::timestamptz IS NULL OR ${wasLate ? DUE_AT : 'l.created_at'} >= $6) AND ($7::timestamptz IS NULL OR ${wasLate ? DUE_AT : 'l.created_at'} < $7)
             AND ($9::uuid IS NULL OR l.owner_id = $9) AND ($10::date IS NOT NULL)
             AND ($3::text IS NULL OR l.status = $3) AND ($4::text IS NULL OR l.source_key = $4)
             AND ($5::uuid IS NULL OR EXISTS (SELECT FROM taggings g ${TAG_NOW} WHERE g.lead_id = l.id AND t.id = $5))
           ${ORDER} LIMIT $2 OFFSET $8`,
    values: [
      isOfOne ? (owner ?? core.actor.userId) : core.actor.userId,
      limit,
      status ?? null,
      source ?? null,
      tag ?? null,
      instant(during?.from),
      instant(during?.to),
      offset,
      isOfOne ? null : (owner ?? null),
      until,
    ],
  });
}

/** Open leads whose person or company is named so, among those the actor may see. */
export async function searchLeads(
  core: Core,
  { words, limit = 8 }: { words: string; limit?: number },
): Promise<LeadLine[]> {
  return core.sql<LeadLine>({
    name: 'leads-search',
    text: `${LINE} WHERE (l.owner_id = ANY ((SELECT parley_visible())::uuid[]) OR l.owner_id IS NULL) AND l.status ${IS_OPEN}
             AND position(lower($1) IN lower(l.contact_name || ' ' || coalesce(l.company, ''))) > 0
           ORDER BY l.created_at DESC LIMIT $2`,
    values: [words, limit],
  });
}

/** Those that were given together and are still whose they became. */
export async function findGiven(core: Core, taskIds: readonly string[]): Promise<LeadLine[]> {
  return core.sql<LeadLine>({
    name: 'leads-given',
    text: `${LINE} JOIN tasks g ON g.lead_id = l.id WHERE g.id = ANY ($1) AND l.owner_id = $2 AND l.status ${IS_OPEN} ${ORDER}`,
    values: [taskIds, core.actor.userId],
  });
}

/** These leads, in the order they were named. Throws not_found where one of them is nothing the actor sees. */
export async function getLeads(core: Core, ids: readonly string[]): Promise<LeadLine[]> {
  const leads = await core.sql<LeadLine>({ name: 'leads-by-id', text: `${LINE} WHERE l.id = ANY ($1)`, values: [ids] });
  const byId = new Map(leads.map((lead) => [lead.id, lead]));
  return [...new Set(ids)].map((id) => {
    const lead = byId.get(id);
    if (!lead) {
      throw new DomainError('not_found', `lead ${id}`);
    }
    return lead;
  });
}

type Stored = Omit<LeadDetail, 'enquiries'> & { enquiries: { at: string; source: Text | null; note: string | null }[] };

/** One lead with what has happened with it. Throws not_found. */
export async function getLead(core: Core, id: string): Promise<LeadDetail> {
  const [lead] = await core.sql<Stored>({
    name: 'lead',
    text: `SELECT ${COLUMNS}, l.created_by AS "createdBy", ${SINCE} AS "heldSince", l.drop_reason AS "dropReason", l.customer_id AS "customerId", l.first_response_at AS "firstResponseAt", ${answeredSince('l')} AS since,
        (SELECT e.segment_id FROM call_list_entries e WHERE e.lead_id = l.id AND e.person_id = (SELECT parley_actor()) AND e.state = 'claimed'
          ORDER BY e.began_at DESC LIMIT 1) AS calls,
        (SELECT json_build_object('zh', o.name_zh, 'en', o.name_en) FROM lead_outcomes o WHERE o.key = l.outcome_key) AS outcome,
        (SELECT coalesce(json_agg(json_build_object('kind', f.kind, 'note', f.note, 'mood', f.mood, 'outcome', f.outcome, 'happenedOn', f.happened_on, 'checkIn', f.check_in, 'authorName', f.author)
           ORDER BY f.happened_on DESC, f.created_at DESC), '[]')
           FROM (SELECT x.kind, x.note, x.mood, x.outcome, x.happened_on, x.check_in, x.created_at, a.name AS author FROM seen.follow_ups x JOIN users a ON a.id = x.author_id
                  WHERE x.lead_id = l.id ORDER BY x.happened_on DESC, x.created_at DESC LIMIT 3) f) AS "followUps",
        (SELECT coalesce(json_agg(t.row ORDER BY t.occurred_at DESC), '[]') FROM (
            SELECT json_build_object('id', t.id, 'isMine', ${IS_MENDED}, 'kind', t.kind, 'what', t.what, 'at', t.occurred_at, 'source', t.source) AS row, t.occurred_at
              FROM touches t WHERE t.lead_id = l.id ORDER BY t.occurred_at DESC, t.id LIMIT 3) t) AS touches,
        (SELECT coalesce(json_agg(json_build_object('at', e.created_at, 'note', e.note, 'source', e.named) ORDER BY e.created_at DESC), '[]')
           FROM (SELECT q.created_at, q.note, ${nameOf('q.source', 'qs')} AS named FROM seen.enquiries q LEFT JOIN lead_sources qs ON qs.key = q.source_key
                  WHERE q.lead_id = l.id ORDER BY q.created_at DESC LIMIT 10) e) AS enquiries
      ${FROM} WHERE l.id = $1`,
    values: [id],
  });
  if (!lead) {
    throw new DomainError('not_found', `lead ${id}`);
  }
  return { ...lead, enquiries: lead.enquiries.map(({ at, ...enquiry }) => ({ ...enquiry, at: new Date(at) })) };
}
