import type { Core } from '../context.ts';
import type { ContactRole } from './contact-role.ts';
import { contactCalled, findKnownContacts, type RoleScope } from './known-contacts.ts';

/** What part somebody plays there, in anybody's words for him; undefined where nobody has said. Throws as `contactCalled` does. */
export async function findContactRole(
  core: Core,
  { person, ...scope }: RoleScope & { person: string },
): Promise<{ id: string; role: ContactRole } | undefined> {
  const known = contactCalled(await findKnownContacts(core, scope), person);
  return known?.roleId && known.role ? { id: known.roleId, role: known.role } : undefined;
}
