import { fold, foldWords, isHan, isPlace, parseCompanyName } from '../../core/names/index.ts';
import type { NameHit } from './reading.ts';

/** Something of the speaker's own; `of` is a deal's customer, a lead's company. */
type Own = { kind: 'customer' | 'deal' | 'lead'; id: string; name: string; of: string | null };

/** A name is said by as little as this of its beginning. */
const HAN_SHORTEST = 2;
const HAN_LONGEST = 12;
/** In the middle of a title fewer characters are words of their own. */
const HAN_MIDDLE = 4;
const MOST_WORDS = 5;

/** What the names of one's own begin with, to ask for them by: two characters, a word or two. */
export function headsOf(keys: readonly string[]): string[] {
  return keys.filter((key) => (isHan(key) ? key.length <= HAN_SHORTEST : key.length <= 24));
}

/**
 * One's own customers, leads and deals by the beginnings of their names that a sentence holds, deals also by their middle: 栎木 for 栎木家居制造, the
 * conveyor belt for Conveyor belt monitoring. What may mean two of them stands for both, so that it is asked.
 */
export function ownHits(own: readonly Own[], keys: readonly string[]): NameHit[] {
  const asked = new Set(keys);
  return own.flatMap(({ kind, id, name, of }) =>
    beginnings(kind === 'lead' ? (of ?? name) : name, kind)
      .filter((key) => asked.has(key))
      .map((key): NameHit => ({ kind, id, name, key, ...(kind === 'deal' && of ? { of } : {}) })),
  );
}

function beginnings(name: string, kind: Own['kind']): string[] {
  return [...headsOfName(name, kind), ...(kind === 'deal' ? middlesOf(name) : [])];
}

/** The bearing watch is Dryer section bearing watch, 压差监测 is 净化间压差监测. */
function middlesOf(name: string): string[] {
  const [pieces, fewest, most] = isHan(name)
    ? ([Array.from(fold(name)), HAN_MIDDLE, HAN_LONGEST] as const)
    : ([foldWords(name), 1, MOST_WORDS] as const);
  return pieces
    .slice(1)
    .flatMap((_, at) =>
      upTo(Math.min(pieces.length - at - 1, most), fewest).map((length) =>
        pieces.slice(at + 1, at + 1 + length).join(''),
      ),
    );
}

function headsOfName(name: string, kind: Own['kind']): string[] {
  if (isHan(name)) {
    const plain = kind === 'deal' ? fold(name) : parseCompanyName(name).core;
    return upTo(Math.min(plain.length, HAN_LONGEST), HAN_SHORTEST)
      .map((length) => plain.slice(0, length))
      .filter((key) => !isPlace(key));
  }
  const words = kind === 'deal' ? foldWords(name) : parseCompanyName(name).words;
  const fewest = kind === 'deal' ? 1 : 2;
  return upTo(Math.min(words.length, MOST_WORDS), fewest).map((count) => words.slice(0, count).join(''));
}

function upTo(most: number, fewest: number): number[] {
  return Array.from({ length: Math.max(0, most - fewest + 1) }, (_, at) => fewest + at);
}
