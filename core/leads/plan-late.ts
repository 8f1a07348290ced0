import type { Transaction } from '../db/transaction.ts';
import { planDelivery } from '../deliveries/plan-delivery.ts';
import { DUE, HOURS, IS_UNANSWERED, SINCE } from './response.ts';

/** A breach is told of within so many hours; what was late for longer when it was first looked at is in the list. */
const WINDOW_HOURS = 12;

/** Whoever has had a lead for longer than this has been told, and so has whoever leads him. */
const OLDEST = `(SELECT parley_now() - (${WINDOW_HOURS} + 2 * max(x.response_hours)) * interval '1 hour'
  FROM (SELECT response_hours FROM lead_sources UNION ALL SELECT response_hours FROM lead_rules) x)`;

type Late = { leadId: string; userId: string; effectKey: string };

/**
 * Plans what is said of leads nobody has answered in time (R6): once to the owner, and after the same time again once to
 * whoever leads him (R107). Returns how many are new.
 */
export async function planLate(transaction: Transaction): Promise<number> {
  const late = await transaction.sql<Late>({
    name: 'leads-breached',
    text: `WITH unanswered AS (
        SELECT l.id, l.owner_id, ${DUE} AS due, ${HOURS} * interval '1 hour' AS span
          FROM seen.leads l LEFT JOIN lead_sources s ON s.key = l.source_key
         WHERE ${IS_UNANSWERED} AND ${SINCE} > ${OLDEST}),
      breach AS (
        SELECT n.id, n.owner_id, n.due, x.level, n.due + (x.level - 1) * n.span AS at FROM unanswered n, (VALUES (1), (2)) x (level)),
      told AS (
        SELECT b.id AS "leadId", w.id AS "userId", 'late:' || b.id || ':' || extract(epoch FROM b.due)::bigint || ':' || b.level || ':' || w.id AS "effectKey"
          FROM breach b JOIN users u ON u.id = b.owner_id AND u.active LEFT JOIN teams t ON t.id = u.team_id LEFT JOIN teams p ON p.id = t.parent_id
          CROSS JOIN LATERAL (SELECT CASE WHEN b.level = 1 THEN b.owner_id WHEN t.lead_id IS DISTINCT FROM b.owner_id THEN t.lead_id ELSE p.lead_id END AS id) w
         WHERE b.at <= (SELECT parley_now()) AND b.at > (SELECT parley_now()) - ${WINDOW_HOURS} * interval '1 hour' AND w.id IS NOT NULL)
      SELECT * FROM told WHERE NOT EXISTS (SELECT FROM deliveries d WHERE d.effect_key = "effectKey")`,
  });
  let added = 0;
  for (const { leadId, userId, effectKey } of late) {
    added += Number(await planDelivery(transaction, { effectKey, userId, notice: 'leadLate', subject: { leadId } }));
  }
  return added;
}
