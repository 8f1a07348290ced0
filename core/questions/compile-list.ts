import type { Statement } from '../db/session.ts';
import { openMarkOf } from '../tickets/open-mark.ts';
import type { Entity, Field } from './catalogue/entity.ts';
import { fieldOf } from './check-question.ts';
import { type Asked, compileRows } from './compile-question.ts';
import { neededJoins, StatementText } from './statement.ts';

export type Cursor = { value: string | null; id: string };

export type ListOptions = {
  limit: number;
  /** The last record of the page before. */
  after?: Cursor | undefined;
  /** Only the ids, not what a line shows. */
  isBare?: boolean;
  /** Further columns, as the catalogue writes SQL. */
  also?: readonly string[];
};

const CAST = { number: 'numeric', money: 'bigint', day: 'date', instant: 'date' } as const;

/** The records of a question in their order, each once, whatever happens to those before: pages go by value, not by number. */
export function compileList(asked: Asked, { limit, after, isBare = false, also = [] }: ListOptions): Statement {
  const { core, entity } = asked;
  const text = new StatementText(core, entity);
  const { by, dir } = orderOf(asked);
  const sort = text.put(by.sql);
  const amount = entity.fields.find(({ key }) => key === entity.amount);
  const shown = dayOf(asked);
  const columns = [
    'x.id',
    `(${sort})::text AS sort`,
    ...(isBare
      ? []
      : [
          `${text.put(entity.title)} AS name`,
          `${entity.opens?.sql ?? 'x.id'} AS opens`,
          `u.name AS owner`,
          `${text.put(amount?.sql ?? 'NULL::bigint')} AS amount`,
          `${text.put(amount?.currency ?? 'NULL::text')} AS currency`,
          `${shown ? text.put(shown.sql) : 'NULL::date'} AS "on"`,
          `${markOf(entity)} AS mark`,
          `to_jsonb(${text.put(whyOf(asked) ?? 'NULL::jsonb')}) AS why`,
        ]),
    ...also.map((sql) => text.put(sql)),
  ];
  const further = after ? [afterCursor(sort, by, dir, after, text)] : [];
  const { from, where } = compileRows(asked, text, [sort], further);
  const order = `ORDER BY (${sort}) ${dir} NULLS LAST, x.id`;
  // What a line shows is looked up for the lines there are, not for every record that one of them may be.
  const lines = `(SELECT x.* ${from} ${where} ${order} LIMIT ${text.bind(limit)}::int) x`;
  return {
    text: `SELECT ${columns.join(', ')} FROM ${lines} ${text.put(neededJoins(entity.joins, columns.join(' ')))} ${order}`,
    values: text.values,
    isRead: true,
  };
}

/** A ticket needs no warning of itself. */
function markOf({ table, fields }: Entity): string {
  const customer = fields.find(({ key }) => key === 'customer')?.sql;
  return customer && table !== 'service_tickets x' ? openMarkOf(customer) : 'NULL::json';
}

/** The reasons of what was asked for, where it has any. */
const whyOf = ({ entity, question: { filters } }: Asked): string | undefined =>
  entity.fields.find(({ key, why }) => why && filters.some(({ field }) => field === key))?.why?.sql;

function orderOf({ entity, question: { sort, filters, time } }: Asked): { by: Field; dir: 'asc' | 'desc' } {
  const asked = sort && entity.fields.find(({ key }) => key === sort.by);
  if (asked && sort) {
    return { by: asked, dir: sort.dir };
  }
  // Whoever asks what lies idle wants the longest first.
  const { by, dir } = isIdleAsked({ filters, time }) ? { by: 'last_activity', dir: 'asc' as const } : entity.sort;
  return { by: fieldOf(entity, by), dir };
}

/** The day a line shows: the one asked about, else the one it is ordered by. */
export function dayOf(asked: Asked): Field | undefined {
  const { entity, question } = asked;
  const { by } = orderOf(asked);
  const isDay = by.type === 'day' || by.type === 'instant';
  return question.time && !isIdleAsked(question)
    ? fieldOf(entity, question.time.field)
    : isDay
      ? by
      : fieldOf(entity, entity.time);
}

const isIdleAsked = ({ filters, time }: Pick<Asked['question'], 'filters' | 'time'>) =>
  time?.field === 'untouched' || filters.some(({ field }) => field === 'idle_days');

function afterCursor(sort: string, by: Field, dir: 'asc' | 'desc', { value, id }: Cursor, text: StatementText): string {
  const last = `${text.bind(id)}::uuid`;
  if (value === null) {
    return `((${sort}) IS NULL AND x.id > ${last})`;
  }
  const cast = by.type in CAST ? CAST[by.type as keyof typeof CAST] : 'text';
  const there = `${text.bind(value)}::${cast}`;
  const here = cast === 'text' ? `(${sort})::text` : `(${sort})`;
  return `(${here} ${dir === 'asc' ? '>' : '<'} ${there} OR (${here} = ${there} AND x.id > ${last}) OR (${sort}) IS NULL)`;
}
