import type { Core } from '../core/context.ts';
import { isId } from '../core/id.ts';
import type { Text } from '../core/text.ts';
import type { Command } from './command.ts';
import { type FieldMeta, fieldsOf } from './fields/field.ts';
import { isRecordKind } from './fields/kinds.ts';
import { onlyByContact, onlyMeant } from './fields/meant.ts';
import { type Candidate, RECORDS, type RecordKind, type RecordKindRule } from './fields/records.ts';
import { isPersonName, otherCompany } from './language/index.ts';

/** Nothing we keep has a longer name, in characters as its field counts them; what is longer is told so there, not looked up. */
const LONGEST_MENTION = 200;

/** More words are no name with a title behind it. */
const MOST_WORDS = 8;

/** A name that means no record, or more than one. */
export type Unresolved = {
  field: string;
  kind: RecordKind;
  mention: string;
  candidates: Candidate[];
  /** Nothing is called so; the candidates are all there is to choose. */
  isUnknown?: true;
  /** 王总, whom nobody knows: whose he is is asked, and he is put on file as no customer. */
  isPerson?: true;
  /** The mention in plain words, where it was put together of what was said. */
  told?: Text;
  /** What else is known of why nothing is found. */
  absent?: Text;
};

/** Puts ids where names of records were typed, among what the actor may see. Names that are not clear are given back. */
export async function resolveRecords(
  core: Core,
  command: Command,
  values: Readonly<Record<string, unknown>>,
): Promise<{ values: Record<string, unknown>; unresolved: Unresolved[] }> {
  const resolved: Record<string, unknown> = { ...values };
  const unresolved: Unresolved[] = [];
  const mentions = fieldsOf(command.input).flatMap(({ name, meta }) => {
    const { kind } = meta;
    const mention = values[name];
    return typeof mention === 'string' && isRecordKind(kind) && !isId(mention) && [...mention].length <= LONGEST_MENTION
      ? [{ name, kind, mention, meta }]
      : [];
  });
  await Promise.all(
    mentions.map(async ({ name, kind, mention, meta }) => {
      const candidates = await RECORDS[kind].find(core, mention);
      const restTo = meta.restTo !== undefined && values[meta.restTo] === undefined ? meta.restTo : undefined;
      const only = onlyMeant(candidates) ?? (meta.mayBeContact ? onlyByContact(candidates) : undefined);
      const divided = restTo && areGuesses(candidates) ? await divide(core, kind, mention) : undefined;
      if (only) {
        resolved[name] = only.id;
      } else if (divided && restTo) {
        resolved[name] = divided.id;
        resolved[restTo] = divided.rest;
      } else {
        unresolved.push(await toAsk(core, { field: name, kind, mention, candidates, meta }));
      }
    }),
  );
  return { values: resolved, unresolved };
}

async function toAsk(
  core: Core,
  { meta, ...asked }: Pick<Unresolved, 'field' | 'kind' | 'mention' | 'candidates'> & { meta: FieldMeta },
): Promise<Unresolved> {
  const { kind, mention, candidates } = asked;
  const rule: RecordKindRule = RECORDS[kind];
  const told = rule.told?.(core, mention);
  if (candidates.length > 0) {
    return { ...asked, ...(told ? { told } : {}) };
  }
  const [all, absent] = await Promise.all([rule.options?.(core, mention), rule.absent?.(core, mention)]);
  return {
    ...asked,
    ...(all ? { candidates: all, isUnknown: true } : {}),
    ...(absent ? { absent } : {}),
    ...(meta.mayBeContact && isPersonName(mention) ? { isPerson: true } : {}),
  };
}

/** The most words at the beginning that are a record's name, and those behind them; Acme Robotics is none of Acme's. */
async function divide(
  core: Core,
  kind: RecordKind,
  mention: string,
): Promise<{ id: string; rest: string } | undefined> {
  const words = mention.split(/\s+/u);
  for (let length = words.length - 1; length > 0 && words.length <= MOST_WORDS; length--) {
    const rest = words.slice(length).join(' ');
    const isOther = otherCompany(rest) ?? otherCompany(` ${rest}`);
    const only = isOther ? undefined : onlyMeant(await RECORDS[kind].find(core, words.slice(0, length).join(' ')));
    if (only) {
      return { id: only.id, rest };
    }
  }
  return undefined;
}

/** Nothing is called so, but for what is called nearly so, or so in part. */
export const areGuesses = (candidates: readonly Candidate[]): boolean => candidates.every(({ isGuess }) => isGuess);

/** What is said beside a field whose name was not clear. */
export function unclear({ kind, mention, candidates, isUnknown, absent, told }: Unresolved): Text {
  if (absent) {
    return absent;
  }
  const { name } = RECORDS[kind];
  if (isUnknown && candidates.length > 0) {
    const names = (separator: string) => candidates.map(({ label }) => label).join(separator);
    return {
      en: `There is no ${name.en} called “${mention}”. There are: ${names(', ')}.`,
      zh: `没有名为“${mention}”的${name.zh}。可选：${names('、')}。`,
    };
  }
  const { en, zh } = told ?? { en: mention, zh: mention };
  if (candidates.length > 0 && areGuesses(candidates)) {
    return {
      en: `I found no ${name.en} called “${en}” among those you may see. Did you mean:`,
      zh: `在你可见的范围内没有找到${name.zh}“${zh}”。你是不是指：`,
    };
  }
  return candidates.length === 0
    ? {
        en: `I found no ${name.en} called “${mention}” among those you may see.`,
        zh: `在你可见的范围内没有找到${name.zh}“${mention}”。`,
      }
    : { en: `Which ${name.en} do you mean by “${en}”?`, zh: `“${zh}”指的是哪个${name.zh}？` };
}
