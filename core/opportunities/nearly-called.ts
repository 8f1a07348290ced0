import type { Core } from '../context.ts';
import { LIKELY, scoreSlip } from '../names/index.ts';

export type NearDeal = { id: string; name: string; customerId: string | null; customerName: string | null };

/** How many of his own open deals, the latest first, somebody is taken to know by name. */
const KNOWN = 300;

/** Open deals of the actor's whose names sound so or are nearly spelt so, the nearest first. */
export async function findNearlyCalled(
  core: Core,
  { said, limit }: { said: string; limit: number },
): Promise<NearDeal[]> {
  const own = await core.sql<NearDeal>({
    name: 'opportunities-nearly-called',
    text: `SELECT d.id, d.name, d.customer_id AS "customerId", c.name AS "customerName"
             FROM (SELECT p.id FROM seen.open_opportunities p WHERE p.owner_id = $1 ORDER BY p.stage_since DESC LIMIT ${KNOWN}) k
             CROSS JOIN LATERAL (SELECT o.id, o.name, o.customer_id FROM seen.opportunities o WHERE o.id = k.id OFFSET 0) d
             LEFT JOIN seen.customers c ON c.id = d.customer_id`,
    values: [core.actor.userId],
    isRead: true,
  });
  return own
    .map((deal) => ({ deal, score: scoreSlip(said, deal.name) }))
    .filter(({ score }) => score >= LIKELY)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ deal }) => deal);
}
