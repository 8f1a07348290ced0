import {
  type Candidate,
  type Frame,
  filled,
  isAsking,
  pattern,
  tight,
  trimmed,
  withoutCourtesy,
} from '../frames/frame.ts';
import type { CommandName } from '../reading.ts';
import { slotOf } from '../slots.ts';
import type { Utterance } from '../utterance.ts';
import { wordsOf } from '../utterance.ts';
import type { Value } from './values.ts';

/** A field as it is said: what it takes, and what it is called in both languages where it is set by its name. */
export type FieldSaid = Value & {
  readonly called?: { readonly zh: string; readonly en: string };
  /** The command's own name for it, where that depends on what was said or two are said alike. */
  readonly under?: string | ((said: string) => string);
};

/**
 * A pattern in which `@field` stands for a value of that field. Where the words mean a value without naming it, they come
 * with that value.
 */
type Form = string | readonly [form: string, means: Readonly<Record<string, string>>];

/** How one command is asked for in sentences. */
export type Rule = {
  readonly command: CommandName;
  /** A word of each of its sentences: no other pattern is tried without. */
  readonly cue: RegExp;
  readonly fields: Readonly<Record<string, FieldSaid>>;
  /** Sentences, or what they begin with. */
  readonly says?: readonly Form[];
  /** What may follow in clauses of its own, beside its fields by their names. */
  readonly also?: readonly Form[];
  /** True where it is asked and nothing is set by it. */
  readonly asks?: true;
  /** Less than sure, where a field of it takes any words at all: lists and questions that fit go ahead. */
  readonly confidence?: number;
  /** What is changed, where its fields are set by their names: the field that holds it, and what such a thing is called. */
  readonly of?: { readonly field?: string; readonly zh: string; readonly en: string };
};

type Compiled = { form: RegExp; means: Readonly<Record<string, string>> };
type Patterns = { heads: Compiled[]; clauses: Compiled[] };

const SET_ZH = '(?:改成|改为|改到|换成|设置为|设置成|设成|设为|调成|调到|调为|调整为|调整到|提到|降到|定为|定成)';
const SET_EN = '(?:set|change|update|make|put|raise|lower|switch)(?: the| our)?';

/** What stands between clauses; in 1,200 it stands between figures. */
const BETWEEN = /[，;；→]|->|,(?!\d{3})| (?=with (?!the )\S)/gu;

/** Beyond this nobody sets rules in one sentence. */
const MOST_CLAUSES = 6;

/** The frame of all of them: each is tried where its cue is said. */
export function rulesFrameOf(rules: readonly Rule[]): Frame {
  const patterns = new Map<Rule, Patterns>();
  return (utterance): Candidate | undefined => {
    const said = rules.filter(({ cue }) => cue.test(utterance.text));
    const asked = said.length > 0 && isAsking(utterance.text) ? said.filter(({ asks }) => asks) : said;
    if (asked.length === 0) {
      return undefined;
    }
    const words = plainly(utterance);
    for (const rule of asked) {
      const compiled = patterns.get(rule) ?? compile(rule);
      patterns.set(rule, compiled);
      const input = readClauses(rule, compiled, words, utterance);
      if (input) {
        return { invocations: [{ command: rule.command, input: filled(input) }], confidence: rule.confidence ?? SURE };
      }
    }
    return undefined;
  };
}

/** Every word of the sentence is accounted for. */
const SURE = 1;

