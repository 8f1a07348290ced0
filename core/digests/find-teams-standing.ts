import type { Core } from '../context.ts';
import { isOpenDeal } from '../opportunities/stage.ts';
import type { Section } from '../today/today.ts';
import { MAX_LINES, type TeamStanding } from './digest.ts';
import { IDLE_DAYS, LAST_TOUCH } from './idle-since.ts';

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
             SELECT o.id, o.name, o.amount, o.currency, u.team_id, ${LAST_TOUCH} AS touched
               FROM seen.opportunities o JOIN stages s ON s.key = o.stage_key AND s.kind = 'open' JOIN users u ON u.id = o.owner_id
              WHERE u.team_id IS NOT NULL AND ${isOpenDeal('o')}),
             sums AS (SELECT team_id, currency, sum(amount)::bigint AS amount FROM open WHERE amount IS NOT NULL GROUP BY team_id, currency),
             late AS (SELECT u.team_id, count(*)::int AS number FROM tasks t JOIN users u ON u.id = t.owner_id
                       WHERE t.done_at IS NULL AND t.due_on < $2::date GROUP BY u.team_id),
             piles AS (
               SELECT team_id, count(*)::int AS number, count(*) FILTER (WHERE touched <= $2::date - ${IDLE_DAYS})::int AS idle,
                      (array_agg(id ORDER BY touched, id))[1] AS id, (array_agg(name ORDER BY touched, id))[1] AS name,
                      $2::date - min(touched) AS days
                 FROM open GROUP BY team_id)
           SELECT t.id, t.name, coalesce(p.number, 0) AS open, coalesce(p.idle, 0) AS idle, coalesce(l.number, 0) AS overdue,
                  (SELECT json_agg(json_build_object('currency', currency, 'amount', amount::text) ORDER BY amount DESC)
                     FROM sums WHERE team_id = t.id) AS amounts,
                  p.id AS "worstId", p.name AS "worstName", p.days AS "worstDays", count(*) OVER () AS total
             FROM teams t LEFT JOIN piles p ON p.team_id = t.id LEFT JOIN late l ON l.team_id = t.id
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
