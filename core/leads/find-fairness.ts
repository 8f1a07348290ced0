import { hasRole } from '../actor.ts';
import type { Core } from '../context.ts';
import { addDays, instantOf } from '../days.ts';

/** What one rep, or one region, got in the last days, and what became of it. */
export type Share = { name: string; got: number; open: number; converted: number };

export type Fairness = { reps: Share[]; regions: Share[] };

const SEES_ALL_LEADS = ['executive', 'admin', 'finance', 'marketing'] as const;

const OF_THESE_DAYS = '(l.given_at >= $1 OR (l.given_at IS NULL AND l.created_at >= $1))';

/** Who does not see all is led owner by owner, as they are indexed: the row policies are a chain of ORs, which serves no index. */
const GOT = {
  all: `SELECT l.owner_id, l.region, l.status FROM seen.leads l WHERE l.owner_id IS NOT NULL AND ${OF_THESE_DAYS}`,
  led: `SELECT g.owner_id, g.region, g.status FROM unnest((SELECT parley_visible())::uuid[]) AS who
          CROSS JOIN LATERAL (SELECT l.owner_id, l.region, l.status FROM seen.leads l WHERE l.owner_id = who AND ${OF_THESE_DAYS} OFFSET 0) g
        UNION ALL
        SELECT l.owner_id, l.region, l.status FROM seen.leads l WHERE l.id = ANY ((SELECT parley_granted())::uuid[])
           AND l.owner_id IS NOT NULL AND NOT l.owner_id = ANY ((SELECT parley_visible())::uuid[]) AND ${OF_THESE_DAYS}`,
} as const;

/**
 * Who got how many of the leads the actor sees, and how many became customers (R9). Those who sell and got none stand there,
 * too. A lead counts from when its owner was given it, else from when it came in.
 */
export async function findFairness(
  core: Core,
  { days, limit = 20 }: { days: number; limit?: number },
): Promise<Fairness> {
  const since = instantOf(addDays(core.today, 1 - days), '00:00', core.actor.timeZone);
  const sight = hasRole(core.actor, SEES_ALL_LEADS) ? 'all' : 'led';
  const rows = await core.sql<Share & { kind: 'rep' | 'region' }>({
    name: `lead-fairness-${sight}`,
    text: `WITH got AS (${GOT[sight]})
      (SELECT 'rep' AS kind, u.name, count(g.owner_id)::int AS got, count(*) FILTER (WHERE g.status IN ('new', 'working', 'nurturing'))::int AS open,
              count(*) FILTER (WHERE g.status = 'converted')::int AS converted
         FROM users u LEFT JOIN got g ON g.owner_id = u.id
        WHERE (u.active AND 'rep' = ANY (u.roles) AND u.id = ANY ((SELECT parley_visible())::uuid[])) OR g.owner_id IS NOT NULL
        GROUP BY u.id, u.name ORDER BY 3 DESC, 2 LIMIT $2)
      UNION ALL
      (SELECT 'region', g.region, count(*)::int, count(*) FILTER (WHERE g.status IN ('new', 'working', 'nurturing'))::int,
              count(*) FILTER (WHERE g.status = 'converted')::int
         FROM got g WHERE g.region IS NOT NULL GROUP BY g.region ORDER BY 3 DESC, 2 LIMIT $2)`,
    values: [since, limit],
  });
  const of = (wanted: 'rep' | 'region') =>
    rows
      .filter(({ kind }) => kind === wanted)
      .map(({ name, got, open, converted }) => ({ name, got, open, converted }));
  return { reps: of('rep'), regions: of('region') };
}
