import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import { LIKELY, scoreSlip } from '../names/index.ts';
import { findNearlyCalled, type NearDeal } from '../opportunities/nearly-called.ts';
import { type Query, readQuery, readSlips } from './read-query.ts';

export const HIT_KINDS = ['customer', 'contact', 'lead', 'opportunity', 'object', 'note', 'conversation'] as const;

export type Hit = {
  kind: (typeof HIT_KINDS)[number];
  id: string;
  /** A note's words, what was said in a conversation; a name otherwise. */
  name: string;
  /** Whose contact, deal, note or conversation it is; a lead's company. */
  company: string | null;
  /** As the actor is shown them, where that is what was met. */
  phone: string | null;
  email: string | null;
  on: Day | null;
  customerId: string | null;
  leadId: string | null;
};

export type Found = { hits: Hit[] /** Kinds of which there is more. */; more: Hit['kind'][] };

/** What one statement looks at of each way of meeting the words, and how much of each kind is shown. */
const MOST_LOOKED_AT = 2000;
/** How many of the newest conversations are looked through, and how many of those that hold rare words. */
const NEWEST_SAID = 100;
const MOST_SAID = 300;
const SHOWN = 5;
const MOST_READ = 60;
/** What is met so often was not mistyped. */
const MANY = 20;

/** Names that nearly sound so are of these kinds only shown where they are near enough. */
const JUDGED: readonly Hit['kind'][] = ['customer', 'contact', 'lead'];

const MET_PHONE = (row: string) => `${row}.phone LIKE '%' || $6`;

/**
 * Whatever the actor may see that goes by these words: names by what they are called, sound or nearly look like, phones,
 * e-mails, what was said. What is not shown to him is not found by him: every match is judged again by what schema `seen`
 * gives of the row.
 */
export async function search(core: Core, typed: string): Promise<Found> {
  const query = readQuery(typed);
  if (query.words === '') {
    return { hits: [], more: [] };
  }
  const found = rank(query, await meet(core, query));
  const slipped = found.length >= MANY || found.some(({ isNamed }) => isNamed) ? [] : readSlips(query);
  const meant = slipped.length > 0 ? rank(query, await meet(core, { ...NOTHING, keys: slipped })) : [];
  const deals =
    found.length >= MANY || found.some(({ hit, isNamed }) => isNamed || hit.kind === 'opportunity')
      ? []
      : await findNearlyCalled(core, { said: query.words, limit: SHOWN });
  const ranked = [...found, ...meant, ...deals.map(toDealHit)].filter(
    ({ hit }, at, all) => all.findIndex((other) => other.hit.id === hit.id) === at,
  );
  const kinds = HIT_KINDS.map((kind) => ({ kind, of: ranked.filter(({ hit }) => hit.kind === kind) }));
  return {
    hits: kinds.flatMap(({ of }) => of.slice(0, SHOWN).map(({ hit }) => hit)),
    more: kinds.flatMap(({ kind, of }) => (of.length > SHOWN ? [kind] : [])),
  };
}

const toDealHit = ({ id, name, customerId, customerName }: NearDeal) => ({
  hit: {
    ...{ kind: 'opportunity' as const, id, name, company: customerName, customerId },
    ...{ phone: null, email: null, on: null, leadId: null },
  },
});

type Row = Hit & { met: string };

/** Met by nothing but names. */
const NOTHING: Query = { words: '', like: [''], keys: [], sounds: [], figures: null };

