import {
  FOLLOW_UP_NAMES,
  FOLLOW_UP_OUTCOME_NAMES,
  FOLLOW_UP_OUTCOMES,
  type FollowUpOutcome,
  MOOD_NAMES,
  MOODS,
  type Mood,
} from '../../follow-ups/follow-up.ts';
import { TIME_DIMENSIONS } from './buckets.ts';
import type { Entity, Field } from './entity.ts';
import {
  CREATED,
  choiceDimension,
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
const KIND: Field = {
  key: 'kind',
  type: 'choice',
  name: { en: 'kind', zh: '方式' },
  synonyms: words('type', '类型|种类'),
  sql: 'x.kind',
  choices: Object.entries(FOLLOW_UP_NAMES).map(([key, name]) => ({ key, name })),
};

const MOOD: Field = {
  key: 'mood',
  type: 'choice',
  name: { en: 'mood', zh: '客户情绪' },
  synonyms: words('customer mood', '情绪|客户态度|态度|满意度'),
  sql: 'x.mood',
  choices: MOODS.map((key: Mood) => ({ key, name: MOOD_NAMES[key] })),
};
const OUTCOME: Field = {
  key: 'outcome',
  type: 'choice',
  name: { en: 'outcome', zh: '跟进结果' },
  synonyms: words('result', '成效'),
  sql: 'x.outcome',
  choices: FOLLOW_UP_OUTCOMES.map((key: FollowUpOutcome) => ({ key, name: FOLLOW_UP_OUTCOME_NAMES[key] })),
};

/** What happened with customers and leads: follow-ups of every kind, by whoever wrote them. */
export const activity: Entity = {
  one: { en: 'follow-up', zh: '跟进' },
  many: { en: 'follow-ups', zh: '跟进' },
  synonyms: words('activity|activities|visit|visits|call|calls|meeting|meetings', '拜访|电话|会议'),
  table: 'seen.follow_ups x',
  joins: {
    ...OWNER_JOINS('x.author_id'),
    c: 'LEFT JOIN seen.customers c ON c.id = x.customer_id',
    l: 'LEFT JOIN seen.leads l ON l.id = x.lead_id',
  },
  title: `concat_ws(' · ', coalesce(c.name, l.contact_name), left(x.note, 60))`,
  owner: 'x.author_id',
  opens: { entity: 'customer', sql: 'x.customer_id' },
  fields: [
    KIND,
    MOOD,
    OUTCOME,
    ...ownerFields('x.author_id'),
    customerField('x.customer_id'),
    REGION,
    INDUSTRY,
    {
      key: 'occurred',
      type: 'day',
      name: { en: 'on', zh: '日期' },
      synonyms: words('happened', '发生'),
      sql: 'x.happened_on',
    },
    CREATED,
    {
      key: 'note',
      type: 'text',
      name: { en: 'note', zh: '内容' },
      synonyms: words('', '记录'),
      sql: 'x.note',
      guarded: 'follow_ups.note',
    },
  ],
  dimensions: [
    ...OWNER_DIMENSIONS,
    choiceDimension(KIND),
    choiceDimension(MOOD),
    choiceDimension(OUTCOME),
    ...customerDimensions(REGION, INDUSTRY),
    ...TIME_DIMENSIONS,
  ],
  measures: [
    count({ en: 'How many follow-ups were put on record.', zh: '跟进记录的条数。' }),
    customersCounted({ en: 'How many different customers they were with.', zh: '跟进过的不同客户数。' }),
  ],
  time: 'occurred',
  sort: { by: 'occurred', dir: 'desc' },
};
