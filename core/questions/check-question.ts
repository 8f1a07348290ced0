import { DomainError } from '../errors.ts';
import type { Text } from '../text.ts';
import type { Catalogue, Entity, Field, FieldType, Measure, Operator } from './catalogue/entity.ts';
import { isOwnField, isOwnKey } from './catalogue/own-keys.ts';
import type { Filter, Question } from './question.ts';

const COMPARED = ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'between', 'is_null', 'not_null'] as const;
const CHOSEN = ['eq', 'ne', 'in', 'not_in', 'is_null', 'not_null'] as const;

/** How a field of each type can be asked about. */
export const ASKED: Readonly<Record<FieldType, readonly Operator[]>> = {
  text: [...CHOSEN, 'contains'],
  number: COMPARED,
  money: COMPARED,
  day: COMPARED,
  instant: COMPARED,
  choice: CHOSEN,
  person: CHOSEN,
  team: ['eq', 'ne', 'in', 'not_in'],
  record: CHOSEN,
  tags: ['contains', 'in', 'not_in', 'is_null', 'not_null'],
  boolean: ['eq', 'is_null', 'not_null'],
};

const MONEY = /^\d{1,15}(?:\.\d{1,4})?(?: [A-Z]{3})?$/;
const NUMBER = /^-?\d{1,9}(?:\.\d{1,6})?$/;
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

const SHAPES: Readonly<Partial<Record<FieldType, RegExp>>> = {
  number: NUMBER,
  money: MONEY,
  day: DAY,
  instant: DAY,
  boolean: /^(?:true|false)$/,
};

export function entityOf(catalogue: Catalogue, { entity: key }: Pick<Question, 'entity'>): Entity {
  const entity = catalogue[key];
  if (!entity && isOwnKey(key)) {
    refuse(`entity ${key}`, {
      en: 'Your company no longer keeps records of that kind, so this cannot be asked any more.',
      zh: '公司已不再登记这类档案，无法再这样查询。',
    });
  }
  if (!entity) {
    refuse(`entity ${key}`, { en: `I cannot answer questions about ${key}.`, zh: `无法回答关于“${key}”的问题。` });
  }
  return entity;
}

export function fieldOf(entity: Entity, key: string): Field {
  return entity.fields.find((field) => field.key === key) ?? missing(entity, key);
}

export function dimensionOf(entity: Entity, key: string) {
  return entity.dimensions.find((dimension) => dimension.key === key) ?? missing(entity, key);
}

export function measureOf(entity: Entity, key: string): Measure {
  return entity.measures.find((measure) => measure.key === key) ?? missing(entity, key);
}

/** The fields that its sums of money are of: each has a currency of its own, so that one question sums up one of them. */
export function moneyOf(entity: Entity, measures: readonly Measure[]): Field[] {
  const read = measures.flatMap(({ unit, reads }) => (unit === 'money' ? reads : []));
  return entity.fields.filter(({ key, type }) => type === 'money' && read.includes(key));
}

/** Throws bad_input where something is asked of an entity that does not have it. */
export function checkQuestion(catalogue: Catalogue, question: Question): Entity {
  const entity = entityOf(catalogue, question);
  for (const filter of [...question.filters, ...question.part]) {
    checkFilter(fieldOf(entity, filter.field), filter);
  }
  for (const key of question.groupBy) {
    dimensionOf(entity, key);
  }
  const measures = [...question.measures, ...question.having.map(({ measure }) => measure)].map((key) =>
    measureOf(entity, key),
  );
  if (moneyOf(entity, measures).length > 1) {
    refuse('sums of several fields', { en: 'One sum at a time, please.', zh: '请一次只查一项金额。' });
  }
  const timed = question.time && fieldOf(entity, question.time.field);
  if (timed && timed.type !== 'day' && timed.type !== 'instant') {
    refuse(`time on ${timed.key}`, {
      en: `“${timed.name.en}” is no day.`,
      zh: `“${timed.name.zh}”不是日期。`,
    });
  }
  return entity;
}

function checkFilter(field: Field, { op, values }: Filter): void {
  const shape = SHAPES[field.type];
  const [fewest, most] =
    op === 'is_null' || op === 'not_null'
      ? [0, 0]
      : op === 'between'
        ? [2, 2]
        : op === 'in' || op === 'not_in'
          ? [1, 50]
          : [1, 1];
  const isFit =
    values.length >= fewest && values.length <= most && values.every((value) => !shape || shape.test(value));
  const isKnown =
    field.type !== 'choice' || !field.choices || field.isOpen || values.every((value) => hasChoice(field, value));
  if (!ASKED[field.type].includes(op) || !isFit || !isKnown) {
    refuse(`${field.key} ${op} ${values.length}`, {
      en: `I cannot compare “${field.name.en}” like that.`,
      zh: `“${field.name.zh}”不能这样比较。`,
    });
  }
}

const hasChoice = ({ choices = [] }: Field, value: string) => choices.some(({ key }) => key === value);

function missing(entity: Entity, key: string): never {
  if (isOwnField(key)) {
    refuse(`${key} of ${entity.many.en}`, {
      en: `This asks for a field of ${entity.many.en} that is no longer kept. Please ask again without it.`,
      zh: `这里用到的${entity.one.zh}字段已取消，请去掉该字段后重新查询。`,
    });
  }
  return refuse(`${key} of ${entity.table}`, {
    en: `I cannot ask that of ${entity.many.en}.`,
    zh: `${entity.many.zh}没有这一项，无法这样查询。`,
  });
}

function refuse(detail: string, say: Text): never {
  throw new DomainError('bad_input', `a question that cannot be asked: ${detail}`, { say });
}
