import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import type { DealFacts } from './condition.ts';

/** What judging a move takes, and who would be given the task that it makes. */
export type DealStanding = DealFacts & {
  stageKey: string;
  ownerId: string;
  ownerName: string;
  ownerLocale: 'zh' | 'en' | null;
  ownerTimeZone: string | null;
  /** The actor may give the owner a task. */
  isOwnerMine: boolean;
  /** The customer is in the actor's sight, as he need not be for somebody who only signs. */
  isCustomerSeen: boolean;
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
    text: `SELECT f.has_amount AS "hasAmount", f.has_close_on AS "hasCloseOn", f.has_product AS "hasProduct", f.has_competitor AS "hasCompetitor",
        f.has_decision_maker AS "hasDecisionMaker", f.has_next_step AS "hasNextStep", f.has_file AS "hasFile", f.kinds_since AS "kindsSince",
        EXISTS (SELECT FROM customers c WHERE c.id = o.customer_id) AS "isCustomerSeen",
        o.stage_key AS "stageKey", o.owner_id AS "ownerId", u.name AS "ownerName", u.locale AS "ownerLocale", u.time_zone AS "ownerTimeZone",
        o.owner_id = ANY ((SELECT parley_workable())::uuid[]) AS "isOwnerMine",
        m.name AS "movedBy", m.moved_by AS "movedById", m.from_stage AS "movedFrom", m.moved_at AS "movedAt"
      FROM opportunities o JOIN users u ON u.id = o.owner_id CROSS JOIN LATERAL parley_deal_facts(o.id, $2) f
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
