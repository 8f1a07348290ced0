import type { ContactFields } from '../../core/customers/change-contact.ts';
import { CONTACT_ROLE_NAMES } from '../../core/customers/contact-role.ts';
import { type DealWithout, LEADING_ROLES } from '../../core/customers/leave-contact.ts';
import type { Day } from '../../core/days.ts';
import type { Deal } from '../../core/opportunities/get-deal.ts';
import { COMMA, fill, type Text } from '../../core/text.ts';
import type { Button, Card, CardNode } from '../cards/card.ts';
import { press } from '../press.ts';
import { day, shortDay, type Viewer } from './format.ts';

/** What is pressed to name another for his part. */
export const WHO_DECIDES: Text = { en: 'Who decides…', zh: '决策链…' };
export const BACK: Text = { en: 'Is back', zh: '已回来' };
export const LEFT: Text = { en: 'Has left…', zh: '已离职…' };

const SHOW: Text = { en: 'Open contact', zh: '查看联系人' };
const ADD_AT: Text = { en: 'Add at {name}', zh: '添加到{name}' };
const NEW_COMPANY: Text = { en: 'New customer {name}', zh: '新建客户{name}' };
const ASK: Text = {
  en: '{name} is with {owner}: please tell {owner}.',
  zh: '{name}由{owner}负责，请告诉{owner}。',
};
const NAME_ANOTHER: Text = {
  en: 'Somebody else has to be found for what {name} decided:',
  zh: '{name}参与的商机需要确认新的人选：',
};

/** left 20 May, left today · 5月20日离职, 今天离职; empty of somebody who is still there. */
export function leftMark(leftOn: Day | null, viewer: Pick<Viewer, 'locale' | 'today'>): string {
  const on = leftOn && shortDay(leftOn, viewer);
  return on ? { en: `left ${on}`, zh: `${on}离职` }[viewer.locale] : '';
}

/** A part in a deal that only somebody who has left plays: the one who decides, the one on our side (R24). */
export function partsVacant({ roles, stageKind }: Pick<Deal, 'roles' | 'stageKind'>, { locale }: Viewer): string[] {
  const vacant = LEADING_ROLES.filter(
    (part) => roles.some(({ role }) => role === part) && roles.every(({ role, leftOn }) => role !== part || leftOn),
  );
  return (stageKind === 'open' ? vacant : []).map((part) => {
    const names = roles.filter(({ role }) => role === part).map(({ name }) => name);
    const who = names.join(COMMA[locale]);
    const what = CONTACT_ROLE_NAMES[part];
    return {
      en: `${who}, ${what.en}, has left. Who is it now?`,
      zh: `${what.zh}${who}已离职，请确认新的${what.zh}。`,
    }[locale];
  });
}

/** Where he works now: without an id no customer yet; `askOf` is whose it is, where the actor may enter nothing there. */
export type NewCompany = { id?: string; name: string; askOf?: string };

/** He has left: what he leaves behind him, and where he may be put on file again. */
export function contactLeftCard(
  {
    contact,
    on,
    deals,
    company,
  }: {
    contact: ContactFields;
    on: Day;
    deals: readonly DealWithout[];
    company: NewCompany | undefined;
  },
  viewer: Viewer,
): Card {
  const { locale } = viewer;
  const { id, name, customerName } = contact;
  const since = day(on, viewer);
  const records: CardNode[] =
    deals.length > 0
      ? [
          { type: 'text', text: fill(NAME_ANOTHER, { name })[locale] },
          {
            type: 'records',
            records: deals.map((deal) => ({
              title: deal.name,
              detail: CONTACT_ROLE_NAMES[deal.role][locale],
              buttons: [press(WHO_DECIDES, locale, 'opportunity.contact', { opportunity: deal.id })],
            })),
          },
        ]
      : [];
  return {
    title: { en: `${name} has left ${customerName}`, zh: `${customerName} · ${name}已离职` }[locale],
    tone: deals.length > 0 ? 'warning' : 'good',
    body: [
      {
        type: 'text',
        text: { en: `Since ${since}. What is on record stays.`, zh: `离职日期：${since}。往来记录均保留。` }[locale],
      },
      ...(company?.askOf
        ? [{ type: 'text' as const, text: fill(ASK, { ...company, owner: company.askOf })[locale] }]
        : []),
      ...records,
      {
        type: 'actions',
        buttons: [
          ...(company && !company.askOf ? [atCompany(contact, company, locale)] : []),
          press(SHOW, locale, 'contact.show', { contact: id }),
        ],
      },
    ],
  };
}

/** The form to add him where he works now, filled with what is known of him. */
function atCompany({ id }: ContactFields, company: NewCompany, locale: Viewer['locale']): Button {
  const { name } = company;
  return company.id
    ? press(fill(ADD_AT, { name }), locale, 'contact.set', { customer: company.id, from: id }, { style: 'primary' })
    : press(fill(NEW_COMPANY, { name }), locale, 'customer.add', { name });
}

export function contactBackCard({ id, name, customerName }: ContactFields, { locale }: Viewer): Card {
  return {
    title: { en: `${name} is back at ${customerName}`, zh: `${customerName} · ${name}已回来` }[locale],
    tone: 'good',
    body: [{ type: 'actions', buttons: [press(SHOW, locale, 'contact.show', { contact: id })] }],
  };
}
