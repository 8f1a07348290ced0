import type { CUSTOMER_FIELDS } from '../../core/customers/change-customer.ts';
import type { RecordRef } from '../../core/files/record.ts';
import type { LeadField } from '../../core/leads/change-lead.ts';
import { COMMA, type Locale, type Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';
import { press } from '../press.ts';
import type { Viewer } from './format.ts';
import { OPEN } from './words.ts';

type CustomerField = (typeof CUSTOMER_FIELDS)[number];

const FIELDS: Readonly<Record<CustomerField | LeadField, Text>> = {
  name: { en: 'Name', zh: '名称' },
  region: { en: 'Region', zh: '地区' },
  industry: { en: 'Industry', zh: '行业' },
  products: { en: 'Products', zh: '意向产品' },
  phone: { en: 'Phone', zh: '电话' },
  address: { en: 'Address', zh: '地址' },
  contact: { en: 'Contact', zh: '联系人' },
  company: { en: 'Company', zh: '公司' },
  email: { en: 'E-mail', zh: '邮箱' },
  source: { en: 'Source', zh: '来源' },
};

/** A field that holds nothing any more. */
export const gone = ({ en, zh }: Text, locale: Locale): string =>
  ({ en: `${en} (emptied)`, zh: `${zh}（已清空）` })[locale];

type Changed = {
  about: RecordRef;
  name: string;
  changed: readonly (keyof typeof FIELDS)[];
  emptied: readonly (keyof typeof FIELDS)[];
  open: Button;
};

/** What was changed, by its names. */
function recordChangedCard({ about, name, changed, emptied, open }: Changed, { locale }: Viewer): Card {
  return {
    title: { en: `Changed: ${name}`, zh: `已修改：${name}` }[locale],
    about,
    tone: 'good',
    body: [
      {
        type: 'text',
        text: changed
          .map((field) => (emptied.includes(field) ? gone(FIELDS[field], locale) : FIELDS[field][locale]))
          .join(COMMA[locale]),
      },
      { type: 'actions', buttons: [open] },
    ],
  };
}

export function customerChangedCard(
  { customer: { id, name }, ...what }: { customer: { id: string; name: string } } & What<CustomerField>,
  viewer: Viewer,
): Card {
  const open = press(OPEN, viewer.locale, 'customer.show', { customer: id });
  return recordChangedCard({ about: { entity: 'customer', recordId: id }, name, ...what, open }, viewer);
}

type What<Field> = { changed: readonly Field[]; emptied: readonly Field[] };

export function leadChangedCard(
  { lead: { id, contact }, ...what }: { lead: { id: string; contact: string } } & What<LeadField>,
  viewer: Viewer,
): Card {
  const open = press(OPEN, viewer.locale, 'lead.show', { lead: id });
  return recordChangedCard({ about: { entity: 'lead', recordId: id }, name: contact, ...what, open }, viewer);
}
