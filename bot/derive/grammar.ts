import { isPlace } from '../../core/names/index.ts';
import type { Locale } from '../../core/text.ts';
import type { Command } from '../command.ts';
import { EMPTY, isEmptying } from '../fields/empty.ts';
import { type Field, type FieldMeta, fieldsOf } from '../fields/field.ts';
import { isRecordKind, KINDS, type ReadContext } from '../fields/kinds.ts';
import { isPersonName } from '../language/index.ts';

/** `--on`, "quoted words", a word; what follows `--on` or `--on=` up to the next option is its value. */
const TOKEN = /--([\p{L}][\p{L}\w-]*)=?|"([^"]*)"|“([^”]*)”|(\S+)/gu;

/** Kinds whose words cannot be taken for anything else, so they need no option name. */
const TELLTALE: Readonly<Record<string, RegExp>> = {
  phone: /^\+?[\d()（）-][\d\s()（）-]{6,}\d$/u,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/u,
};

/** Kinds whose words are told once it is known what the line is about: nobody's first word is his own town. */
const ASIDE: Readonly<Record<string, (word: string) => boolean>> = { region: isPlace, personName: isPersonName };

/** 80万, $120k, 50000: a sum, and no part of the name before it. */
const SUM = /^(?:[¥￥$€£]\s?\d[\d,.]*|\d[\d,.]*(?:元|块|[万亿千w](?:元|块)?|k|m|bn)|\d{4,})$/iu;

/** Where the last thing said by its place is a record's name, a sum behind it is the command's amount. */
const isSumOf = (slots: readonly Field[], meta: FieldMeta, word: string): boolean =>
  meta.kind === 'money' && isRecordKind(slots.at(-1)?.meta.kind ?? 'text') && SUM.test(word);

/** Words said after an option, quotes taken off. */
type Said = { option: string | undefined; words: string[]; isQuoted: boolean };

/** Reads the words after a command into typed values by field; judging them is left to the gate. */
export function parseWords(command: Command, text: string, context: ReadContext): Record<string, string> {
  const fields = fieldsOf(command.input).filter(({ meta }) => !meta.hidden);
  const typed: Record<string, string> = {};
  const loose: string[] = [];
  for (const { option, words, isQuoted } of split(text)) {
    if (option === undefined) {
      loose.push(...words);
      continue;
    }
    const field = optionField(fields, option);
    const taken = field && !isQuoted ? lengthOfValue(field, words, context) : words.length;
    const value = words.slice(0, taken).join(' ');
    typed[field?.name ?? option] = isQuoted && value === '' && field?.meta.isClearable ? EMPTY : value;
    loose.push(...words.slice(taken));
  }
  return place(fields, typed, loose, context);
}

function split(text: string): Said[] {
  const said: Said[] = [{ option: undefined, words: [], isQuoted: false }];
  for (const [, option, quoted, curly, word] of text.matchAll(TOKEN)) {
    const last = said.at(-1);
    const value = quoted ?? curly;
    if (option !== undefined) {
      said.push({ option, words: [], isQuoted: false });
    } else if (last?.option !== undefined && value !== undefined && last.words.length === 0) {
      // A quoted value ends where its quote does.
      last.words.push(value);
      last.isQuoted = true;
      said.push({ option: undefined, words: [], isQuoted: false });
    } else {
      last?.words.push(value ?? word ?? '');
    }
  }
  return said;
}

/** No day, amount or choice needs more words than this, nor has a phone number or address more letters. */
const LONGEST_VALUE = 12;
const LONGEST_WORD = 200;

