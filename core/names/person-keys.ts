import { fold, foldWords, isHan } from './fold.ts';
import { initials, readings } from './pinyin.ts';

/** Every form under which a person is found: the whole name, the words of a spelt one, the sounds and initials of a Chinese one. */
export function personKeys(name: string): string[] {
  const keys = new Set([fold(name), ...(isHan(name) ? sounds(name) : foldWords(name))]);
  return [...keys].filter((key) => key.length >= 2);
}

function sounds(name: string): string[] {
  return readings(fold(name)).flatMap((each) => [each.join(''), initials(each)]);
}
