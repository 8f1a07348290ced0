import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { knowAnew } from '../known-by.ts';
import { personKeys } from '../names/index.ts';
import { type ContactFields, getContactFields } from './change-contact.ts';
import { CONTACT_ROLES, type ContactRole } from './contact-role.ts';
import { dropContact } from './drop-contact.ts';

/** What may be chosen where both say something else. */
export const CONTACT_CHOICES = ['name', 'title', 'phone', 'email', 'role'] as const;

export type ContactChoice = (typeof CONTACT_CHOICES)[number];

export type ContactMerge = {
  /** He who stays. */
  contact: ContactFields;
  other: ContactFields;
  differing: ContactChoice[];
};

/** What making one of two would come to. Throws not_found, bad_input for one with himself, of two customers or where one of them has left, forbidden where something of them is not shown (R12, R80, R84). */
export async function planContactMerge(core: Core, contactId: string, otherId: string): Promise<ContactMerge> {
  const [contact, other] = await Promise.all([getContactFields(core, contactId), getContactFields(core, otherId)]);
  if (contactId === otherId) {
    throw new DomainError('bad_input', `contact ${contactId} with himself`, {
      say: { en: 'Those are one and the same contact already.', zh: '这两个名称是同一个联系人，无需合并。' },
    });
  }
  if (contact.customerId !== other.customerId) {
    throw new DomainError('bad_input', `contacts of two customers: ${contactId}, ${otherId}`, {
      say: {
        en: `${contact.name} is with ${contact.customerName}, ${other.name} with ${other.customerName}. If those are one company, merge the customers first.`,
        zh: `${contact.name}属于${contact.customerName}，${other.name}属于${other.customerName}。如果是同一家公司，请先合并客户。`,
      },
    });
  }
  if (contact.unseen.length + other.unseen.length > 0) {
    throw new DomainError('forbidden', `contacts ${contactId} and ${otherId} are not shown in full`, {
      say: {
        en: 'Only whoever sees all of both may make them one. Ask whose customer it is.',
        zh: '只有能看到两人完整资料的同事才能合并，请联系客户负责人。',
      },
    });
  }
  if ((contact.leftOn === null) !== (other.leftOn === null)) {
    const gone = contact.leftOn === null ? other : contact;
    throw new DomainError('bad_input', `contacts ${contactId} and ${otherId}, of whom one has left`, {
      say: {
        en: `${gone.name} is marked as left, the other is not. Say so of both, or bring ${gone.name} back; then merge them.`,
        zh: `${gone.name}已标记离职，另一位没有。请先把两人都标记离职，或恢复${gone.name}，再合并。`,
      },
    });
  }
  const differing = CONTACT_CHOICES.filter(
    (field) => contact[field] !== null && other[field] !== null && contact[field] !== other[field],
  );
  return { contact, other, differing };
}

export type ContactChoices = Readonly<Partial<Record<ContactChoice, 'first' | 'second' | undefined>>>;

type Hanging = {
  kind: 'report' | 'ticket' | 'role';
  id: string;
  opportunityId: string | null;
  role: ContactRole | null;
  version: number;
};

/**
 * Makes one contact of two who were entered twice: roles, tickets and whoever reports to the second go to the first, who is found under
 * both names from then on; the second goes. Throws built_upon where what names him is out of the actor's sight.
 */
