import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import type { Text } from '../text.ts';
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

/** Adds to the list, or changes the one called so; `set` is what this list keeps besides. Throws exists when one of its words belongs to another. */
export function keepOwn(
  core: Core,
  { table, list }: { table: OwnTable; list: readonly OwnLine[] },
  { name, nameZh, nameEn, synonyms = [], isActive }: OwnChange,
  set: Readonly<Record<string, unknown>> = {},
): void {
  const known = matchOwn(list, name);
  const words = [...new Set(synonyms.map(clean))].filter(Boolean);
  guardWords([...words, nameZh, nameEn], list, known);
  const said = {
    ...set,
    ...(nameZh ? { nameZh } : {}),
    ...(nameEn ? { nameEn } : {}),
    ...(isActive === undefined ? {} : { active: isActive }),
  };
  if (known) {
    const all = [...new Set([...known.synonyms, ...words])];
    core.change.update(table, known.id, { ...said, synonyms: all }, { version: known.version });
    return;
  }
  const id = newId();
  const names = { nameZh: nameZh ?? name, nameEn: nameEn ?? name };
  core.change.insert(table, { id, key: fold(name) || id, ...said, ...names, synonyms: words });
}

function clean(word: string): string {
  return word.normalize('NFKC').trim().toLowerCase();
}

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
