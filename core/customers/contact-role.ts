import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import type { Text } from '../text.ts';

/** What part somebody plays in his company's decisions (R24). */
export const CONTACT_ROLES = ['decision_maker', 'champion', 'influencer', 'gatekeeper', 'user', 'blocker'] as const;

export type ContactRole = (typeof CONTACT_ROLES)[number];

export const CONTACT_ROLE_NAMES: Readonly<Record<ContactRole, Text>> = {
  decision_maker: { en: 'decision maker', zh: '决策人' },
  champion: { en: 'champion', zh: '支持者' },
  influencer: { en: 'influencer', zh: '影响者' },
  gatekeeper: { en: 'gatekeeper', zh: '把关人' },
  user: { en: 'user', zh: '使用者' },
  blocker: { en: 'blocker', zh: '反对者' },
};

export type RoleOfContact = {
  customerId: string;
  /** In this deal only; in general when left out. */
  opportunityId?: string | undefined;
  /** As people call him: 王总, Mr Wang, Nora. */
  person: string;
  role: ContactRole;
};

type Row = { id: string; name: string; roleId: string | null; version: number | null };

const TITLE = /(?:总监|总经理|经理|总|主任|工|先生|女士|小姐|老师|院长|处长|科长|老板)$/u;
const ENGLISH_TITLE = /^(?:mr|mrs|ms|miss|dr)\.?\s+/iu;

/**
 * Says what part somebody at a customer plays; who is not on file yet is put there under the name that was said.
 * Throws bad_input where the name means several of them.
 */
export async function setContactRole(
  core: Core,
  { customerId, opportunityId, person, role }: RoleOfContact,
): Promise<{ name: string; isNew: boolean }> {
  const bare = person.replace(ENGLISH_TITLE, '').replace(TITLE, '') || person;
  const found = await core.sql<Row>({
    name: 'contact-role-of',
    text: `SELECT p.id, p.name, r.id AS "roleId", r.version FROM seen.contacts p
             LEFT JOIN contact_roles r ON r.contact_id = p.id AND r.opportunity_id IS NOT DISTINCT FROM $2
            WHERE p.customer_id = $1 AND (lower(p.name) = lower($3) OR starts_with(lower(p.name), lower($4)) OR position(' ' || lower($4) IN lower(p.name)) > 0)
            ORDER BY lower(p.name) = lower($3) DESC, p.name LIMIT 6`,
    values: [customerId, opportunityId ?? null, person, bare],
  });
  const exact = found.filter(({ name }) => name.toLowerCase() === person.toLowerCase());
  const meant = exact.length > 0 ? exact : found;
  if (meant.length > 1) {
    const names = meant.map(({ name }) => name);
    throw new DomainError('bad_input', 'a name of several contacts', {
      say: {
        en: `Which “${person}” do you mean: ${names.join(', ')}?`,
        zh: `“${person}”指的是哪一位：${names.join('、')}？`,
      },
    });
  }
  const [known] = meant;
  const contactId = known?.id ?? newId();
  if (!known) {
    core.change.insert('contacts', { id: contactId, customerId, name: person });
  }
  if (known?.roleId && known.version !== null) {
    core.change.update('contact_roles', known.roleId, { role }, { version: known.version });
  } else {
    core.change.insert('contact_roles', {
      id: newId(),
      customerId,
      contactId,
      opportunityId: opportunityId ?? null,
      role,
    });
  }
  return { name: known?.name ?? person, isNew: !known };
}