export async function mergeContacts(
  core: Core,
  { contactId, otherId, choices }: { contactId: string; otherId: string; choices: ContactChoices },
): Promise<{ contact: ContactFields; dropped: string }> {
  const plan = await planContactMerge(core, contactId, otherId);
  const { contact, other } = plan;
  const taken = CONTACT_CHOICES.filter(
    (field) => other[field] !== null && (contact[field] === null || choices[field] === 'second'),
  );
  const [hanging, own, reportsTo] = await Promise.all([
    findHanging(core, otherId),
    findHanging(core, contactId),
    findSuperior(core, contactId, otherId),
  ]);
  moveOver(core, contactId, { hanging, own });
  if (taken.includes('role') && contact.roleId && contact.roleVersion !== null && other.role) {
    core.change.update('contact_roles', contact.roleId, { role: other.role }, { version: contact.roleVersion });
  }
  const said = taken.flatMap((field) => (field === 'role' ? [] : [[field, other[field]]]));
  const set = { ...Object.fromEntries(said), ...reportsTo };
  if (Object.keys(set).length > 0) {
    core.change.update('contacts', contactId, set, { version: contact.version });
  }
  const names = [...personKeys(contact.name), ...personKeys(other.name)];
  await knowAnew(core, { entity: 'contact', recordId: contactId }, new Set(names));
  await dropContact(core, other, {
    en: `Nothing was merged. ${other.name} is named on a colleague's record that you cannot see. Ask an administrator.`,
    zh: `没有合并。${other.name}出现在你看不到的同事记录中，请联系管理员处理。`,
  });
  return {
    contact: { ...contact, ...Object.fromEntries(taken.map((field) => [field, other[field]])) },
    dropped: taken.includes('name') ? contact.name : other.name,
  };
}

/** Of two roles in one deal the weightier stays, with him who stays. */
function moveOver(
  { change }: Core,
  contactId: string,
  { hanging, own }: { hanging: readonly Hanging[]; own: readonly Hanging[] },
): void {
  for (const { kind, id, version, opportunityId, role } of hanging) {
    const same = own.find((each) => each.kind === 'role' && each.opportunityId === opportunityId);
    if (kind === 'report' && id !== contactId) {
      change.update('contacts', id, { reportsTo: contactId }, { version });
    } else if (kind === 'ticket') {
      change.update('service_tickets', id, { contactId }, { version });
    } else if (kind === 'role' && same) {
      change.remove('contact_roles', id, { version });
      // What part he plays at the customer as a whole is asked.
      if (opportunityId !== null && role && weightOf(role) > weightOf(same.role)) {
        change.update('contact_roles', same.id, { role }, { version: same.version });
      }
    } else if (kind === 'role') {
      change.update('contact_roles', id, { contactId }, { version });
    }
  }
}

const weightOf = (role: ContactRole | null): number =>
  role === null ? -1 : CONTACT_ROLES.length - CONTACT_ROLES.indexOf(role);

/** Who reports to him, which tickets he filed, what part he plays in which deal. */
function findHanging(core: Core, contactId: string): Promise<Hanging[]> {
  return core.sql<Hanging>({
    name: 'contact-hanging',
    text: `SELECT 'report' AS kind, id, NULL::uuid AS "opportunityId", NULL AS role, version FROM seen.contacts WHERE reports_to = $1
           UNION ALL SELECT 'ticket', id, NULL, NULL, version FROM service_tickets WHERE contact_id = $1
           UNION ALL SELECT 'role', id, opportunity_id, role, version FROM contact_roles WHERE contact_id = $1`,
    values: [contactId],
  });
}

type Chain = { own: string | null; others: string | null; isUnder: boolean; isOver: boolean };

/** SQL: whoever is above a contact, he among them. */
const above = (id: string, name: string) => `${name} AS (SELECT id, reports_to FROM seen.contacts WHERE id = ${id}
    UNION SELECT p.id, p.reports_to FROM ${name} JOIN seen.contacts p ON p.id = ${name}.reports_to)`;

/** His own superior, else the other's; whoever reported to the other rises to his place. Nobody comes to report to himself. Nothing where that stays as it is. */
async function findSuperior(core: Core, contactId: string, otherId: string): Promise<{ reportsTo?: string | null }> {
  const [chain] = await core.sql<Chain>({
    name: 'contact-chain',
    text: `WITH RECURSIVE ${above('$1', 'one')}, ${above('$2', 'other')}
           SELECT (SELECT reports_to FROM one WHERE id = $1) AS own, (SELECT reports_to FROM other WHERE id = $2) AS others,
                  EXISTS (SELECT FROM one WHERE id = $2) AS "isUnder", EXISTS (SELECT FROM other WHERE id = $1) AS "isOver"`,
    values: [contactId, otherId],
  });
  const { own = null, others = null, isUnder = false, isOver = false } = chain ?? {};
  const reportsTo = isUnder ? others : (own ?? (isOver ? null : others));
  return reportsTo === own ? {} : { reportsTo };
}
