import type { ContactFields } from '../../core/customers/change-contact.ts';
import type { ContactHeld, HeldBy } from '../../core/customers/remove-contact.ts';
import type { Locale, Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';
import { press } from '../press.ts';
import type { Viewer } from './format.ts';

const KINDS: Readonly<Record<HeldBy['kind'], Text>> = {
  deal: { en: 'Opportunity', zh: '商机' },
  ticket: { en: 'Ticket', zh: '工单' },
  followUp: { en: 'Follow-up', zh: '跟进' },
};
const REMOVE: Text = { en: 'Entered by mistake…', zh: '录错了，移除…' };
const SURE: Text = { en: 'Remove {name}?', zh: '移除{name}？' };
const WHAT: Text = {
  en: 'Only for somebody entered by mistake. You can undo it for ten minutes.',
  zh: '仅用于录错的联系人。10 分钟内可以撤销。',
};

/** Off his card, once he has been asked whether he means it. */
export function removeButton({ id, name }: { id: string; name: string }, locale: Locale): Button {
  const confirm = {
    title: SURE[locale].replace('{name}', name),
    text: WHAT[locale],
    yes: { en: 'Remove', zh: '移除' }[locale],
    no: { en: 'Keep', zh: '保留' }[locale],
  };
  return press(REMOVE, locale, 'contact.remove', { contact: id }, { style: 'danger', confirm });
}

export function contactRemovedCard({ name, customerId, customerName }: ContactFields, { locale }: Viewer): Card {
  return {
    title: { en: `Removed: ${name}, ${customerName}`, zh: `联系人已移除：${customerName} · ${name}` }[locale],
    tone: 'good',
    body: [
      {
        type: 'actions',
        buttons: [
          press({ en: 'All contacts', zh: '全部联系人' }, locale, 'customer.show', {
            customer: customerId,
            section: 'contacts',
          }),
        ],
      },
    ],
  };
}

/** Where he is spoken of, and what may be done instead. */
export function contactHeldCard({ contact, heldBy }: ContactHeld, buttons: Button[], { locale }: Viewer): Card {
  const { name } = contact;
  return {
    title: { en: `${name} is on record and stays`, zh: `${name}有往来记录，不能移除` }[locale],
    tone: 'warning',
    body: [
      {
        type: 'text',
        text: {
          en: `Nothing was removed. ${name} is named here:`,
          zh: `没有移除。以下记录涉及${name}：`,
        }[locale],
      },
      {
        type: 'records',
        records: heldBy.map((held) => ({
          title: held.name,
          detail: KINDS[held.kind][locale],
          buttons: openOf(held, locale),
        })),
      },
      { type: 'actions', buttons },
    ],
  };
}

function openOf({ kind, id }: HeldBy, locale: Locale): Button[] {
  const open: Text = { en: 'Open', zh: '查看' };
  switch (kind) {
    case 'deal':
      return [press(open, locale, 'opportunity.show', { opportunity: id })];
    case 'ticket':
      return [press(open, locale, 'ticket.show', { ticket: id })];
    case 'followUp':
      return [];
  }
}
