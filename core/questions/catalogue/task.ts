import { TIME_DIMENSIONS } from './buckets.ts';
import type { Entity, Field } from './entity.ts';
import {
  CREATED,
  CUSTOMER_DIMENSION,
  choiceDimension,
  count,
  customerField,
  localDay,
  OWNER_DIMENSIONS,
  OWNER_JOINS,
  ownerFields,
  words,
} from './shared.ts';

const STATUS: Field = {
  key: 'status',
  type: 'choice',
  name: { en: 'status', zh: '状态' },
  synonyms: words('', ''),
  sql: `CASE WHEN x.done_at IS NULL THEN 'open' WHEN x.cancelled_at IS NULL THEN 'done' ELSE 'cancelled' END`,
  choices: [
    { key: 'open', name: { en: 'open', zh: '未完成' } },
    { key: 'done', name: { en: 'done', zh: '已完成' } },
    { key: 'cancelled', name: { en: 'cancelled', zh: '已取消' } },
  ],
};

export const task: Entity = {
  one: { en: 'task', zh: '任务' },
  many: { en: 'tasks', zh: '任务' },
  synonyms: words('to-do|to-dos|todo|reminder|reminders', '待办|提醒'),
  table: 'tasks x',
  joins: { ...OWNER_JOINS('x.owner_id'), c: 'LEFT JOIN seen.customers c ON c.id = x.customer_id' },
  title: 'x.title',
  owner: 'x.owner_id',
  fields: [
    STATUS,
    ...ownerFields('x.owner_id'),
    customerField('x.customer_id'),
    {
      key: 'overdue',
      type: 'boolean',
      name: { en: 'overdue', zh: '逾期' },
      no: { en: 'not overdue', zh: '未逾期' },
      synonyms: words('late|past due', '过期'),
      sql: '(x.done_at IS NULL AND coalesce(x.due_on < $today::date, false))',
    },
    { key: 'due', type: 'day', name: { en: 'due', zh: '截止' }, synonyms: words('', '到期'), sql: 'x.due_on' },
    {
      key: 'done',
      type: 'instant',
      name: { en: 'done on', zh: '完成' },
      synonyms: words('completed', ''),
      sql: localDay('CASE WHEN x.cancelled_at IS NULL THEN x.done_at END'),
    },
    CREATED,
    { key: 'name', type: 'text', name: { en: 'title', zh: '内容' }, synonyms: words('', ''), sql: 'x.title' },
  ],
  dimensions: [...OWNER_DIMENSIONS, choiceDimension(STATUS), CUSTOMER_DIMENSION, ...TIME_DIMENSIONS],
  measures: [
    count({ en: 'How many tasks.', zh: '任务的个数。' }),
    {
      key: 'done_rate',
      name: { en: 'completion rate', zh: '完成率' },
      synonyms: words('', '任务完成率'),
      definition: {
        en: 'Tasks done ÷ all tasks due in that time but those cancelled.',
        zh: '该时段到期、未取消的任务中已完成的比例。',
      },
      unit: 'percent',
      sql: 'count(x.done_at) FILTER (WHERE x.cancelled_at IS NULL)',
      per: 'count(*) FILTER (WHERE x.cancelled_at IS NULL)',
      reads: ['status'],
    },
  ],
  time: 'due',
  sort: { by: 'due', dir: 'asc' },
};
