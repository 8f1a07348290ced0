import type { Core } from '../context.ts';
import type { Statement } from '../db/session.ts';
import { minorOf } from '../money.ts';
import type { Dimension, Entity, Field, Measure } from './catalogue/entity.ts';
import { PEOPLE_OF_MY_TEAMS } from './catalogue/shared.ts';
import { dimensionOf, fieldOf, measureOf, moneyOf } from './check-question.ts';
import { toCondition } from './conditions.ts';
import type { OnFile } from './on-file.ts';
import type { Period } from './period.ts';
import type { Filter, Question } from './question.ts';
import { neededJoins, StatementText } from './statement.ts';

/** What is compiled: a question whose names are ids, and the days its time means. */
export type Asked = {
  core: Pick<Core, 'actor' | 'today' | 'org'>;
  entity: Entity;
  question: Question;
  period: Period | undefined;
  /** What its regions and industries are on file as; the question keeps the words they were asked for in. */
  onFile?: readonly OnFile[] | undefined;
};

/** The rows a question is about: FROM and WHERE, with only the joins that something names. */
export function compileRows(
  { core, entity, question, period, onFile }: Asked,
  text: StatementText,
  used: readonly string[],
  more: readonly string[] = [],
): { from: string; where: string } {
  const own = entity.only === undefined ? [] : [text.put(entity.only)];
  const conditions = [...own, ...conditionsOf({ core, entity, question, period, onFile }, text), ...more];
  const joins = neededJoins(entity.joins, [...used, ...conditions].join(' '));
  return {
    from: `FROM ${tableFor(entity, question)} ${text.put(joins)}`,
    where: conditions.length > 0 ? `WHERE ${conditions.map((condition) => `(${condition})`).join(' AND ')}` : '',
  };
}

const tableFor = ({ faster = [], table }: Entity, question: Question): string =>
  faster.find(({ answers }) => answers({ ...question, filters: [...question.filters, ...question.part] }))?.table ??
  table;

/** By the words they are on file in; what nothing was meant by is looked for as it was said. */
function asOnFile(filter: Filter, onFile: Asked['onFile'] = []): Filter {
  const found = onFile.find(({ field, said }) => field === filter.field && said === filter.values);
  const op = filter.op === 'eq' ? 'in' : filter.op === 'ne' ? 'not_in' : filter.op;
  return found && found.meant.length > 0 ? { ...filter, op, values: found.meant } : filter;
}

function conditionsOf({ core, entity, question, period, onFile }: Asked, text: StatementText): string[] {
  const { scope, filters, time } = question;
  return [
    ...(scope === 'mine' ? [text.put(entity.mine ?? `${entity.owner} = $actor`)] : []),
    ...(scope === 'team' ? [`${entity.owner} IN (${text.put(PEOPLE_OF_MY_TEAMS)})`] : []),
    ...filters.map((filter) =>
      toCondition(fieldOf(entity, filter.field), asOnFile(filter, onFile), text, core.org.currency),
    ),
    ...(time && period ? timeConditions(fieldOf(entity, time.field), period, text) : []),
  ];
}

/** A parameter that nothing uses is refused: a time without ends puts none. */
function timeConditions({ sql, within }: Field, { from, to }: Period, text: StatementText): string[] {
  if (within && (from !== null || to !== null)) {
    const ends = { from: `${text.bind(from ?? '-infinity')}::date`, to: `${text.bind(to ?? 'infinity')}::date` };
    return [text.put(within, ends)];
  }
  return [
    ...(from ? [`(${text.put(sql)}) >= ${text.bind(from)}::date`] : []),
    ...(to ? [`(${text.put(sql)}) < ${text.bind(to)}::date`] : []),
  ];
}

/** What a question measures; how many there are is always told. */
export function measuresOf(entity: Entity, question: Question): Measure[] {
  const keys = new Set(['count', ...question.measures, ...question.having.map(({ measure }) => measure)]);
  return [...keys].map((key) => measureOf(entity, key));
}

/**
 * Totals and groups in one statement: GROUPING SETS over the groups and, where there is money, over its currency as
 * well, so that sums of two currencies are never one. Groups are ranked by what is sorted by, in the company's currency.
 */
