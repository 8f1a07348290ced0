import type { ProtectedField } from '../../permissions/fields.ts';
import type { Text } from '../../text.ts';

export const FIELD_TYPES = [
  'text',
  'number',
  'money',
  'day',
  'instant',
  'choice',
  'person',
  'team',
  'record',
  'tags',
  'boolean',
] as const;

export type FieldType = (typeof FIELD_TYPES)[number];

export const OPERATORS = [
  'eq',
  'ne',
  'in',
  'not_in',
  'gt',
  'gte',
  'lt',
  'lte',
  'between',
  'contains',
  'is_null',
  'not_null',
] as const;

export type Operator = (typeof OPERATORS)[number];

/** Other words a person has for the same thing; the name itself counts as one. */
export type Synonyms = { readonly en: readonly string[]; readonly zh: readonly string[] };

export type Choice = {
  readonly key: string;
  readonly name: Text;
  /** Where the choice is not simply a value of the field's SQL. */
  readonly sql?: string;
};

/**
 * SQL here is constant text over the entity's row `x` and its joins; `$tz`, `$today`, `$actor` stand for who asks and
 * when, `$value` for what is compared with, `$time` for the day the question's time is about, `$part` for what makes the
 * part of a share. All arrive as parameters.
 */
export type Field = {
  readonly key: string;
  readonly type: FieldType;
  readonly name: Text;
  readonly synonyms: Synonyms;
  /** Money: whole minor units. Day and instant: the civil day. Person, team, record: the id. */
  readonly sql: string;
  /** Of money: its ISO 4217 code. */
  readonly currency?: string;
  readonly choices?: readonly Choice[];
  /** True where rows may hold other values than the choices, which are no longer offered. */
  readonly isOpen?: boolean;
  /** Asked in another way than by comparing `sql`: by EXISTS, by an index. */
  readonly conditions?: Partial<Record<Operator, string>>;
  /** Of a day: how a time on it is asked where that is more than a day within it; `$from` and `$to` are its first day and the one after its last. */
  readonly within?: string;
  /** Where the policy may keep it from somebody: then it is no value of the row, compared or summed up (R84). */
  readonly guarded?: ProtectedField;
  /** How a comparison is told, `{n}` being what it is compared with; else by the field's name and a sign. */
  readonly told?: Partial<Record<Operator, Text>>;
  /** What a line says of the record where this is asked: SQL that gives `{ key, n, limit }[]` as jsonb[], and the words of each key. */
  readonly why?: { readonly sql: string; readonly words: Readonly<Record<string, Text>> };
  /** Of what is true or false: how it is told where it is not so. */
  readonly no?: Text;
  /** Names of the values that are keys: `$keys` is a text array; gives key, en, zh. */
  readonly labels?: string;
  /** Of what the company names itself: all there are, as en, zh, for whoever asks for one that is not among them. */
  readonly all?: string;
  /** Its values are products, asked for by any words that mean some of them. */
  readonly isOfProducts?: true;
  /** What a key is called that a company need not have. */
  readonly usual?: Readonly<Record<string, Text>>;
};

export type Dimension = {
  readonly key: string;
  readonly name: Text;
  readonly synonyms: Synonyms;
  /** What tells groups apart, as text; null is a group of its own. */
  readonly sql: string;
  readonly en: string;
  readonly zh: string;
  /** Where groups have an order of their own; else the most comes first. */
  readonly order?: string;
  /** The field whose value the group's key is; of a bucket of time, none. */
  readonly field?: string;
  /** One record may stand in several of its groups: in the total it counts once. */
  readonly isSeveral?: true;
};

export type Unit = 'count' | 'number' | 'money' | 'percent' | 'hours' | 'days';

export type Measure = {
  readonly key: string;
  readonly name: Text;
  readonly synonyms: Synonyms;
  /** What exactly is counted, for the documentation and for whoever asks. */
  readonly definition: Text;
  readonly unit: Unit;
  /** An aggregate; divided by `per` where that is given, and nothing where that is zero. */
  readonly sql: string;
  readonly per?: string;
  /** What is said where there is nothing to divide by. */
  readonly none?: Text;
  /** Which records it is made of, where not of all: asked for alone, those are the ones that are counted and listed. */
  readonly of?: { readonly field: string; readonly op: Operator; readonly values: readonly string[] };
  /** The fields it is made of: who may not see one of them may not ask for it either. */
  readonly reads: readonly string[];
};

export type Bind = { readonly value: string; readonly cast: 'text' | 'uuid' | 'jsonb' };

/** Of a question, what tells which rows it is about. */
export type Gist = {
  readonly filters: readonly { field: string; op: Operator; values: readonly string[] }[];
  readonly measures: readonly string[];
  readonly having: readonly { measure: string }[];
  readonly groupBy: readonly string[];
  readonly sort: { by: string } | null;
};

export type Entity = {
  readonly one: Text;
  readonly many: Text;
  readonly synonyms: Synonyms;
  readonly table: string;
  /** Tables of the same columns that are read faster, each with the questions it answers as well: the first of them that does. */
  readonly faster?: readonly { readonly table: string; answers(question: Gist): boolean }[];
  /** Which rows of the table are its own, where not all are. */
  readonly only?: string;
  /** What `$own0` and the like in its SQL stand for: what a company calls its own things is data, never text of a statement. */
  readonly binds?: Readonly<Record<string, Bind>>;
  /** Joined where something used names its alias; a join may name another. */
  readonly joins: Readonly<Record<string, string>>;
  /** `$locale` is the language of whoever reads it. */
  readonly title: string;
  /** The id of whose it is: what `mine`, `team` and a named colleague are about. */
  readonly owner: string;
  /** Which are the asker's own, where that is more than what he owns; `$actor` is he. */
  readonly mine?: string;
  /** What a line of a list opens, where that is not the record itself. */
  readonly opens?: { readonly entity: string; readonly sql: string };
  readonly fields: readonly Field[];
  readonly dimensions: readonly Dimension[];
  readonly measures: readonly Measure[];
  /** The field a time is about when none is named. */
  readonly time: string;
  /** How a list is ordered when nothing is said. */
  readonly sort: { readonly by: string; readonly dir: 'asc' | 'desc' };
  /** The money a line shows. */
  readonly amount?: string;
};

export type Catalogue = Readonly<Record<string, Entity>>;
