import type { Core } from '../context.ts';
import { findCustomers } from '../customers/find-customers.ts';
import { ownedInSight } from '../people/in-sight.ts';
import { readQuery } from '../search/read-query.ts';
import { LINE, type OpportunityLine, type OpportunityRow, toLine } from './find-opportunities.ts';
import { isOpenDeal } from './stage.ts';

/** Won or lost opportunities that somebody owns or shares in, the last closed first. */
export async function findClosedOpportunities(
  core: Core,
  { ownerId, stageKey, limit, offset }: { ownerId: string; stageKey: string; limit: number; offset: number },
): Promise<OpportunityLine[]> {
  const rows = await core.sql<OpportunityRow>({
    name: 'opportunities-closed',
    text: `${LINE} WHERE o.stage_key = $2 AND (o.owner_id = $1 OR o.id = ANY (ARRAY(SELECT m.opportunity_id FROM opportunity_members m WHERE m.user_id = $1)))
           ORDER BY o.stage_since DESC, o.id LIMIT $3 OFFSET $4`,
    values: [ownerId, stageKey, limit, offset],
  });
  return rows.map(toLine);
}

/** What one look at names takes in. */
const MOST_LOOKED_AT = 200;

/** Closed opportunities named so, or of a customer named so, among those the actor may see, the last closed first. */
export async function searchClosed(
  core: Core,
  { mention, limit = 8 }: { mention: string; limit?: number },
): Promise<OpportunityLine[]> {
  const { words, like, keys, sounds } = readQuery(mention);
  if (words === '') {
    return [];
  }
  const customers = await findCustomers(core, { mention });
  const rows = await core.sql<OpportunityRow>({
    name: 'opportunities-closed-search',
    text: `WITH met AS MATERIALIZED (SELECT id FROM parley_search($2, $3, $4, $5, NULL, $6) WHERE kind = 'opportunity')
           ${LINE} WHERE NOT ${isOpenDeal('o')} AND (o.customer_id = ANY ($1)
             OR (o.id = ANY (ARRAY(SELECT id FROM met)) AND ${ownedInSight('o')} AND position($2 IN lower(o.name)) > 0))
           ORDER BY o.stage_since DESC, o.id LIMIT $7`,
    values: [customers.map(({ id }) => id), words, like, keys, sounds, MOST_LOOKED_AT, limit],
  });
  return rows.map(toLine);
}
