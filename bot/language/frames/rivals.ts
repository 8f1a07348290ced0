import { trimmed } from './frame.ts';

/** What joins two names, and no part of one: 和利时, Smith and Sons. */
const BESIDES =
  /(?<=\p{Script=Han}{2}|[a-z\d)] ?)(?:和(?!利时|而泰|记|黄|胜)|跟|与|以及|还有|及) ?(?=\p{Script=Han}{2}|[a-z\d])|、| (?:and|plus|as well as) (?!(?:sons?|co|company|partners|brothers|bros|associates|daughters)(?![a-z]))/iu;

/** 横河和西门子 are two: each by its own name. */
export function eachRival(said: string): string[] {
  const each = said
    .split(BESIDES)
    .map(trimmed)
    .filter((name) => name !== '');
  return each.length > 1 && each.length <= MOST_RIVALS ? each : [said];
}

const MOST_RIVALS = 5;
