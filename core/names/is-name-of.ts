import { type CompanyName, isRegion, parseCompanyName, parseLegalForm } from './company-name.ts';
import { fold, isHan } from './fold.ts';
import { nameKeys } from './name-keys.ts';
import { syllables } from './pinyin.ts';

/** A later word of a name is said by so much of it: Acme Tech. */
const SHORTEST_WORD = 4;
/** And a single one by itself. */
const SHORTEST_ONE = 3;

/**
 * Whether all that was said is part of that name, in any usual short form: 华星 and 华星公司 are 华星电子有限公司, Acme is
 * Acme Manufacturing Ltd. What is left over (Acme Robotics), or contradicts it (another legal form or place), may be
 * another company. Who says the legal form has said the whole name: Acme Ltd is not Acme Manufacturing Ltd.
 */
export function isNameOf(said: string, name: string): boolean {
  const key = fold(said);
  if (key === '') {
    return false;
  }
  if (key === fold(name) || nameKeys(name).includes(key)) {
    return true;
  }
  if (isHan(said)) {
    return isHan(name) && isChineseNameOf(said, name);
  }
  return isHan(name) ? isSpelled(key, name) : isLatinNameOf(said, name);
}

const BRACKETED = /[(（[【]([^)）\]】]*)[)）\]】]/gu;

function isChineseNameOf(said: string, name: string): boolean {
  const [mention, known] = [parseCompanyName(said), parseCompanyName(name)];
  const [form, knownForm] = [parseLegalForm(said), parseLegalForm(name)];
  const whole = fold(name);
  const asides = [...said.matchAll(BRACKETED)].map(([, inside = '']) => fold(inside));
  if (!whole.includes(mention.region) || !asides.every((aside) => whole.includes(aside))) {
    return false;
  }
  if (form.isWhole) {
    return mention.core === known.core && (!knownForm.isWhole || isSame(form.kinds, knownForm.kinds));
  }
  return form.kinds.every((kind) => whole.includes(kind)) && isPartOf(mention.core, known);
}

/** 华星 and 华星医疗 of 华星医疗器械, 华星深圳 of the one there; a place alone is nobody's name. */
function isPartOf(said: string, { core, region }: CompanyName): boolean {
  const plain = region !== '' && said.endsWith(region) ? said.slice(0, -region.length) : said;
  return plain.length < 2 || isRegion(plain) ? plain === core : core.startsWith(plain);
}

function isLatinNameOf(said: string, name: string): boolean {
  const [form, knownForm] = [parseLegalForm(said), parseLegalForm(name)];
  const [words, known] = [[...parseCompanyName(said).words, ...form.kinds], wordsOf(name, knownForm.kinds)];
  if (form.isWhole) {
    const isItsForm = knownForm.closing.length === 0 || form.closing.every((each) => knownForm.closing.includes(each));
    return isItsForm && isSame(words, known);
  }
  const [only, another] = words;
  const isWord = only !== undefined && another === undefined && only.length >= SHORTEST_ONE && known.includes(only);
  return isWord || isBeginning(words, known) || isSame(words, known);
}

const wordsOf = (name: string, kinds: readonly string[]) => [...parseCompanyName(name).words, ...kinds];

/** Its first words, however they are divided, the last of them perhaps shortened. */
function isBeginning(words: readonly string[], known: readonly string[]): boolean {
  const joined = words.join('');
  const last = words.at(-1) ?? '';
  const isDivided = known.some((_, at) => known.slice(0, at + 1).join('') === joined);
  const isShortened =
    words.length > 1 &&
    last.length >= SHORTEST_WORD &&
    words.every((word, at) => (at === words.length - 1 ? known[at]?.startsWith(word) : known[at] === word));
  return isDivided || isShortened;
}

/** huaxing, huaxingdian: the first syllables of a Chinese name. */
function isSpelled(key: string, name: string): boolean {
  const sounds = syllables(parseCompanyName(name).core);
  return sounds.some((_, at) => at > 0 && sounds.slice(0, at + 1).join('') === key);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join(' ') === [...b].sort().join(' ');
}
