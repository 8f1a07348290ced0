import { TAG_NOW } from '../../tags/tags-of.ts';
import type { Choice, Dimension, Field, Measure, Synonyms } from './entity.ts';

/** An instant as the civil day it was where the asker is. */
export const localDay = (column: string) => `(${column} AT TIME ZONE $tz)::date`;

export const words = (en: string, zh: string): Synonyms => ({
  en: en.split('|').filter(Boolean),
  zh: zh.split('|').filter(Boolean),
});

/** Those of the keys that are ids, as ids: so they are found by index. */
const IDS = `ARRAY(SELECT k::uuid FROM unnest($keys) k WHERE k ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')`;
const calledIn = (table: string) =>
  `SELECT id::text AS key, name AS en, name AS zh FROM ${table} WHERE id = ANY (${IDS})`;
export const PEOPLE = calledIn('users');
const TEAMS = calledIn('teams');
const CUSTOMERS = calledIn('seen.customers');

/** SQL: the ids of whoever is in one of the teams `$value`, or below. */
const PEOPLE_OF_TEAMS = `WITH RECURSIVE below AS (
    SELECT id FROM teams WHERE id = ANY ($value::uuid[]) UNION SELECT t2.id FROM teams t2 JOIN below ON t2.parent_id = below.id)
  SELECT u2.id FROM users u2 JOIN below ON u2.team_id = below.id`;

/** SQL: the ids of the asker's own team and of those he leads, and all below. */
export const PEOPLE_OF_MY_TEAMS = `WITH RECURSIVE mine AS (
    SELECT id FROM teams WHERE lead_id = $actor OR id = (SELECT team_id FROM users WHERE id = $actor)
    UNION SELECT t2.id FROM teams t2 JOIN mine ON t2.parent_id = mine.id)
  SELECT u2.id FROM users u2 JOIN mine ON u2.team_id = mine.id`;

const OWNER_NAME = { en: 'owner', zh: '负责人' };
const OWNER_WORDS = words('rep|salesperson|seller|person|colleague', '销售|业务员|同事|人');
const TEAM_NAME = { en: 'team', zh: '团队' };
const TEAM_WORDS = words('group|department', '组|部门|小组');

/** Whose it is, and of which team: `u` is the joined owner. */
export function ownerFields(owner: string): Field[] {
  return [
    { key: 'owner', type: 'person', name: OWNER_NAME, synonyms: OWNER_WORDS, sql: owner, labels: PEOPLE },
    {
      key: 'team',
      type: 'team',
      name: TEAM_NAME,
      synonyms: TEAM_WORDS,
      sql: 'u.team_id',
      conditions: {
        in: `${owner} IN (${PEOPLE_OF_TEAMS})`,
        not_in: `${owner} IS NULL OR ${owner} NOT IN (${PEOPLE_OF_TEAMS})`,
      },
      labels: TEAMS,
    },
  ];
}

export const OWNER_JOINS = (owner: string) => ({
  u: `LEFT JOIN users u ON u.id = ${owner}`,
  t: 'LEFT JOIN teams t ON t.id = u.team_id',
});

export const OWNER_DIMENSIONS: readonly Dimension[] = [
  {
    key: 'owner',
    name: OWNER_NAME,
    synonyms: OWNER_WORDS,
    sql: 'u.id::text',
    en: 'u.name',
    zh: 'u.name',
    field: 'owner',
  },
  {
    key: 'team',
    name: TEAM_NAME,
    synonyms: TEAM_WORDS,
    sql: 't.id::text',
    en: 't.name',
    zh: 't.name',
    field: 'team',
  },
];

/** A field whose values are its groups' names. */
export function plainDimension({ key, name, synonyms, sql }: Field): Dimension {
  return { key, name, synonyms, sql, en: sql, zh: sql, field: key };
}

export function customerField(column: string): Field {
  return {
    key: 'customer',
    type: 'record',
    name: { en: 'customer', zh: '客户' },
    synonyms: words('account|client', '公司'),
    sql: column,
    labels: CUSTOMERS,
  };
}

