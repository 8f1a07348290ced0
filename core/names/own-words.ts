import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import type { Text } from '../text.ts';
import { bothNames } from './both-names.ts';
import { fold } from './fold.ts';

/** What a company calls its own things: sources, how a call may end, reasons. None of the words means two of one list. */
export type OwnWord = {
  key: string;
  name: Text;
  /** Lower case. */
  synonyms: string[];
};

/** The same with what only whoever sets it needs. */
export type OwnLine = OwnWord & { id: string; isActive: boolean; version: number };

export type OwnChange = {
  /** Its name in either language, a synonym of it, or a name nobody has used yet. */
  name: string;
  nameZh?: string | undefined;
  nameEn?: string | undefined;
  /** Other words for it, added to those it has. */
  synonyms?: readonly string[] | undefined;
  isActive?: boolean | undefined;
  /** True where it is to be one of its own although its words are others' so far: those lose them. */
  isApart?: boolean | undefined;
};

export type OwnTable = 'lead_sources' | 'lead_outcomes' | 'recycle_reasons';

/** The one these words name: by key, name or synonym. */
export function matchOwn<Own extends OwnWord>(list: readonly Own[], words: string): Own | undefined {
  const said = clean(words);
  return list.find(
    ({ key, name, synonyms }) =>
      key === said || name.zh === said || name.en.toLowerCase() === said || synonyms.includes(said),
  );
}

/** The one these words are but another word for, as 抖音 is for 广告: neither its name nor a part of that, as 官网 is of 官网咨询. */
export function otherWordOf<Own extends OwnWord>(list: readonly Own[], words: string): Own | undefined {
  const own = matchOwn(list, words);
  const said = fold(words).replace(/(?<=[a-z]{2})s$/u, '');
  return own && own.key !== clean(words) && ![own.name.zh, own.name.en].some((name) => fold(name).includes(said))
    ? own
    : undefined;
}

/** Adds to the list, or changes the one called so; `set` is what this list keeps besides. Throws exists when one of its words belongs to another. */
export function keepOwn(
  core: Core,
  { table, list }: { table: OwnTable; list: readonly OwnLine[] },
  { name, nameZh, nameEn, synonyms = [], isActive, isApart = false }: OwnChange,
  set: Readonly<Record<string, unknown>> = {},
): void {
  const found = matchOwn(list, name);
  const known = isApart && found?.synonyms.includes(clean(name)) ? undefined : found;
  const words = [...new Set(synonyms.map(clean))].filter(Boolean);
  const all = [name, nameZh, nameEn, ...words].flatMap((word) => (word ? [clean(word)] : []));
  const left = isApart ? list.map((each) => (each === known ? each : without(each, all))) : list;
  for (const [at, each] of list.entries()) {
    const { synonyms: kept } = left[at] ?? each;
    if (kept.length < each.synonyms.length) {
      core.change.update(table, each.id, { synonyms: kept }, { version: each.version });
    }
  }
  guardWords(
    [...words, nameZh, nameEn],
    left,
    left.find(({ id }) => id === known?.id),
  );
  const said = {
    ...set,
    ...(isActive === undefined ? {} : { active: isActive }),
  };
  if (known) {
    const both = [...new Set([...known.synonyms, ...words])];
    const { zh, en } = bothNames(known.name, { nameZh, nameEn }) ?? known.name;
    const renamed = nameZh || nameEn ? { nameZh: zh, nameEn: en } : {};
    core.change.update(table, known.id, { ...said, ...renamed, synonyms: both }, { version: known.version });
    return;
  }
  const id = newId();
  const names = { nameZh: nameZh ?? name, nameEn: nameEn ?? name };
  core.change.insert(table, { id, key: fold(name) || id, ...said, ...names, synonyms: words });
}

function clean(word: string): string {
  return word.normalize('NFKC').trim().toLowerCase();
}

const without = <Own extends OwnWord>(own: Own, words: readonly string[]): Own => ({
  ...own,
  synonyms: own.synonyms.filter((each) => !words.includes(each)),
});

function guardWords(words: readonly (string | undefined)[], list: readonly OwnWord[], own: OwnWord | undefined): void {
  for (const word of words) {
    const other = word ? matchOwn(list, word) : undefined;
    if (other && other !== own) {
      throw new DomainError('exists', `the word belongs to ${other.key}`, {
        say: { en: `“${word}” already means ${other.name.en}.`, zh: `“${word}”已属于“${other.name.zh}”。` },
      });
    }
  }
}
