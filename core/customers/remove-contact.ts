import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { type ContactFields, getContactFields } from './change-contact.ts';
import { dropContact } from './drop-contact.ts';

/** Something on record that names somebody, and so keeps him on file. */
export type HeldBy = { kind: 'deal' | 'ticket' | 'followUp'; id: string; name: string };

/** So many are shown of what keeps him, and so much of a note. */
const MOST_SHOWN = 5;
const LONGEST = 60;

const LATIN = '[a-z0-9\u00c0-\u024f]';

/** The name in a note, as PostgreSQL reads a pattern: Ann is not in "planned". */
function asWord(name: string): string {
  const isLatin = new RegExp(`^${LATIN}`, 'iu');
  const before = isLatin.test(name) ? `(?<!${LATIN})` : '';
  const after = isLatin.test(name.at(-1) ?? '') ? `(?!${LATIN})` : '';
  return before + name.replace(/[^\p{L}\p{N}\s]/gu, '\\$&') + after;
}

/** He is spoken of on record: he has left, perhaps, but was no mistake. */
export class ContactHeld extends DomainError {
  readonly contact: ContactFields;
  readonly heldBy: readonly HeldBy[];

  constructor(contact: ContactFields, heldBy: readonly HeldBy[]) {
    super('built_upon', `contact ${contact.id} is named by ${heldBy.length} rows`);
    this.contact = contact;
    this.heldBy = heldBy;
  }
}

/**
 * Takes somebody who was entered by mistake off a customer (R80, R86). Throws not_found, ContactHeld where follow-ups, deals or
 * tickets name him, built_upon where those are out of the actor's sight.
 */
export async function removeContact(core: Core, contactId: string): Promise<ContactFields> {
  const contact = await getContactFields(core, contactId);
  const [heldBy, reports] = await Promise.all([findHeldBy(core, contact), findReports(core, contactId)]);
  if (heldBy.length > 0) {
    throw new ContactHeld(contact, heldBy);
  }
  for (const { id, version } of reports) {
    core.change.update('contacts', id, { reportsTo: null }, { version });
  }
  const { name, roleId, roleVersion } = contact;
  if (roleId && roleVersion !== null) {
    core.change.remove('contact_roles', roleId, { version: roleVersion });
  }
  await dropContact(core, contact, {
    en: `Nothing was removed. ${name} is named on a colleague's record that you cannot see. Mark the contact as having left instead, or ask an administrator.`,
    zh: `没有移除。${name}出现在你看不到的同事记录中。可以改为标记离职，或联系管理员处理。`,
  });
  return contact;
}

function findHeldBy(core: Core, { id, name, customerId }: ContactFields): Promise<HeldBy[]> {
  return core.sql<HeldBy>({
    name: 'contact-held-by',
    text: `(SELECT 'deal' AS kind, o.id, o.name FROM contact_roles r JOIN seen.opportunities o ON o.id = r.opportunity_id WHERE r.contact_id = $1 ORDER BY o.id LIMIT $4)
           UNION ALL (SELECT 'ticket', t.id, t.title FROM service_tickets t WHERE t.contact_id = $1 ORDER BY t.opened_at DESC LIMIT $4)
           UNION ALL (SELECT 'followUp', f.id, CASE WHEN length(f.note) > $5 THEN left(f.note, $5 - 1) || '…' ELSE f.note END FROM seen.follow_ups f
                       WHERE f.customer_id = $2 AND f.note ~* $3 ORDER BY f.happened_on DESC LIMIT $4)
            LIMIT $4`,
    values: [id, customerId, asWord(name), MOST_SHOWN, LONGEST],
  });
}

/** Who is said to report to him. */
function findReports(core: Core, contactId: string): Promise<{ id: string; version: number }[]> {
  return core.sql<{ id: string; version: number }>({
    name: 'contact-reports',
    text: 'SELECT id, version FROM seen.contacts WHERE reports_to = $1',
    values: [contactId],
  });
}
