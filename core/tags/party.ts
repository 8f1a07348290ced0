import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import type { Text } from '../text.ts';
import { tagsOf } from './tags-of.ts';

/** A lead or a customer, as far as both are somebody. */
export type Party = { entity: 'lead' | 'customer'; id: string; name: string; tags: Text[] };

/** Whichever of the two has this id, among what the actor may see. Throws not_found. */
export async function getParty(core: Core, id: string): Promise<Party> {
  const [party] = await core.sql<Party>({
    name: 'party',
    text: `SELECT p.*, ${tagsOf('g.lead_id = p.id OR g.customer_id = p.id')} AS tags
             FROM (SELECT 'lead' AS entity, id, concat_ws(' · ', contact_name, company) AS name FROM seen.leads WHERE id = $1
                   UNION ALL SELECT 'customer', id, name FROM seen.customers WHERE id = $1) p`,
    values: [id],
  });
  if (!party) {
    throw new DomainError('not_found', `party ${id}`);
  }
  return party;
}
