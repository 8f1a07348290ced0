import { z } from 'zod';
import { type Catalogue, OPERATORS } from './catalogue/entity.ts';
import { CATALOGUE, type EntityKey } from './catalogue/index.ts';
import { ownFieldSchema, ownKeySchema } from './catalogue/own-keys.ts';
import { ANY_OWN_KIND } from './catalogue/own-kind.ts';

/** Raised when a saved question could mean something else than it did. */
const QUESTION_VERSION = 1;

/** What a question may ask for at most. */
export const MOST = { rows: 200, measures: 4, groupings: 2, filters: 12, values: 50 } as const;

const relativeRange = z.strictObject({
  kind: z.literal('relative'),
  unit: z.enum(['day', 'week', 'month', 'quarter', 'half', 'year']),
  /** 0 is the one today lies in, -1 the one before. */
  offset: z.number(),
  /** So many of them, from there on. */
  count: z.number(),
  /** Cut off after today. */
  toDate: z.boolean(),
});

const rollingRange = z.strictObject({
  kind: z.literal('rolling'),
  unit: z.enum(['day', 'week', 'month', 'year']),
  /** Back from today where it is negative, else on from it; today counts. */
  count: z.number(),
});

const absoluteRange = z.strictObject({
  kind: z.literal('absolute'),
  /** Half-open ISO days; null is without an end on that side. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
});

export const rangeSchema = z.union([relativeRange, rollingRange, absoluteRange]);

export type Range = z.output<typeof rangeSchema>;

/**
 * What is asked, in the words of the domain: flat, with closed enums, every property required, so that a model can be
 * held to it (`z.toJSONSchema`) and a question can be saved and asked again. Which field goes with which entity is
 * judged when it is compiled; so is what a company keeps of its own, which is known by the form of its keys.
 */
function questionSchemaFor(catalogue: Catalogue) {
  const entities = Object.values(catalogue);
  const keys = (of: (entity: Catalogue[string]) => readonly { key: string }[]) =>
    z.union([z.enum([...new Set(entities.flatMap((entity) => of(entity).map(({ key }) => key)))]), ownFieldSchema]);
  const fields = keys(({ fields }) => fields);
  const measures = keys(({ measures }) => measures);
  const times = keys(({ fields }) => fields.filter(({ type }) => type === 'day' || type === 'instant'));
  const dimensions = keys(({ dimensions }) => dimensions);
  const filters = z
    .array(
      z.strictObject({
        field: fields,
        op: z.enum(OPERATORS),
        values: z.array(z.string().max(200)).max(MOST.values),
      }),
    )
    .max(MOST.filters);
  return z.strictObject({
    version: z.literal(QUESTION_VERSION),
    entity: z.union([z.enum(Object.keys(CATALOGUE) as [EntityKey, ...EntityKey[]]), ownKeySchema]),
    /** None lists the records themselves. */
    measures: z.array(measures).max(MOST.measures),
    /**
     * All of them hold. Values: ids or names, `me` for the asker; choices by key; ISO days; plain decimal numbers; money
     * in major units, of the company's currency unless one is named ("500000", "20000 USD"); true or false.
     */
    filters,
    /** Of a share: what the part of them that is asked for meets as well. */
    part: filters,
    groupBy: z.array(dimensions).max(MOST.groupings),
    /** Of groups. */
    having: z
      .array(z.strictObject({ measure: measures, op: z.enum(['gt', 'gte', 'lt', 'lte']), value: z.number() }))
      .max(MOST.measures),
    time: z.strictObject({ field: times, range: rangeSchema }).nullable(),
    compareTo: z.enum(['previous_period', 'previous_year']).nullable(),
    /** By a measure or the groups' own order (`group`), or, in a list, by a field. */
    sort: z.strictObject({ by: z.string().max(60), dir: z.enum(['asc', 'desc']) }).nullable(),
    limit: z.number().min(1).max(MOST.rows).nullable(),
    /** Narrows what the asker may see; it can never widen it. */
    scope: z.enum(['mine', 'team', 'all']),
    /** Asked for as a picture. */
    chart: z.enum(['bar', 'line', 'pie']).nullable(),
  });
}

export const questionSchema = questionSchemaFor({ ...CATALOGUE, own: ANY_OWN_KIND });

export type Question = z.output<typeof questionSchema>;
export type Filter = Question['filters'][number];

const PLAIN: Omit<Question, 'entity'> = {
  version: QUESTION_VERSION,
  measures: [],
  filters: [],
  part: [],
  groupBy: [],
  having: [],
  time: null,
  compareTo: null,
  sort: null,
  limit: null,
  scope: 'all',
  chart: null,
};

/** A question of which only what matters is named. */
export function toQuestion(asked: Partial<Question> & Pick<Question, 'entity'>): Question {
  return { ...PLAIN, ...asked };
}

/** The records a question is about, instead of its figures. */
export function asList(question: Question): Question {
  const isList = question.measures.length === 0 && question.groupBy.length === 0;
  const figures = { measures: [], part: [], groupBy: [], having: [], compareTo: null, chart: null };
  const filters = [...question.filters, ...question.part];
  return { ...question, filters, ...figures, ...(isList ? {} : { sort: null, limit: null }) };
}

/** The same question without what it does not say, to be carried by a button. */
export function briefly(question: Question): Partial<Question> & Pick<Question, 'entity'> {
  const said = Object.entries(question).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(PLAIN, key)),
  );
  return { ...Object.fromEntries(said), entity: question.entity };
}

/** As a button or a saved segment carries it: what is left out was not said. */
export const briefQuestionSchema = questionSchema
  .partial()
  .required({ entity: true })
  .transform((asked): Question => {
    const said = Object.entries(asked).filter(([, value]) => value !== undefined);
    return toQuestion({ ...Object.fromEntries(said), entity: asked.entity });
  });

/** What a filter's values are called is kept under this: one field may be asked twice, for what is had and what is not, or for two that are had. */
export const nameKey = ({ field, op, values }: Filter): string => `${field} ${op} ${values.join(',')}`;
