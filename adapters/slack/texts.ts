// A file of Slack’s own: the text objects every block is made of.

import type { KnownBlock, PlainTextElement, TextObject } from '@slack/types';
import type { Rich } from '../../bot/cards/card.ts';
import { clip, cut } from '../words.ts';
import { toMrkdwnParts } from './mrkdwn.ts';

/** What stands where there is nothing: Slack refuses empty texts. */
export const NOTHING = '–';

export function plain(text: string, max: number): PlainTextElement {
  return { type: 'plain_text', text: clip(text.trim(), max) || NOTHING };
}

export function mrkdwn(text: string): TextObject {
  return { type: 'mrkdwn', text, verbatim: true };
}

/** Plain words stay plain text, which Slack does not interpret at all; only spans need its markup. */
export function toTexts(rich: Rich, max: number): TextObject[] {
  const texts: TextObject[] =
    typeof rich === 'string'
      ? [...cut(rich, max)].map((text) => ({ type: 'plain_text', text }))
      : toMrkdwnParts(rich, max).map(mrkdwn);
  return texts.filter(({ text }) => text.trim() !== '');
}

export function toContext(text: TextObject): KnownBlock {
  return { type: 'context', elements: [text] };
}
