import type { Entity } from './entity.ts';
import { count, OWNER_DIMENSIONS, OWNER_JOINS, ownerFields, words } from './shared.ts';

const NOTES = 'FROM seen.follow_ups f WHERE f.author_id = x.id';
const LAST = `(SELECT max(f.happened_on) ${NOTES})`;
const WITHIN = `EXISTS (SELECT ${NOTES} AND f.happened_on >= $from AND f.happened_on < $to)`;

/** Who sells and may be seen: asked who wrote something down in a time, and who did not. */
export const colleague: Entity = {
  one: { en: 'salesperson', zh: '销售' },
  many: { en: 'salespeople', zh: '销售' },
  synonyms: words('', ''),
  table: 'users x',
  only: `x.active AND 'rep' = ANY (x.roles) AND x.id = ANY ((SELECT parley_visible())::uuid[])`,
  joins: OWNER_JOINS('x.id'),
  title: 'x.name',
  owner: 'x.id',
  fields: [
    ...ownerFields('x.id'),
    {
      key: 'last_entry',
      type: 'day',
      name: { en: 'last entry', zh: '最近一条记录' },
      synonyms: words('', ''),
      sql: LAST,
    },
    {
      key: 'entries',
      type: 'day',
      name: { en: 'with follow-ups', zh: '有跟进记录' },
      synonyms: words('', ''),
      sql: LAST,
      within: WITHIN,
    },
    {
      key: 'no_entries',
      type: 'day',
      name: { en: 'without a follow-up', zh: '没有跟进记录' },
      synonyms: words('', ''),
      sql: LAST,
      within: `NOT ${WITHIN}`,
    },
    { key: 'name', type: 'text', name: { en: 'name', zh: '姓名' }, synonyms: words('', ''), sql: 'x.name' },
  ],
  dimensions: OWNER_DIMENSIONS.filter(({ key }) => key === 'team'),
  measures: [count({ en: 'How many people sell.', zh: '销售人员的人数。' })],
  time: 'last_entry',
  sort: { by: 'name', dir: 'asc' },
};
