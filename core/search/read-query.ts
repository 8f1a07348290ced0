import { fold, isHan, nameKeys, parseCompanyName, slips } from '../names/index.ts';

/** What somebody typed into the one box, in the forms in which things are found. */
export type Query = {
  words: string;
  /** Patterns of LIKE, one a word: all of them must be met. */
  like: string[];
  /** The forms under which a name is known. */
  keys: string[];
  /** Those of them in Latin letters: pinyin, initials, an English name. */
  sounds: string[];
  /** The figures of a phone, or the last ones; null where it is no number. */
  figures: string | null;
};

const LONGEST = 100;
/** Fewer figures end too many phones. */
const FEWEST_FIGURES = 4;
/** Shorter ones are near to everything. */
const SHORTEST_SOUND = 5;
/** Initials of what may have been meant are anybody's. */
const SHORTEST_SLIP = 4;
/** Of two characters, with or without a city before them, the very sound is a key; what is nearly that is anything. */
const SHORTEST_HAN = 3;

export function readQuery(typed: string): Query {
  const words = typed
    .normalize('NFKC')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, LONGEST)
    .toLowerCase();
  const like = words.split(/\s+/u).map((word) => `%${word.replace(/[\\%_]/gu, '\\$&')}%`);
  const bare = words.replace(/[\s()+.-]/gu, '');
  const isFigures = /^\d+$/u.test(bare) && bare.length >= FEWEST_FIGURES;
  const keys = [...new Set([...nameKeys(words), ...(isHan(words) ? [] : [fold(words)])])].filter(
    (key) => key.length >= 2,
  );
  const mayBeMistyped = !isFigures && (!isHan(words) || [...parseCompanyName(words).core].length >= SHORTEST_HAN);
  return {
    words,
    like,
    keys: isFigures ? [] : keys,
    sounds: mayBeMistyped ? keys.filter((key) => key.length >= SHORTEST_SOUND && /^[a-z]+$/u.test(key)) : [],
    figures: isFigures ? bare : null,
  };
}

/** The same with two letters of a word the right way round, for what nobody is called as it was typed. */
export function readSlips({ words }: Pick<Query, 'words'>): string[] {
  return [...new Set(slips(words).flatMap((meant) => [...nameKeys(meant), fold(meant)]))].filter(
    (key) => key.length >= SHORTEST_SLIP,
  );
}
