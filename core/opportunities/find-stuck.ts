import type { Core } from '../context.ts';
import { isQuietUntil, lastTouch } from '../digests/idle-since.ts';
import { peopleBelow } from '../people/below-team.ts';
import type { Text } from '../text.ts';
import { LINE, type OpportunityLine, type OpportunityRow, toLine } from './find-opportunities.ts';
import { openInSight, type Sight, sightOf } from './open-deals.ts';
import { PILING } from './stage.ts';

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

/** Of each stage no more are looked at than are asked for: the longest quiet, and the longest there of those that are not. */
const stuckAmong = (deals: (where: string) => string) => `WITH bound AS MATERIALIZED (
        SELECT key, max_days, idle_days, ($3::date - max_days)::timestamp AT TIME ZONE $2 AS stuck_before,
               coalesce($3::date - idle_days, '-infinity') AS idle_until FROM stages WHERE kind = 'open'),
      breach AS (
        SELECT o.id, 'idle' AS kind, $3::date - o.since AS days, s.idle_days AS "limit" FROM bound s CROSS JOIN LATERAL (
          SELECT o.id, ${lastTouch('o', '$2')} AS since
            FROM ${deals(`x.stage_key = s.key AND ${isQuietUntil('x', 's.idle_until')} AND ${lastTouch('x', '$2')} <= s.idle_until`)} o
           ORDER BY o.quiet_on, o.id LIMIT $4) o
        UNION ALL
        SELECT o.id, 'stuck', $3::date - o.since, s.max_days FROM bound s CROSS JOIN LATERAL (
          SELECT o.id, (o.stage_since AT TIME ZONE $2)::date AS since
            FROM ${deals(`x.stage_key = s.key AND x.stage_since < s.stuck_before AND x.quiet_on >= s.idle_until AND ${lastTouch('x', '$2')} > s.idle_until`)} o
           ORDER BY o.stage_since, o.id LIMIT $4) o),
      worst AS (SELECT * FROM breach b ORDER BY b.days - b."limit" DESC, b.id LIMIT $4)
      SELECT line.*, b.kind, b.days, b."limit" FROM worst b CROSS JOIN LATERAL (${LINE} WHERE o.id = b.id) line ORDER BY b.days - b."limit" DESC, b.id`;

const amongSeen = (sight: Sight) => stuckAmong((where) => openInSight(sight, `$1::uuid IS NULL AND ${where}`));

const DEALS_STUCK = {
  owner: stuckAmong((where) => openInSight('all', `x.owner_id = $1 AND ${where}`)),
  all: amongSeen('all'),
  led: amongSeen('led'),
} as const;

/** The worst of those the actor sees, or of one owner's, the longest over their limit first. */
export async function findStuck(
  core: Core,
  { ownerId, limit = 12 }: { ownerId?: string | undefined; limit?: number } = {},
): Promise<StuckDeal[]> {
  const scope = ownerId ? 'owner' : sightOf(core.actor);
  const rows = await core.sql<OpportunityRow & Pick<StuckDeal, 'kind' | 'days' | 'limit'>>({
    name: `deals-stuck-${scope}`,
    text: DEALS_STUCK[scope],
    values: [ownerId ?? null, core.actor.timeZone, core.today, limit],
  });
  return rows.map(({ kind, days, limit: allowed, ...row }) => ({ ...toLine(row), kind, days, limit: allowed }));
}

/** Stages that pile up, by their pipeline's own thresholds, among the deals the actor sees, or a team's. */
export async function findPiles(core: Core, { teamId }: { teamId?: string | undefined } = {}): Promise<Pile[]> {
  const sight = teamId ? 'all' : sightOf(core.actor);
  const scope = teamId ? `x.owner_id = ANY (${peopleBelow('$1')})` : '$1::uuid IS NULL';
  return core.sql<Pile>({
    name: teamId ? 'deal-piles-of' : `deal-piles-${sight}`,
    text: `WITH heap AS (
        SELECT s.key AS stage_key, count(*)::int AS number,
               count(*) FILTER (WHERE o.stage_since < s.pile_before)::int AS old
          FROM ${PILING} s CROSS JOIN LATERAL ${openInSight(sight, `x.stage_key = s.key AND ${scope}`)} o GROUP BY s.key),
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
