import { IDLE_DAYS, lastTouch } from '../digests/idle-since.ts';

/**
 * SQL: the open deals of `owner` that stand too long in their stage (R29), or about which nothing was logged for as long
 * as the stage allows (R30), a week where it says nothing: id, the stage's name, kind, days, limit.
 */
export function standingDeals({ owner, today, zone }: { owner: string; today: string; zone: string }): string {
  return `SELECT o.id, s.name_zh, s.name_en, x.kind, x.days, x."limit"
     FROM seen.open_opportunities o JOIN stages s ON s.key = o.stage_key
     CROSS JOIN LATERAL (SELECT ${today} - ${lastTouch('o', zone)} AS idle, ${today} - (o.stage_since AT TIME ZONE ${zone})::date AS stood OFFSET 0) d
     CROSS JOIN LATERAL (
       SELECT 'idle' AS kind, d.idle AS days, coalesce(s.idle_days, ${IDLE_DAYS}) AS "limit" WHERE d.idle >= coalesce(s.idle_days, ${IDLE_DAYS})
       UNION ALL
       SELECT 'stuck', d.stood, s.max_days WHERE d.stood > s.max_days AND d.idle < coalesce(s.idle_days, ${IDLE_DAYS})) x
    WHERE o.owner_id = ${owner}`;
}
