import { nothingChanges } from '../changes/nothing-changes.ts';
import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import { DuplicateFound } from '../duplicates/duplicate-found.ts';
import { findDuplicates } from '../duplicates/find-duplicates.ts';
import { DomainError } from '../errors.ts';
import { knowAnew } from '../known-by.ts';
import { personKeys } from '../names/index.ts';
import type { ContactRole } from './contact-role.ts';
import { findKnownContacts, getSuperior, giveRole, type KnownContact } from './known-contacts.ts';
import type { SetContact } from './set-contact.ts';

/** What is corrected of a contact. */
const CONTACT_FIELDS = ['name', 'title', 'phone', 'email', 'role', 'reportsTo'] as const;

type FieldName = (typeof CONTACT_FIELDS)[number];

export type ContactFields = Pick<KnownContact, 'id' | 'name' | 'title' | 'role' | 'roleId' | 'roleVersion'> & {
  phone: string | null;
  email: string | null;
  /** The name of whom he reports to. */
  reportsTo: string | null;
  /** The day his superior left. */
  superiorLeftOn: Day | null;
  customerId: string;
  customerName: string;
  /** The day he left. */
  leftOn: Day | null;
  version: number;
  /** What is on file and not shown to the actor in full. */
  unseen: string[];
};

/** As far as the actor may see them. Throws not_found. */
export async function getContactFields(core: Core, id: string): Promise<ContactFields> {
  const [contact] = await core.sql<ContactFields>({
    name: 'contact-fields',
    text: `SELECT p.id, p.name, p.title, p.phone, p.email, b.name AS "reportsTo", b.left_on AS "superiorLeftOn", r.role, r.id AS "roleId", r.version AS "roleVersion",
             p.left_on AS "leftOn", p.version, p.unseen, c.id AS "customerId", c.name AS "customerName"
             FROM seen.contacts p JOIN seen.customers c ON c.id = p.customer_id LEFT JOIN seen.contacts b ON b.id = p.reports_to
             LEFT JOIN contact_roles r ON r.contact_id = p.id AND r.opportunity_id IS NULL WHERE p.id = $1`,
    values: [id],
  });
  if (!contact) {
    throw new DomainError('not_found', `contact ${id}`);
  }
  return contact;
}

export type ContactCorrection = { contactId: string } & {
  [Name in Exclude<FieldName, 'role' | 'name'>]?: string | null | undefined;
} & {
  name?: string | undefined;
  role?: ContactRole | null | undefined;
  /** He said that it is to be saved though the phone or e-mail is on file elsewhere. */
  isKnowing?: boolean | undefined;
};

/**
 * Sets what is given of somebody at a customer; null takes it away. Throws bad_input where nothing changes, not_found for a superior nobody
 * knows, DuplicateFound where the new phone or e-mail is another's (R10).
 */
export async function changeContact(
  core: Core,
  { contactId, isKnowing = false, ...given }: ContactCorrection,
): Promise<SetContact> {
  const before = await getContactFields(core, contactId);
  const { customerId, customerName } = before;
  const changed = CONTACT_FIELDS.filter((field) => given[field] !== undefined && given[field] !== before[field]);
  if (changed.length === 0) {
    throw nothingChanges(`contact ${contactId}`);
  }
  const { role, reportsTo, ...plain } = Object.fromEntries(changed.map((field) => [field, given[field]]));
  const [people, matches] = await Promise.all([
    reportsTo ? findKnownContacts(core, { customerId }) : [],
    isKnowing ? [] : findDuplicates(core, { phone: plain.phone ?? undefined, email: plain.email ?? undefined }),
  ]);
  const elsewhere = matches.filter(({ id }) => id !== customerId);
  if (elsewhere.length > 0) {
    throw new DuplicateFound(given.name ?? before.name, elsewhere);
  }
  const superior = getSuperior(people, { reportsTo: reportsTo ?? undefined, contactId, customerName });
  const set = { ...plain, ...(reportsTo === undefined ? {} : { reportsTo: superior?.id ?? null }) };
  if (Object.keys(set).length > 0) {
    core.change.update('contacts', contactId, set, { version: before.version });
  }
  if (plain.name) {
    await knowAnew(core, { entity: 'contact', recordId: contactId }, new Set(personKeys(plain.name)));
  }
  if (role !== undefined) {
    setRole(core, before, given.role);
  }
  return {
    id: contactId,
    name: given.name ?? before.name,
    isNew: false,
    leftOn: before.leftOn,
    customer: { id: customerId, name: customerName },
    saved: changed.map((field) => ({
      field,
      before: before[field],
      after: (field === 'reportsTo' ? superior?.name : given[field]) ?? null,
    })),
  };
}

function setRole(core: Core, before: ContactFields, role: ContactRole | null | undefined): void {
  const { id: contactId, roleId, roleVersion, customerId } = before;
  if (role) {
    giveRole(core, { contactId, known: before, role, scope: { customerId } });
  } else if (roleId && roleVersion !== null) {
    core.change.remove('contact_roles', roleId, { version: roleVersion });
  }
}
