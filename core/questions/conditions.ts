import { minorOf } from '../money.ts';
import type { Choice, Field } from './catalogue/entity.ts';
import type { Filter } from './question.ts';
import type { StatementText } from './statement.ts';

const SIGNS = { eq: '=', ne: '<>', gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

/** One filter as SQL; its values are parameters. A row without a value is only found by `is_null`, `ne` and `not_in`. */
export function toCondition(field: Field, filter: Filter, text: StatementText, currency: string): string {
  const sql = () => text.put(field.sql);
  if (filter.op === 'is_null' || filter.op === 'not_null') {
    return `(${sql()}) IS ${filter.op === 'is_null' ? '' : 'NOT '}NULL`;
  }
  switch (field.type) {
    case 'number':
    case 'day':
    case 'instant':
      return compared(field, filter, text, field.type === 'number' ? 'numeric' : 'date');
    case 'money':
      return moneyCondition(field, filter, text, currency);
    case 'boolean':
      return `(${sql()}) = ${text.bind(filter.values[0] === 'true')}::boolean`;
    case 'text':
      return textCondition(field, filter, text);
    case 'choice':
      return oneOf(field, filter, text, 'text');
    case 'person':
    case 'team':
    case 'record':
      return oneOf(field, filter, text, 'uuid');
    case 'tags': {
      const said = text.bind(filter.values.map((value) => value.toLowerCase()));
      const isFound = `coalesce((${sql()}) && ${said}::text[], false)`;
      return filter.op === 'not_in' ? `NOT ${isFound}` : isFound;
    }
  }
}

function compared(field: Field, { op, values }: Filter, text: StatementText, type: string): string {
  const bound = (value: string | undefined) => `${text.bind(value)}::${type}`;
  const [first, second] = values;
  const own = field.conditions?.[op];
  if (own) {
    // Days are counted in whole ones.
    return `(${text.put(own, { value: type === 'numeric' ? `${text.bind(Math.trunc(Number(first)))}::int` : bound(first) })})`;
  }
  const sql = text.put(field.sql);
  if (op === 'between') {
    return `(${sql}) BETWEEN ${bound(first)} AND ${bound(second)}`;
  }
  return op === 'ne' ? `(${sql}) IS DISTINCT FROM ${bound(first)}` : `(${sql}) ${signOf(op)} ${bound(first)}`;
}

function signOf(op: Filter['op']): string {
  return op in SIGNS ? SIGNS[op as keyof typeof SIGNS] : '=';
}

/** Sums of two currencies do not compare: only rows of the currency that is named are found. */
function moneyCondition(field: Field, { op, values }: Filter, text: StatementText, own: string): string {
  const [, currency = own] = values[0]?.split(' ') ?? [];
  const minor = (value: string | undefined) => `${text.bind(minorOf(value?.split(' ')[0] ?? '0', currency))}::bigint`;
  const sql = text.put(field.sql);
  const isOfCurrency = `${text.put(field.currency ?? 'NULL')} = ${text.bind(currency)}`;
  const [first, second] = values;
  const isMet =
    op === 'between'
      ? `(${sql}) BETWEEN ${minor(first)} AND ${minor(second)}`
      : `(${sql}) ${signOf(op)} ${minor(first)}`;
  return `(${isOfCurrency} AND ${isMet})`;
}

/** Capitals do not matter. */
function textCondition({ sql: raw }: Field, { op, values }: Filter, text: StatementText): string {
  const sql = text.put(raw);
  if (op === 'contains') {
    return `position(lower(${text.bind(values[0])}) IN lower(${sql})) > 0`;
  }
  const isOne = `lower(${sql}) = ANY (${text.bind(values.map((value) => value.toLowerCase()))}::text[])`;
  return op === 'ne' || op === 'not_in' ? `NOT coalesce(${isOne}, false)` : isOne;
}

function oneOf(field: Field, { op, values }: Filter, text: StatementText, type: 'text' | 'uuid'): string {
  const isNot = op === 'ne' || op === 'not_in';
  const own = field.conditions?.[isNot ? 'not_in' : 'in'];
  if (own) {
    return `(${text.put(own, { value: text.bind(values) })})`;
  }
  const derived = (field.choices ?? []).filter((choice) => choice.sql !== undefined && values.includes(choice.key));
  const plain = values.filter((value) => !derived.some(({ key }) => key === value));
  const isOne = [
    ...derived.map(({ sql = 'false' }: Choice) => `(${text.put(sql)})`),
    ...(plain.length > 0 || derived.length === 0
      ? [`(${text.put(field.sql)}) = ANY (${text.bind(plain)}::${type}[])`]
      : []),
  ].join(' OR ');
  return isNot ? `NOT coalesce(${isOne}, false)` : `(${isOne})`;
}
