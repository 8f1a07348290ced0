import { lastTouchEver } from '../../digests/idle-since.ts';
import { TIME_DIMENSIONS } from './buckets.ts';
import { COMPETITOR_DIMENSION, COMPETITOR_JOINS, STANDING } from './deal-fields.ts';
import type { Choice, Entity, Field } from './entity.ts';
import { share } from './share.ts';
import {
  CREATED,
  count,
  customerDimensions,
  customerField,
  customersCounted,
  idleFields,
  localDay,
  OWNER_DIMENSIONS,
  OWNER_JOINS,
  ownerFields,
  placeFields,
  plainDimension,
  SOURCE_DIMENSION,
  sourceField,
  sourceJoin,
  TIER,
  TIER_DIMENSION,
  tierJoin,
  words,
} from './shared.ts';
import { STAGE_DIMENSION, STAGE_FIELD } from './stage-field.ts';

const STATUSES: readonly Choice[] = [
  { key: 'open', name: { en: 'open', zh: '进行中' } },
  { key: 'won', name: { en: 'won', zh: '已成交' } },
  { key: 'lost', name: { en: 'lost', zh: '已输单' } },
];

const [REGION, INDUSTRY] = placeFields('c');
const LOST_REASON: Field = {
  key: 'loss_reason',
  type: 'text',
  name: { en: 'loss reason', zh: '输单原因' },
  synonyms: words('reason lost|reason', '丢单原因|原因'),
  sql: 'x.lost_reason',
  guarded: 'opportunities.lost_reason',
};
const TOUCHED = lastTouchEver('x', '$tz');
/** Until today the last day tells; of a time that is over, what happened in it is looked for. */
const UNTOUCHED = `CASE WHEN $to > $today THEN ${TOUCHED} < $from
  ELSE ${localDay('x.created_at')} < $from
    AND NOT EXISTS (SELECT FROM seen.follow_ups f WHERE f.happened_on >= $from AND f.happened_on < $to
      AND (f.opportunity_id = x.id OR f.customer_id = x.customer_id AND f.opportunity_id IS NULL))
    AND NOT ${localDay('x.stage_since')} BETWEEN $from AND $to - 1
    AND NOT EXISTS (SELECT FROM stage_moves m WHERE m.opportunity_id = x.id
      AND ${localDay('m.moved_at')} >= $from AND ${localDay('m.moved_at')} < $to) END`;
/** An open one has no day on which it was won or lost. */
const CLOSED = `CASE WHEN s.kind <> 'open' THEN ${localDay('x.stage_since')} END`;

