import type { Entity, Field } from '../../../core/questions/catalogue/entity.ts';
import type { Filter, Question } from '../../../core/questions/question.ts';
import { firstSlot, type Utterance, wordsOf } from '../utterance.ts';
import type { Claims } from './claims.ts';
import { pattern, plainly } from './frame.ts';
import { BOUNDS } from './question-bounds.ts';
import { eq, numberText, readAmount } from './question-filters.ts';
import { toCount } from './question-time.ts';

/** A word of the company's own, in a pattern: Latin ones stand by themselves. */
const word = (said: string) => (/[a-z0-9]/iu.test(said) ? `(?<![a-z])${plainly(said)}(?![a-z])` : plainly(said));

const DAY_ZH = /(?:到期|截止)?(?:日期|时间|日)?$/u;
const DAY_EN = / (?:on|until|till|by|at|from|date|day)$/iu;

type Spoken = { pattern: RegExp; length: number; test(text: string): boolean };

/** A field's names and the words that are said around its value, in both languages. */
export function namesOf({ name, synonyms, type }: Field): Spoken[] {
  // 质保到期 is said 质保, and warranty until, warranty: the day itself stands beside it.
  const stems = type === 'day' ? [name.zh.replace(DAY_ZH, ''), name.en.replace(DAY_EN, '')] : [];
  return [...new Set([name.zh, name.en, ...synonyms.zh, ...synonyms.en, ...stems])].filter(Boolean).map((said) => {
    const form = new RegExp(word(said), 'iu');
    return { pattern: form, length: said.length, test: (text) => form.test(text) };
  });
}

const OF = (field: Field) => `(?:${[field.name.zh, field.name.en].map(word).join('|')})`;
const NUMBER = '(?:{money}|\\d{1,9}(?:\\.\\d{1,6})?)';

export type OwnFields = {
  filters: Filter[];
  /** A sum or an average that was asked for. */
  measure: string | undefined;
  /** The highest or lowest of a number first. */
  sorted: Sorted | undefined;
};

type Sorted = { sort: NonNullable<Question['sort']>; first: number | undefined };

/** What is said of the fields that a company declared: 白色的, 里程超过5万, average price. */
export function readOwnFields(utterance: Utterance, claims: Claims, entity: Entity): OwnFields {
  const own = entity.fields.filter(({ key }) => key.startsWith('own.'));
  const measure = entity.measures.find(({ key }) => readMeasure(claims, key, own))?.key;
  const sorted = own.flatMap((field) => readSort(claims, field))[0];
  const filters = own.flatMap((field) => readFilter(utterance, claims, field));
  const money = own.filter(({ type }) => type === 'money');
  const [only] = money;
  const amount = only && money.length === 1 ? readAmount(utterance, claims) : undefined;
  return { filters: [...filters, ...(amount && only ? [{ ...amount, field: only.key }] : [])], measure, sorted };
}

const isNumeric = ({ type }: Field) => type === 'number' || type === 'money';

/** 里程最高的5辆, the highest mileage, by price: which are first, and how many of them. */
function readSort(claims: Claims, field: Field): Sorted[] {
  if (!isNumeric(field)) {
    return [];
  }
  const many = '的?(?<n>\\d{1,3}|[一二两三四五六七八九十]{1,3})?[辆台套部份个条间户]?';
  for (const [dir, zh, en] of [
    ['desc', '高|多|大|贵|长|远', '(?:the )?(?:highest|largest|longest|most)|by'],
    ['asc', '低|少|小|短|便宜', '(?:the )?(?:lowest|smallest|least|shortest)'],
  ] as const) {
    const form = `${OF(field)}最(?:${zh})${many}|(?<![a-z])(?:with )?(?:${en}) ${OF(field)}`;
    const said = claims.match(new RegExp(form, 'iu'));
    if (said) {
      return [{ sort: { by: field.key, dir }, first: toCount(said.groups?.n) }];
    }
  }
  return [];
}