/** Figures and days in their own words again, and no marks around what somebody calls something. */
function plainly(utterance: Utterance): string {
  const plain = Array.from(utterance.text, (character) => {
    const kind = slotOf(character)?.kind;
    return kind && !NAMES.has(kind) ? ` ${wordsOf(utterance, character)} ` : character;
  }).join('');
  return trimmed(
    tight(
      withoutCourtesy(plain)
        .replace(/["“”「」『』《》]/gu, ' ')
        .replace(/\s+/gu, ' ')
        .replace(/(?<=[a-z]-) (?=\d)/giu, ''),
    )
      .replace(/(?<=\p{Script=Han}) (?=[\p{Script=Han}\d])|(?<=\d) (?=\p{Script=Han})/gu, '')
      .replace(/ (?=[，,。;；:：、→])|(?<=[，。；：、→]) /gu, ''),
  );
}

const NAMES: ReadonlySet<string> = new Set(['customer', 'person', 'product', 'team']);

function compile({ fields, says = [], also = [], of }: Rule): Patterns {
  const toPattern = (form: Form): Compiled => {
    const [source, means] = typeof form === 'string' ? [form, {}] : form;
    const filledIn = source.replace(
      /@([a-zA-Z]+)/gu,
      (_, name: string) => `(?<${name}>${fields[name]?.source ?? '$^'})`,
    );
    return { form: pattern(`^(?:${filledIn})$`), means };
  };
  const called = Object.entries(fields).flatMap(([name, { called: words }]) => (words ? [{ name, ...words }] : []));
  const heads = of ? called.flatMap(({ name, zh, en }) => bySaying(of, { name, zh, en })) : [];
  const clauses = called.flatMap(({ name, zh, en }) => [
    `(?:${zh})(?:${SET_ZH}|是|为|[:：])?@${name}${UNIT}`,
    `(?:(?:with|at) )?(?:an? |the |its )?(?:${en})(?: is| of| to|:)? @${name}${UNIT}`,
  ]);
  return { heads: [...says, ...heads].map(toPattern), clauses: [...also, ...clauses].map(toPattern) };
}

/** What may be counted, after its figure. */
const UNIT = '(?: ?(?:%|％|天|次|个|条|家|分|小时|days?|hours?|points?|percent))?';

/** 把需求确认的最长天数改成5; set the max days of Needs to 5. */
function bySaying(
  { field, zh, en }: NonNullable<Rule['of']>,
  { name, ...word }: { name: string; zh: string; en: string },
) {
  const [zhWhat, enWhat] = field
    ? [`(?:${zh})?@${field}(?:${zh})?`, `(?:(?:${en}) )?@${field}(?: (?:${en}))?`]
    : [`(?:${zh})?`, `(?:${en})`];
  return [
    `(?:把|将)?${zhWhat}的?(?:${word.zh})${SET_ZH}@${name}${UNIT}`,
    `${SET_EN} (?:${word.en}) (?:of|for|in) (?:the |our )?${enWhat} to @${name}${UNIT}`,
    `${SET_EN} ${enWhat}(?:['’]s)? (?:${word.en}) to @${name}${UNIT}`,
  ];
}

/** Its head ends where every clause after it says something more: a source called Webinar, with high priority, is not called all of that. */
function readClauses(
  rule: Rule,
  { heads, clauses }: Patterns,
  said: string,
  utterance: Utterance,
): Record<string, string> | undefined {
  const cuts = Array.from(said.matchAll(BETWEEN), ({ index }) => index);
  const pieces = said.split(BETWEEN);
  for (let count = 1; count <= pieces.length && pieces.length <= MOST_CLAUSES; count += 1) {
    const head = matched(rule, heads, trimmed(said.slice(0, cuts[count - 1])), utterance);
    const rest = head && pieces.slice(count).map((piece) => matched(rule, clauses, withoutAnd(piece), utterance));
    if (rest?.every((each) => each !== undefined)) {
      return Object.assign({}, head, ...rest);
    }
  }
  return undefined;
}

const withoutAnd = (piece: string) =>
  trimmed(piece)
    .replace(/^(?:and |并且|并|同时|而且)/iu, '')
    .replace(/^with (?:an? |its )?/iu, '');

function matched(
  { fields }: Rule,
  forms: readonly Compiled[],
  piece: string,
  utterance: Utterance,
): Record<string, string> | undefined {
  for (const { form, means } of forms) {
    const groups = form.exec(piece)?.groups ?? (form.test(piece) ? {} : undefined);
    const said = groups && Object.entries(groups).filter((each): each is [string, string] => each[1] !== undefined);
    const values = said?.map(([name, value]) => toInput(fields[name], name, value, utterance));
    if (values?.every((each) => each !== undefined)) {
      return { ...together(values), ...means };
    }
  }
  return undefined;
}

/** What was said of one field in two places is both of it. */
function together(values: readonly (readonly [string, string])[]): Record<string, string> {
  const input: Record<string, string> = {};
  for (const [name, value] of values) {
    input[name] = input[name] === undefined ? value : `${input[name]}, ${value}`;
  }
  return input;
}

function toInput(
  field: FieldSaid | undefined,
  name: string,
  piece: string,
  utterance: Utterance,
): readonly [string, string] | undefined {
  const value = field?.read(piece, utterance);
  const under = typeof field?.under === 'function' ? field.under(value ?? '') : field?.under;
  return value === undefined ? undefined : [under ?? name, value];
}