/** What goes by the words in any of the ways there are. */
function meet(core: Core, { words, like, keys, sounds, figures }: Query): Promise<Row[]> {
  return core.sql<Row>({
    name: 'search',
    text: `WITH met AS MATERIALIZED (SELECT * FROM parley_search($1, $2, $3, $4, reverse($6), $5))
      (SELECT 'customer' AS kind, m.met, c.id, c.name, NULL AS company, CASE WHEN m.met = 'phone' THEN c.phone END AS phone, NULL AS email,
              NULL::text AS "on", c.id AS "customerId", NULL::uuid AS "leadId"
         FROM met m JOIN seen.customers c ON c.id = m.id
        WHERE m.kind = 'customer' AND (m.met = 'name' OR ${MET_PHONE('c')}) ORDER BY length(c.name), c.id LIMIT ${MOST_READ})
      UNION ALL
      (SELECT 'contact', m.met, p.id, p.name, c.name, p.phone, p.email, NULL, c.id, NULL
         FROM met m JOIN seen.contacts p ON p.id = m.id JOIN seen.customers c ON c.id = p.customer_id
        WHERE m.kind = 'contact' AND CASE m.met WHEN 'name' THEN true WHEN 'phone' THEN ${MET_PHONE('p')}
          ELSE lower(p.name || ' ' || coalesce(p.email, '')) LIKE ALL ($2) END ORDER BY m.met = 'name', length(p.name), p.id LIMIT ${MOST_READ})
      UNION ALL
      (SELECT 'lead', m.met, l.id, l.contact_name, l.company, l.phone, l.email, NULL, NULL, l.id
         FROM met m JOIN seen.leads l ON l.id = m.id
        WHERE m.kind = 'lead' AND CASE m.met WHEN 'name' THEN true WHEN 'phone' THEN ${MET_PHONE('l')}
          ELSE lower(l.contact_name || ' ' || coalesce(l.company, '') || ' ' || coalesce(l.email, '')) LIKE ALL ($2) END
        ORDER BY l.created_at DESC, l.id LIMIT ${MOST_READ})
      UNION ALL
      (SELECT 'opportunity', m.met, o.id, o.name, c.name, NULL, NULL, NULL, c.id, NULL
         FROM met m JOIN seen.opportunities o ON o.id = m.id LEFT JOIN seen.customers c ON c.id = o.customer_id
        WHERE m.kind = 'opportunity' AND lower(o.name) LIKE ALL ($2) ORDER BY o.created_at DESC, o.id LIMIT ${MOST_READ})
      UNION ALL
      (SELECT 'object', 'words', o.id, o.name, c.name, NULL, NULL, NULL, o.customer_id, NULL
         FROM parley_search_objects($1, $2, $5) m JOIN objects o ON o.id = m.id LEFT JOIN seen.customers c ON c.id = o.customer_id
        ORDER BY o.created_at DESC, o.id LIMIT ${MOST_READ})
      UNION ALL
      (SELECT 'note', m.met, f.id, f.note, coalesce(c.name, l.contact_name), NULL, NULL, f.happened_on::text, c.id, l.id
         FROM met m JOIN seen.follow_ups f ON f.id = m.id LEFT JOIN seen.customers c ON c.id = f.customer_id
              LEFT JOIN seen.leads l ON l.id = f.lead_id
        WHERE m.kind = 'note' AND lower(f.note) LIKE ALL ($2) ORDER BY f.happened_on DESC, f.id LIMIT ${MOST_READ})
      UNION ALL
      (SELECT 'conversation', 'words', f.id,
              coalesce((SELECT s ->> 'text' FROM jsonb_array_elements(f.said) WITH ORDINALITY m (s, at) ORDER BY
                (SELECT count(*) FROM unnest($2::text[]) word WHERE lower(s ->> 'text') LIKE word) DESC, at LIMIT 1), f.note),
              c.name, NULL, NULL, f.happened_on::text, c.id, NULL
         FROM parley_search_said($1, $2, $7, $8) m JOIN seen.follow_ups f ON f.id = m.id JOIN seen.customers c ON c.id = f.customer_id
        WHERE lower(parley_said_words(f.said)) LIKE ALL ($2) ORDER BY f.happened_on DESC, f.id LIMIT ${MOST_READ})`,
    values: [words, like, keys, sounds, MOST_LOOKED_AT, figures, NEWEST_SAID, MOST_SAID],
  });
}

function rank({ words }: Query, rows: readonly Row[]) {
  return rows
    .filter(({ id }, at) => rows.findIndex((other) => other.id === id) === at)
    .map(({ met, ...hit }) => ({
      hit,
      isNamed: met === 'name',
      score: met === 'name' || hit.kind === 'contact' ? nearness(words, hit) : 1,
    }))
    .filter(({ hit, score, isNamed }) => !(isNamed && JUDGED.includes(hit.kind)) || score >= LIKELY)
    .sort((a, b) => b.score - a.score);
}

/** A name that holds the words fits, however much longer it is; a lead has two. */
function nearness(words: string, { kind, name, company }: Hit): number {
  const names = kind === 'lead' && company ? [name, company] : [name];
  const holds = names.some((each) => each.toLowerCase().includes(words)) ? LIKELY : 0;
  return Math.max(holds, ...names.map((each) => scoreSlip(words, each)));
}
