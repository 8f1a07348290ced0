import { nothingChanges } from '../changes/nothing-changes.ts';
import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import { refuseYetToCome } from '../journal/milestones.ts';
import { type ContactFields, getContactFields } from './change-contact.ts';
import type { ContactRole } from './contact-role.ts';

/** An open deal that somebody decided or fought for. */
export type DealWithout = { id: string; name: string; role: Extract<ContactRole, 'decision_maker' | 'champion'> };

/** He leaves a hole in these: another has to be found for his part. */
export const LEADING_ROLES = ['decision_maker', 'champion'] as const satisfies readonly ContactRole[];

const MOST_DEALS = 4;

/**
 * Says that somebody no longer works at the company, since a day; he stays on file with what he did (R12, R13). Said again with
 * another day, that is the one that stands. Throws not_found, bad_input for a day to come and where nothing changes.
 */
export async function leaveContact(
  core: Core,
  { contactId, on }: { contactId: string; on: Day },
): Promise<{ contact: ContactFields; deals: DealWithout[] }> {
  refuseYetToCome(core, on);
  const contact = await getContactFields(core, contactId);
  if (contact.leftOn === on) {
    throw nothingChanges(`contact ${contactId}`);
  }
  core.change.update('contacts', contactId, { leftOn: on }, { version: contact.version });
  return { contact: { ...contact, leftOn: on }, deals: await findDealsWithout(core, contact) };
}

/** The open deals that he decided or fought for. */
export function findDealsWithout(
  core: Core,
  { id, customerId }: Pick<ContactFields, 'id' | 'customerId'>,
): Promise<DealWithout[]> {
  return core.sql<DealWithout>({
    name: 'deals-without-contact',
    text: `SELECT d.id, d.name, d.role FROM (
             SELECT o.id, o.name, (SELECT r.role FROM contact_roles r WHERE r.contact_id = $1 AND (r.opportunity_id = o.id OR r.opportunity_id IS NULL)
                                    ORDER BY r.opportunity_id NULLS LAST LIMIT 1) AS role
               FROM seen.opportunities o JOIN stages s ON s.key = o.stage_key AND s.kind = 'open' WHERE o.customer_id = $2) d
            WHERE d.role = ANY ($3) ORDER BY d.id LIMIT $4`,
    values: [id, customerId, LEADING_ROLES, MOST_DEALS],
  });
}

/** He works there again. Throws not_found, bad_input where nobody has said that he left. */
export async function returnContact(core: Core, contactId: string): Promise<ContactFields> {
  const contact = await getContactFields(core, contactId);
  if (contact.leftOn === null) {
    throw nothingChanges(`contact ${contactId}`);
  }
  core.change.update('contacts', contactId, { leftOn: null }, { version: contact.version });
  return { ...contact, leftOn: null };
}
