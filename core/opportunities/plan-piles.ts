import type { Transaction } from '../db/transaction.ts';
import { planDelivery } from '../deliveries/plan-delivery.ts';
import type { Organisation } from '../organisation.ts';
import { todayOf } from './plan-stuck.ts';

type Heap = { stageKey: string; teamId: string; level: number; told: string; past: string[] };

/**
 * Plans what is said of stages in which a team's deals pile up (R31): to whoever leads the team, and at twice the
 * pipeline's days to whoever leads the one above (R107). Said once; what still piles up after as many days again is said
 * again. Returns how many are new.
 */
export async function planPiles(transaction: Transaction, org: Organisation): Promise<number> {
  const today = await todayOf(transaction, org);
  const heaps = await transaction.sql<Heap>({
    name: 'deal-heaps',
    text: `WITH RECURSIVE line AS (SELECT id AS team, id AS below FROM teams UNION SELECT l.team, t.id FROM line l JOIN teams t ON t.parent_id = l.below),
      own AS (
        SELECT u.team_id, o.stage_key, count(*) AS number,
               count(*) FILTER (WHERE o.stage_since < (SELECT parley_now()) - p.pile_days * interval '1 day') AS old,
               count(*) FILTER (WHERE o.stage_since < (SELECT parley_now()) - 2 * p.pile_days * interval '1 day') AS older
          FROM seen.open_opportunities o JOIN stages s ON s.key = o.stage_key JOIN pipelines p ON p.key = s.pipeline_key JOIN users u ON u.id = o.owner_id
         GROUP BY u.team_id, o.stage_key),
      heap AS (
        SELECT l.team, s.pipeline_key, w.stage_key, level, sum(CASE level WHEN 1 THEN w.old ELSE w.older END) AS old,
               sum(sum(w.number)) OVER (PARTITION BY l.team, s.pipeline_key, level) AS total
          FROM own w JOIN stages s ON s.key = w.stage_key JOIN line l ON l.below = w.team_id CROSS JOIN unnest(ARRAY[1, 2]) AS level
         GROUP BY l.team, s.pipeline_key, w.stage_key, level)
      SELECT h.stage_key AS "stageKey", h.team AS "teamId", h.level, told.lead AS told,
             ARRAY(SELECT ($1::date - past)::text FROM generate_series(0, p.pile_days - 1) AS past) AS past
        FROM heap h JOIN pipelines p ON p.key = h.pipeline_key JOIN teams t ON t.id = h.team LEFT JOIN teams above ON above.id = t.parent_id
        CROSS JOIN LATERAL (SELECT CASE h.level WHEN 1 THEN t.lead_id ELSE above.lead_id END AS lead) told
        JOIN users w ON w.id = told.lead AND w.active
       WHERE h.old >= p.pile_deals AND h.old * 100 >= p.pile_percent * h.total ORDER BY h.team, h.stage_key, h.level`,
    values: [today],
  });
  const keyOf = ({ stageKey, teamId, level, told }: Heap, day: string | undefined) =>
    `pile:${stageKey}:${teamId}:${level}:${told}:${day}`;
  const planned = await transaction.sql<{ key: string }>({
    name: 'heaps-told',
    text: 'SELECT effect_key AS key FROM deliveries WHERE effect_key = ANY ($1)',
    values: [heaps.flatMap((heap) => heap.past.map((day) => keyOf(heap, day)))],
  });
  const isPlanned = new Set(planned.map(({ key }) => key));
  let added = 0;
  for (const heap of heaps) {
    if (!heap.past.some((day) => isPlanned.has(keyOf(heap, day)))) {
      const { stageKey, teamId, told } = heap;
      const subject = { stageKey, teamId };
      const delivery = { effectKey: keyOf(heap, today), userId: told, notice: 'dealsPiling', subject };
      added += Number(await planDelivery(transaction, delivery));
    }
  }
  return added;
}
