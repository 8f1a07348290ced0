import type { Core } from '../context.ts';
import { isId } from '../id.ts';

/** Nobody has it yet; whoever is in hand on the actor's call list was taken on there (R10). */
export async function isToClaim(core: Core, leadId: string): Promise<boolean> {
  if (!isId(leadId)) {
    return false;
  }
  const found = await core.sql({
    name: 'lead-to-claim',
    text: `SELECT 1 FROM seen.leads l WHERE l.id = $1 AND l.owner_id IS NULL AND NOT EXISTS (
             SELECT FROM call_list_entries e WHERE e.lead_id = l.id AND e.person_id = (SELECT parley_actor()) AND e.state = 'claimed')`,
    values: [leadId],
    isRead: true,
  });
  return found.length > 0;
}