export const opportunity: Entity = {
  one: { en: 'opportunity', zh: '商机' },
  many: { en: 'opportunities', zh: '商机' },
  synonyms: words('deal|deals|opp|opps', '单子|单|机会|项目'),
  table: 'seen.opportunities x',
  joins: {
    s: 'JOIN stages s ON s.key = x.stage_key',
    ...OWNER_JOINS('x.owner_id'),
    c: 'LEFT JOIN seen.customers c ON c.id = x.customer_id',
    ct: tierJoin('x.customer_id'),
    ls: sourceJoin('c.source_key'),
    ...COMPETITOR_JOINS,
  },
  title: `CASE WHEN c.name IS NULL THEN x.name WHEN x.name = c.name THEN c.name ELSE x.name || ' · ' || c.name END`,
  owner: 'x.owner_id',
  fields: [
    {
      key: 'status',
      type: 'choice',
      name: { en: 'status', zh: '状态' },
      synonyms: words('', '结果'),
      sql: 's.kind',
      choices: STATUSES,
    },
    STAGE_FIELD,
    ...ownerFields('x.owner_id'),
    customerField('x.customer_id'),
    TIER,
    sourceField('c.source_key'),
    REGION,
    INDUSTRY,
    {
      key: 'amount',
      type: 'money',
      name: { en: 'amount', zh: '金额' },
      synonyms: words('value|worth|size', '额度|价值'),
      sql: 'x.amount',
      guarded: 'opportunities.amount',
      told: { not_null: { en: 'with an amount', zh: '有金额' }, is_null: { en: 'without an amount', zh: '没有金额' } },
      currency: 'x.currency',
    },
    {
      key: 'close',
      type: 'day',
      name: { en: 'expected to close', zh: '预计成交' },
      synonyms: words('closing', '预计签约'),
      sql: 'x.close_on',
    },
    ...STANDING,
    {
      key: 'closed',
      type: 'instant',
      name: { en: 'won or lost on', zh: '关闭' },
      synonyms: words('closed', '成交'),
      sql: CLOSED,
    },
    CREATED,
    ...idleFields(TOUCHED, { name: { en: 'last touched', zh: '最近动态' }, within: UNTOUCHED }),
    {
      key: 'probability',
      type: 'number',
      name: { en: 'probability', zh: '赢率' },
      synonyms: words('', ''),
      sql: 's.probability',
    },
    {
      key: 'discount',
      type: 'number',
      name: { en: 'discount in percent', zh: '折扣百分比' },
      synonyms: words('', ''),
      sql: 'x.discount_bps / 100.0',
      guarded: 'opportunities.discount_bps',
    },
    LOST_REASON,
    {
      key: 'name',
      type: 'text',
      name: { en: 'name', zh: '名称' },
      synonyms: words('title', '标题'),
      sql: 'x.name',
    },
  ],
  dimensions: [
    ...OWNER_DIMENSIONS,
    STAGE_DIMENSION,
    {
      key: 'status',
      name: { en: 'status', zh: '状态' },
      synonyms: words('', '结果'),
      sql: 's.kind',
      en: `CASE s.kind WHEN 'open' THEN 'open' WHEN 'won' THEN 'won' ELSE 'lost' END`,
      zh: `CASE s.kind WHEN 'open' THEN '进行中' WHEN 'won' THEN '已成交' ELSE '已输单' END`,
      field: 'status',
    },
    ...customerDimensions(REGION, INDUSTRY),
    TIER_DIMENSION,
    SOURCE_DIMENSION,
    plainDimension(LOST_REASON),
    COMPETITOR_DIMENSION,
    ...TIME_DIMENSIONS,
  ],
  measures: [
    count({ en: 'How many opportunities.', zh: '商机的个数。' }),
    share({ en: 'opportunities', zh: '商机' }),
    {
      key: 'sum_amount',
      name: { en: 'total amount', zh: '总金额' },
      synonyms: words('total|value|revenue', '总额|业绩|签单额'),
      definition: {
        en: 'The sum of the amounts, each currency by itself; an opportunity without an amount adds nothing. “Pipeline” is this of open ones, “revenue” of those won.',
        zh: '金额之和，各币种分别计算；未填金额的商机不计。“漏斗”指进行中的商机，“业绩”指已成交的商机。',
      },
      unit: 'money',
      sql: 'sum(x.amount)',
      reads: ['amount'],
    },
    {
      key: 'avg_amount',
      name: { en: 'average amount', zh: '平均金额' },
      synonyms: words('average deal size|average', '平均单价|客单价'),
      definition: {
        en: 'The sum of the amounts ÷ the number of opportunities that have one, each currency by itself. Without a status it is asked of those won.',
        zh: '金额之和 ÷ 填有金额的商机数，各币种分别计算。未说明状态时只算已成交的商机。',
      },
      unit: 'money',
      sql: 'sum(x.amount)',
      per: 'count(x.amount)',
      of: { field: 'amount', op: 'not_null', values: [] },
      reads: ['amount'],
    },
    {
      key: 'weighted_amount',
      name: { en: 'weighted amount', zh: '加权金额' },
      synonyms: words('forecast|weighted', '预测|加权'),
      definition: {
        en: 'The sum of amount × the probability of its stage, each currency by itself. “Forecast” is this of open ones.',
        zh: '金额 × 所在阶段赢率之和，各币种分别计算。“预测”指进行中的商机。',
      },
      unit: 'money',
      sql: 'sum(x.amount * s.probability) / 100',
      reads: ['amount', 'probability'],
    },
    {
      key: 'win_rate',
      name: { en: 'win rate', zh: '赢单率' },
      synonyms: words('close rate', '成交率|胜率'),
      definition: {
        en: 'Won ÷ (won + lost), by the day they were won or lost. Where none was closed there is no rate, which is not 0 %.',
        zh: '赢单 ÷（赢单 + 输单），按关闭日期统计。该时段没有关闭的商机时没有赢单率，而不是 0%。',
      },
      unit: 'percent',
      sql: `count(*) FILTER (WHERE s.kind = 'won')`,
      per: `count(*) FILTER (WHERE s.kind <> 'open')`,
      none: { en: 'No deals were closed in that time', zh: '该时段没有关闭的商机' },
      of: { field: 'status', op: 'in', values: ['won', 'lost'] },
      reads: ['status'],
    },
    {
      key: 'cycle_days',
      name: { en: 'average days to win', zh: '平均成交周期' },
      synonyms: words('sales cycle|cycle', '销售周期|周期'),
      definition: {
        en: 'Days from the day an opportunity was opened to the day it was won, on average over those won.',
        zh: '已成交商机从创建到成交的平均天数。',
      },
      unit: 'days',
      sql: `sum(${localDay('x.stage_since')} - ${localDay('x.created_at')}) FILTER (WHERE s.kind = 'won')`,
      per: `count(*) FILTER (WHERE s.kind = 'won')`,
      none: { en: 'No deals were won in that time', zh: '该时段没有成交的商机' },
      of: { field: 'status', op: 'eq', values: ['won'] },
      reads: ['status'],
    },
    customersCounted({
      en: 'How many different customers the opportunities are with.',
      zh: '涉及的不同客户数。',
    }),
  ],
  time: 'close',
  sort: { by: 'close', dir: 'asc' },
  amount: 'amount',
};
