import fc from 'fast-check';
import { DomainError } from '../../core/errors.ts';
import type { Entity, Field } from '../../core/questions/catalogue/entity.ts';
import { CATALOGUE, type EntityKey } from '../../core/questions/catalogue/index.ts';
import { ASKED } from '../../core/questions/check-question.ts';
import type { Filter, Question, Range } from '../../core/questions/question.ts';
import type { Text } from '../../core/text.ts';

const day = fc
  .integer({ min: -400, max: 400 })
  .map((days) => new Date(Date.UTC(2026, 4, 13 + days)).toISOString().slice(0, 10));
const unknown = fc.uuid();

function anyValue({ type, choices, isOfProducts }: Field): fc.Arbitrary<string> {
  switch (type) {
    case 'number':
      return fc.integer({ min: -5, max: 4_000 }).map(String);
    case 'money':
      return fc.oneof(
        fc.integer({ min: 0, max: 10 ** 9 }).map(String),
        fc.constantFrom('0.5', '12.34', '700 USD', '9 JPY'),
      );
    case 'day':
    case 'instant':
      return day;
    case 'choice':
      return choices
        ? fc.constantFrom(...choices.map(({ key }) => key))
        : fc.constantFrom('proposal', '商务谈判', 'Won');
    case 'boolean':
      return fc.constantFrom('true', 'false');
    case 'person':
      return fc.constant('me');
    case 'team':
      // Somebody of the asker's own team is always seen; the others are refused, which is another test.
      return fc.constant('北区');
    case 'record':
      return unknown;
    case 'tags':
    case 'text':
      if (isOfProducts) {
        return unknown;
      }
      return fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replaceAll('\0', ''));
  }
}

function filterOf(field: Field): fc.Arbitrary<Filter> {
  return fc.constantFrom(...ASKED[field.type]).chain((op) => {
    const length = op === 'is_null' || op === 'not_null' ? 0 : op === 'between' ? 2 : 1;
    return fc
      .array(anyValue(field), { minLength: length, maxLength: length })
      .map((values) => ({ field: field.key, op, values }));
  });
}

const range: fc.Arbitrary<Range> = fc.oneof(
  fc.record({
    kind: fc.constant('relative' as const),
    unit: fc.constantFrom('day', 'week', 'month', 'quarter', 'half', 'year'),
    offset: fc.integer({ min: -5, max: 5 }),
    count: fc.integer({ min: 1, max: 5 }),
    toDate: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('rolling' as const),
    unit: fc.constantFrom('day', 'week', 'month', 'year'),
    count: fc.integer({ min: -30, max: 30 }).filter((count) => count !== 0),
  }),
  fc.record({ kind: fc.constant('absolute' as const), from: fc.option(day), to: fc.option(day) }),
);

const keysOf = (all: readonly { key: string }[]) => all.map(({ key }) => key);

/** Every question about one of them. */
export function questionAbout(name: Question['entity'], entity: Entity): fc.Arbitrary<Question> {
  const measures = keysOf(entity.measures);
  const dimensions = keysOf(entity.dimensions);
  const times = entity.fields.filter(({ type }) => type === 'day' || type === 'instant');
  const filterable = entity.fields.filter(({ type }) => type !== 'team');
  return fc.record({
    version: fc.constant(1 as const),
    entity: fc.constant(name),
    measures: fc.subarray(measures, { maxLength: Math.min(4, measures.length) }),
    filters: fc.array(fc.constantFrom(...filterable).chain(filterOf), { maxLength: 4 }),
    part: fc.array(fc.constantFrom(...filterable).chain(filterOf), { maxLength: 2 }),
    groupBy: fc.subarray(dimensions, { maxLength: Math.min(2, dimensions.length) }),
    having: fc.array(
      fc.record({
        measure: fc.constantFrom(...measures),
        op: fc.constantFrom('gt', 'gte', 'lt', 'lte'),
        value: fc.integer({ min: 0, max: 1_000_000 }),
      }),
      { maxLength: 2 },
    ),
    time: fc.option(fc.record({ field: fc.constantFrom(...keysOf(times)), range })),
    compareTo: fc.option(fc.constantFrom('previous_period', 'previous_year')),
    sort: fc.option(
      fc.record({
        by: fc.constantFrom('group', 'nothing', ...measures, ...keysOf(entity.fields)),
        dir: fc.constantFrom('asc', 'desc'),
      }),
    ),
    limit: fc.option(fc.integer({ min: 1, max: 200 })),
    scope: fc.constantFrom('mine', 'team', 'all'),
    chart: fc.option(fc.constantFrom('bar', 'line', 'pie')),
  });
}

/** Every question that fits its shape and names no stranger. */
export const anyQuestion: fc.Arbitrary<Question> = fc
  .constantFrom(...(Object.keys(CATALOGUE) as EntityKey[]))
  .chain((name) => questionAbout(name, CATALOGUE[name]));

/** The reason a question was refused with, as a stage or a tier that nobody has; anything else is a fault. */
export function refusal(thrown: unknown): { say: Text } {
  if (thrown instanceof DomainError && thrown.code === 'not_found' && thrown.say) {
    return { say: thrown.say };
  }
  throw thrown;
}
