import type { FieldDeclaration } from '../../core/objects/declaration.ts';
import type { Organisation } from '../../core/organisation.ts';
import { LOCALES, type Text } from '../../core/text.ts';
import { findAmounts, findDays } from '../language/index.ts';

type Found = { value: string; start: number; end: number };

const plain = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
const labelsOf = ({ name, words = [] }: FieldDeclaration) =>
  [...LOCALES.map((locale) => name[locale]), ...words].sort((a, b) => b.length - a.length).map(plain);

/**
 * What was said of an object after its customer: its name, and what can only belong to one of its fields: a day, a sum, a
 * choice, what stands behind a field's name. 沪A12345 2023年5月买的 is a name and a day. What cannot be told stays in the name.
 */
export function readTail(
  { fields, label }: { fields: readonly FieldDeclaration[]; label?: Text },
  said: string,
  context: { today: string; org: Organisation },
): Record<string, string> {
  const values: Record<string, string> = {};
  let rest = said.normalize('NFKC');
  const read = (
    ofKinds: readonly FieldDeclaration['kind'][],
    find: (each: FieldDeclaration, text: string) => Found | undefined,
  ) => {
    for (const each of fields) {
      const found = ofKinds.includes(each.kind) && values[each.key] === undefined ? find(each, rest) : undefined;
      if (found) {
        values[each.key] = found.value;
        rest = without(rest, found, each);
      }
    }
  };
  read(['text', 'number', 'person', 'money', 'choice'], named);
  const days = (isSaid: (each: FieldDeclaration, text: string, found: Found) => boolean) =>
    read(['date'], (each, text) =>
      findDays(text, { today: context.today, prefer: each.past ? 'past' : 'future' })
        .map(({ text: value, index, length }) => bare({ value, start: index, end: index + length }))
        .filter((found) => !isNumber(text, found))
        .find((found) => isSaid(each, text, found)),
    );
  days(isLabelled);
  days(() => true);
  read(['money'], (_, text) => {
    const sum = findAmounts(text, { currency: context.org.currency }).find(
      (amount) =>
        amount.kind !== 'percent' && amount.kind !== 'between' && (amount.scaled || amount.currency !== undefined),
    );
    return sum && { value: sum.text, start: sum.index, end: sum.index + sum.length };
  });
  read(['choice'], chosen);
  const whole = trimmed(rest);
  const called = label && labelled(label, rest);
  const left = called ? trimmed(`${rest.slice(0, called.start)},${rest.slice(called.end)}`) : '';
  const other = fields.find(({ key, kind }) => kind === 'text' && values[key] === undefined);
  // 奥迪A4，车牌沪A12345: what it is called was said, so the rest is what it is.
  return called && left && other
    ? { ...values, [other.key]: left, name: called.value }
    : { ...values, ...(whole ? { name: whole } : {}) };
}

const trimmed = (text: string) =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/(?: ?[,，、;；] ?)+/gu, ',')
    .replace(/^[\s,，、;；:：.。]+|[\s,，、;；:：.。]+$/gu, '');

/** 车牌号, or without its last word 车牌; number plate, or its last word: plate. */
function labelled({ zh, en }: Text, text: string): Found | undefined {
  const words = [zh, zh.replace(/(?:号码?|名称?|编号)$/u, ''), en, en.split(' ').at(-1) ?? en]
    .filter((word) => word.length > 1)
    .map(plain)
    .join('|');
  const match = new RegExp(
    `(?<![\\p{Script=Latin}])(?:${words})(?:号码?)?(?:[:：是为 ]|number){0,3}([^\\s,，;；]{2,60})`,
    'iu',
  ).exec(text);
  return match?.[1] === undefined
    ? undefined
    : { value: match[1], start: match.index, end: match.index + match[0].length };
}

