import type { FieldDeclaration, ObjectType } from '../../objects/declaration.ts';
import type { Text } from '../../text.ts';
import { TIME_DIMENSIONS } from './buckets.ts';
import type { Bind, Dimension, Entity, Field, Measure, Synonyms } from './entity.ts';
import {
  CREATED,
  count,
  customerDimensions,
  customerField,
  customersCounted,
  OWNER_DIMENSIONS,
  OWNER_JOINS,
  ownerFields,
  PEOPLE,
  placeFields,
  plainDimension,
  TIER,
  TIER_DIMENSION,
  tierJoin,
  words,
} from './shared.ts';

const [REGION, INDUSTRY] = placeFields('c');
const ENTERED_BY: Field = {
  key: 'entered_by',
  type: 'person',
  name: { en: 'entered by', zh: '登记人' },
  synonyms: words('', '录入人'),
  sql: 'x.created_by',
  labels: PEOPLE,
};
const UUID = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

/** Values that its SQL needs and no statement spells out. */
class Binds {
  readonly all: Record<string, Bind> = {};

  put(value: string, cast: Bind['cast']): string {
    const name = `own${Object.keys(this.all).length}`;
    this.all[name] = { value, cast };
    return `$${name}`;
  }
}

/** A company's own kind of object as something to ask about (R22): its words are the admin's, its fields those he declared. */
export function ownKind({ id, name, synonyms, label, fields: declared }: ObjectType): Entity {
  const binds = new Binds();
  const type = binds.put(id, 'uuid');
  const own = declared.map((each) => ownField(each, binds));
  const money = own.find((field) => field.type === 'money');
  const day = own.find((field) => field.type === 'day');
  const many: Text = { en: plural(inSentence(name.en)), zh: name.zh };
  const time = day?.key ?? CREATED.key;
  return {
    one: { en: inSentence(name.en), zh: name.zh },
    many,
    synonyms: inBoth(synonyms),
    table: 'objects x',
    only: `x.type_id = ${type} AND x.removed_at IS NULL`,
    binds: binds.all,
    joins: {
      c: 'LEFT JOIN seen.customers c ON c.id = x.customer_id',
      ...OWNER_JOINS('c.owner_id'),
      ct: tierJoin('x.customer_id'),
      e: 'LEFT JOIN users e ON e.id = x.created_by',
      ...Object.fromEntries(
        own.flatMap(({ type: holds, sql }, at) =>
          holds === 'person'
            ? [[personAlias(at), `LEFT JOIN users ${personAlias(at)} ON ${personAlias(at)}.id = ${sql}`]]
            : [],
        ),
      ),
    },
    title: `concat_ws(' · ', x.name, c.name)`,
    owner: 'c.owner_id',
    opens: { entity: 'object', sql: 'x.id' },
    fields: [
      ...own,
      { key: 'name', type: 'text', name: inSentences(label), synonyms: words('', ''), sql: 'x.name' },
      ...ownerFields('c.owner_id'),
      customerField('x.customer_id'),
      TIER,
      REGION,
      INDUSTRY,
      ENTERED_BY,
      CREATED,
    ],
    dimensions: [
      ...own.flatMap((field, at) => ownDimension(field, at, binds)),
      ...OWNER_DIMENSIONS,
      ...customerDimensions(REGION, INDUSTRY),
      TIER_DIMENSION,
      personDimension(ENTERED_BY, 'e'),
      ...TIME_DIMENSIONS,
    ],
    measures: [
      count({ en: `How many ${many.en}.`, zh: `${name.zh}的数量。` }),
      customersCounted({
        en: `How many different customers the ${many.en} are of.`,
        zh: `${name.zh}涉及的不同客户数。`,
      }),
      ...own.flatMap(ownMeasures),
    ],
    time,
    sort: { by: time, dir: 'desc' },
    ...(money ? { amount: money.key } : {}),
  };
}

