import { answeredSince, hoursOf } from '../../leads/response.ts';
import { TIME_DIMENSIONS } from './buckets.ts';
import type { Choice, Dimension, Entity, Field } from './entity.ts';
import { productsField } from './products-field.ts';
import { share } from './share.ts';
import {
  CREATED,
  choiceDimension,
  count,
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
  tagJoin,
  tagsField,
  words,
} from './shared.ts';

const STATUSES: readonly Choice[] = [
  { key: 'new', name: { en: 'new', zh: '新线索' } },
  { key: 'working', name: { en: 'being worked on', zh: '跟进中' } },
  { key: 'nurturing', name: { en: 'being nurtured', zh: '培育中' } },
  { key: 'converted', name: { en: 'converted', zh: '已转化' } },
  { key: 'dropped', name: { en: 'dropped', zh: '已放弃' } },
  { key: 'open', name: { en: 'open', zh: '进行中' }, sql: `x.status IN ('new', 'working', 'nurturing')` },
];

const STATUS: Field = {
  key: 'status',
  type: 'choice',
  name: { en: 'status', zh: '状态' },
  synonyms: words('', ''),
  sql: 'x.status',
  choices: STATUSES,
};
const SOURCE = sourceField('x.source_key');
const [REGION, INDUSTRY] = placeFields('x');

/** The last time it went back into the pool, and why (R10). */
const WENT_BACK = `(SELECT m.reason_key FROM pool_moves m WHERE m.lead_id = x.id AND m.kind IN ('released', 'returned') ORDER BY m.created_at DESC, m.id DESC LIMIT 1)`;
const RECYCLE_REASON: Field = {
  key: 'recycle_reason',
  type: 'choice',
  name: { en: 'recycle reason', zh: '放回原因' },
  synonyms: words('reason for release|release reason', '放回公海的原因|放回公海原因|退回原因|回收原因'),
  sql: WENT_BACK,
  labels: `SELECT key, name_en AS en, name_zh AS zh FROM recycle_reasons
            WHERE ARRAY[key, lower(name_en), lower(name_zh)] && $keys OR synonyms && $keys`,
  all: 'SELECT name_en AS en, name_zh AS zh FROM recycle_reasons WHERE active ORDER BY position',
};

const RECYCLE_DIMENSION: Dimension = {
  key: 'recycle_reason',
  name: RECYCLE_REASON.name,
  synonyms: RECYCLE_REASON.synonyms,
  sql: 'rr.key',
  en: 'rr.name_en',
  zh: 'rr.name_zh',
  order: 'rr.position',
  field: 'recycle_reason',
};

const HAD_SINCE = answeredSince('x');
const ANSWER_HOURS = `(extract(epoch FROM x.first_response_at - (${HAD_SINCE})) / 3600)`;
const DUE_AT = `((${HAD_SINCE}) + ${hoursOf('ls')} * interval '1 hour')`;
/** Null while there is still time, and where it was nobody's or closed without an answer. */
const IN_TIME = `CASE WHEN x.first_response_at IS NOT NULL THEN x.first_response_at <= ${DUE_AT}
  WHEN x.status = 'new' AND x.owner_id IS NOT NULL AND ${DUE_AT} < parley_now() THEN false END`;

/** The civil day it became a customer. */
const CONVERTED: Field = {
  key: 'converted',
  type: 'instant',
  name: { en: 'converted', zh: '转化' },
  synonyms: words('conversion day', '转化日期|转化时间'),
  sql: localDay('x.converted_at'),
  within: `x.converted_at >= ($from::timestamp AT TIME ZONE $tz) AND x.converted_at < ($to::timestamp AT TIME ZONE $tz)`,
};

/** A lead stands in the group of each product it asks for (R5). */
const PRODUCT_DIMENSION: Dimension = {
  key: 'product',
  name: { en: 'product', zh: '产品' },
  synonyms: words('product asked for', '意向产品'),
  sql: 'ap.id::text',
  en: 'ap.name_en',
  zh: 'ap.name_zh',
  isSeveral: true,
};

/** How soon it was answered (R6). */
const RESPONSE: readonly Field[] = [
  {
    key: 'answered',
    type: 'boolean',
    name: { en: 'answered', zh: '已响应' },
    no: { en: 'not answered yet', zh: '未响应' },
    synonyms: words('', ''),
    sql: 'x.first_response_at IS NOT NULL',
  },
  {
    key: 'in_time',
    type: 'boolean',
    name: { en: 'answered in time', zh: '按时响应' },
    no: { en: 'not answered in time', zh: '响应超时' },
    told: { not_null: { en: 'answered or overdue', zh: '已响应或超时' } },
    synonyms: words('', ''),
    sql: IN_TIME,
  },
  {
    key: 'response_hours',
    type: 'number',
    name: { en: 'hours to the first answer', zh: '首次响应小时数' },
    synonyms: words('', ''),
    sql: ANSWER_HOURS,
  },
];

const NOTES = 'SELECT FROM seen.follow_ups f WHERE f.lead_id = x.id';
const [BEGAN, ANSWERED] = [localDay('x.created_at'), localDay('x.first_response_at')];
/** When anybody was last in touch with it; of whom nobody was, when it came in. */
const TOUCHED = `greatest((SELECT max(f.happened_on) FROM seen.follow_ups f WHERE f.lead_id = x.id), ${ANSWERED}, ${BEGAN})`;

