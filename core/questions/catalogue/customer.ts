import { purchasesOf } from '../../billing/purchases.ts';
import type { TouchKind } from '../../journal/touch.ts';
import type { Text } from '../../text.ts';
import { TIME_DIMENSIONS } from './buckets.ts';
import type { Entity, Field } from './entity.ts';
import { productsField } from './products-field.ts';
import { share } from './share.ts';
import {
  CREATED,
  count,
  customerField,
  idleFields,
  inPool,
  localDay,
  OWNER_DIMENSIONS,
  OWNER_JOINS,
  ownerFields,
  placeFields,
  plainDimension,
  SOURCE_DIMENSION,
  sourceField,
  sourceJoin,
  TAG_DIMENSION,
  TIER,
  TIER_DIMENSION,
  tagJoin,
  tagsField,
  tierJoin,
  words,
} from './shared.ts';

const [REGION, INDUSTRY] = placeFields('x');
const TOUCHED = `coalesce((SELECT max(f.happened_on) FROM seen.follow_ups f WHERE f.customer_id = x.id), ${localDay('x.created_at')})`;
const NOTES = 'SELECT FROM seen.follow_ups f WHERE f.customer_id = x.id';
/** Orders, and of whom there are none the deals he won: one definition with his card. */
const PURCHASES = `FROM ${purchasesOf('x.id', localDay)} b`;
const BOUGHT = `FROM seen.opportunities o JOIN stages s2 ON s2.key = o.stage_key AND s2.kind = 'won'
  JOIN seen.opportunity_products op ON op.opportunity_id = o.id JOIN products p ON p.id = op.product_id WHERE o.customer_id = x.id`;
const TICKETS = 'SELECT FROM service_tickets k WHERE k.customer_id = x.id AND k.closed_at IS NULL';
/** When he last did such a thing by himself (R18). */
const lastDone = (key: string, kind: TouchKind, name: Text, told: Text): Field => ({
  key,
  type: 'day',
  name,
  synonyms: words('', ''),
  sql: `(SELECT ${localDay('max(h.occurred_at)')} FROM touches h WHERE h.customer_id = x.id AND h.kind = '${kind}')`,
  told: { not_null: told },
});
const LAST_PURCHASE = `(SELECT max(b.day) ${PURCHASES})`;

