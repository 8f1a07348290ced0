import type { Core } from '../context.ts';
import { peopleBelow } from '../people/below-team.ts';
import type { Text } from '../text.ts';
import { LINE, type OpportunityLine, type OpportunityRow, toLine } from './find-opportunities.ts';
import { isOpenDeal, openInSight } from './stage.ts';

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
    name: ownerId ? 'deals-stuck-of' : 'deals-stuck-seen',
    text: `WITH standing AS (
        SELECT o.id, s.max_days, s.idle_days, $3::date - (o.stage_since AT TIME ZONE $2)::date AS stood,
               $3::date - greatest((o.stage_since AT TIME ZONE $2)::date, (SELECT max(f.happened_on) FROM seen.follow_ups f WHERE f.opportunity_id = o.id),
                 (SELECT max(f.happened_on) FROM seen.follow_ups f WHERE f.customer_id = o.customer_id AND f.opportunity_id IS NULL)) AS idle
          FROM ${ownerId ? 'seen.opportunities o' : openInSight('o')} JOIN stages s ON s.key = o.stage_key AND (s.max_days IS NOT NULL OR s.idle_days IS NOT NULL)
         WHERE ${ownerId ? 'o.owner_id = $1' : '$1::uuid IS NULL'} AND ${isOpenDeal('o')}),
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
  const scope = teamId ? `o.owner_id = ANY (${peopleBelow('$1')})` : '$1::uuid IS NULL';
  return core.sql<Pile>({
    name: teamId ? 'deal-piles-of' : 'deal-piles',
    text: `WITH heap AS (
        SELECT o.stage_key, count(*)::int AS number,
               count(*) FILTER (WHERE o.stage_since < (SELECT parley_now()) - p.pile_days * interval '1 day')::int AS old
          FROM ${teamId ? 'seen.opportunities o' : openInSight('o')} JOIN stages s ON s.key = o.stage_key JOIN pipelines p ON p.key = s.pipeline_key
         WHERE ${scope} AND ${isOpenDeal('o')} GROUP BY o.stage_key),
      share AS (
        SELECT s.*, h.old, sum(h.number) OVER (PARTITION BY s.pipeline_key)::int AS total FROM heap h JOIN stages s ON s.key = h.stage_key)
      SELECT s.key AS "stageKey", json_build_object('zh', s.name_zh, 'en', s.name_en) AS stage, json_build_object('zh', p.name_zh, 'en', p.name_en) AS pipeline,
             s.old, s.total AS "all", (s.old * 100 / s.total)::int AS percent, p.pile_days AS days
        FROM share s JOIN pipelines p ON p.key = s.pipeline_key
       WHERE s.old >= p.pile_deals AND s.old * 100 >= p.pile_percent * s.total ORDER BY 6 DESC, s.position`,
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
