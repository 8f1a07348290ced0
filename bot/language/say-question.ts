import { dateText, dayText } from '../../core/day-words.ts';
import { addDays, type Day } from '../../core/days.ts';
import { minorOf } from '../../core/money.ts';
import type { Entity, Field } from '../../core/questions/catalogue/entity.ts';
import { earlier, type Period, periodOf } from '../../core/questions/period.ts';
import { type Filter, nameKey, type Question, type Range } from '../../core/questions/question.ts';
import { COMMA, type Text } from '../../core/text.ts';
import { money } from '../views/format.ts';
import { labelOf } from './days/label.ts';

export type Saying = {
  today: Day;
  /** The company's: what sums in filters are of. */
  currency: string;
  /** What it is about; undefined for what the company keeps no longer. */
  entity: Entity | undefined;
  /** What ids and keys are called, by nameKey or by field; else they are said as they stand. */
  names?: Readonly<Record<string, readonly Text[]>>;
};

const SIGNS: Readonly<Record<Filter['op'], string>> = {
  eq: '=',
  ne: '≠',
  in: '=',
  not_in: '≠',
  gt: '>',
  gte: '≥',
  lt: '<',
  lte: '≤',
  between: '=',
  contains: '~',
  is_null: '= —',
  not_null: '≠ —',
};
const SCOPES: Readonly<Record<Question['scope'], Text | undefined>> = {
  mine: { en: 'yours', zh: '我的' },
  team: { en: 'your team’s', zh: '我的团队' },
  all: undefined,
};
const GONE: Text = { en: 'records that are no longer kept', zh: '已取消的档案类型' };
/** Said by their names alone: whoever reads them knows what they are. */
const NAMED = new Set(['owner', 'team', 'customer', 'kind', 'priority']);

/** A question told back piece by piece, so that a misreading is seen beside the answer (R103). */
export function sayQuestion(question: Question, saying: Saying): Text[] {
  const { entity } = saying;
  if (!entity) {
    return [GONE];
  }
  const status = question.filters.find(({ field, op }) => field === 'status' && (op === 'eq' || op === 'in'));
  const states = status ? valuesOf(entity, status, saying) : undefined;
  const others = question.filters.filter((filter) => filter !== status);
  const scope = SCOPES[question.scope];
  return [
    states
      ? {
          en: `${joined(states, 'en', ' or ')} ${entity.many.en}`,
          zh: `${joined(states, 'zh', '或')}${entity.many.zh}`,
        }
      : entity.many,
    ...question.measures.flatMap((key) => entity.measures.find((measure) => measure.key === key)?.name ?? []),
    ...others.map((filter) => sayFilter(entity, filter, saying)),
    ...question.part.map((filter) => {
      const said = sayFilter(entity, filter, saying);
      return { en: `of these: ${said.en}`, zh: `其中${said.zh}` };
    }),
    ...sayTime(entity, question, saying),
    ...question.groupBy.flatMap((key) => {
      const name = entity.dimensions.find((dimension) => dimension.key === key)?.name;
      return name ? [{ en: `by ${name.en}`, zh: `按${name.zh}` }] : [];
    }),
    ...question.having.map(({ measure, op, value }) => {
      const known = entity.measures.find(({ key }) => key === measure);
      const of = (locale: 'en' | 'zh') =>
        `${known?.name[locale]} ${SIGNS[op]} ${known?.unit === 'money' ? money(minorOf(value.toFixed(2), saying.currency), saying.currency, { locale }) : value}`;
      return { en: of('en'), zh: of('zh') };
    }),
    ...sayOrder(entity, question),
    ...(scope ? [scope] : []),
  ];
}

function joined(values: readonly Text[], locale: 'en' | 'zh', by: string): string {
  return [...new Set(values.map((value) => value[locale]))].join(by);
}

function sayFilter(entity: Entity, filter: Filter, saying: Saying): Text {
  const field = entity.fields.find(({ key }) => key === filter.field);
  if (!field) {
    return { en: filter.field, zh: filter.field };
  }
  const told = field.told?.[filter.op];
  if (told) {
    const values = valuesOf(entity, filter, saying);
    return {
      en: told.en.replace('{n}', () => joined(values, 'en', ' or ')),
      zh: told.zh.replace('{n}', () => joined(values, 'zh', '或')),
    };
  }
  if (field.type === 'boolean') {
    return filter.values[0] === 'true' ? field.name : (field.no ?? field.name);
  }
  const values = valuesOf(entity, filter, saying);
  const isPlain = filter.op === 'eq' || filter.op === 'in';
  const of = (locale: 'en' | 'zh') => {
    // Stages of several pipelines may be called alike.
    const said = joined(values, locale, filter.op === 'between' ? ' – ' : COMMA[locale]);
    if (isPlain) {
      return NAMED.has(field.key) ? said : `${field.name[locale]} ${said}`;
    }
    return `${field.name[locale]} ${filter.op === 'between' ? '' : SIGNS[filter.op]} ${said}`
      .replace(/ +/g, ' ')
      .trim();
  };
  return { en: of('en'), zh: of('zh') };
}

