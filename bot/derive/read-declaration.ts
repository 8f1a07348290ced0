import { type FieldDeclaration, GOODS, type ObjectRule, OPTIONS } from '../../core/objects/declaration.ts';
import { LOCALES, type Locale, type Text } from '../../core/text.ts';

type Kind = FieldDeclaration['kind'];
type Read<Value> = { value: Value } | { complaint: Text };

const KIND_WORDS: readonly (readonly [Kind, Text, RegExp])[] = [
  ['date', { en: 'date', zh: '日期' }, /^(?:date|day|日期|日子)$/iu],
  ['number', { en: 'number', zh: '数字' }, /^(?:number|count|数字|数量)$/iu],
  ['money', { en: 'money', zh: '金额' }, /^(?:money|amount|price|金额|价格)$/iu],
  ['person', { en: 'colleague', zh: '同事' }, /^(?:colleague|person|user|同事|人员)$/iu],
  ['text', { en: 'text', zh: '文字' }, /^(?:text|文字|文本)$/iu],
];

const same = (name: Text, words: string) =>
  LOCALES.some((locale) => name[locale].toLowerCase() === words.toLowerCase());
const twice = (words: string): Text => ({ en: words, zh: words });

/**
 * “购车日期:日期*, 车型, 颜色:白色/黑色” as fields: a name, what it holds (text where nothing is said; several words with strokes
 * between are a choice), a star where it must be filled in. One that is known by that name in either language stays that one.
 */
export function readFields(text: string, known: readonly FieldDeclaration[]): Read<FieldDeclaration[]> {
  const fields: FieldDeclaration[] = [];
  for (const said of text.split(/[,，;；\n]+/u).map((each) => each.trim())) {
    const [, name = '', kind = '', star] = /^([^:：*]{1,24})(?:[:：] ?([^*]+?))? ?(\*)?$/u.exec(said) ?? [];
    if (said === '') {
      continue;
    }
    const words = name.trim();
    if (words === '' || fields.some((field) => same(field.name, words))) {
      return { complaint: UNCLEAR(said) };
    }
    const before = known.find((field) => same(field.name, words));
    const holds = readKind(kind.trim(), before);
    if (!holds) {
      return { complaint: UNCLEAR(said) };
    }
    const {
      required: _,
      options: __,
      ...rest
    } = before ?? { key: freeKey(words, [...known, ...fields]), name: twice(words) };
    fields.push({ ...rest, ...holds, ...(star ? { required: true } : {}) });
  }
  return { value: fields };
}

function readKind(
  words: string,
  before: FieldDeclaration | undefined,
): Pick<FieldDeclaration, 'kind' | 'options'> | undefined {
  const options = words.split('/').map((each) => each.trim());
  if (options.length > 1) {
    return options.length > OPTIONS.most || options.some((option) => option === '' || option.length > OPTIONS.longest)
      ? undefined
      : {
          kind: 'choice',
          options: options.map(
            (option) =>
              before?.options?.find(({ name }) => same(name, option)) ?? { value: option, name: twice(option) },
          ),
        };
  }
  const kind = words === '' ? 'text' : KIND_WORDS.find(([, , said]) => said.test(words))?.[0];
  return kind && { kind };
}

/** A name in Latin letters is its own key; every other gets the next number. */
function freeKey(words: string, taken: readonly FieldDeclaration[]): string {
  const isTaken = (key: string) =>
    [...taken.map((field) => field.key), 'type', 'customer', 'name', 'object', 'was'].includes(key);
  const [first = '', ...others] = words.toLowerCase().match(/[a-z0-9]+/gu) ?? [];
  const camel = first + others.map((word) => word[0]?.toUpperCase() + word.slice(1)).join('');
  const own = /^[a-z][a-zA-Z0-9]{1,30}$/.test(camel) && !/\P{ASCII}/u.test(words) ? camel : 'field';
  return numbered(own, isTaken, own === 'field' ? 1 : undefined);
}

/** The key, with the first number where something else is called so already. */
function numbered(key: string, isTaken: (key: string) => boolean, from?: number): string {
  let free = from === undefined ? key : `${key}${from}`;
  for (let count = from ?? 2; isTaken(free); count += 1) {
    free = `${key.slice(0, 26)}${count}`;
  }
  return free;
}

/** Fields as they are read back. */
export function writeFields(fields: readonly FieldDeclaration[], locale: Locale): string {
  return fields
    .map(({ name, kind, options, required }) => {
      const word = options
        ? options.map((option) => option.name[locale]).join('/')
        : (KIND_WORDS.find(([each]) => each === kind)?.[1][locale] ?? '');
      const holds = kind === 'text' ? '' : `:${options && options.length === 1 ? `${word}/` : word}`;
      return `${name[locale]}${holds}${required ? '*' : ''}`;
    })
    .join(locale === 'zh' ? '，' : ', ');
}

