import { distance } from 'fastest-levenshtein';
import { type CompanyName, parseCompanyName } from './company-name.ts';
import { isHan } from './fold.ts';
import { blurred, syllables } from './pinyin.ts';

/** From here up a candidate may be offered; below it the name is taken for unknown. */
export const LIKELY = 0.7;

/** Legal form, region and punctuation apart, the same name. */
export function isSameCompany(a: string, b: string): boolean {
  return parseCompanyName(a).core === parseCompanyName(b).core;
}

/** How well a mention fits a name: 1 is the same, 0 nothing in common. Ties are for the person to settle. */
export function scoreName(mention: string, name: string): number {
  const [said, known] = [parseCompanyName(mention), parseCompanyName(name)];
  if (said.core === '' || known.core === '') {
    return 0;
  }
  if (said.full === known.full || said.core === known.core) {
    return 1;
  }
  const score = isHan(said.core) ? (isHan(known.core) ? chinese(said.core, known.core) : 0) : latin(said, known);
  // Of two names that fit equally the shorter one leaves less unsaid.
  return Math.max(0, score - Math.max(0, known.core.length - said.core.length) * 0.002);
}

function chinese(said: string, known: string): number {
  if (known.startsWith(said)) {
    return said.length > 1 ? 0.93 : 0.5;
  }
  if (said.length > 1 && known.includes(said)) {
    return 0.88;
  }
  if (known.length > 1 && said.includes(known)) {
    return 0.9;
  }
  const written = Math.max(similarity(said, known), 0.9 * similarity(said, known.slice(0, said.length)));
  return Math.max(written, sound(said, known), said.length > 1 && isShortForm(said, known) ? 0.78 : 0);
}

function sound(said: string, known: string): number {
  const heard = syllables(said).map(blurred);
  const meant = syllables(known).map(blurred).slice(0, heard.length);
  const [a, b] = [heard.join(' '), meant.join(' ')];
  return a === b ? 0.87 : 0.8 * similarity(a, b);
}

/** 中科院 for 中国科学院: the characters in their order, from the first. */
function isShortForm(said: string, known: string): boolean {
  let at = 0;
  for (const character of known) {
    at += character === said[at] ? 1 : 0;
  }
  return at === said.length && said[0] === known[0];
}

function latin(said: CompanyName, known: CompanyName): number {
  if (isHan(known.core)) {
    return spelled(said.core, known.core);
  }
  if (said.core.length >= 3 && known.core.startsWith(said.core)) {
    return 0.93;
  }
  if (known.words.length > 1 && [...known.words].sort().join(' ') === [...said.words].sort().join(' ')) {
    return 0.9;
  }
  const isInitials = known.words.length > 1 && known.words.map((word) => word.charAt(0)).join('') === said.core;
  const isWord = known.words.includes(said.core);
  const words = known.words.length > 0 ? known.words : [known.core];
  return Math.max(
    isInitials ? 0.85 : 0,
    isWord ? 0.88 : 0,
    similarity(said.core, known.core),
    0.95 * Math.max(...words.map((word) => similarity(said.core, word))),
    swapped(said.words, known.words),
  );
}

/** Words in another order, each with a typing slip at most. */
function swapped(said: readonly string[], known: readonly string[]): number {
  if (said.length < 2 || said.length !== known.length) {
    return 0;
  }
  return 0.95 * similarity([...said].sort().join(' '), [...known].sort().join(' '));
}

/** Pinyin in Latin letters against a Chinese name: huaxing, huaxingdianzi, hxdz. */
function spelled(said: string, known: string): number {
  const sounds = syllables(known);
  const [whole, letters] = [sounds.join(''), sounds.map((each) => each.charAt(0)).join('')];
  if (said === whole) {
    return 0.95;
  }
  if (said.length >= 4 && whole.startsWith(said)) {
    return 0.9;
  }
  if (said.length >= 2 && letters.startsWith(said)) {
    return said === letters ? 0.86 : 0.76;
  }
  return said.length >= 4 ? 0.9 * similarity(said, whole.slice(0, said.length)) : 0;
}

function similarity(a: string, b: string): number {
  return 1 - distance(a, b) / Math.max(a.length, b.length, 1);
}
