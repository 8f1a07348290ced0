import { moneySchema } from '../../core/money.ts';
import { type FieldDeclaration, type ObjectType, valueUnder } from '../../core/objects/declaration.ts';
import type { DueObject } from '../../core/objects/find-due-objects.ts';
import { dayOfObject, type ObjectLine } from '../../core/objects/find-objects.ts';
import type { Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { day, money, type Viewer } from './format.ts';
import { type Page, pageTitle } from './page.ts';
import { CHANGE, MORE, OPEN, OPEN_CUSTOMER } from './words.ts';

const REMOVE: Text = { en: 'Remove', zh: '移除' };
const CUSTOMER: Text = { en: 'Customer', zh: '客户' };
const BY: Text = { en: 'Entered by', zh: '登记人' };

type Shown = Pick<ObjectLine, 'id' | 'name' | 'type' | 'values' | 'people'>;

/** One field's value in words; undefined where nothing was said. */
export function valueText(
  field: FieldDeclaration,
  { values, people }: Pick<Shown, 'values' | 'people'>,
  viewer: Viewer,
): string | undefined {
  const value = valueUnder(field, values);
  if (value === undefined) {
    return undefined;
  }
  switch (field.kind) {
    case 'date':
      return day(String(value), viewer);
    case 'person':
      return people[String(value)] ?? '–';
    case 'choice':
      return field.options?.find((option) => option.value === value)?.name[viewer.locale] ?? String(value);
    case 'money': {
      const sum = moneySchema.parse(value);
      return money(sum.minor, sum.currency, viewer);
    }
    case 'text':
    case 'number':
      return String(value);
  }
}

function facts(object: Shown, viewer: Viewer): { label: string; value: string }[] {
  return object.type.fields.flatMap((field) => {
    const value = valueText(field, object, viewer);
    return value === undefined ? [] : [{ label: field.name[viewer.locale], value }];
  });
}

/** One line of a list or of a customer's card. */
export function objectRecord(object: Shown & { customerName?: string | null }, viewer: Viewer) {
  const detail = [object.customerName, ...facts(object, viewer).map(({ label, value }) => `${label} ${value}`)];
  return {
    title: `${object.type.name[viewer.locale]} · ${object.name}`,
    detail: detail.filter(Boolean).join(' · '),
    buttons: [press(OPEN, viewer.locale, 'object.show', { object: object.id })],
  };
}

export function objectCard(object: ObjectLine, viewer: Viewer): Card {
  const { locale } = viewer;
  const { id, name, type, customerId, customerName, createdByName } = object;
  return {
    title: { en: `${type.name.en}: ${name}`, zh: `${type.name.zh}：${name}` }[locale],
    body: [
      {
        type: 'facts',
        facts: [
          ...(customerName ? [{ label: CUSTOMER[locale], value: customerName }] : []),
          ...facts(object, viewer),
          { label: BY[locale], value: createdByName },
        ],
      },
      {
        type: 'actions',
        buttons: [
          press(CHANGE, locale, 'object.change', { object: id }),
          ...(customerName ? [press(OPEN_CUSTOMER, locale, 'customer.show', { customer: customerId })] : []),
          press(REMOVE, locale, 'object.remove', { object: id }),
        ],
      },
    ],
  };
}

/** As it stands once it was put on record or changed. */
export function objectKeptCard(object: ObjectLine, viewer: Viewer, isNew: boolean): Card {
  const { body, title } = objectCard(object, viewer);
  const done = isNew ? { en: 'Recorded', zh: '已登记' } : { en: 'Changed', zh: '已修改' };
  return { title: { en: `${done.en}: ${title}`, zh: `${done.zh} · ${title}` }[viewer.locale], tone: 'good', body };
}

export function objectRemovedCard({ name, type, customerName }: ObjectLine, { locale }: Viewer): Card {
  return {
    title: { en: `Removed: ${type.name.en}: ${name}`, zh: `已移除 · ${type.name.zh}：${name}` }[locale],
    tone: 'good',
    body: customerName ? [{ type: 'facts', facts: [{ label: CUSTOMER[locale], value: customerName }] }] : [],
  };
}

/** What the colleague reads whom a new object names (R22). */
export function objectToldCard(object: ObjectLine, viewer: Viewer): Card {
  const { locale } = viewer;
  const when = dayOfObject(object);
  const { name, type } = object;
  const title = { en: `For you: ${type.name.en.toLowerCase()} ${name}`, zh: `请知悉：${type.name.zh} ${name}` }[locale];
  const { body } = objectCard(object, viewer);
  return {
    title: when ? `${title} · ${day(when, viewer)}` : title,
    tone: 'info',
    body: [
      ...body.filter(({ type: node }) => node !== 'actions'), // it may not be his to change
      { type: 'actions', buttons: [press(OPEN, locale, 'object.show', { object: object.id })] },
    ],
  };
}

export function objectsCard(
  objects: Page<ObjectLine | DueObject>,
  {
    types,
    type,
    customer,
    due,
  }: {
    types: readonly ObjectType[];
    type: string | undefined;
    customer: string | undefined;
    due?: string | undefined;
  },
  viewer: Viewer,
): Card {
  const { locale } = viewer;
  const shown = types.filter(({ key }) => type === undefined || key === type);
  const all = type && shown[0] ? shown[0].name[locale] : { en: 'Records', zh: '客户档案' }[locale];
  const title = due
    ? { en: `${all} due by ${day(due, viewer)}`, zh: `${day(due, viewer)}前到期的${all}` }[locale]
    : all;
  if (types.length === 0) {
    return { title, body: [{ type: 'text', text: NO_TYPES[locale], muted: true }] };
  }
  const asked = { ...(type ? { type } : {}), ...(customer ? { customer } : {}), ...(due ? { due } : {}) };
  const { lines, next } = objects;
  return {
    title: lines.length > 0 ? pageTitle(title, objects, locale) : title,
    body: [
      lines.length > 0
        ? { type: 'records', records: lines.map((object) => lineOf(object, viewer)) }
        : { type: 'text', text: (due ? NONE_DUE : NONE)[locale], muted: true },
      {
        type: 'actions',
        buttons: [
          ...(next === undefined ? [] : [press(MORE, locale, 'object.list', { ...asked, page: next })]),
          ...shown.slice(0, ADDED).map(({ key, name }) =>
            press({ en: `New ${name.en.toLowerCase()}`, zh: `登记${name.zh}` }, locale, 'object.add', {
              type: key,
              ...(customer ? { customer } : {}),
            }),
          ),
        ],
      },
    ],
  };
}

/** What its rule asks for, and when, before all else that is known of it. */
function lineOf(object: ObjectLine | DueObject, viewer: Viewer) {
  const record = objectRecord(object, viewer);
  return 'dueOn' in object
    ? {
        ...record,
        detail: `${day(object.dueOn, viewer)} · ${object.task[viewer.locale].replace('{name}', () => object.name)} · ${record.detail}`,
      }
    : record;
}

/** So many kinds are offered to be added. */
const ADDED = 3;
const NONE: Text = { en: 'Nothing here yet.', zh: '暂无记录。' };
const NONE_DUE: Text = { en: 'Nothing falls due until then.', zh: '在此之前没有到期的。' };
const NO_TYPES: Text = {
  en: 'Your company keeps none yet. An admin picks an industry: /crm admin template',
  zh: '公司还没有启用客户档案。管理员可选择行业模板：/crm 行业模板',
};