export function compileFigures(asked: Asked, limit: number): Statement {
  const { core, entity, question } = asked;
  const text = new StatementText(core, entity);
  const measures = measuresOf(entity, question);
  const dimensions = question.groupBy.map((key) => dimensionOf(entity, key));
  const time = () => text.put(fieldOf(entity, question.time?.field ?? entity.time).sql);
  const part = () =>
    question.part
      .map((each) => toCondition(fieldOf(entity, each.field), asOnFile(each, asked.onFile), text, core.org.currency))
      .join(' AND ') || 'true';
  const put = (sql: string) => text.put(sql, { time, part });
  const currency = moneyOf(entity, measures)[0]?.currency;
  const isMoney = currency !== undefined;
  const keys = dimensions.flatMap((dimension, at) => keyColumns(dimension, at, put));
  const money = isMoney ? [`${put(currency)} AS cur`] : [];
  const sums = measures.flatMap(({ sql, per }, at) => [
    `(${put(sql)})::numeric AS n${at}`,
    `${per ? `(${put(per)})` : '1'}::numeric AS p${at}`,
  ]);
  const { from, where } = compileRows(asked, text, []);
  // Found apart: beside grouping sets PostgreSQL uses no index for what is read of a view, and judges every row there is by its policies.
  const rows = (columns: readonly string[]) =>
    `FROM (SELECT x.* ${from} ${where} OFFSET 0) x ${text.put(neededJoins(entity.joins, [...columns, ...sums].join(' ')))}${columns.length > 0 ? ` CROSS JOIN LATERAL (SELECT ${columns.join(', ')}) d` : ''}`;
  const grouped = dimensions.map((_, at) => `d.k${at}, d.e${at}, d.z${at}, d.o${at}`).join(', ');
  const totals = ['()', ...(isMoney ? ['(d.cur)'] : [])];
  const groups = grouped ? [`(${grouped})`, ...(isMoney ? [`(${grouped}, d.cur)`] : [])] : [];
  const named = dimensions.map((_, at) => `coalesce(d.k${at}, '') AS k${at}, d.e${at}, d.z${at}, d.o${at}`);
  const unnamed = dimensions.map((_, at) => `'' AS k${at}, NULL AS e${at}, NULL AS z${at}, NULL AS o${at}`);
  const figures = (of: readonly string[], columns: readonly string[], sets: readonly string[], isGroup: string) =>
    `SELECT ${[
      ...of,
      `${isGroup} AS "isGroup"`,
      `${isMoney ? 'CASE WHEN grouping(d.cur) = 0 THEN d.cur END' : 'NULL::text'} AS currency`,
      ...sums,
    ].join(', ')} ${rows(columns)} GROUP BY GROUPING SETS (${sets.join(', ')})`;
  const isGroup = grouped ? 'grouping(d.k0) = 0' : 'false';
  // What stands in several groups is counted once in the total, which is therefore made without them.
  const inner = dimensions.some(({ isSeveral }) => isSeveral)
    ? `${figures(unnamed, money, totals, 'false')} UNION ALL ${figures(named, [...keys, ...money], groups, 'true')}`
    : figures(named, [...keys, ...money], [...totals, ...groups], isGroup);
  const seen = seenBy(guardedOf(entity, question, measures), text);
  return {
    text:
      dimensions.length > 0
        ? ranked(asked, { inner, dimensions, measures, limit, text, seen })
        : `SELECT g.*, NULL::bigint AS rank, NULL::bigint AS groups, ${seen} FROM (${inner}) g`,
    values: text.values,
    isRead: true,
  };
}

/** Whose rows could be seen, and what of them is kept from the asker unless it is his own. */
function seenBy(guarded: readonly string[], text: StatementText): string {
  return `cardinality(parley_visible()) AS people,
    ARRAY(SELECT k FROM unnest(${text.bind(guarded)}::text[]) k WHERE parley_access(k) <> 'full') AS unseen`;
}

