import type { Locale } from '../../core/text.ts';
import type { Button, CardNode } from '../cards/card.ts';
import { bracketed, counted } from './format.ts';

export type Page<Line> = {
  lines: readonly Line[];
  /** Which one it is, from 0. */
  page: number;
  /** How many lines came before it. */
  first: number;
  /** The page after it, where there is one. */
  next: number | undefined;
};

/** "My leads (7)"; of a list that is longer, which of it is shown: "My leads (11–20)". */
export function pageTitle(name: string, { lines, first, next }: Page<unknown>, locale: Locale): string {
  const last = first + lines.length;
  const which = lines.length > 1 ? `${first + 1}–${last}` : String(last);
  return first === 0 && next === undefined ? counted(name, lines.length, locale) : `${name}${bracketed(which, locale)}`;
}

/** A list, and how far down it a page of it begins: the same is drawn again when a line of it was worked off. */
export const placeIn = (list: string, from: number): string => (from > 0 ? `${list}@${from}` : list);

/** The way to the rest, which takes the place of what is shown. */
export function moreOf({ next }: Page<unknown>, more: (page: number) => Button): CardNode[] {
  return next === undefined ? [] : [{ type: 'actions', buttons: [more(next)] }];
}
