import { CONTACT_ROLE_NAMES } from '../../core/customers/contact-role.ts';
import type { ContactChoice, ContactMerge } from '../../core/customers/merge-contacts.ts';
import type { Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { CONTACT_LABELS } from './contact.ts';
import { factsOf } from './facts.ts';
import { phone as phoneOf, type Viewer } from './format.ts';
import { OPEN } from './words.ts';

/** What each of the two says. */
export function sayContactField(
  { contact, other }: Pick<ContactMerge, 'contact' | 'other'>,
  field: ContactChoice,
): { first: Text; second: Text } {
  const said = (who: ContactMerge['contact']): Text => {
    if (field === 'role') {
      return who.role ? CONTACT_ROLE_NAMES[who.role] : { en: '', zh: '' };
    }
    const value = who[field] ?? '';
    return { en: value, zh: value };
  };
  return { first: said(contact), second: said(other) };
}

export function contactsMergedCard(
  { contact, dropped }: { contact: ContactMerge['contact']; dropped: string },
  { locale }: Viewer,
): Card {
  const { id, name, title, phone, email, role, customerName } = contact;
  return {
    title: {
      en: `${dropped} and ${name} at ${customerName} are one contact now`,
      zh: `已合并：${customerName} · ${dropped} → ${name}`,
    }[locale],
    tone: 'good',
    body: [
      {
        type: 'facts',
        facts: factsOf(
          [
            [CONTACT_LABELS.title, title],
            [CONTACT_LABELS.phone, phone ? [phoneOf(phone)] : null],
            [CONTACT_LABELS.email, email],
            [CONTACT_LABELS.role, role ? CONTACT_ROLE_NAMES[role][locale] : null],
          ],
          locale,
        ),
      },
      {
        type: 'text',
        text: {
          en: 'Roles in deals, tickets and who reports to them are together; both names find them.',
          zh: '商机角色、工单和汇报关系已合到一起，两个名字都能找到。',
        }[locale],
        muted: true,
      },
      { type: 'actions', buttons: [press(OPEN, locale, 'contact.show', { contact: id })] },
    ],
  };
}