/** The protected fields a question asks about. */
function guardedOf(entity: Entity, question: Question, measures: readonly Measure[]): string[] {
  const asked = new Set([
    ...[...question.filters, ...question.part].map(({ field }) => field),
    ...question.groupBy.map((key) => dimensionOf(entity, key).field),
    ...measures.flatMap(({ reads }) => reads),
    question.sort?.by,
  ]);
  return entity.fields.flatMap(({ key, guarded }) => (guarded && asked.has(key) ? [guarded] : []));
}

function keyColumns({ sql, en, zh, order }: Dimension, at: number, put: (sql: string) => string): string[] {
  return [
    `(${put(sql)})::text AS k${at}`,
    `(${put(en)})::text AS e${at}`,
    `(${put(zh)})::text AS z${at}`,
    `(${put(order ?? 'NULL::int')}) AS o${at}`,
  ];
}

type Ranking = {
  inner: string;
  dimensions: Dimension[];
  measures: Measure[];
  limit: number;
  text: StatementText;
  seen: string;
};

function ranked({ core, question }: Asked, { inner, dimensions, measures, limit, text, seen }: Ranking): string {
  const keys = dimensions.map((_, at) => `k${at}`);
  const own = text.bind(core.org.currency);
  // One figure a group to rank by: money in the company's own currency.
  const values = measures.map(({ unit }, at) => {
    const isIt = unit === 'money' ? `currency = ${own}::text` : `currency IS NULL AND ${own}::text IS NOT NULL`;
    return `max(n${at} / nullif(p${at}, 0)) FILTER (WHERE ${isIt}) AS v${at}`;
  });
  const at = (key: string) => measures.findIndex((measure) => measure.key === key);
  const having = question.having.map(({ measure, op, value }) => {
    const index = at(measure);
    const sign = { gt: '>', gte: '>=', lt: '<', lte: '<=' }[op];
    const unit = measures[index]?.unit;
    const bound =
      unit === 'money'
        ? minorOf(value.toFixed(2), core.org.currency)
        : String(unit === 'percent' ? value / 100 : value);
    return `v${index} ${sign} ${text.bind(bound)}::numeric`;
  });
  const natural = dimensions.map((_, index) => `o${index}`);
  const labels = dimensions.map((_, index) => `e${index} NULLS LAST, k${index}`);
  const order = [sortOf(question, dimensions, at), ...natural, ...labels].join(', ');
  return `WITH grouped AS (${inner}),
    figures AS (SELECT ${keys.join(', ')}, ${dimensions.map((_, i) => `min(e${i}) AS e${i}, min(o${i}) AS o${i}`).join(', ')}, ${values.join(', ')}
                  FROM grouped WHERE "isGroup" GROUP BY ${keys.join(', ')}),
    ranked AS (SELECT ${keys.join(', ')}, row_number() OVER (ORDER BY ${order}) AS rank, count(*) OVER () AS groups
                 FROM figures ${having.length > 0 ? `WHERE ${having.join(' AND ')}` : ''} ORDER BY rank LIMIT ${text.bind(limit)}::int)
  SELECT g.*, r.rank, r.groups, ${seen}
    FROM grouped g LEFT JOIN ranked r ON g."isGroup" AND ${keys.map((key) => `r.${key} = g.${key}`).join(' AND ')}
   WHERE NOT g."isGroup" OR r.rank IS NOT NULL ORDER BY r.rank NULLS FIRST`;
}

/** As asked; else stages and times in their own order, and all others by the first measure, the most first. */
function sortOf({ sort, measures }: Question, dimensions: readonly Dimension[], at: (key: string) => number): string {
  const isNatural = dimensions.some(({ order }) => order !== undefined);
  const by = sort && at(sort.by) >= 0 ? sort.by : (measures[0] ?? 'count');
  if (sort && (at(sort.by) >= 0 || !isNatural)) {
    return `v${at(by)} ${sort.dir} NULLS LAST`;
  }
  if (isNatural) {
    return dimensions.map((_, index) => `o${index} ${sort?.dir ?? 'asc'} NULLS LAST`).join(', ');
  }
  return `v${at(by)} desc NULLS LAST`;
}
