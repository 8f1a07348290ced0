import { isPlace, isRegion } from '../../../core/names/index.ts';
import { trimmed } from './frame.ts';

/** What joins two names, and no part of one: 和利时, Smith and Sons. */
const BESIDES =
  /(?<=\p{Script=Han}{2}|[a-z\d)] ?)(?:(?<alike>和(?!利时|而泰|记|黄|胜)|跟|与|及)|以及|还有) ?(?=\p{Script=Han}{2}|[a-z\d])|、| (?:plus|as well as) |,? and (?!(?:sons?|co|company|partners|brothers|bros|associates|daughters)(?![a-z]))|, /giu;

/** Siemens and ABB are two where they are counted as such; Procter and Gamble is one. */
const COUNTED = /(?<![a-z])(?:both|competitors|rivals)(?![a-z])|,|plus|as well as/iu;

/** 横河和西门子 are two, each by its own name; 上海和辉光电 begins with where it is, and Johnson and Johnson is one. */
export function eachRival(said: string, sentence: string): string[] {
  const each: string[] = [];
  let from = 0;
  for (const match of said.matchAll(BESIDES)) {
    const before = trimmed(said.slice(from, match.index)).replace(/^both /iu, '');
    const isPart = match[0].includes(' and ')
      ? !COUNTED.test(sentence)
      : match.groups?.alike !== undefined && (isPlace(before) || isRegion(before));
    if (!isPart) {
      each.push(before);
      from = match.index + match[0].length;
    }
  }
  const names = [...each, trimmed(said.slice(from))].filter((name) => name !== '');
  return new Set(names).size === names.length && names.length > 1 && names.length <= MOST_RIVALS ? names : [said];
}

const MOST_RIVALS = 5;
