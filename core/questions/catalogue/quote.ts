import { STATE_NAMES } from '../../billing/document.ts';
import { amountOf, dayOf, GROUPS, JOINS, NUMBER, OF_CUSTOMER, sumOf } from './billing.ts';
import type { Entity, Field } from './entity.ts';
import { choiceDimension, count, words } from './shared.ts';

const STATUS: Field = {
  key: 'status',
  type: 'choice',
  name: { en: 'status', zh: '状态' },
  synonyms: words('', ''),
  sql: 'x.state',
  choices: (['draft', 'sent', 'accepted', 'declined'] as const).map((key) => ({ key, name: STATE_NAMES[key] })),
};

/** What was offered, and whether it was decided (R12). */
export const quote: Entity = {
  one: { en: 'quote', zh: '报价单' },
  many: { en: 'quotes', zh: '报价单' },
  synonyms: words('quotation|quotations', '报价'),
  table: 'seen.sales_documents x',
  only: `x.kind = 'quote' AND x.voided_at IS NULL`,
  joins: JOINS,
  title: `concat_ws(' · ', c.name, x.number)`,
  owner: 'c.owner_id',
  fields: [
    STATUS,
    amountOf('sales_documents.amount'),
    dayOf('quoted', { en: 'quoted on', zh: '报价日期' }, 'x.dated_on'),
    dayOf('until', { en: 'valid until', zh: '有效期至' }, 'x.ends_on'),
    {
      key: 'waiting_days',
      type: 'number',
      name: { en: 'days without an answer', zh: '未答复天数' },
      synonyms: words('days unanswered', '未回复天数'),
      sql: `CASE WHEN x.state = 'sent' THEN $today::date - x.dated_on END`,
      told: { gte: { en: 'no answer for {n} days or more', zh: '{n} 天及以上未答复' } },
    },
    NUMBER,
    ...OF_CUSTOMER,
  ],
  dimensions: [choiceDimension(STATUS), ...GROUPS],
  measures: [
    count({ en: 'How many quotes that are not void.', zh: '未作废的报价单份数。' }),
    sumOf('quoted', {
      name: { en: 'quoted', zh: '报价金额' },
      synonyms: words('quote value', '报价额'),
      definition: {
        en: 'The sum of what was quoted, by the day of the quote, each currency by itself.',
        zh: '报价金额之和，按报价日期统计，各币种分别计算。',
      },
      sql: 'x.amount',
      reads: ['amount'],
    }),
  ],
  time: 'quoted',
  sort: { by: 'quoted', dir: 'asc' },
  amount: 'amount',
};