export const customer: Entity = {
  one: { en: 'customer', zh: '客户' },
  many: { en: 'customers', zh: '客户' },
  synonyms: words('account|accounts|client|clients', '公司'),
  table: 'seen.customers x',
  joins: {
    ...OWNER_JOINS('x.owner_id'),
    ct: tierJoin('x.id'),
    ls: sourceJoin('x.source_key'),
    tg: tagJoin('customer'),
  },
  title: 'x.name',
  owner: 'x.owner_id',
  fields: [
    customerField('x.id'),
    ...ownerFields('x.owner_id'),
    TIER,
    sourceField('x.source_key'),
    REGION,
    INDUSTRY,
    { key: 'name', type: 'text', name: { en: 'name', zh: '名称' }, synonyms: words('', ''), sql: 'x.name' },
    CREATED,
    ...idleFields(TOUCHED, {
      name: { en: 'last touched', zh: '最近跟进' },
      gte: `NOT EXISTS (SELECT FROM seen.follow_ups f WHERE f.customer_id = x.id AND f.happened_on > $today::date - $value)
          AND (${localDay('x.created_at')} <= $today::date - $value OR EXISTS (SELECT FROM seen.follow_ups f WHERE f.customer_id = x.id))`,
      within: `NOT EXISTS (${NOTES} AND f.happened_on >= $from AND f.happened_on < $to)
          AND (${localDay('x.created_at')} < $from OR EXISTS (${NOTES} AND f.happened_on < $from))`,
    }),
    {
      key: 'has_open_opportunity',
      type: 'boolean',
      name: { en: 'has an open opportunity', zh: '有进行中的商机' },
      no: { en: 'no open opportunity', zh: '没有进行中的商机' },
      synonyms: words('', ''),
      sql: `EXISTS (SELECT FROM seen.opportunities o JOIN stages s2 ON s2.key = o.stage_key AND s2.kind = 'open' WHERE o.customer_id = x.id)`,
    },
    {
      key: 'bought',
      type: 'boolean',
      name: { en: 'has bought before', zh: '成交过' },
      no: { en: 'has never bought', zh: '未成交过' },
      synonyms: words('existing', '老客户'),
      sql: `EXISTS (SELECT ${PURCHASES})`,
    },
    {
      key: 'days_since_purchase',
      type: 'number',
      name: { en: 'days since the last purchase', zh: '距上次成交天数' },
      synonyms: words('', ''),
      sql: `($today::date - ${LAST_PURCHASE})`,
      told: { gte: { en: 'no purchase for {n} days or more', zh: '{n} 天及以上未复购' } },
      conditions: {
        gte: `EXISTS (SELECT ${PURCHASES}) AND NOT EXISTS (SELECT ${PURCHASES} WHERE b.day > $today::date - $value)`,
      },
    },
    {
      key: 'days_without_purchase',
      type: 'number',
      name: { en: 'days without a purchase', zh: '未成交天数' },
      synonyms: words('', ''),
      sql: `($today::date - ${LAST_PURCHASE})`,
      told: { gte: { en: 'nothing bought for {n} days, or ever', zh: '近 {n} 天未成交（含从未成交）' } },
      conditions: { gte: `NOT EXISTS (SELECT ${PURCHASES} WHERE b.day > $today::date - $value)` },
    },
    {
      key: 'last_purchase',
      type: 'day',
      name: { en: 'last purchase', zh: '最近成交' },
      synonyms: words('last order', '最近一次成交|最后成交'),
      sql: LAST_PURCHASE,
    },
    {
      key: 'purchases',
      type: 'number',
      name: { en: 'number of purchases', zh: '成交次数' },
      synonyms: words('orders', '购买次数|下单次数'),
      sql: `(SELECT count(*) ${PURCHASES})`,
    },
    lastDone(
      'last_download',
      'download',
      { en: 'last download', zh: '最近下载' },
      { en: 'has downloaded something', zh: '下载过资料' },
    ),
    lastDone(
      'last_site_visit',
      'site_visit',
      { en: 'last visit to our site', zh: '最近访问官网' },
      { en: 'has visited our site', zh: '访问过官网' },
    ),
    lastDone(
      'last_email_open',
      'email_open',
      { en: 'last e-mail opened', zh: '最近打开邮件' },
      { en: 'has opened an e-mail', zh: '打开过邮件' },
    ),
    lastDone(
      'last_event',
      'event',
      { en: 'last event', zh: '最近参加活动' },
      { en: 'has been at an event', zh: '参加过活动' },
    ),
    {
      key: 'contacts',
      type: 'number',
      name: { en: 'number of contacts', zh: '联系人数' },
      synonyms: words('', ''),
      sql: '(SELECT count(*) FROM seen.contacts k WHERE k.customer_id = x.id AND k.left_on IS NULL)',
    },
    {
      key: 'follow_ups',
      type: 'number',
      name: { en: 'number of follow-ups', zh: '跟进次数' },
      synonyms: words('', ''),
      sql: '(SELECT count(*) FROM seen.follow_ups f WHERE f.customer_id = x.id)',
    },
    productsField({
      name: { en: 'products bought', zh: '买过的产品' },
      from: BOUGHT,
      has: { en: 'has bought {n}', zh: '买过{n}' },
      lacks: { en: 'has not bought {n}', zh: '没买过{n}' },
    }),
    {
      key: 'open_complaint',
      type: 'boolean',
      name: { en: 'has an open complaint', zh: '有未处理的投诉' },
      no: { en: 'no open complaint', zh: '没有未处理的投诉' },
      synonyms: words('', ''),
      sql: `EXISTS (${TICKETS} AND k.kind = 'complaint')`,
    },
    {
      key: 'open_ticket',
      type: 'boolean',
      name: { en: 'has an open ticket', zh: '有未关闭的工单' },
      no: { en: 'no open ticket', zh: '没有未关闭的工单' },
      synonyms: words('', ''),
      sql: `EXISTS (${TICKETS})`,
    },
    {
      key: 'over_limit',
      type: 'boolean',
      name: { en: 'owes more than its credit limit', zh: '超出信用额度' },
      no: { en: 'within its credit limit', zh: '未超出信用额度' },
      synonyms: words('', ''),
      guarded: 'credit_limits.amount',
      sql: `EXISTS (SELECT FROM seen.credit_limits l WHERE l.customer_id = x.id AND l.amount <
        (SELECT sum(b.open) FROM seen.open_invoices b WHERE b.customer_id = x.id AND b.currency = l.currency))`,
    },
    tagsField('customer'),
    inPool('x.owner_id'),
  ],
  dimensions: [
    ...OWNER_DIMENSIONS,
    plainDimension(REGION),
    plainDimension(INDUSTRY),
    TIER_DIMENSION,
    SOURCE_DIMENSION,
    TAG_DIMENSION,
    ...TIME_DIMENSIONS,
  ],
  measures: [count({ en: 'How many customers.', zh: '客户的个数。' }), share({ en: 'customers', zh: '客户' })],
  time: 'created',
  sort: { by: 'created', dir: 'desc' },
};
