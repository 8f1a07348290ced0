import { fold, foldWords, syllables } from '../../core/names/index.ts';
import { NOT_NAMES } from './words.ts';

/** One query answers for a whole sentence; longer lists cost the database more than they find. */
const MAX_KEYS = 400;
const MAX_HAN = 12;
const MAX_WORDS = 5;
/** In a long run without a comma only short names are looked for, so that the keys reach further. */
const LONG_RUN = 40;
/** Shorter runs of syllables collide with everyday words too easily. */
const MIN_SYLLABLES = 4;
const MAX_SYLLABLES = 6;

export type Place = { index: number; length: number };

/** Every stretch of a sentence that may be a name, under the keys names are stored by. */
export type MentionKeys = Map<string, Place[]>;

const HAN_RUN = /[\p{Script=Han}\d·]*\p{Script=Han}[\p{Script=Han}\d·]*/gu;
/** In any script but Chinese, whose words are not told by spaces. */
const SPACED_WORD = /(?!\p{Script=Han})[\p{L}\d](?:(?!\p{Script=Han})[\p{L}\p{M}\d&.'-])*/gu;
const NEVER_IN_NAMES = /[的了吗呢吧啊我你您他她它们这那把给跟让被请谁哪]/u;

export function mentionKeys(text: string): MentionKeys {
  const keys: MentionKeys = new Map();
  addWords(text, keys);
  addHan(text, keys);
  return keys;
}

function put(keys: MentionKeys, key: string, place: Place): void {
  if (key.length < 2 || (keys.size >= MAX_KEYS && !keys.has(key))) {
    return;
  }
  const places = keys.get(key);
  if (places) {
    places.push(place);
  } else {
    keys.set(key, [place]);
  }
}

function addHan(text: string, keys: MentionKeys): void {
  for (const run of text.matchAll(HAN_RUN)) {
    const characters = run[0];
    const spoken = characters.slice(0, LONG_RUN);
    const sounds = characters.length >= MIN_SYLLABLES ? syllables(spoken) : [];
    const isQuoted = OPENS.test(text.slice(0, run.index));
    for (const [from, length] of stretches(characters, isQuoted)) {
      if (keys.size >= MAX_KEYS) {
        return;
      }
      const place = { index: run.index + from, length };
      put(
        keys,
        characters
          .slice(from, from + length)
          .replaceAll('·', '')
          .toLowerCase(),
        place,
      );
      if (
        length >= MIN_SYLLABLES &&
        length <= MAX_SYLLABLES &&
        from + length <= spoken.length &&
        sounds.length === spoken.length
      ) {
        put(keys, sounds.slice(from, from + length).join(''), place);
      }
    }
  }
}

const OPENS = /["“「『]$/u;
const CALLED = /(?:客户|公司)$/u;

/** The pieces of a run of Chinese that may be a name, from each start the shorter first. */
function* stretches(run: string, isQuoted: boolean): Generator<[from: number, length: number]> {
  const longest = run.length > LONG_RUN ? MAX_SYLLABLES : MAX_HAN;
  for (let from = 0; from < run.length; from += 1) {
    for (let length = 2; length <= longest && from + length <= run.length; length += 1) {
      const piece = run.slice(from, from + length);
      if (NEVER_IN_NAMES.test(piece)) {
        break;
      }
      // 客户任务, “今天”: said to be a name, any word is one.
      if (!NOT_NAMES.has(piece) || (from === 0 ? isQuoted : CALLED.test(run.slice(0, from)))) {
        yield [from, length];
      }
    }
  }
}

type Word = { said: string; index: number; end: number; key: string };

function addWords(text: string, keys: MentionKeys): void {
  const words = [...text.matchAll(SPACED_WORD)].map(({ 0: said, index }): Word => {
    const bare = said.replace(/['’]s$|[.'&-]+$/u, '');
    return { said: bare, index, end: index + bare.length, key: foldWords(bare).join('') };
  });
  for (const [at, first] of words.entries()) {
    let key = first.key;
    if (!isPlainWord(first)) {
      put(keys, key, { index: first.index, length: first.end - first.index });
      putOwner(keys, first);
    }
    for (let next = at + 1; next < Math.min(words.length, at + MAX_WORDS); next += 1) {
      const [last, word] = [words[next - 1], words[next]];
      const gap = last && word ? text.slice(last.end, word.index) : ',';
      if (!word || !GAP.test(gap)) {
        break;
      }
      key += gap.includes('&') ? `and${word.key}` : word.key;
      put(keys, key, { index: first.index, length: word.end - first.index });
    }
  }
  addMixed(text, keys);
}

/** Acmes complaint: whose it is, said without its apostrophe. */
function putOwner(keys: MentionKeys, { said, index }: Word): void {
  const owner = /^(.{2,}[^s\W\d])s$/iu.exec(said)?.[1];
  if (owner && !NOT_NAMES.has(owner.toLowerCase())) {
    put(keys, foldWords(owner).join(''), { index, length: owner.length });
  }
}

/** What may stand between the words of one name. */
const GAP = /^(?:['’]s|\.)?\s?(?:& )?$/u;

function isPlainWord({ said, key }: Word): boolean {
  return (NOT_NAMES.has(key) && said === key) || /^\d+$/.test(key);
}

/** TCL科技, SMT 车间: Latin letters at the head of a Chinese name. */
function addMixed(text: string, keys: MentionKeys): void {
  for (const mixed of text.matchAll(/[a-z]{2,8} ?\p{Script=Han}{2,6}/giu)) {
    const gap = mixed[0].indexOf(' ');
    for (let length = gap < 0 ? 3 : gap + 3; length <= mixed[0].length; length += 1) {
      put(keys, fold(mixed[0].slice(0, length)), { index: mixed.index, length });
    }
  }
}
