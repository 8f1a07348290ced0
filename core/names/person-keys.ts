import { fold, foldWords, isHan } from './fold.ts';

/** Every form under which a person is found in a sentence: the whole name, and its words where it has several. */
export function personKeys(name: string): string[] {
  const keys = new Set([fold(name), ...(isHan(name) ? [] : foldWords(name))]);
  return [...keys].filter((key) => key.length >= 2);
}
