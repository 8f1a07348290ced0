import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import type { DealFacts } from './condition.ts';

/** What judging a move takes, and who would be given the task that it makes. */
export type DealStanding = DealFacts & {
  ownerId: string;
  ownerName: string;
  ownerLocale: 'zh' | 'en' | null;
  ownerTimeZone: string | null;
  /** The actor may give the owner a task. */
  isOwnerMine: boolean;
  /** The last move: who made it, from where. */
  movedBy: string | null;
  movedById: string | null;
  movedFrom: string | null;
  movedAt: Date | null;
};

/** Throws not_found. One statement. */
export async function findDealStanding(core: Core, opportunityId: string): Promise<DealStanding> {
  const [row] = await core.sql<DealStanding>({
    name: 'deal-standing',
    text: `SELECT o.amount IS NOT NULL AS "hasAmount", o.close_on IS NOT NULL AS "hasCloseOn",
        EXISTS (SELECT FROM opportunity_products d WHERE d.opportunity_id = o.id) AS "hasProduct",
        EXISTS (SELECT FROM opportunity_competitors c WHERE c.opportunity_id = o.id) AS "hasCompetitor",
        EXISTS (SELECT FROM contact_roles r WHERE r.role = 'decision_maker' AND r.opportunity_id = o.id)
          OR EXISTS (SELECT FROM contact_roles r WHERE r.role = 'decision_maker' AND r.customer_id = o.customer_id AND r.opportunity_id IS NULL) AS "hasDecisionMaker",
        EXISTS (SELECT FROM tasks t WHERE t.opportunity_id = o.id AND t.done_at IS NULL)
          OR EXISTS (SELECT FROM tasks t WHERE t.customer_id = o.customer_id AND t.opportunity_id IS NULL AND t.done_at IS NULL) AS "hasNextStep",
        EXISTS (SELECT FROM files f WHERE f.entity = 'opportunity' AND f.record_id = o.id AND f.created_at >= o.stage_since) AS "hasFile",
        ARRAY(SELECT f.kind FROM follow_ups f WHERE f.opportunity_id = o.id AND f.happened_on >= (o.stage_since AT TIME ZONE $2)::date
              UNION SELECT f.kind FROM follow_ups f WHERE f.customer_id = o.customer_id AND f.opportunity_id IS NULL
                AND f.happened_on >= (o.stage_since AT TIME ZONE $2)::date) AS "kindsSince",
        o.owner_id AS "ownerId", u.name AS "ownerName", u.locale AS "ownerLocale", u.time_zone AS "ownerTimeZone",
        o.owner_id = ANY ((SELECT parley_workable())::uuid[]) AS "isOwnerMine",
        m.name AS "movedBy", m.moved_by AS "movedById", m.from_stage AS "movedFrom", m.moved_at AS "movedAt"
      FROM opportunities o JOIN users u ON u.id = o.owner_id
      LEFT JOIN LATERAL (SELECT x.moved_by, x.from_stage, x.moved_at, w.name FROM stage_moves x JOIN users w ON w.id = x.moved_by
        WHERE x.opportunity_id = o.id ORDER BY x.moved_at DESC, x.id DESC LIMIT 1) m ON true
      WHERE o.id = $1`,
    values: [opportunityId, core.actor.timeZone],
  });
  if (!row) {
    throw new DomainError('not_found', `opportunity ${opportunityId}`);
  }
  return row;
}