/** How many words an option takes: all up to the next one, or as many as its kind can read ("next Wednesday" of "next Wednesday Acme"). */
function lengthOfValue({ meta }: Field, words: readonly string[], context: ReadContext): number {
  const kind = KINDS[meta.kind];
  const canRead = (length: number) => 'value' in kind.read(words.slice(0, length).join(' '), context, meta);
  if (meta.isClearable && isEmptying(words[0])) {
    return 1;
  }
  if (kind.takesAnything) {
    return words.length;
  }
  for (let length = Math.min(words.length, LONGEST_VALUE); length > 1; length--) {
    if (canRead(length)) {
      return length;
    }
  }
  return Math.min(words.length, 1);
}

/** Words without an option's name: telltale ones to their fields, the others to the positional fields in their order. */
function place(
  fields: readonly Field[],
  typed: Record<string, string>,
  loose: readonly string[],
  context: ReadContext,
): Record<string, string> {
  const slots = fields.filter(({ name, meta }) => meta.positional && typed[name] === undefined);
  const rest: string[] = [];
  for (const word of loose) {
    const telltale = fields.find(
      ({ name, meta }) =>
        word.length <= LONGEST_WORD &&
        typed[name] === undefined &&
        (TELLTALE[meta.kind]?.test(word) ||
          (rest.length > 0 && (ASIDE[meta.kind]?.(word) || isSumOf(slots, meta, word)))),
    );
    const named = rest.length > 0 && slots.at(-1)?.meta.kind !== 'longText' ? glued(fields, word, context) : undefined;
    if (telltale) {
      typed[telltale.name] = word;
    } else if (named && typed[named.name] === undefined) {
      typed[named.name] = named.value;
    } else {
      rest.push(word);
    }
  }
  for (const [index, slot] of slots.entries()) {
    const words = index === slots.length - 1 ? rest.splice(0) : rest.splice(0, 1);
    if (words.length > 0) {
      typed[slot.name] = words.join(' ');
    }
  }
  if (rest.length > 0) {
    typed._ = rest.join(' ');
  }
  return typed;
}

/** What is said of something in general, and is no value of it. */
const IN_GENERAL = /[的了吗呢吧]/u;

/** 来源官网: in Chinese what a field is called and its value are one word, where that value can be read or is one of a list. */
function glued(
  fields: readonly Field[],
  word: string,
  context: ReadContext,
): { name: string; value: string } | undefined {
  for (const { name, meta } of fields) {
    const label = meta.label.zh;
    if (meta.positional || !word.startsWith(label)) {
      continue;
    }
    const value = word.slice(label.length).replace(/^[:：=]/u, '');
    const { widget, takesAnything, read } = KINDS[meta.kind];
    const isValue = takesAnything ? widget === 'choice' : 'value' in read(value, context, meta);
    if (value !== '' && isValue && !IN_GENERAL.test(value)) {
      return { name, value };
    }
  }
  return undefined;
}

function optionField(fields: readonly Field[], option: string): Field | undefined {
  const wanted = option.toLowerCase();
  const named = fields.find(({ name, meta }) =>
    [name.toLowerCase(), dashed(name), slug(meta.label.en), meta.label.zh].includes(wanted),
  );
  const alike = ALIKE[wanted];
  return named ?? (alike === undefined ? undefined : fields.find(({ meta }) => meta.label.zh === alike));
}

/** One word for the other: which of them a form has, nobody remembers. */
const ALIKE: Readonly<Record<string, string>> = { 原因: '理由', 理由: '原因' };

const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const slug = (label: string) => label.toLowerCase().replaceAll(' ', '-');

/** `lead add <name> [--company text]` */
export function usage(command: Command, locale: Locale): string {
  const parts = fieldsOf(command.input)
    .filter(({ meta }) => !meta.hidden)
    .map(({ name, meta, required }) => {
      const label = locale === 'zh' ? meta.label.zh : dashed(name);
      const slot = meta.positional
        ? `<${meta.label[locale].toLowerCase()}>`
        : `--${label} ${KINDS[meta.kind].placeholder[locale]}`;
      return required && meta.positional ? slot : `[${slot}]`;
    });
  return [command.words[locale][0], ...parts].join(' ');
}
