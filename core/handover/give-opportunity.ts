import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { refuseClosed } from '../opportunities/deal-parts.ts';
import type { OpportunityLine } from '../opportunities/find-opportunities.ts';
import type { Given } from './give-customer.ts';
import { handOver } from './hand-over.ts';

type Found = Pick<OpportunityLine, 'id' | 'name' | 'ownerId' | 'stageKind'> & {
  takerName: string | null;
  /** He sees the customer: it is his or nobody's, or he is let in with the deal, himself or in the place of whom he follows. */
  isLetIn: boolean;
};

/**
 * Gives one open deal to a colleague with what its owner has open there: tasks, requests, his part of it (R10). The customer stays
 * whose it is; the receiver sees it. Throws forbidden for whom the actor may give nothing, decided where it is his already.
 */
export async function giveOpportunity(
  core: Core,
  { opportunityId, to }: { opportunityId: string; to: string },
): Promise<Given> {
  const [found] = await core.sql<Found>({
    name: 'opportunity-to-give',
    text: `SELECT o.id, o.name, o.owner_id AS "ownerId", s.kind AS "stageKind", u.name AS "takerName",
             (c.id IS NOT NULL AND coalesce(c.owner_id, $2) = $2) OR EXISTS (
               SELECT FROM grants g WHERE g.entity = 'opportunity' AND g.record_id = o.id AND g.reason = 'joint_deal'
                  AND g.user_id IN (o.owner_id, $2) AND (g.ends_at IS NULL OR g.ends_at > parley_now())) AS "isLetIn"
             FROM seen.opportunities o JOIN stages s ON s.key = o.stage_key LEFT JOIN seen.customers c ON c.id = o.customer_id
             LEFT JOIN users u ON u.id = $2 AND u.active WHERE o.id = $1`,
    values: [opportunityId, to],
  });
  if (!found?.takerName) {
    throw new DomainError('not_found', `opportunity ${opportunityId} or user ${to}`);
  }
  const { name, ownerId, takerName } = found;
  refuseClosed(found);
  if (ownerId === to) {
    throw new DomainError('decided', `opportunity ${opportunityId} is ${to}'s`, {
      say: { en: `${name} is with ${takerName} already.`, zh: `${name}已由${takerName}负责。` },
    });
  }
  const { to: parts, handovers } = await handOver(core, { personId: ownerId, to: [to], opportunityId });
  if (!found.isLetIn) {
    const grant = { entity: 'opportunity', recordId: opportunityId, userId: to, reason: 'joint_deal' };
    core.change.insert('grants', { id: newId(), ...grant });
  }
  const rows = parts.flatMap((part) => part.rows);
  return {
    record: { id: opportunityId, name },
    taker: { id: to, name: takerName },
    rows,
    handoverId: handovers[0]?.id,
  };
}
