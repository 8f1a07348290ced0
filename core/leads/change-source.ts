import type { Core } from '../context.ts';
import { newId } from '../id.ts';
import { fold } from '../names/index.ts';
import { findSources, matchSource, type Priority, toRank } from './find-sources.ts';
import { cleanWords, guardWords } from './own-words.ts';

export type SourceChange = {
  /** The source's name in either language, a synonym of it, or a name nobody has used yet. */
  name: string;
  nameZh?: string | undefined;
  nameEn?: string | undefined;
  /** Other words for it, added to those it has. */
  synonyms?: readonly string[] | undefined;
  priority?: Priority | undefined;
  /** Null leaves it to what the company says of all. */
  responseHours?: number | null | undefined;
  isActive?: boolean | undefined;
};

/** Adds a source, or changes the one called so (R2). Throws exists when one of its words belongs to another. */
export async function changeSource(core: Core, change: SourceChange): Promise<{ isNew: boolean }> {
  const { name, nameZh, nameEn, synonyms = [], priority, responseHours, isActive } = change;
  const sources = await findSources(core, { all: true });
  const known = matchSource(sources, name);
  const words = cleanWords(synonyms);
  guardWords([...words, nameZh, nameEn], { key: known?.key, match: (word) => matchSource(sources, word) });
  const set = {
    ...(nameZh ? { nameZh } : {}),
    ...(nameEn ? { nameEn } : {}),
    ...(priority ? { priority: toRank(priority) } : {}),
    ...(responseHours === undefined ? {} : { responseHours }),
    ...(isActive === undefined ? {} : { active: isActive }),
  };
  if (known) {
    const all = [...new Set([...known.synonyms, ...words])];
    core.change.update('lead_sources', known.id, { ...set, synonyms: all }, { version: known.version });
    return { isNew: false };
  }
  const names = { nameZh: nameZh ?? name, nameEn: nameEn ?? name };
  core.change.insert('lead_sources', { id: newId(), key: fold(name) || newId(), ...set, ...names, synonyms: words });
  return { isNew: true };
}
