import { IS_OPEN } from '../leads/lead.ts';
import { RULES } from '../leads/response.ts';

/** SQL: leads `l` that may go back into the pool, with the last that is known to have been done with them. */
export const HELD_LEADS = `SELECT 'lead' AS entity, l.id, l.version, l.owner_id, greatest(l.created_at, l.given_at, l.last_touch_at) AS since
  FROM seen.leads l WHERE l.owner_id IS NOT NULL AND l.status ${IS_OPEN}`;

/** The same of customers `c`; what was logged of them, their claims and handovers come later, for the few that need it. */
export const HELD_CUSTOMERS = `SELECT 'customer', c.id, c.version, c.owner_id, c.created_at AS since FROM seen.customers c WHERE c.owner_id IS NOT NULL`;

/** The moments that the pool's rules count from; none where nothing goes back. */
export const CUTOFF = `SELECT protect_days * interval '1 day' AS keep, warn_days * interval '1 day' AS notice,
    parley_now() - (protect_days - warn_days) * interval '1 day' AS warn
  FROM lead_rules WHERE id = '${RULES}' AND protect_days > 0`;

/**
 * Which of `page` have stood without progress so long that their owners are warned: a lead nobody spoke with, a customer
 * nobody logged anything of and with whom there is no deal, open or won. `warned` is when its owner was since then, null
 * where he was not; `back` is when it goes, counted from now on where he was not. Of `page` and `cutoff`.
 */
export const IDLE = `
  SELECT s.entity, s.id, s.version, s.owner_id, w.at AS warned, greatest(coalesce(w.at, parley_now()) + t.notice, s.since + t.keep) AS back
    FROM cutoff t CROSS JOIN LATERAL (
      SELECT p.* FROM page p WHERE p.entity = 'lead'
      UNION ALL
      SELECT p.entity, p.id, p.version, p.owner_id, greatest(p.since, (SELECT max(f.created_at) FROM seen.follow_ups f WHERE f.customer_id = p.id), m.claimed,
               (SELECT max(h.created_at) FROM handovers h WHERE h.to_id = p.owner_id AND h.items @> jsonb_build_array(jsonb_build_array('customers', p.id))))
        FROM page p
        CROSS JOIN LATERAL (SELECT max(m.created_at) AS claimed FROM pool_moves m WHERE m.customer_id = p.id AND m.kind = 'claimed') m
       WHERE p.entity = 'customer' AND greatest(p.since, m.claimed) <= t.warn
         AND NOT EXISTS (SELECT FROM seen.follow_ups f WHERE f.customer_id = p.id AND f.created_at > t.warn)
         AND NOT parley_has_live_deal(p.id)) s
    LEFT JOIN LATERAL (SELECT max(m.created_at) AS at FROM pool_moves m
      WHERE (m.lead_id = s.id OR m.customer_id = s.id) AND m.kind = 'warned' AND m.user_id = s.owner_id AND m.created_at > s.since) w ON true
   WHERE s.since <= t.warn`;
