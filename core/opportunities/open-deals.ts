import { type Actor, hasRole } from '../actor.ts';

/** Whoever sees everybody's deals (parley_sees_all). */
const SEES_EVERYBODY = ['executive', 'admin', 'finance'] as const;

/** `all`: everybody's; `led`: his own, those of whom he leads and what he was let in to. */
export type Sight = 'all' | 'led';

export const sightOf = (actor: Actor): Sight => (hasRole(actor, SEES_EVERYBODY) ? 'all' : 'led');

/**
 * SQL, to select from laterally: the open deals the actor sees of which `where` holds (of `x`). Those who do not see all are led
 * owner by owner, as they are indexed: the row policies are a chain of ORs, beneath which a list of owners serves no index for sure.
 */
export const openInSight = (sight: Sight, where: string): string =>
  sight === 'all'
    ? `(SELECT x.* FROM seen.open_opportunities x WHERE ${where})`
    : `(SELECT o.* FROM unnest((SELECT parley_visible())::uuid[]) AS who
          CROSS JOIN LATERAL (SELECT x.* FROM seen.open_opportunities x WHERE x.owner_id = who AND ${where} OFFSET 0) o
        UNION ALL
        SELECT x.* FROM seen.open_opportunities x
         WHERE x.id = ANY ((SELECT parley_granted())::uuid[]) AND NOT x.owner_id = ANY ((SELECT parley_visible())::uuid[]) AND ${where})`;
