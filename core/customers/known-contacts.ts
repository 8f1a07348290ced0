import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { fold, personKeys } from '../names/index.ts';
import { personNames } from '../names/person-names.ts';
import type { ContactRole } from './contact-role.ts';

/** Somebody at a customer, with the part he plays in one deal or in general. */
export type KnownContact = {
  id: string;
  name: string;
  title: string | null;
  /** The day he left. */
  leftOn: Day | null;
  role: ContactRole | null;
  roleId: string | null;
  roleVersion: number | null;
};

/** Where a role holds: in one deal, or in general where none is named. */
export type RoleScope = { customerId: string; opportunityId?: string | undefined };

export function findKnownContacts(core: Core, { customerId, opportunityId }: RoleScope): Promise<KnownContact[]> {
  return core.sql<KnownContact>({
    name: 'contacts-with-roles',
    text: `SELECT p.id, p.name, p.title, p.left_on AS "leftOn", r.role, r.id AS "roleId", r.version AS "roleVersion"
             FROM seen.contacts p LEFT JOIN contact_roles r ON r.contact_id = p.id AND r.opportunity_id IS NOT DISTINCT FROM $2
            WHERE p.customer_id = $1 ORDER BY p.created_at`,
    values: [customerId, opportunityId ?? null],
  });
}

/** Nobody is called so, but the name of one or several sounds so: 李娜 is written Lina, and so is Lina. */
export class SoundsLike extends DomainError {
  readonly said: string;
  readonly names: readonly string[];

  constructor(said: string, names: readonly string[]) {
    super('bad_input', 'a name that only sounds like a contact', {
      say: {
        en: `Nobody there is called “${said}”. Do you mean ${names.join(' or ')}?`,
        zh: `没有名为“${said}”的联系人。你指的是${names.join('还是')}吗？`,
      },
    });
    this.said = said;
    this.names = names;
  }
}

/** Only somebody who has left the company is called so. */
export class HasLeft extends DomainError {
  readonly said: string;
  readonly contact: { id: string; name: string };

  constructor(said: string, contact: { id: string; name: string }) {
    const { name } = contact;
    super('bad_input', 'a contact who has left', {
      say: {
        en: `${name} has left the company. Name somebody else, or say first that ${name} is back.`,
        zh: `${name}已离职。请填写其他人，或先说明${name}已回来。`,
      },
    });
    this.said = said;
    this.contact = contact;
  }
}

/** What is said of somebody who has left is about him only once he is back. Throws HasLeft. */
export function refuseLeft(contact: KnownContact | undefined, said: string): void {
  if (contact?.leftOn) {
    throw new HasLeft(said, contact);
  }
}

/**
 * Who is meant by a name or a surname with its title: who has left only where nobody who is still there is called so. Throws
 * bad_input for several, SoundsLike where only the sound fits.
 */
export function contactCalled(people: readonly KnownContact[], said: string): KnownContact | undefined {
  let former: KnownContact | undefined;
  for (const name of [said, ...personNames(said)]) {
    const lower = name.toLowerCase();
    const exact = people.filter((each) => each.name.toLowerCase() === lower);
    const all = exact.length > 0 ? exact : people.filter((each) => isCalled(each.name.toLowerCase(), lower));
    const meant = stillThere(all);
    const [only, another] = meant;
    if (only && another) {
      const names = meant.map((each) => each.name);
      throw new DomainError('bad_input', 'a name of several contacts', {
        say: {
          en: `Which “${said}” do you mean: ${names.join(', ')}?`,
          zh: `“${said}”指的是哪一位：${names.join('、')}？`,
        },
      });
    }
    if (only && !only.leftOn) {
      return only;
    }
    former ??= only;
  }
  if (former) {
    return former;
  }
  const heard = [said, ...personNames(said)].flatMap((name) =>
    stillThere(people).filter((each) => personKeys(each.name).includes(fold(name))),
  );
  if (heard.length > 0) {
    throw new SoundsLike(said, [...new Set(heard.map((each) => each.name))]);
  }
  return undefined;
}

/** The same, and nobody where it is not clear who. */
export async function findContactCalled(core: Core, scope: RoleScope, said: string): Promise<KnownContact | undefined> {
  const people = await findKnownContacts(core, scope);
  try {
    return contactCalled(people, said);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'bad_input') {
      return undefined;
    }
    throw error;
  }
}

/** Whom somebody reports to, by name; undefined where none is named. Throws not_found for nobody known, and for himself. */
export function getSuperior(
  people: readonly KnownContact[],
  {
    reportsTo,
    contactId,
    customerName,
  }: { reportsTo: string | undefined; contactId: string | undefined; customerName: string },
): KnownContact | undefined {
  const superior = reportsTo === undefined ? undefined : contactCalled(people, reportsTo);
  if (reportsTo !== undefined && (!superior || superior.id === contactId)) {
    throw nobodyCalled(reportsTo, customerName);
  }
  refuseLeft(superior, reportsTo ?? '');
  return superior;
}

export const nobodyCalled = (said: string, customerName: string) =>
  new DomainError('not_found', `contact ${said}`, {
    say: {
      en: `I know nobody called ${said} at ${customerName}. Add that person first.`,
      zh: `${customerName}没有名为${said}的联系人，请先添加。`,
    },
  });

/** Writes down what part somebody plays; nothing where he plays it already. */
export function giveRole(
  core: Core,
  {
    contactId,
    known,
    role,
    scope,
  }: { contactId: string; known: KnownContact | undefined; role: ContactRole; scope: RoleScope },
): void {
  if (known?.roleId && known.roleVersion !== null) {
    if (role !== known.role) {
      core.change.update('contact_roles', known.roleId, { role }, { version: known.roleVersion });
    }
    return;
  }
  const { customerId, opportunityId = null } = scope;
  core.change.insert('contact_roles', { id: newId(), customerId, contactId, opportunityId, role });
}

/** Those who have not left; all of them where none has stayed. */
export function stillThere<Person extends { leftOn: Day | null }>(people: readonly Person[]): readonly Person[] {
  const there = people.filter(({ leftOn }) => leftOn === null);
  return there.length > 0 ? there : people;
}

function isCalled(name: string, said: string): boolean {
  return name.startsWith(said) || name.split(' ').includes(said);
}
