import type { Core } from '../context.ts';

type Hanging = { table: 'follow_ups' | 'tasks' | 'touches' | 'taggings'; id: string; isThere: boolean };

/** What hangs on a lead goes on with the customer it becomes: what was logged, what it did, the open tasks, the tags it has not yet. */
export async function moveToCustomer(
  core: Core,
  { leadId, customerId }: { leadId: string; customerId: string },
): Promise<{ followUps: number; tasks: number; touches: number; tags: number }> {
  const rows = await core.sql<Hanging>({
    name: 'lead-hanging',
    text: `SELECT 'follow_ups' AS "table", id, false AS "isThere" FROM seen.follow_ups WHERE lead_id = $1 AND customer_id IS NULL
           UNION ALL SELECT 'touches', id, false FROM touches WHERE lead_id = $1 AND customer_id IS NULL
           UNION ALL SELECT 'tasks', id, false FROM tasks WHERE lead_id = $1 AND customer_id IS NULL AND done_at IS NULL
           UNION ALL SELECT 'taggings', g.id, EXISTS (SELECT FROM taggings o WHERE o.customer_id = $2 AND o.tag_id = g.tag_id)
                       FROM taggings g WHERE g.lead_id = $1`,
    values: [leadId, customerId],
    isRead: true,
  });
  for (const { table, id, isThere } of rows) {
    if (table === 'taggings') {
      if (!isThere) {
        core.change.update(table, id, { leadId: null, customerId });
      }
    } else {
      core.change.update(table, id, { customerId });
    }
  }
  const count = (wanted: Hanging['table']) => rows.filter(({ table, isThere }) => table === wanted && !isThere).length;
  return { followUps: count('follow_ups'), tasks: count('tasks'), touches: count('touches'), tags: count('taggings') };
}
