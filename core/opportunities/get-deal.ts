import type { Role } from '../actor.ts';
import type { DocumentKind, DocumentState } from '../billing/document.ts';
import type { Core } from '../context.ts';
import type { ContactRole } from '../customers/contact-role.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import type { FollowUpKind } from '../follow-ups/follow-up.ts';
import type { Text } from '../text.ts';
import type { Condition, DealFacts } from './condition.ts';
import { LINE, type OpportunityLine, type OpportunityRow, toLine } from './find-opportunities.ts';
import { nextStepOf, type Standing } from './standing.ts';

export type DealProduct = { id: string; name: string; quantity: number; price: bigint | null; currency: string };
/** Newest first; `amount` is null where the reader may not see it. */
export type DealDocument = {
  kind: DocumentKind;
  number: string;
  amount: string | null;
  currency: string;
  state: DocumentState;
};
export type DealMember = { userId: string; name: string; share: number };

/** A discount, or a move to another stage, that was asked for; `since` in ISO 8601. */
export type Waiting = { requestId: string; role: Role | null; since: string } & (
  | { kind: 'discount'; bps: number }
  | { kind: 'stage'; to: Text }
);

/** All there is to say of a deal at one glance (R32). */
export type Deal = OpportunityLine &
  Standing & {
    pipelineKey: string;
    /** What waits for signatures, and whose turn it is (R33, R43); the oldest first. */
    waiting: Waiting[];
    products: DealProduct[];
    documents: DealDocument[];
    competitors: string[];
    /** Who plays which part; `leftOn` is the day he left his company. */
    roles: { name: string; role: ContactRole; leftOn: Day | null }[];
    members: DealMember[];
    /** The names of the newest few, and how many there are (R27). */
    files: { names: string[]; count: number };
    /** What its stage wants before it is left (R26, R27). */
    exit: Condition[];
    /** What conditions look at, as long as it is open. */
    facts: DealFacts | null;
    /** What was last written down about it, or about its customer and no deal of his. */
    last: { on: Day; kind: FollowUpKind; by: string; note: string | null } | null;
    /** Oldest first; `at` in ISO 8601. */
    moves: { stage: Text; by: string; at: string }[];
  };

/** On the card itself; the rest is a press away. */
const FILES_NAMED = 3;
const NOTE_SHOWN = 120;

type Extra = Omit<Deal, keyof OpportunityLine | 'products' | 'touchedOn'> & {
  products: (Omit<DealProduct, 'price'> & { price: string | null })[];
};