function valuesOf(
  entity: Entity,
  filter: Filter,
  { names, currency, today }: Pick<Saying, 'names' | 'currency' | 'today'>,
): readonly Text[] {
  const { field: key, values } = filter;
  const field: Field | undefined = entity.fields.find((each) => each.key === key);
  const known = [names?.[nameKey(filter)], names?.[key]].find((each) => each !== undefined && each.length > 0);
  if (known) {
    return known;
  }
  return values.map((value): Text => {
    if (field?.type === 'day' || field?.type === 'instant') {
      return dateText(value.slice(0, 10), today);
    }
    const choice = field?.choices?.find((each) => each.key === value)?.name;
    if (choice) {
      return choice;
    }
    if (field?.type === 'money') {
      const [decimal = '0', of = currency] = value.split(' ');
      const minor = minorOf(decimal, of);
      return { en: money(minor, of, { locale: 'en' }), zh: money(minor, of, { locale: 'zh' }) };
    }
    return { en: value, zh: value };
  });
}

function sayTime(entity: Entity, { time, compareTo }: Question, { today }: Saying): Text[] {
  const field = time && entity.fields.find(({ key }) => key === time.field);
  if (!time || !field) {
    return [];
  }
  const period = periodOf(time.range, today);
  const before = compareTo ? earlier(time.range, compareTo, today) : undefined;
  const label = labelled(time.range, period);
  const days = daysText(period, today);
  return [
    label && label.en !== days.en
      ? { en: `${field.name.en} ${label.en} (${days.en})`, zh: `${field.name.zh} ${label.zh}（${days.zh}）` }
      : { en: `${field.name.en} ${days.en}`, zh: `${field.name.zh} ${days.zh}` },
    ...(before ? [{ en: `against ${daysText(before, today).en}`, zh: `对比 ${daysText(before, today).zh}` }] : []),
  ];
}

const NAMED_UNITS: ReadonlySet<string> = new Set(['month', 'quarter', 'half', 'year']);

/** A whole month, quarter or year has a name; undefined for any other time. */
function labelled(range: Range, { from, to }: Period): Text | undefined {
  return range.kind === 'relative' && range.count === 1 && NAMED_UNITS.has(range.unit) && !range.toDate && from && to
    ? labelOf({ from, to, grain: range.unit })
    : undefined;
}

/** A time as a title has it: by its name, else by its days. */
export function periodText(range: Range, period: Period, today: Day): Text {
  return labelled(range, period) ?? daysText(period, today);
}

/** The days of a period, the last one among them. */
export function daysText({ from, to }: Period, today: Day): Text {
  const last = to === null ? undefined : addDays(to, -1);
  if (last !== undefined && last === from) {
    return dayText(last, today);
  }
  const [begun, ended] = [from, last].map((day) => (day ? dateText(day, today) : { en: '…', zh: '…' }));
  if (from === null) {
    return { en: `until ${ended?.en}`, zh: `至${ended?.zh}` };
  }
  return last === undefined
    ? { en: `since ${begun?.en}`, zh: `${begun?.zh}起` }
    : { en: `${begun?.en} – ${ended?.en}`, zh: `${begun?.zh}至${ended?.zh}` };
}

function sayOrder(entity: Entity, { sort, limit }: Question): Text[] {
  const by =
    sort &&
    (entity.measures.find(({ key }) => key === sort.by) ?? entity.fields.find(({ key }) => key === sort.by))?.name;
  return [
    ...(by
      ? [
          sort.dir === 'desc'
            ? { en: `highest ${by.en} first`, zh: `${by.zh}从高到低` }
            : { en: `lowest ${by.en} first`, zh: `${by.zh}从低到高` },
        ]
      : []),
    ...(limit === null ? [] : [{ en: `the first ${limit}`, zh: `前 ${limit} 个` }]),
  ];
}
