import type { Core } from '../context.ts';
import { newId } from '../id.ts';
import type { ContactRole } from './contact-role.ts';
import { contactCalled, findKnownContacts, giveRole, type RoleScope, refuseLeft } from './known-contacts.ts';
import { putContact } from './put-contact.ts';

/** `person` is as people call him: 王总, Mr Wang, Nora. */
export type RoleOfContact = RoleScope & { person: string; role: ContactRole };

/**
 * Says what part somebody at a customer plays; who is not on file yet is put there under the name that was said.
 * Throws bad_input where the name means several of them, HasLeft where it means one who has left.
 */
export async function setContactRole(
  core: Core,
  { person, role, ...scope }: RoleOfContact,
): Promise<{ name: string; isNew: boolean }> {
  const known = contactCalled(await findKnownContacts(core, scope), person);
  refuseLeft(known, person);
  const contactId = known?.id ?? newId();
  if (!known) {
    putContact(core, { id: contactId, customerId: scope.customerId, name: person });
  }
  giveRole(core, { contactId, known, role, scope });
  return { name: known?.name ?? person, isNew: !known };
}
