import { nothingChanges } from '../changes/nothing-changes.ts';
import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import { DuplicateFound } from '../duplicates/duplicate-found.ts';
import { findDuplicates } from '../duplicates/find-duplicates.ts';
import { newId } from '../id.ts';
import { getContactFields } from './change-contact.ts';
import type { ContactRole } from './contact-role.ts';
import { contactCalled, findKnownContacts, getSuperior, giveRole, refuseLeft } from './known-contacts.ts';
import { putContact } from './put-contact.ts';
import { findOtherOwner, refuseOthers } from './refuse-others.ts';
import { getCustomerWithDeal } from './sole-deal.ts';

export type ContactChange = {
  customerId: string;
  person: string;
  role?: ContactRole | undefined;
  title?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
  /** The name of whom he reports to, at the same customer. */
  reportsTo?: string | undefined;
  /** He said that it is to be saved though the phone or e-mail is on file elsewhere. */
  isKnowing?: boolean | undefined;
  /** He said that it is somebody else than the one whose name sounds so. */
  isAnother?: boolean | undefined;
};

export type SetContact = {
  id: string;
  name: string;
  isNew: boolean;
  customer: { id: string; name: string };
  leftOn: Day | null;
  /** What is on file now, and what was there before. */
  saved: SavedField[];
};

export type SavedField = {
  field: 'name' | 'title' | 'phone' | 'email' | 'role' | 'reportsTo';
  before: string | null;
  after: string | null;
};

/**
 * Says who somebody at a customer is and what he decides (R24); whoever is not on file yet is put there.
 * Throws bad_input where several people of the customer are called so, SoundsLike where one only sounds so, HasLeft where only one who has left is, DuplicateFound where his phone or e-mail is another's (R10).
 */
export async function setContact(core: Core, change: ContactChange): Promise<SetContact> {
  const { customerId, person, role, title, phone, email, reportsTo, isKnowing = false, isAnother = false } = change;
  const [customer, people, matches, other] = await Promise.all([
    getCustomerWithDeal(core, customerId),
    findKnownContacts(core, { customerId }),
    isKnowing ? [] : findDuplicates(core, { phone, email }),
    findOtherOwner(core, customerId),
  ]);
  const elsewhere = matches.filter(({ id: found }) => found !== customerId);
  if (elsewhere.length > 0) {
    throw new DuplicateFound(person, elsewhere);
  }
  refuseOthers({ id: customerId, name: customer.name }, other);
  const known = isAnother ? undefined : contactCalled(people, person);
  refuseLeft(known, person);
  const superior = getSuperior(people, { reportsTo, contactId: known?.id, customerName: customer.name });
  const id = known?.id ?? newId();
  const before = known && (await getContactFields(core, id));
  const given = {
    ...(title ? { title } : {}),
    ...(phone ? { phone } : {}),
    ...(email ? { email } : {}),
    ...(superior ? { reportsTo: superior.id } : {}),
  };
  if (!known) {
    putContact(core, { id, customerId, name: person, ...given });
  } else if (Object.keys(given).length > 0) {
    core.change.update('contacts', id, given);
  }
  if (role) {
    giveRole(core, { contactId: id, known, role, scope: { customerId } });
  }
  if (known && !core.change.hasRows) {
    throw nothingChanges(`contact ${id}`);
  }
  const said = { role, title, phone, email, reportsTo: superior?.name };
  return {
    id,
    name: known?.name ?? person,
    isNew: !known,
    leftOn: null,
    customer: { id: customerId, name: customer.name },
    saved: (['role', 'title', 'phone', 'email', 'reportsTo'] as const).flatMap((field): SavedField[] => {
      const [old, now] = [before?.[field] ?? null, said[field]];
      return now && now !== old ? [{ field, before: old, after: now }] : [];
    }),
  };
}
