import { TIME_DIMENSIONS } from './buckets.ts';
import type { Entity } from './entity.ts';
import {
  CREATED,
  count,
  customerDimensions,
  customerField,
  customersCounted,
  OWNER_DIMENSIONS,
  OWNER_JOINS,
  ownerFields,
  placeFields,
  words,
} from './shared.ts';

const [REGION, INDUSTRY] = placeFields('c');

export const contact: Entity = {
  one: { en: 'contact', zh: '联系人' },
  many: { en: 'contacts', zh: '联系人' },
  synonyms: words('contact person', '对接人'),
  table: 'seen.contacts x',
  joins: { c: 'JOIN seen.customers c ON c.id = x.customer_id', ...OWNER_JOINS('c.owner_id') },
  title: `x.name || coalesce(' · ' || c.name, '')`,
  owner: 'c.owner_id',
  opens: { entity: 'customer', sql: 'x.customer_id' },
  fields: [
    customerField('x.customer_id'),
    ...ownerFields('c.owner_id'),
    REGION,
    INDUSTRY,
    { key: 'name', type: 'text', name: { en: 'name', zh: '姓名' }, synonyms: words('', ''), sql: 'x.name' },
    { key: 'title', type: 'text', name: { en: 'job title', zh: '职务' }, synonyms: words('', '职位'), sql: 'x.title' },
    {
      key: 'has_phone',
      type: 'boolean',
      name: { en: 'has a phone number', zh: '有电话' },
      no: { en: 'no phone number', zh: '没有电话' },
      synonyms: words('', ''),
      sql: `(x.phone IS NOT NULL OR 'phone' = ANY (x.unseen))`,
    },
    {
      key: 'has_email',
      type: 'boolean',
      name: { en: 'has an e-mail address', zh: '有邮箱' },
      no: { en: 'no e-mail address', zh: '没有邮箱' },
      synonyms: words('', ''),
      sql: `(x.email IS NOT NULL OR 'email' = ANY (x.unseen))`,
    },
    {
      key: 'left',
      type: 'boolean',
      name: { en: 'has left the company', zh: '已离职' },
      no: { en: 'still there', zh: '在职' },
      synonyms: words('left|departed', '离职|跳槽'),
      sql: 'x.left_on IS NOT NULL',
    },
    {
      key: 'left_on',
      type: 'day',
      name: { en: 'left on', zh: '离职日期' },
      synonyms: words('', ''),
      sql: 'x.left_on',
    },
    CREATED,
  ],
  dimensions: [...OWNER_DIMENSIONS, ...customerDimensions(REGION, INDUSTRY), ...TIME_DIMENSIONS],
  measures: [
    count({
      en: 'How many contacts; asked in words, those who have left are counted only where they are asked for.',
      zh: '联系人的个数；用自然语言提问时，只有问到离职才计入已离职的。',
    }),
    customersCounted(
      { en: 'How many different customers the contacts work at.', zh: '联系人所属的不同客户数。' },
      words('', ''),
    ),
  ],
  time: 'created',
  sort: { by: 'name', dir: 'asc' },
};
