import type { OwnWord } from '../../core/names/own-words.ts';
import { COMMA, type Locale, type Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';
import type { Viewer } from './format.ts';

type Word = { word: string; noun: Text; other: OwnWord };

/** As many of its words as a line holds. */
const NAMED = 6;

/** What one of the company's own goes by: 广告（抖音、百度…）. */
function withWords({ name, synonyms }: OwnWord, locale: Locale): string {
  const words = synonyms.slice(0, NAMED).join(COMMA[locale]);
  const more = synonyms.length > NAMED ? '…' : '';
  return words === ''
    ? name[locale]
    : { en: `${name.en} (${words}${more})`, zh: `${name.zh}（${words}${more}）` }[locale];
}

/** A name that is but another's word: what it is now, and what would come of one of its own. */
export function otherWordCard({ word, noun, other }: Word, buttons: readonly Button[], { locale }: Viewer): Card {
  const said: readonly Text[] = [
    {
      en: `“${word}” is so far only a word for the ${noun.en} ${withWords(other, 'en')}.`,
      zh: `“${word}”目前只是${noun.zh}${withWords(other, 'zh')}的一个说法。`,
    },
    {
      en: `As a ${noun.en} of its own it takes that word with it: what comes in from then on no longer counts as ${other.name.en}, nor do rules for ${other.name.en} apply to it. What is on file stays under ${other.name.en}, for the word it came with was not kept.`,
      zh: `单列后，这个说法归它所有：此后的记录不再算作“${other.name.zh}”，按“${other.name.zh}”设的规则也不再适用。已有记录没有留下当时的说法，仍归“${other.name.zh}”。`,
    },
  ];
  return {
    title: { en: `“${word}”: whose word is it?`, zh: `“${word}”算哪一个？` }[locale],
    tone: 'info',
    body: [
      ...said.map((text) => ({ type: 'text' as const, text: text[locale] })),
      { type: 'actions', buttons: [...buttons] },
    ],
  };
}

/** Said once it is one of its own. */
export const apartNote = ({ word, noun, other }: Word, locale: Locale): string =>
  ({
    en: `“${word}” is a ${noun.en} of its own now, and no longer a word for ${other.name.en}.`,
    zh: `“${word}”已单列为${noun.zh}，不再是“${other.name.zh}”的说法。`,
  })[locale];

/** What a rule for such words would be for. */
export const coversWhat = (words: readonly Pick<Word, 'word' | 'other'>[]): Text => ({
  en: words
    .map(({ word, other }) => `“${word}” is only a word for ${withWords(other, 'en')}: is the rule for all of it?`)
    .join(' '),
  zh: words.map(({ word, other }) => `“${word}”只是${withWords(other, 'zh')}的一个说法，规则要包括全部吗？`).join(''),
});

/** The same card with something said first. */
export const saying = (said: readonly string[], { body, ...card }: Card): Card => ({
  ...card,
  body: [...said.map((text) => ({ type: 'text' as const, text })), ...body],
});