export const CUSTOMER_DIMENSION: Dimension = {
  key: 'customer',
  name: { en: 'customer', zh: '客户' },
  synonyms: words('account|client', '公司'),
  sql: 'c.id::text',
  en: 'c.name',
  zh: 'c.name',
  field: 'customer',
};

/** How much a customer matters, as it stands now: set by hand or by the rules; `ct` is the joined tier. */
export const TIER: Field = {
  key: 'tier',
  type: 'choice',
  name: { en: 'tier', zh: '等级' },
  synonyms: words('class|grade', '客户等级|级别|分级'),
  sql: 'lower(coalesce(ct.manual_tier, ct.tier))',
  labels: 'SELECT lower(tier) AS key, tier AS en, tier AS zh FROM tier_rules WHERE lower(tier) = ANY ($keys)',
  all: 'SELECT tier AS en, tier AS zh FROM tier_rules ORDER BY position',
};

export const TIER_DIMENSION: Dimension = {
  ...plainDimension(TIER),
  en: 'coalesce(ct.manual_tier, ct.tier)',
  zh: 'coalesce(ct.manual_tier, ct.tier)',
  order: '(SELECT r.position FROM tier_rules r WHERE lower(r.tier) = lower(coalesce(ct.manual_tier, ct.tier)))',
};

export const tierJoin = (customer: string) => `LEFT JOIN customer_tiers ct ON ct.id = ${customer}`;

/** Region and industry of the joined customer `c`, or of the row itself. */
export function placeFields(row: string): [region: Field, industry: Field] {
  return [
    {
      key: 'region',
      type: 'text',
      name: { en: 'region', zh: '地区' },
      synonyms: words('area|territory', '区域|大区|省份|城市'),
      sql: `${row}.region`,
    },
    {
      key: 'industry',
      type: 'text',
      name: { en: 'industry', zh: '行业' },
      synonyms: words('sector|vertical', '领域'),
      sql: `${row}.industry`,
    },
  ];
}

/** Sources by their names or whatever else they are called. */
const SOURCES = `SELECT s2.key FROM lead_sources s2
  WHERE ARRAY[s2.key, lower(s2.name_en), lower(s2.name_zh)] && $value::text[] OR s2.synonyms && $value::text[]`;

/** Where a lead came from, or the customer of an opportunity. */
export const sourceField = (column: string): Field => ({
  key: 'source',
  type: 'choice',
  name: { en: 'source', zh: '来源' },
  synonyms: words('channel', '渠道'),
  sql: column,
  conditions: {
    in: `${column} IN (${SOURCES})`,
    not_in: `${column} NOT IN (${SOURCES})`,
  },
  labels: `SELECT key, name_en AS en, name_zh AS zh FROM lead_sources
            WHERE ARRAY[key, lower(name_en), lower(name_zh)] && $keys OR synonyms && $keys`,
  all: 'SELECT name_en AS en, name_zh AS zh FROM lead_sources WHERE active ORDER BY position',
});

/** `ls` is the joined source. */
export const SOURCE_DIMENSION: Dimension = {
  key: 'source',
  name: { en: 'source', zh: '来源' },
  synonyms: words('channel', '渠道'),
  sql: 'ls.key',
  en: 'ls.name_en',
  zh: 'ls.name_zh',
  order: 'ls.position',
  field: 'source',
};

export const sourceJoin = (column: string) => `LEFT JOIN lead_sources ls ON ls.key = ${column}`;

export const CREATED: Field = {
  key: 'created',
  type: 'instant',
  name: { en: 'created', zh: '创建' },
  synonyms: words('new|added', '新增|新建|录入'),
  sql: localDay('x.created_at'),
};

/** The column that says whose a record is; nobody's is in the pool (公海). */
export const inPool = (owner: string): Field => ({
  key: 'in_pool',
  type: 'boolean',
  name: { en: 'in the public pool', zh: '在公海' },
  no: { en: 'with an owner', zh: '已有负责人' },
  synonyms: words('pool|unassigned', '公海|未分配'),
  sql: `${owner} IS NULL`,
});

