import { readQuery } from '../../core/search/read-query.ts';
import type { Rich, Span } from '../cards/card.ts';

const wordsOf = (asked: string) => readQuery(asked).words.split(/\s+/u).filter(Boolean);

/** Which of these texts holds most of the words that were looked for; the first of several, none where none does. */
export function whereSaid(texts: readonly string[], asked: string): number | undefined {
  const words = wordsOf(asked);
  const met = texts.map((text) => words.filter((word) => text.toLowerCase().includes(word)).length);
  const most = Math.max(0, ...met);
  return most === 0 ? undefined : met.indexOf(most);
}

/** A text with the words that were looked for in bold. */
export function inBold(text: string, asked: string): Rich {
  const words = wordsOf(asked).map((word) => word.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&'));
  if (words.length === 0) {
    return text;
  }
  const parts = text.split(new RegExp(`(${words.join('|')})`, 'giu'));
  return parts.flatMap((part, at): Span[] => (part === '' ? [] : at % 2 === 1 ? [{ bold: part }] : [part]));
}
