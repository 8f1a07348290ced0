import type { Core } from '../context.ts';
import type { Section } from '../today/today.ts';
import { MAX_LINES, type TeamStanding } from './digest.ts';
import { IDLE_DAYS, lastTouch } from './idle-since.ts';

type Row = Omit<TeamStanding, 'amounts' | 'worst'> & {
  total: bigint;
  amounts: { currency: string; amount: string }[] | null;
  worstId: string | null;
  worstName: string | null;
  worstDays: number | null;
};

/** How the teams stand: what is open and what lies idle or late, the fullest pipeline first. Empty teams are left out. */
export async function findTeamsStanding({ sql, actor, today }: Core): Promise<Section<TeamStanding>> {
  const rows = await sql<Row>({
    name: 'digest-teams',
    text: `WITH open AS (
             SELECT o.id, o.amount, o.currency, u.team_id, ${lastTouch('o', '$1')} AS touched
               FROM seen.open_opportunities o JOIN users u ON u.id = o.owner_id WHERE u.team_id IS NOT NULL),
             sums AS (SELECT team_id, currency, sum(amount)::bigint AS amount FROM open WHERE amount IS NOT NULL GROUP BY team_id, currency),
             late AS (SELECT u.team_id, count(*)::int AS number FROM tasks t JOIN users u ON u.id = t.owner_id
                       WHERE t.done_at IS NULL AND t.due_on < $2::date GROUP BY u.team_id),
             piles AS (
               SELECT team_id, count(*)::int AS number, count(*) FILTER (WHERE touched <= $2::date - ${IDLE_DAYS})::int AS idle, min(touched) AS touched
                 FROM open GROUP BY team_id),
             worst AS (SELECT DISTINCT ON (p.team_id) p.team_id, o.id FROM piles p JOIN open o ON o.team_id = p.team_id AND o.touched = p.touched ORDER BY p.team_id, o.id)
           SELECT t.id, t.name, coalesce(p.number, 0) AS open, coalesce(p.idle, 0) AS idle, coalesce(l.number, 0) AS overdue,
                  (SELECT json_agg(json_build_object('currency', currency, 'amount', amount::text) ORDER BY amount DESC)
                     FROM sums WHERE team_id = t.id) AS amounts,
                  w.id AS "worstId", (SELECT o.name FROM seen.opportunities o WHERE o.id = w.id) AS "worstName", $2::date - p.touched AS "worstDays",
                  count(*) OVER () AS total
             FROM teams t LEFT JOIN piles p ON p.team_id = t.id LEFT JOIN worst w ON w.team_id = t.id LEFT JOIN late l ON l.team_id = t.id
            WHERE p.number > 0 OR l.number > 0
            ORDER BY coalesce(p.number, 0) DESC, t.name, t.id LIMIT ${MAX_LINES}`,
    values: [actor.timeZone, today],
  });
  return { lines: rows.map(toStanding), total: Number(rows[0]?.total ?? 0) };
}

function toStanding({ id, name, open, idle, overdue, amounts, worstId, worstName, worstDays }: Row): TeamStanding {
  return {
    id,
    name,
    open,
    idle,
    overdue,
    amounts: (amounts ?? []).map(({ currency, amount }) => ({ currency, amount: BigInt(amount) })),
    worst: worstId ? { kind: 'opportunity', id: worstId, name: worstName ?? '', days: worstDays ?? 0 } : null,
  };
}
