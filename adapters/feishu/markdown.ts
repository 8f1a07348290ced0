// A file of Feishu’s own: Feishu's own text dialect, written by render.ts.
// https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-components/content-components/rich-text

import type { Rich } from '../../bot/cards/card.ts';
import { clip, cut } from '../words.ts';

/**
 * Every sign that means something in the dialect, written as an entity to mean itself: a colon where it begins an emoji or
 * an address, a dash or a number's point where they begin a list.
 */
const SIGNS = /[&<>*_~`#[\]()\\!$|]|:(?=[a-z_+/-])|(?<=^\s*)[-+=]|(?<=^\s*\d+)\./gim;
const LINKABLE = /^(https?|mailto|tel):/i;
const LONGEST_LABEL = 200;
const LONGEST_URL = 2_000;

/** Makes words inert: they cannot mention, link, quote or format. */
export function inert(text: string): string {
  return text.replace(SIGNS, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\r\n?|\n/g, '<br>');
}

/** At most `max` of the characters a person reads, ending in "…" where something had to go. */
export function toMarkdown(rich: Rich, max: number): string {
  let left = max;
  let written = '';
  for (const span of typeof rich === 'string' ? [rich] : rich) {
    const words = typeof span === 'string' ? span : 'bold' in span ? span.bold : oneLine(span.label) || span.link;
    if (words.length > left) {
      return written + toSpan(span, clip(words, Math.max(left, 1)));
    }
    written += toSpan(span, words);
    left -= words.length;
  }
  return written;
}

/** In parts of at most `max` characters each, with nothing lost. */
export function toMarkdownParts(rich: Exclude<Rich, string>, max: number): string[] {
  const parts: string[] = [];
  let part = '';
  let left = max;
  for (const span of rich) {
    const words = typeof span === 'string' ? span : 'bold' in span ? span.bold : oneLine(span.label) || span.link;
    for (const piece of typeof span === 'object' && 'link' in span ? [clip(words, LONGEST_LABEL)] : cut(words, max)) {
      if (piece.length > left && part !== '') {
        parts.push(part);
        part = '';
        left = max;
      }
      part += toSpan(span, piece);
      left -= piece.length;
    }
  }
  return part === '' ? parts : [...parts, part];
}

function toSpan(span: Exclude<Rich, string>[number], words: string): string {
  if (typeof span === 'string') {
    return inert(words);
  }
  if ('bold' in span) {
    return bold(words);
  }
  const label = inert(clip(words, LONGEST_LABEL));
  return LINKABLE.test(span.link) && span.link.length <= LONGEST_URL ? `[${label}](${toTarget(span.link)})` : label;
}

/** A mark is seen only beside its words; nothing is bold in an empty one. */
export function bold(words: string): string {
  const line = oneLine(words);
  return line === '' ? '' : `**${inert(line)}**`;
}

/** No address ends its own link. */
function toTarget(url: string): string {
  return url.replace(
    /[\s<>()[\]\\"'`|]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
