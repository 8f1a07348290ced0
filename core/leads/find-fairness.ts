import type { Core } from '../context.ts';
import { addDays, instantOf } from '../days.ts';

/** What one rep, or one region, got in the last days, and what became of it. */
export type Share = { name: string; got: number; open: number; converted: number };

export type Fairness = { reps: Share[]; regions: Share[] };

/**
 * Who got how many of the leads the actor sees, and how many became customers (R9). Those who sell and got none stand there,
 * too. A lead counts from when its owner was given it, else from when it came in.
 */
export async function findFairness(
  core: Core,
  { days, limit = 20 }: { days: number; limit?: number },
): Promise<Fairness> {
  const since = instantOf(addDays(core.today, 1 - days), '00:00', core.actor.timeZone);
  const rows = await core.sql<Share & { kind: 'rep' | 'region' }>({
    name: 'lead-fairness',
    text: `WITH got AS (
        SELECT l.owner_id, l.region, l.status FROM seen.leads l WHERE l.owner_id IS NOT NULL AND coalesce(l.given_at, l.created_at) >= $1)
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
