import type { SavedCustomerField } from '../../core/customers/change-customer.ts';
import { phoneText } from '../../core/customers/phone.ts';
import type { RecordRef } from '../../core/files/record.ts';
import type { LeadField } from '../../core/leads/change-lead.ts';
import { COMMA, type Text } from '../../core/text.ts';
import type { Button, Card, CardNode } from '../cards/card.ts';
import { press } from '../press.ts';
import type { Viewer } from './format.ts';
import { OPEN } from './words.ts';

const FIELDS: Readonly<Record<SavedCustomerField['field'] | LeadField, Text>> = {
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

/** What a field held and what it holds now; only that where it is new. */
export function savedText(
  { field, before, after }: { field: string; before: string | null; after: string | null },
  { locale }: Viewer,
): string {
  const said = (value: string | null, none: string) =>
    value === null ? none : field === 'phone' ? phoneText(value) : value;
  return `${said(before, '—')} → ${said(after, EMPTIED[locale])}`;
}

const EMPTIED: Text = { en: 'emptied', zh: '已清空' };

type Changed = { about: RecordRef; name: string; open: Button; said: CardNode };

function recordChangedCard({ about, name, open, said }: Changed, { locale }: Viewer): Card {
  return {
    title: { en: `Changed: ${name}`, zh: `已修改：${name}` }[locale],
    about,
    tone: 'good',
    body: [said, { type: 'actions', buttons: [open] }],
  };
}

/** What was changed, from what to what. */
export function customerChangedCard(
  { customer: { id, name }, saved }: { customer: { id: string; name: string }; saved: readonly SavedCustomerField[] },
  viewer: Viewer,
): Card {
  const { locale } = viewer;
  const open = press(OPEN, locale, 'customer.show', { customer: id });
  const facts = saved.map((each) => ({ label: FIELDS[each.field][locale], value: savedText(each, viewer) }));
  return recordChangedCard(
    { about: { entity: 'customer', recordId: id }, name, open, said: { type: 'facts', facts } },
    viewer,
  );
}

/** What was changed, by its names. */
export function leadChangedCard(
  {
    lead: { id, contact },
    changed,
    emptied,
  }: { lead: { id: string; contact: string }; changed: readonly LeadField[]; emptied: readonly LeadField[] },
  viewer: Viewer,
): Card {
  const { locale } = viewer;
  const open = press(OPEN, locale, 'lead.show', { lead: id });
  const gone = ({ en, zh }: Text) => ({ en: `${en} (emptied)`, zh: `${zh}（已清空）` })[locale];
  const text = changed
    .map((field) => (emptied.includes(field) ? gone(FIELDS[field]) : FIELDS[field][locale]))
    .join(COMMA[locale]);
  return recordChangedCard(
    { about: { entity: 'lead', recordId: id }, name: contact, open, said: { type: 'text', text } },
    viewer,
  );
}
