import type { Core } from '../context.ts';
import { BELONGING_TABLES, type BelongingTable, belongingOf } from './belongings.ts';

/** As many as a card shows at once. */
const PAGE = 8;

export type HandoverItem = { table: BelongingTable; id: string; title: string };

export type Handover = {
  id: string;
  fromName: string;
  toName: string;
  count: number;
  items: HandoverItem[];
  page: number;
  hasMore: boolean;
};

type Row = { id: string; fromName: string; toName: string; count: number; items: HandoverItem[] | null };

const TITLES = BELONGING_TABLES.map(
  (table) =>
    `SELECT p.place, '${table}' AS "table", t.id, ${belongingOf(table).title} AS title FROM page p JOIN ${table} t ON p.kind = '${table}' AND t.id = p.id`,
).join(' UNION ALL ');

/** What somebody was given of a colleague's, a page of it, as it is called now; undefined where it was taken back. */
export async function findHandover(core: Core, id: string, { page = 0 } = {}): Promise<Handover | undefined> {
  const [row] = await core.sql<Row>({
    name: 'handover',
    text: `WITH page AS (
             SELECT i.item->>0 AS kind, (i.item->>1)::uuid AS id, i.place FROM handovers h, jsonb_array_elements(h.items) WITH ORDINALITY i (item, place)
              WHERE h.id = $1 ORDER BY i.place OFFSET $2 LIMIT $3)
           SELECT h.id, f.name AS "fromName", u.name AS "toName", jsonb_array_length(h.items) AS count,
             (SELECT json_agg(json_build_object('table', x."table", 'id', x.id, 'title', x.title) ORDER BY x.place) FROM (${TITLES}) x) AS items
             FROM handovers h JOIN users f ON f.id = h.from_id JOIN users u ON u.id = h.to_id WHERE h.id = $1`,
    values: [id, page * PAGE, PAGE],
  });
  return row && { ...row, items: row.items ?? [], page, hasMore: row.count > (page + 1) * PAGE };
}

/** The last one the actor was given, or made; undefined where there is none. */
export async function findLastHandover(core: Core): Promise<string | undefined> {
  const [row] = await core.sql<{ id: string }>({
    name: 'handover-last',
    text: 'SELECT id FROM handovers WHERE $1 IN (to_id, made_by) ORDER BY to_id = $1 DESC, created_at DESC, id DESC LIMIT 1',
    values: [core.actor.userId],
    isRead: true,
  });
  return row?.id;
}
