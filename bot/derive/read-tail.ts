import type { FieldDeclaration } from '../../core/objects/declaration.ts';
import type { Organisation } from '../../core/organisation.ts';
import { LOCALES } from '../../core/text.ts';
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
  fields: readonly FieldDeclaration[],
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
  const name = rest.replace(/\s+/gu, ' ').replace(/^[\s,，、;；:：.。]+|[\s,，、;；:：.。]+$/gu, '');
  return { ...values, ...(name ? { name } : {}) };
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
    ? undefined
    : { value: match[1].trim(), start: match.index, end: match.index + match[0].length };
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
      new RegExp(`(?:(?<![\\p{Script=Latin}])(?:${words}|on|in|since|until|till|from|于|在)[:： ]*)*$`, 'iu'),
      '',
    );
  const after = text
    .slice(end)
    .replace(new RegExp(`^ ?(?:(?:${words})(?![\\p{Script=Latin}])(?:的|了)?)*的?`, 'iu'), '');
  return `${before} ${after}`;
}
