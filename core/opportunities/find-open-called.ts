import type { Core } from '../context.ts';

/** The customer's open deal of exactly this name, the oldest where there are several. */
export async function findOpenCalled(
  core: Core,
  { customerId, name }: { customerId: string; name: string },
): Promise<{ id: string; name: string } | undefined> {
  const [row] = await core.sql<{ id: string; name: string }>({
    name: 'opportunity-open-called',
    text: `SELECT o.id, o.name FROM seen.opportunities o JOIN stages s ON s.key = o.stage_key AND s.kind = 'open'
            WHERE o.customer_id = $1 AND o.name = $2 ORDER BY o.created_at, o.id LIMIT 1`,
    values: [customerId, name],
  });
  return row;
}