/** By any word a tag has, in small letters. */
export const tagsField = (party: 'customer' | 'lead'): Field => ({
  key: 'tags',
  type: 'tags',
  name: { en: 'tags', zh: '标签' },
  synonyms: words('tag|tagged', ''),
  sql: `ARRAY(SELECT lower(w) FROM taggings g ${TAG_NOW}, unnest(ARRAY[t.name_zh, t.name_en] || t.synonyms) w WHERE g.${party}_id = x.id)`,
  told: { contains: { en: 'tagged {n}', zh: '带{n}标签' }, not_in: { en: 'not tagged {n}', zh: '不带{n}标签' } },
});

/** A record stands in the group of each tag it carries; `tg` is the joined tag. */
export const TAG_DIMENSION: Dimension = {
  key: 'tag',
  name: { en: 'tag', zh: '标签' },
  synonyms: words('label', ''),
  sql: 'tg.id::text',
  en: 'tg.name_en',
  zh: 'tg.name_zh',
  isSeveral: true,
};

export const tagJoin = (party: 'customer' | 'lead') =>
  `LEFT JOIN LATERAL (SELECT DISTINCT t.id, t.name_en, t.name_zh FROM taggings g ${TAG_NOW} WHERE g.${party}_id = x.id) tg ON true`;

type Idle = {
  name: Field['name'];
  /** A way an index can take. */
  gte?: string;
  /** The last day anything happened, as it stood at the end of `$from` to `$to`, lies before it. */
  within: string;
};

/** How long nobody did anything, and in what time, given the civil day something last happened. */
export const idleFields = (touched: string, { name, gte, within }: Idle): Field[] => [
  { key: 'last_activity', type: 'day', name, synonyms: words('', ''), sql: touched },
  {
    key: 'untouched',
    type: 'day',
    name: { en: 'without a word', zh: '无跟进' },
    synonyms: words('', ''),
    sql: touched,
    within,
  },
  {
    key: 'idle_days',
    type: 'number',
    name: { en: 'days without a word', zh: '未跟进天数' },
    synonyms: words('', ''),
    sql: `($today::date - ${touched})`,
    told: { gte: { en: 'no word for {n} days or more', zh: '{n} 天及以上无跟进' } },
    ...(gte ? { conditions: { gte } } : {}),
  },
];

export const customersCounted = (
  definition: Measure['definition'],
  synonyms = words('distinct customers', '客户个数'),
): Measure => ({
  key: 'customers',
  name: { en: 'customers', zh: '客户数' },
  synonyms,
  definition,
  unit: 'count',
  sql: 'count(DISTINCT x.customer_id)',
  reads: ['customer'],
});

/** What hangs on a customer is grouped by whose it is and by the customer, his region and his trade. */
export const customerDimensions = (region: Field, industry: Field): Dimension[] => [
  CUSTOMER_DIMENSION,
  plainDimension(region),
  plainDimension(industry),
];

export const count = (definition: Measure['definition']): Measure => ({
  key: 'count',
  name: { en: 'number', zh: '数量' },
  synonyms: words('count|how many', '多少个|几个|个数|数目'),
  definition,
  unit: 'count',
  sql: 'count(*)',
  reads: [],
});

/** SQL: the name of a choice in one language. */
function namedChoice(sql: string, choices: readonly Choice[], locale: 'en' | 'zh'): string {
  const cases = choices.filter((choice) => choice.sql === undefined);
  return `CASE ${sql} ${cases.map(({ key, name }) => `WHEN '${key}' THEN '${name[locale]}'`).join(' ')} ELSE ${sql} END`;
}

/** A dimension over a field of choices, named in both languages. */
export function choiceDimension({ key, name, synonyms, sql, choices = [] }: Field): Dimension {
  return {
    key,
    name,
    synonyms,
    sql,
    en: namedChoice(sql, choices, 'en'),
    zh: namedChoice(sql, choices, 'zh'),
    field: key,
  };
}