function readMeasure(claims: Claims, key: string, own: readonly Field[]): boolean {
  const [figure, bare] = key.split('.');
  const field = bare === undefined ? undefined : own.find((each) => each.key === `own.${bare}`);
  if (!field) {
    return false;
  }
  const form =
    figure === 'avg'
      ? `平均的?${OF(field)}|${OF(field)}(?:的)?(?:平均值?|均值)|(?<![a-z])(?:average|avg|mean) ${OF(field)}`
      : `(?:总的?|合计)${OF(field)}|${OF(field)}(?:的)?(?:总和|合计|总额|总数|总计|之和|共计|一共|总共)|(?<![a-z])(?:total|sum of(?: the)?|combined) ${OF(field)}`;
  return claims.take(new RegExp(form, 'iu')) !== undefined;
}

function readFilter(utterance: Utterance, claims: Claims, field: Field): Filter[] {
  switch (field.type) {
    case 'number':
    case 'money':
      return readBound(utterance, claims, field);
    case 'choice':
      return readChoice(claims, field);
    case 'person':
      return readPerson(utterance, claims, field);
    case 'text':
      return readText(utterance, claims, field);
    default:
      return [];
  }
}

function readBound(utterance: Utterance, claims: Claims, field: Field): Filter[] {
  for (const [op, before, after] of BOUNDS) {
    const forms = [
      `${OF(field)} ?(?:在|是|为|is|are|of)? ?(?:${before}) ?(?<n>${NUMBER})(?: ?(?:km|\\p{Script=Han}{1,2}?))?(?:以上)?的?`,
      ...(after
        ? [`${OF(field)} ?(?:在|是|为|is|are|of)? ?(?<n>${NUMBER}) ?\\p{Script=Han}{0,2}?(?:${after})的?`]
        : []),
      `(?<![a-z])(?:${before}) (?<n>${NUMBER})(?: [a-z]+)? (?:of |in )?${OF(field)}`,
    ];
    for (const form of forms) {
      const said = claims.match(pattern(form))?.groups?.n;
      const value = said && numberText(utterance, said, field.type === 'money');
      if (value) {
        return [{ field: field.key, op, values: [value] }];
      }
    }
  }
  return [];
}

function readChoice(claims: Claims, field: Field): Filter[] {
  const options = (field.choices ?? [])
    .flatMap(({ key, name }) => [...new Set([name.zh, name.en])].map((said) => ({ key, said })))
    .sort((one, other) => other.said.length - one.said.length);
  const found = options.filter(({ said }) =>
    claims.take(
      new RegExp(
        `(?:(?<![a-z])with(?: an?)? )?(?:${OF(field)}(?:是|为|:| is)? ?)?${word(said)}的?(?:(?<=[a-z]) ${OF(field)})?`,
        'iu',
      ),
    ),
  );
  const values = [...new Set(found.map(({ key }) => key))];
  return values.length > 0 ? [eq(field.key, ...values)] : [];
}

/** A colleague is whose customer it is, unless what he is of it is said as well. */
function readPerson(utterance: Utterance, claims: Claims, field: Field): Filter[] {
  const form = pattern(
    `${OF(field)} ?(?:是|为|is|:)? ?(?<one>{person})(?:的|'s)?|(?<two>{person})(?:是|当|做|as)(?: the)? ?${OF(field)}的?`,
  );
  const { one, two } = claims.match(form)?.groups ?? {};
  const name = firstSlot(utterance, 'person', one ?? two ?? '')?.name;
  return name ? [eq(field.key, name)] : [];
}

function readText(utterance: Utterance, claims: Claims, field: Field): Filter[] {
  const forms = [
    `${OF(field)} ?(?:是|为|叫|[:：=]|is|contains|like) ?["“]?(?<v>[^\\s，,。"”的]{1,40})["”]?的?`,
    `(?<![a-z])(?:with |of )?(?:the |an? )?${word(field.name.en)} (?<v>[\\p{L}./-]*\\d[\\p{L}\\d./-]*)`,
  ];
  for (const form of forms) {
    const said = claims.match(new RegExp(form, 'iu'))?.groups?.v;
    const value = said && wordsOf(utterance, said);
    if (value) {
      return [{ field: field.key, op: 'contains', values: [value] }];
    }
  }
  return [];
}
