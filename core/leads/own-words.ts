import { DomainError } from '../errors.ts';
import type { Text } from '../text.ts';

/** What is known by words of its own, of which none may mean two. */
type Named = { key: string; name: Text };

/** Synonyms as they are kept: each once, lower case. */
export function cleanWords(words: readonly string[]): string[] {
  return [...new Set(words.map((word) => word.normalize('NFKC').trim().toLowerCase()))].filter(Boolean);
}

/** Throws exists when one of the words belongs to another than this one. */
export function guardWords(
  words: readonly (string | undefined)[],
  { key, match }: { key: string | undefined; match: (word: string) => Named | undefined },
): void {
  for (const word of words) {
    const other = word ? match(word) : undefined;
    if (other && other.key !== key) {
      throw new DomainError('exists', `the word belongs to ${other.key}`, {
        say: { en: `“${word}” already means ${other.name.en}.`, zh: `“${word}”已属于“${other.name.zh}”。` },
      });
    }
  }
}