export const lead: Entity = {
  one: { en: 'lead', zh: '线索' },
  many: { en: 'leads', zh: '线索' },
  synonyms: words('prospect|prospects', '潜客|潜在客户'),
  table: 'seen.leads x',
  joins: {
    ...OWNER_JOINS('x.owner_id'),
    ls: sourceJoin('x.source_key'),
    tg: tagJoin('lead'),
    ap: 'LEFT JOIN products ap ON ap.id = ANY (x.product_ids)',
    rr: `LEFT JOIN recycle_reasons rr ON rr.key = ${WENT_BACK}`,
  },
  title: `x.contact_name || coalesce(' · ' || x.company, '')`,
  owner: 'x.owner_id',
  fields: [
    STATUS,
    SOURCE,
    RECYCLE_REASON,
    REGION,
    INDUSTRY,
    ...ownerFields('x.owner_id'),
    {
      key: 'company',
      type: 'text',
      name: { en: 'company', zh: '公司' },
      synonyms: words('', ''),
      sql: 'x.company',
    },
    {
      key: 'name',
      type: 'text',
      name: { en: 'name', zh: '姓名' },
      synonyms: words('contact', '联系人'),
      sql: 'x.contact_name',
    },
    ...RESPONSE,
    productsField({
      name: { en: 'products asked for', zh: '意向产品' },
      from: 'FROM products p WHERE p.id = ANY (x.product_ids)',
      has: { en: 'asking for {n}', zh: '想了解{n}' },
      lacks: { en: 'not asking for {n}', zh: '没问{n}' },
    }),
    tagsField('lead'),
    inPool('x.owner_id'),
    CREATED,
    CONVERTED,
    ...idleFields(TOUCHED, {
      name: { en: 'last touched', zh: '最近跟进' },
      gte: `NOT EXISTS (${NOTES} AND f.happened_on > $today::date - $value) AND greatest(${ANSWERED}, ${BEGAN}) <= $today::date - $value`,
      within: `NOT EXISTS (${NOTES} AND f.happened_on >= $from AND f.happened_on < $to) AND ${BEGAN} < $from
          AND NOT coalesce(${ANSWERED} >= $from AND ${ANSWERED} < $to, false)`,
    }),
  ],
  dimensions: [
    ...OWNER_DIMENSIONS,
    plainDimension(REGION),
    plainDimension(INDUSTRY),
    SOURCE_DIMENSION,
    RECYCLE_DIMENSION,
    TAG_DIMENSION,
    PRODUCT_DIMENSION,
    choiceDimension(STATUS),
    ...TIME_DIMENSIONS,
  ],
  measures: [
    count({ en: 'How many leads.', zh: '线索的个数。' }),
    share({ en: 'leads', zh: '线索' }),
    {
      key: 'conversion_rate',
      name: { en: 'conversion rate', zh: '转化率' },
      synonyms: words('conversion', '线索转化率'),
      definition: {
        en: 'Of the leads that were created in that time, the part that has become a customer by now.',
        zh: '该时段创建的线索中，到目前为止已转化的比例。',
      },
      unit: 'percent',
      sql: `count(*) FILTER (WHERE x.status = 'converted')`,
      per: 'count(*)',
      reads: ['status'],
    },
    {
      key: 'won_rate',
      name: { en: 'lead-to-win rate', zh: '线索赢单率' },
      synonyms: words('lead to win', '线索成交率'),
      definition: {
        en: 'Of the leads that were created in that time, the part of which a deal has been won by now: theirs, or one opened since with the customer they became.',
        zh: '该时段创建的线索中，到目前为止已赢单的比例：由其转化的商机，或之后在其转化的客户下新建的商机。',
      },
      unit: 'percent',
      sql: `count(*) FILTER (WHERE EXISTS (SELECT FROM seen.opportunities o JOIN stages s2 ON s2.key = o.stage_key AND s2.kind = 'won'
        WHERE o.id = x.opportunity_id OR o.customer_id = x.customer_id AND o.created_at >= x.created_at))`,
      per: 'count(*)',
      reads: ['status'],
    },
    {
      key: 'response_hours',
      name: { en: 'average time to the first answer', zh: '平均首次响应时间' },
      synonyms: words('response time|time to respond', '响应时间|响应时长|响应速度'),
      definition: {
        en: 'Hours by the calendar from when its owner was given the lead to the first follow-up, on average over those answered.',
        zh: '从线索交给负责人到首次跟进的自然小时数，按已响应的线索平均。',
      },
      unit: 'hours',
      sql: `coalesce(sum(${ANSWER_HOURS}), 0)`,
      per: 'count(x.first_response_at)',
      of: { field: 'answered', op: 'eq', values: ['true'] },
      reads: ['response_hours'],
    },
    {
      key: 'in_time_rate',
      name: { en: 'answered in time', zh: '响应及时率' },
      synonyms: words('response rate|sla rate|within sla', '及时响应率|响应达标率'),
      definition: {
        en: 'Of the leads answered, or not answered although the time their source gives is over, the part answered within it.',
        zh: '在已响应及已超过来源规定时限仍未响应的线索中，按时响应的比例。',
      },
      unit: 'percent',
      sql: `count(*) FILTER (WHERE ${IN_TIME})`,
      per: `count(*) FILTER (WHERE (${IN_TIME}) IS NOT NULL)`,
      of: { field: 'in_time', op: 'not_null', values: [] },
      reads: ['in_time'],
    },
  ],
  time: 'created',
  sort: { by: 'created', dir: 'desc' },
};