/** What is to be suggested stands last: “…，推荐 机油、滤芯”, “…, suggest oil, filters”. */
const SUGGESTS = /^(.+?)[，,。.:： ]*(?:推荐|(?<![a-z])suggest(?![a-z]))[:： ]*([^:：]+)$/iu;
const BETWEEN = /[、,，]|(?<=\p{Script=Han})和(?=\p{Script=Han})| and /iu;

type Task = Pick<Extract<ObjectRule, { kind: 'task' }>, 'task' | 'goods'>;

/** What is to be done and suggested, in both languages where it is what it was. */
function readTask(words: string, before: Task | undefined): Task | undefined {
  if (before && same(before.task, words)) {
    return { task: before.task };
  }
  const [, task = words, wanted = ''] = SUGGESTS.exec(words) ?? [];
  const goods = wanted
    .split(BETWEEN)
    .map((each) => each.trim())
    .filter(Boolean);
  if (task.length > LONGEST_TASK || goods.length > GOODS.most || goods.some(({ length }) => length > GOODS.longest)) {
    return undefined;
  }
  return {
    task: before && same(before.task, task) ? before.task : twice(task),
    ...(goods.length > 0
      ? { goods: goods.map((each) => before?.goods?.find((good) => same(good, each)) ?? twice(each)) }
      : {}),
  };
}

/**
 * “购车日期 + 180: {name} 该保养了，推荐 机油、滤芯”; with 每 or every instead of + it comes again. What is suggested may be left
 * out. Several with semicolons between.
 */
export function readReminders(
  text: string,
  fields: readonly FieldDeclaration[],
  known: readonly ObjectRule[],
): Read<ObjectRule[]> {
  const rules: ObjectRule[] = [];
  for (const said of text
    .split(/[;；\n]+/u)
    .map((each) => each.trim())
    .filter((each) => each !== '' && each !== '-')) {
    const [, name = '', sign = '', days = '', words = ''] =
      /^(.{1,24}?) ?(\+|每|every) ?(\d{1,4}) ?(?:天|days?)?[:：] ?(.{1,800})$/iu.exec(said) ?? [];
    const field = fields.find((each) => each.kind === 'date' && same(each.name, name.trim()));
    if (!field || Number(days) < 1 || Number(days) > 3650) {
      return { complaint: UNCLEAR(said) };
    }
    const isTaken = (key: string) => rules.some((rule) => rule.key === key);
    const before = known.find(
      (rule) => rule.kind === 'task' && rule.field === field.key && rule.days === Number(days) && !isTaken(rule.key),
    );
    const told = readTask(words, before?.kind === 'task' ? before : undefined);
    if (!told) {
      return { complaint: UNCLEAR(said) };
    }
    rules.push({
      kind: 'task',
      key:
        before?.key ??
        numbered(`${field.key.slice(0, 20)}In${days}`, (key) => isTaken(key) || known.some((rule) => rule.key === key)),
      field: field.key,
      days: Number(days),
      ...(sign === '+' ? {} : { repeats: true }),
      ...told,
    });
  }
  return { value: rules };
}

export function writeReminders(
  rules: readonly ObjectRule[],
  fields: readonly FieldDeclaration[],
  locale: Locale,
): string {
  return rules
    .flatMap((rule) => {
      const name = fields.find(({ key }) => key === rule.field)?.name[locale];
      const sign = { en: 'every', zh: '每' }[locale];
      return rule.kind === 'task' && name
        ? [`${name} ${rule.repeats ? sign : '+'} ${rule.days}: ${rule.task[locale]}${suggested(rule.goods, locale)}`]
        : [];
    })
    .join('; ');
}

function suggested(goods: readonly Text[] = [], locale: Locale): string {
  const names = goods.map((good) => good[locale]);
  return names.length === 0 ? '' : { en: `, suggest ${names.join(', ')}`, zh: `，推荐 ${names.join('、')}` }[locale];
}

/** The same rules as a person would say them. */
export function sayReminders(
  rules: readonly ObjectRule[],
  fields: readonly FieldDeclaration[],
  locale: Locale,
): string[] {
  return rules.flatMap((rule) => {
    const name = fields.find(({ key }) => key === rule.field)?.name[locale];
    if (rule.kind !== 'task' || !name) {
      return [];
    }
    const days = rule.days === 1 ? '1 day' : `${rule.days} days`;
    const task = rule.task[locale].replaceAll('{name}', '…') + suggested(rule.goods, locale);
    const said: Text = {
      en: `${days} after “${name}”${rule.repeats ? ', again and again' : ''}: a task “${task}” for the owner`,
      zh: `“${name}”后${rule.repeats ? '每' : '第'} ${rule.days} 天，给负责人建任务“${task}”`,
    };
    return [said[locale]];
  });
}

/** As long as a rule takes it. */
const LONGEST_TASK = 160;

const UNCLEAR = (said: string): Text => ({
  en: `I cannot read “${said.slice(0, 40)}”. Try “Bought on: date*, Colour: white/black” or “Bought on + 180: Service {name}”.`,
  zh: `无法识别“${said.slice(0, 40)}”，可写成“购车日期:日期*，颜色:白色/黑色”或“购车日期 + 180: {name} 该保养了”。`,
});