/** "In May 2025" is May 2025; "warranty until" may be what a field is called. */
function bare({ value, start, end }: Found): Found {
  const before = /^(?:until|till|by|before|after|since|in|on|from) /iu.exec(value)?.[0].length ?? 0;
  return { value: value.slice(before), start: start + before, end };
}

/** 3号空压机 is the third compressor, and no day. */
function isNumber(text: string, { value, end }: Found): boolean {
  return /^\d{1,2} ?[号日]$/u.test(value) && /^\p{L}/u.test(text.slice(end));
}

/** 2025年5月装的 is when it was installed, 质保到期 2027年5月 when its warranty ends. */
function isLabelled(each: FieldDeclaration, text: string, { start, end }: Found): boolean {
  const words = labelsOf(each).join('|');
  return (
    new RegExp(`(?:${words})(?:日期|时间|on|in|since|于|在|是|为)*[:： ]*$`, 'iu').test(text.slice(0, start)) ||
    new RegExp(`^ ?(?:${words})`, 'iu').test(text.slice(end))
  );
}

/** 颜色：白色, mileage 12000: up to the next comma, or as far as a figure goes. */
function named(each: FieldDeclaration, text: string): Found | undefined {
  const labels = LOCALES.map((locale) => plain(each.name[locale])).join('|');
  const value = each.kind === 'number' ? '-?\\d+(?:\\.\\d+)?' : '[^,，;；]{1,200}';
  const between = each.kind === 'number' ? '[:：是为 ]{0,3}' : '[:：] ?';
  const match = new RegExp(`(?<![\\p{Script=Latin}])(?:${labels})${between}(${value})`, 'iu').exec(text);
  return match?.[1] === undefined
    ? each.kind === 'number'
      ? countedBy(labels, text)
      : undefined
    : { value: match[1].trim(), start: match.index, end: match.index + match[0].length };
}

const NUMERALS = '一二三四五六七八九十';

/** 缺货两个品, 2 items out of stock: how many of it there were. */
function countedBy(labels: string, text: string): Found | undefined {
  const of = [
    new RegExp(
      `(?:${labels})(?:了)?([一二两三四五六七八九十]|\\d{1,4})(?:个|种|款|样|箱|件)(?:品|单品|产品|货|sku)?`,
      'iu',
    ),
    new RegExp(
      `(?<![\\d.])(\\d{1,4}) (?:items?|products?|skus?|lines?) (?:are |were |was |is )?(?:${labels})(?![a-z])`,
      'iu',
    ),
  ]
    .map((form) => form.exec(text))
    .find((found) => found !== null);
  const numeral = of?.[1]?.replace('两', '二') ?? '';
  const value = /^\d/.test(numeral) ? numeral : String(NUMERALS.indexOf(numeral) + 1);
  return of ? { value, start: of.index, end: of.index + of[0].length } : undefined;
}

function chosen({ options = [] }: FieldDeclaration, text: string): Found | undefined {
  for (const { value, name } of options) {
    for (const locale of LOCALES) {
      const word = new RegExp(`(?<![\\p{Script=Latin}])${plain(name[locale])}(?![\\p{Script=Latin}])`, 'iu').exec(text);
      if (word) {
        return { value, start: word.index, end: word.index + word[0].length };
      }
    }
  }
  return undefined;
}

/** Takes a value out, with the words that only say which field it is. */
function without(text: string, { start, end }: Found, each: FieldDeclaration): string {
  const words = labelsOf(each).join('|');
  const before = text
    .slice(0, start)
    .replace(
      new RegExp(
        `(?:(?<![\\p{Script=Latin}])(?:${words}|on|in|since|until|till|from|last|于|在)(?:日期|时间)?[:： ]*)*$`,
        'iu',
      ),
      '',
    );
  const after = text
    .slice(end)
    .replace(new RegExp(`^ ?(?:(?:${words})(?![\\p{Script=Latin}])(?:的|了)?)*的?`, 'iu'), '');
  return `${before} ${after}`;
}