/** What stands under a field as its declaration has it now; what was written while it held something else is no value. */
function ownField({ key, name, kind, options, words: said = [] }: FieldDeclaration, binds: Binds): Field {
  const slot = binds.put(key, 'text');
  const [raw, json] = [`(x."values" ->> ${slot})`, `(x."values" -> ${slot})`];
  const field = { key: `own.${key}`, name: inSentences(name), synonyms: inBoth(said) };
  const text = `CASE WHEN jsonb_typeof${json} = 'string' THEN ${raw} END`;
  switch (kind) {
    case 'text':
      return { ...field, type: 'text', sql: text };
    case 'number':
      return { ...field, type: 'number', sql: `CASE WHEN jsonb_typeof${json} = 'number' THEN ${raw}::numeric END` };
    case 'date':
      return { ...field, type: 'day', sql: `parley_day(${raw})` };
    case 'money':
      return {
        ...field,
        type: 'money',
        sql: `CASE WHEN (${json} ->> 'minor') ~ '^[0-9]{1,18}$' THEN (${json} ->> 'minor')::bigint END`,
        currency: `(${json} ->> 'currency')`,
      };
    case 'choice':
      return {
        ...field,
        type: 'choice',
        sql: text,
        choices: (options ?? []).map((option) => ({ key: option.value, name: option.name })),
        isOpen: true,
      };
    case 'person':
      return {
        ...field,
        type: 'person',
        sql: `CASE WHEN ${raw} ~ '${UUID}' THEN ${raw}::uuid END`,
        labels: PEOPLE,
      };
  }
}

const personAlias = (at: number) => `p${at}`;

function personDimension({ key, name, synonyms }: Field, alias: string): Dimension {
  const called = `${alias}.name`;
  return { key, name, synonyms, sql: `${alias}.id::text`, en: called, zh: called, field: key };
}

function ownDimension(field: Field, at: number, binds: Binds): Dimension[] {
  switch (field.type) {
    case 'text':
      return [plainDimension(field)];
    case 'person':
      return [personDimension(field, personAlias(at))];
    case 'choice': {
      const named = (locale: 'en' | 'zh') => {
        const names = (field.choices ?? []).map(({ key, name }) => [key, name[locale]]);
        return `coalesce(${binds.put(JSON.stringify(Object.fromEntries(names)), 'jsonb')} ->> (${field.sql}), ${field.sql})`;
      };
      return [{ ...plainDimension(field), en: named('en'), zh: named('zh') }];
    }
    default:
      return [];
  }
}

function ownMeasures({ key, type, name, sql }: Field): Measure[] {
  if (type !== 'number' && type !== 'money') {
    return [];
  }
  const bare = key.slice('own.'.length);
  const sum = { unit: type, sql: `coalesce(sum(${sql}), 0)`, reads: [key] };
  return [
    {
      key: `sum.${bare}`,
      name: { en: `total ${name.en}`, zh: `${name.zh}合计` },
      synonyms: words('', ''),
      definition: { en: `The sum of “${name.en}”; what has none adds nothing.`, zh: `“${name.zh}”之和，未填的不计。` },
      ...sum,
    },
    {
      key: `avg.${bare}`,
      name: { en: `average ${name.en}`, zh: `平均${name.zh}` },
      synonyms: words('', ''),
      definition: {
        en: `The sum of “${name.en}” ÷ the number of those that have one.`,
        zh: `“${name.zh}”之和 ÷ 填有该项的数量。`,
      },
      ...sum,
      per: `count(${sql})`,
    },
  ];
}

/** As it stands within a sentence; VIN stays VIN. */
const inSentence = (name: string) => name.replace(/^\p{Lu}(?=\p{Ll}|\s|$)/u, (letter) => letter.toLowerCase());
const inSentences = ({ en, zh }: Text): Text => ({ en: inSentence(en), zh });

const inBoth = (said: readonly string[]): Synonyms => ({
  en: said.filter((word) => !/\p{Script=Han}/u.test(word)),
  zh: said.filter((word) => /\p{Script=Han}/u.test(word)),
});

const UNCOUNTED = /(?:equipment|machinery|hardware|software|furniture|training|advice)$/iu;

/** More of them in English: showings, batteries, boxes; equipment is not counted. */
function plural(one: string): string {
  return UNCOUNTED.test(one) || !/[a-z]$/iu.test(one)
    ? one
    : `${one.replace(/(?<=[^aeiou])y$/iu, 'ie').replace(/(?<=s|x|z|ch|sh)$/iu, 'e')}s`;
}

/** What every kind has, whatever its admin declares. */
export const ANY_OWN_KIND = ownKind({
  id: '',
  key: '',
  name: { en: 'Own record', zh: '客户档案' },
  synonyms: [],
  label: { en: 'name', zh: '名称' },
  fields: [],
  rules: [],
  version: 0,
});
