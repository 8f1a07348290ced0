import { PRIORITIES, PRIORITY_NAMES, TICKET_KIND_NAMES, TICKET_KINDS, type TicketKind } from '../../tickets/ticket.ts';
import { TIME_DIMENSIONS } from './buckets.ts';
import type { Dimension, Entity, Field } from './entity.ts';
import {
  choiceDimension,
  count,
  customerDimensions,
  customerField,
  customersCounted,
  localDay,
  OWNER_DIMENSIONS,
  OWNER_JOINS,
  ownerFields,
  PEOPLE,
  placeFields,
  TIER,
  TIER_DIMENSION,
  tierJoin,
  words,
} from './shared.ts';

const [REGION, INDUSTRY] = placeFields('c');
const STATUS: Field = {
  key: 'status',
  type: 'choice',
  name: { en: 'status', zh: '状态' },
  synonyms: words('', ''),
  sql: `CASE WHEN x.closed_at IS NULL THEN 'open' ELSE 'closed' END`,
  choices: [
    { key: 'open', name: { en: 'open', zh: '未关闭' } },
    { key: 'closed', name: { en: 'closed', zh: '已关闭' } },
  ],
};
const KIND: Field = {
  key: 'kind',
  type: 'choice',
  name: { en: 'kind', zh: '类型' },
  synonyms: words('type', '种类'),
  sql: 'x.kind',
  choices: TICKET_KINDS.map((key: TicketKind) => ({ key, name: TICKET_KIND_NAMES[key] })),
};
const PRIORITY: Field = {
  key: 'priority',
  type: 'choice',
  name: { en: 'priority', zh: '优先级' },
  synonyms: words('urgency', '紧急程度'),
  sql: 'x.priority',
  choices: PRIORITIES.map((key) => ({ key, name: PRIORITY_NAMES[key] })),
};
const ASSIGNEE: Field = {
  key: 'assignee',
  type: 'person',
  name: { en: 'assigned to', zh: '处理人' },
  synonyms: words('assignee|service person', '客服'),
  sql: 'x.assignee_id',
  labels: PEOPLE,
};
const ASSIGNEE_DIMENSION: Dimension = {
  key: 'assignee',
  name: ASSIGNEE.name,
  synonyms: ASSIGNEE.synonyms,
  sql: 'a.id::text',
  en: 'a.name',
  zh: 'a.name',
  field: 'assignee',
};

/** Whose customer it is counts as whose ticket it is; who sees to it is a field of its own, and it is his as well where he asks. */
export const ticket: Entity = {
  one: { en: 'ticket', zh: '工单' },
  many: { en: 'tickets', zh: '工单' },
  synonyms: words('complaint|complaints|service ticket', '投诉|报修'),
  table: 'service_tickets x',
  joins: {
    c: 'LEFT JOIN seen.customers c ON c.id = x.customer_id',
    ...OWNER_JOINS('c.owner_id'),
    ct: tierJoin('x.customer_id'),
    a: 'LEFT JOIN users a ON a.id = x.assignee_id',
  },
  title: `concat_ws(' · ', c.name, left(x.title, 60))`,
  owner: 'c.owner_id',
  mine: '(c.owner_id = $actor OR x.assignee_id = $actor)',
  fields: [
    STATUS,
    KIND,
    PRIORITY,
    ...ownerFields('c.owner_id'),
    ASSIGNEE,
    customerField('x.customer_id'),
    TIER,
    REGION,
    INDUSTRY,
    {
      key: 'opened',
      type: 'instant',
      name: { en: 'opened', zh: '新建' },
      synonyms: words('created', '提交'),
      sql: localDay('x.opened_at'),
    },
    {
      key: 'closed',
      type: 'instant',
      name: { en: 'closed on', zh: '关闭' },
      synonyms: words('solved', '解决'),
      sql: localDay('x.closed_at'),
    },
    { key: 'name', type: 'text', name: { en: 'title', zh: '情况' }, synonyms: words('', ''), sql: 'x.title' },
  ],
  dimensions: [
    ...OWNER_DIMENSIONS,
    ASSIGNEE_DIMENSION,
    choiceDimension(KIND),
    choiceDimension(PRIORITY),
    choiceDimension(STATUS),
    ...customerDimensions(REGION, INDUSTRY),
    TIER_DIMENSION,
    ...TIME_DIMENSIONS,
  ],
  measures: [
    count({ en: 'How many tickets.', zh: '工单的个数。' }),
    customersCounted(
      { en: 'How many different customers the tickets are of.', zh: '工单涉及的不同客户数。' },
      words('', ''),
    ),
    {
      key: 'close_days',
      name: { en: 'average days to close', zh: '平均处理天数' },
      synonyms: words('time to close', '处理时长'),
      definition: {
        en: 'Days from the day a ticket was opened to the day it was closed, on average over those closed.',
        zh: '已关闭工单从新建到关闭的平均天数。',
      },
      unit: 'days',
      sql: `coalesce(sum(${localDay('x.closed_at')} - ${localDay('x.opened_at')}), 0)`,
      per: 'count(x.closed_at)',
      of: { field: 'status', op: 'eq', values: ['closed'] },
      reads: ['status'],
    },
  ],
  time: 'opened',
  sort: { by: 'opened', dir: 'desc' },
};
