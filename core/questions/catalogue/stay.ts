import { TIME_DIMENSIONS } from './buckets.ts';
import type { Entity } from './entity.ts';
import { count, customerField, localDay, OWNER_DIMENSIONS, OWNER_JOINS, ownerFields, words } from './shared.ts';
import { STAGE_DIMENSION, STAGE_FIELD } from './stage-field.ts';

const LEFT = localDay('x.left_at');

/** How long deals stand in each stage, and what becomes of those that came there: one row for each time a deal was in an open stage. */
export const stay: Entity = {
  one: { en: 'stay in a stage', zh: '阶段停留' },
  many: { en: 'stays in a stage', zh: '阶段停留' },
  synonyms: words('', ''),
  table: `(SELECT m.id, m.opportunity_id, m.to_stage AS stage_key, m.moved_at AS came_at, lead(m.moved_at) OVER w AS left_at, lead(m.to_stage) OVER w AS next_key
    FROM stage_moves m WINDOW w AS (PARTITION BY m.opportunity_id ORDER BY m.moved_at, m.id)) x`,
  only: `s.kind = 'open'`,
  joins: {
    o: 'JOIN seen.opportunities o ON o.id = x.opportunity_id',
    s: 'JOIN stages s ON s.key = x.stage_key',
    now: 'JOIN stages now ON now.key = o.stage_key',
    next: 'LEFT JOIN stages next ON next.key = x.next_key',
    ...OWNER_JOINS('o.owner_id'),
    c: 'LEFT JOIN seen.customers c ON c.id = o.customer_id',
  },
  title: `concat_ws(' · ', o.name, c.name, CASE $locale WHEN 'zh' THEN s.name_zh ELSE s.name_en END)`,
  owner: 'o.owner_id',
  opens: { entity: 'opportunity', sql: 'x.opportunity_id' },
  fields: [
    STAGE_FIELD,
    ...ownerFields('o.owner_id'),
    customerField('o.customer_id'),
    {
      key: 'came',
      type: 'instant',
      name: { en: 'came there', zh: '进入阶段' },
      synonyms: words('', ''),
      sql: localDay('x.came_at'),
    },
    {
      key: 'left',
      type: 'instant',
      name: { en: 'left it', zh: '离开阶段' },
      synonyms: words('', ''),
      sql: LEFT,
      told: { not_null: { en: 'that are over', zh: '已离开该阶段' }, is_null: { en: 'still there', zh: '仍在该阶段' } },
    },
    {
      key: 'closed',
      type: 'boolean',
      name: { en: 'of deals won or lost since', zh: '商机已成交或输单' },
      no: { en: 'of open deals', zh: '商机进行中' },
      synonyms: words('', ''),
      sql: `now.kind <> 'open'`,
    },
  ],
  dimensions: [STAGE_DIMENSION, ...OWNER_DIMENSIONS, ...TIME_DIMENSIONS],
  measures: [
    count({ en: 'How often a deal stood in an open stage.', zh: '商机停留在进行中阶段的次数。' }),
    {
      key: 'days',
      name: { en: 'average days in the stage', zh: '平均停留天数' },
      synonyms: words('', ''),
      definition: {
        en: 'Days from the day a deal came to the stage to the day it left it, on average over the stays that are over.',
        zh: '从进入阶段到离开阶段的天数，按已离开的停留平均。',
      },
      unit: 'days',
      sql: `coalesce(sum(${LEFT} - ${localDay('x.came_at')}), 0)`,
      per: 'count(x.left_at)',
      none: { en: 'No deal left a stage in that time', zh: '该时段没有商机离开阶段' },
      of: { field: 'left', op: 'not_null', values: [] },
      reads: ['left'],
    },
    {
      key: 'won_rate',
      name: { en: 'win rate from the stage', zh: '阶段赢单率' },
      synonyms: words('', ''),
      definition: {
        en: 'Of the deals that ever stood in the stage and have been won or lost since, the part that was won; each deal once.',
        zh: '曾处于该阶段且已成交或输单的商机中，成交的比例；每个商机只计一次。',
      },
      unit: 'percent',
      sql: `count(DISTINCT x.opportunity_id) FILTER (WHERE now.kind = 'won')`,
      per: `count(DISTINCT x.opportunity_id) FILTER (WHERE now.kind <> 'open')`,
      none: { en: 'No deals of that kind were closed', zh: '没有已关闭的商机' },
      of: { field: 'closed', op: 'eq', values: ['true'] },
      reads: ['closed'],
    },
    {
      key: 'onward_rate',
      name: { en: 'moved on', zh: '阶段转化率' },
      synonyms: words('', ''),
      definition: {
        en: 'Of the stays that are over, the part after which the deal moved on to a later stage or was won.',
        zh: '已离开的停留中，商机进入后续阶段或成交的比例。',
      },
      unit: 'percent',
      sql: `count(*) FILTER (WHERE next.kind = 'won' OR next.kind = 'open' AND next.position > s.position)`,
      per: 'count(x.left_at)',
      none: { en: 'No deal left a stage in that time', zh: '该时段没有商机离开阶段' },
      of: { field: 'left', op: 'not_null', values: [] },
      reads: ['left'],
    },
  ],
  time: 'left',
  sort: { by: 'came', dir: 'desc' },
};
