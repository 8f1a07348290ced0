import { nothingChanges } from '../changes/nothing-changes.ts';
import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { findTags, getTag, type KeptTag, tagKey } from './find-tags.ts';

export type TagChange = {
  tagId: string;
  /** The name in the language it is written in; in both, where both were the same. */
  name?: string | undefined;
  nameZh?: string | undefined;
  nameEn?: string | undefined;
  /** Other words for it, added to those it has. */
  synonyms?: readonly string[] | undefined;
  isActive?: boolean | undefined;
};

/**
 * Renames a tag, or says that it is no longer used (R1). It is found by its earlier names as well, so that questions, lists and
 * rules that name it stay right. Throws not_found, exists for a word of another tag, bad_input where nothing changes.
 */
export async function changeTag(core: Core, { tagId, synonyms = [], isActive, ...change }: TagChange): Promise<void> {
  const tag = await getTag(core, tagId);
  const names = { ...tag.name };
  const { name, nameZh = tag.name.zh, nameEn = tag.name.en } = change;
  if (name !== undefined) {
    const isBoth = tag.name.zh === tag.name.en;
    const isHan = /\p{Script=Han}/u.test(name);
    Object.assign(names, isBoth ? { zh: name, en: name } : isHan ? { zh: name } : { en: name });
  }
  // What is said of one language in so many words holds for that language; a form sends the names that stay as well.
  names.zh = nameZh === tag.name.zh ? names.zh : nameZh;
  names.en = nameEn === tag.name.en ? names.en : nameEn;
  const words = [
    ...(names.zh === tag.name.zh ? [] : [names.zh]),
    ...(names.en === tag.name.en ? [] : [names.en]),
    ...synonyms,
  ];
  await refuseTaken(core, tag, words);
  const isRenamed = names.zh !== tag.name.zh || names.en !== tag.name.en;
  const all = withWords(tag, words);
  if (!isRenamed && all.length === tag.synonyms.length && (isActive ?? tag.isActive) === tag.isActive) {
    throw nothingChanges(tagId);
  }
  core.change.update(
    'tags',
    tagId,
    { nameZh: names.zh, nameEn: names.en, synonyms: all, active: isActive ?? tag.isActive },
    { version: tag.version },
  );
}

/** Every word by which a tag is or was known, as it is written and as it is compared. */
export function withWords({ name, synonyms }: Pick<KeptTag, 'name' | 'synonyms'>, words: readonly string[]): string[] {
  const known = words.length === 0 ? [] : [name.zh, name.en, ...words];
  return [...new Set([...synonyms, ...known.flatMap((word) => [word.trim().toLowerCase(), tagKey(word)])])].filter(
    Boolean,
  );
}

async function refuseTaken(core: Core, { id }: KeptTag, words: readonly string[]): Promise<void> {
  const [other] = (await findTags(core, words.map(tagKey))).filter((each) => each.id !== id);
  if (other) {
    throw new DomainError('exists', `a word of tag ${other.id}`, {
      say: {
        en: `“${other.name.en}” is a tag of its own already. Merge the two instead.`,
        zh: `已有标签“${other.name.zh}”，请改用合并标签。`,
      },
    });
  }
}