/** Throws not_found. One statement. */
export async function getDeal(core: Core, id: string): Promise<Deal> {
  const [row] = await core.sql<OpportunityRow & { extra: Extra }>({
    name: 'deal',
    text: `SELECT line.*, json_build_object(
      'pipelineKey', g.pipeline_key, 'maxDays', g.max_days, 'idleDays', g.idle_days, 'exit', g.exit,
      'facts', (SELECT json_build_object('hasAmount', f.has_amount, 'hasCloseOn', f.has_close_on, 'hasProduct', f.has_product, 'hasCompetitor', f.has_competitor,
         'hasDecisionMaker', f.has_decision_maker, 'hasNextStep', f.has_next_step, 'hasFile', f.has_file, 'kindsSince', f.kinds_since)
         FROM parley_deal_facts(line.id, $4) f WHERE g.kind = 'open'),
      'last', (SELECT json_build_object('on', f.happened_on, 'kind', f.kind, 'by', w.name, 'note', left(f.note, ${NOTE_SHOWN}))
         FROM seen.follow_ups f JOIN users w ON w.id = f.author_id
        WHERE f.opportunity_id = line.id OR (f.customer_id = line."customerId" AND f.opportunity_id IS NULL)
        ORDER BY f.happened_on DESC, f.id DESC LIMIT 1),
      'waiting', (SELECT coalesce(json_agg(json_build_object('kind', r.kind, 'requestId', r.id, 'to', json_build_object('zh', r.terms->>'toZh', 'en', r.terms->>'toEn'),
         'bps', (r.terms->>'bps')::int, 'since', r.created_at,
         'role', (SELECT s.role FROM approval_steps s WHERE s.request_id = r.id AND s.state = 'pending')) ORDER BY r.created_at), '[]')
         FROM approval_requests r WHERE r.record_id = line.id AND r.state = 'pending'),
      'nextStep', ${nextStepOf({ id: 'line.id', customer: 'line."customerId"' })},
      'products', (SELECT coalesce(json_agg(json_build_object('id', d.id, 'name', CASE WHEN $2 = 'zh' THEN p.name_zh ELSE p.name_en END, 'quantity', d.quantity, 'price', d.price::text, 'currency', d.currency) ORDER BY CASE WHEN $2 = 'zh' THEN p.name_zh ELSE p.name_en END), '[]')
         FROM seen.opportunity_products d JOIN products p ON p.id = d.product_id WHERE d.opportunity_id = line.id),
      'documents', (SELECT coalesce(json_agg(json_build_object('kind', d.kind, 'number', d.number, 'amount', d.amount::text, 'currency', d.currency, 'state', d.state) ORDER BY d.dated_on DESC, d.id DESC), '[]')
         FROM seen.sales_documents d WHERE d.opportunity_id = line.id AND d.voided_at IS NULL),
      'competitors', (SELECT coalesce(json_agg(c.name ORDER BY c.name), '[]') FROM opportunity_competitors c WHERE c.opportunity_id = line.id),
      'roles', (SELECT coalesce(json_agg(json_build_object('name', p.name, 'role', r.role, 'leftOn', p.left_on) ORDER BY p.left_on IS NOT NULL, array_position(ARRAY['decision_maker','champion','influencer','gatekeeper','user','blocker'], r.role), p.name), '[]')
         FROM contact_roles r JOIN seen.contacts p ON p.id = r.contact_id
        WHERE r.opportunity_id = line.id OR (r.opportunity_id IS NULL AND r.customer_id = line."customerId"
          AND NOT EXISTS (SELECT FROM contact_roles own WHERE own.contact_id = r.contact_id AND own.opportunity_id = line.id))),
      'members', (SELECT coalesce(json_agg(json_build_object('userId', m.user_id, 'name', w.name, 'share', m.share) ORDER BY m.share DESC, w.name), '[]')
         FROM opportunity_members m JOIN users w ON w.id = m.user_id WHERE m.opportunity_id = line.id),
      'files', (SELECT json_build_object('names', coalesce(json_agg(f.name ORDER BY f.created_at DESC, f.id DESC) FILTER (WHERE f.place <= $3), '[]'), 'count', count(*))
         FROM (SELECT x.id, x.name, x.created_at, row_number() OVER (ORDER BY x.created_at DESC, x.id DESC) AS place
                 FROM files x WHERE x.entity = 'opportunity' AND x.record_id = line.id) f),
      'moves', (SELECT coalesce(json_agg(json_build_object('stage', json_build_object('zh', coalesce(s.name_zh, '—'), 'en', coalesce(s.name_en, '—')), 'by', w.name, 'at', m.moved_at) ORDER BY m.moved_at, m.id), '[]')
         FROM stage_moves m JOIN users w ON w.id = m.moved_by LEFT JOIN stages s ON s.key = m.to_stage WHERE m.opportunity_id = line.id)
      ) AS extra
      FROM (${LINE} WHERE o.id = $1) line JOIN stages g ON g.key = line."stageKey"`,
    values: [id, core.actor.locale, FILES_NAMED, core.actor.timeZone],
  });
  if (!row) {
    throw new DomainError('not_found', `opportunity ${id}`);
  }
  const { extra, ...line } = row;
  const products = extra.products.map(({ price, ...each }) => ({
    ...each,
    price: price === null ? null : BigInt(price),
  }));
  return { ...toLine(line), ...extra, touchedOn: extra.last?.on ?? null, products };
}
