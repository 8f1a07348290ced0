import type { Entity } from '../../../core/questions/catalogue/entity.ts';
import { CATALOGUE } from '../../../core/questions/catalogue/index.ts';
import type { Claims } from './claims.ts';
import { plainly } from './frame.ts';

type Spoken = { key: string; by: RegExp; which: RegExp };

const alternatives = (words: readonly string[]) => [...new Set(words)].filter(Boolean).join('|');

/** 客户 where 客户情绪 was said is no customer: Chinese puts no space between words. */
function notWithin(word: string, all: readonly string[]): string {
  const longer = [...new Set(all)].filter((each) => word !== '' && each !== word && each.includes(word));
  const before = alternatives(longer.filter((each) => each.endsWith(word)).map((each) => each.slice(0, -word.length)));
  const after = alternatives(longer.filter((each) => each.startsWith(word)).map((each) => each.slice(word.length)));
  return `${before && `(?<!${before})`}${word}${after && `(?!${after})`}`;
}

/** Every dimension of the catalogue with the ways of asking for it, made of its name and synonyms in both languages. */
const SPOKEN: readonly Spoken[] = spoken(Object.values<Entity>(CATALOGUE));

function spoken(entities: readonly Entity[]): Spoken[] {
  const all = new Map<string, { en: string[]; zh: string[] }>();
  for (const entity of entities) {
    for (const { key, name, synonyms } of entity.dimensions) {
      const known = all.get(key) ?? { en: [], zh: [] };
      known.en.push(...[name.en, ...synonyms.en].map(plainly));
      known.zh.push(...[name.zh, ...synonyms.zh].map(plainly));
      all.set(key, known);
    }
  }
  const chinese = [...all.values()].flatMap((words) => words.zh);
  return [...all].map(([key, words]) => {
    const en = `(?:${alternatives(words.en)})(?:e?s|'s)?`;
    const zh = `(?:${alternatives(words.zh.map((word) => notWithin(word, chinese)))})`;
    return {
      key,
      by: new RegExp(
        `按(?:照)?(?:商机|客户|线索)?${zh}(?:份)?(?:分组|统计|来?看|分布|来?分|画)?|(?:各|每)(?:个|一个|位|家|种|一)?${zh}(?:份)?(?:的)?(?:分布)?|分${zh}(?:统计|看)?|${zh}(?:的)?(?:分布|构成)|(?<![a-z])(?:(?:grouped |split |broken down )?by|per|for each|each|for every|every|of each|in each|at each|across)(?: the)? (?:sales |loss |lead )?${en}(?![a-z])`,
        'iu',
      ),
      which: new RegExp(`哪(?:一)?(?:个|些|家|种|类)${zh}|(?<![a-z])(?:which|what) (?:sales )?${en}(?![a-z])`, 'iu'),
    };
  });
}

const ADVERBS: readonly (readonly [string, RegExp])[] = [
  ['day', /(?<![a-z])daily(?![a-z])/iu],
  ['week', /(?<![a-z])weekly(?![a-z])/iu],
  ['month', /(?<![a-z])monthly(?![a-z])/iu],
  ['quarter', /(?<![a-z])quarterly(?![a-z])/iu],
  ['year', /(?<![a-z])(?:yearly|annual(?:ly)?)(?![a-z])/iu],
];

export type Grouping = { key: string; isWhich: boolean };

/** What a sentence groups by, in the order of the catalogue, or of a company's own kind; "which industry" asks for the first of them. */
export function readGroupings(claims: Claims, own?: Entity): Grouping[] {
  const found: Grouping[] = [];
  for (const { key, by, which } of own ? spoken([own]) : SPOKEN) {
    if (claims.take(by)) {
      found.push({ key, isWhich: false });
    } else if (key !== 'customer' && claims.take(which)) {
      found.push({ key, isWhich: true });
    }
  }
  for (const [key, adverb] of ADVERBS) {
    if (claims.take(adverb)) {
      found.push({ key, isWhich: false });
    }
  }
  return found;
}

/** Whether records of this kind can be told apart so. */
export function hasDimension(entity: Pick<Entity, 'dimensions'> | undefined, key: string): boolean {
  return (entity?.dimensions ?? []).some((dimension) => dimension.key === key);
}
