import type { Core } from '../context.ts';
import { peopleBelow } from '../people/below-team.ts';
import type { Text } from '../text.ts';
import { LINE, type OpportunityLine, type OpportunityRow, toLine } from './find-opportunities.ts';

/** A deal that stands too long (`days` of at most `limit` in its stage), or was not followed up for so long. */
export type StuckDeal = OpportunityLine & { kind: 'stuck' | 'idle'; days: number; limit: number };

/** A stage in which too large a part of a pipeline's deals has stood for too long (R31). */
export type Pile = {
  stageKey: string;
  stage: Text;
  pipeline: Text;
  old: number;
  all: number;
  percent: number;
  days: number;
};

/** The worst of those the actor sees, or of one owner's, the longest over their limit first. */
export async function findStuck(
  core: Core,
  { ownerId, limit = 12 }: { ownerId?: string | undefined; limit?: number } = {},
): Promise<StuckDeal[]> {
  const rows = await core.sql<OpportunityRow & Pick<StuckDeal, 'kind' | 'days' | 'limit'>>({
    name: 'deals-stuck-seen',
    text: `WITH standing AS (
        SELECT o.id, s.max_days, s.idle_days, $3::date - (o.stage_since AT TIME ZONE $2)::date AS stood,
               $3::date - greatest((o.stage_since AT TIME ZONE $2)::date, (SELECT max(f.happened_on) FROM seen.follow_ups f WHERE f.opportunity_id = o.id),
                 (SELECT max(f.happened_on) FROM seen.follow_ups f WHERE f.customer_id = o.customer_id AND f.opportunity_id IS NULL)) AS idle
          FROM seen.opportunities o JOIN stages s ON s.key = o.stage_key AND s.kind = 'open' AND (s.max_days IS NOT NULL OR s.idle_days IS NOT NULL)
         WHERE $1::uuid IS NULL OR o.owner_id = $1),
      breach AS (
        SELECT * FROM (SELECT id, CASE WHEN idle >= idle_days THEN 'idle' ELSE 'stuck' END AS kind, CASE WHEN idle >= idle_days THEN idle ELSE stood END AS days,
               CASE WHEN idle >= idle_days THEN idle_days ELSE max_days END AS "limit"
          FROM standing WHERE idle >= idle_days OR stood > max_days) b ORDER BY b.days - b."limit" DESC, b.id LIMIT $4)
      SELECT line.*, b.kind, b.days, b."limit" FROM breach b CROSS JOIN LATERAL (${LINE} WHERE o.id = b.id) line ORDER BY b.days - b."limit" DESC, b.id`,
    values: [ownerId ?? null, core.actor.timeZone, core.today, limit],
  });
  return rows.map(({ kind, days, limit: allowed, ...row }) => ({ ...toLine(row), kind, days, limit: allowed }));
}

/** Stages that pile up, by their pipeline's own thresholds, among the deals the actor sees, or a team's. */
export async function findPiles(core: Core, { teamId }: { teamId?: string | undefined } = {}): Promise<Pile[]> {
  return core.sql<Pile>({
    name: 'deal-piles',
    text: `SELECT s.key AS "stageKey", json_build_object('zh', s.name_zh, 'en', s.name_en) AS stage, json_build_object('zh', p.name_zh, 'en', p.name_en) AS pipeline,
                  x.old, a.total AS "all", (x.old * 100 / a.total)::int AS percent, p.pile_days AS days
             FROM pipelines p JOIN stages s ON s.pipeline_key = p.key AND s.kind = 'open'
             JOIN (SELECT s2.pipeline_key, count(*)::int AS total FROM seen.opportunities o JOIN stages s2 ON s2.key = o.stage_key AND s2.kind = 'open'
                    WHERE $1::uuid IS NULL OR o.owner_id = ANY (${peopleBelow('$1')}) GROUP BY 1) a ON a.pipeline_key = p.key
             JOIN (SELECT o.stage_key, count(*)::int AS old FROM seen.opportunities o JOIN stages s2 ON s2.key = o.stage_key JOIN pipelines p2 ON p2.key = s2.pipeline_key
                    WHERE o.stage_since < parley_now() - p2.pile_days * interval '1 day' AND ($1::uuid IS NULL OR o.owner_id = ANY (${peopleBelow('$1')})) GROUP BY 1) x ON x.stage_key = s.key
            WHERE x.old >= p.pile_deals AND x.old * 100 >= p.pile_percent * a.total ORDER BY 6 DESC, s.position`,
    values: [teamId ?? null],
  });
}

/** A team's deals that have stood longest in a stage. */
export async function findOldest(
  core: Core,
  { stageKey, teamId, limit = 5 }: { stageKey: string; teamId: string; limit?: number },
): Promise<OpportunityLine[]> {
  const rows = await core.sql<OpportunityRow>({
    name: 'deals-oldest',
    text: `${LINE} WHERE o.stage_key = $1 AND o.owner_id = ANY (${peopleBelow('$2')}) ORDER BY o.stage_since, o.id LIMIT $3`,
    values: [stageKey, teamId, limit],
  });
  return rows.map(toLine);
}
