// A file of its own: Teams' two ways of holding text. A RichTextBlock takes words as they are; a TextBlock and a FactSet read
// Markdown, so words are made inert for them. https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features

import type { Rich, Span } from '../../bot/cards/card.ts';
import { clip } from '../words.ts';
import type { Element } from './elements.ts';

const ZERO_WIDTH_SPACE = '\u200b';
const LINKABLE = /^(?:https?|mailto|tel):/i;

/** What a person typed: his mention of the bot gone, others' mentions as names, Teams' own spaces and entities as signs. */
export function readText(
  text: string,
  { botId, mentions }: { botId: string; mentions: readonly { id: string; name: string; text: string }[] },
): string {
  const named = mentions.reduce(
    (read, mention) =>
      mention.text === '' ? read : read.replaceAll(mention.text, mention.id === botId ? ' ' : `@${mention.name}`),
    text,
  );
  return named
    .replace(/<\/?at(?:\s[^<>]*)?>/gi, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/[\u00a0\u200b]/g, ' ')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/** What a message is made of, as words: for one that was picked to be put on record. */
export function readHtml(html: string): string {
  const text = html
    .replace(/<(?:br|\/p|\/div|\/li|\/h\d)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/\n{3,}/g, '\n\n');
  return readText(text, { botId: '', mentions: [] });
}

/** Makes words inert for what reads Markdown: they cannot mention, link, list or format. */
export function inert(text: string): string {
  return text
    .replace(/[\\`[\]]/g, '\\$&')
    .replace(
      /(^|[^\p{L}\p{N}])([*_~]+)|([*_~]+)(?![\p{L}\p{N}*_~])/gmu,
      (_whole, before = '', leading = '', closing = '') => before + (leading + closing).replace(/./g, '\\$&'),
    )
    .replace(
      /^(\s*)([-+#>]|\d+(?=[.)]))/gm,
      (_whole, space: string, mark: string) => space + (/\d/.test(mark) ? mark + ZERO_WIDTH_SPACE : `\\${mark}`),
    )
    .replace(/<|&(?=#?\w+;)/g, `$&${ZERO_WIDTH_SPACE}`);
}

/** Also in what is no Markdown everywhere, brackets and parentheses make no link. */
export function unlinked(text: string): string {
  return text.replaceAll('](', `]${ZERO_WIDTH_SPACE}(`);
}

/** As Markdown of not much more than `max` characters. */
export function toMarkdown(rich: Rich, max: number): string {
  let room = max;
  return spansOf(rich)
    .map((span) => {
      const words = clip(oneLine(wordsOf(span)), Math.max(room, 1));
      room -= words.length;
      return room <= -1 || words === '' ? '' : mark(span, words);
    })
    .join('');
}

function mark(span: Span, words: string): string {
  const lead = /^\s/.test(words) ? ' ' : '';
  const trail = /\s$/.test(words) ? ' ' : '';
  const bare = words.trim();
  if (typeof span === 'string' || bare === '') {
    return inert(words);
  }
  if ('bold' in span) {
    return `${lead}**${inert(bare)}**${trail}`;
  }
  const url = toUrl(span.link);
  return url ? `${lead}[${inert(bare)}](${url.replaceAll('(', '%28').replaceAll(')', '%29')})${trail}` : inert(words);
}

/** A text of a card as blocks, a line each, of at most `max` characters in all. */
export function toBlocks(rich: Rich, max: number, style: Readonly<Record<string, unknown>> = {}): Element[] {
  const lines: Element[][] = [[]];
  let room = max;
  for (const span of spansOf(rich)) {
    const words = clip(wordsOf(span), Math.max(room, 1));
    if (room <= 0) {
      break;
    }
    room -= words.length;
    words.split(/\r\n?|\n/).forEach((part, at) => {
      if (at > 0) {
        lines.push([]);
      }
      if (part !== '') {
        lines.at(-1)?.push(toRun(span, part, style));
      }
    });
  }
  return lines
    .filter((inlines) => inlines.some(({ text }) => String(text).trim() !== ''))
    .map((inlines, at) => ({ type: 'RichTextBlock', inlines, ...(at > 0 ? { spacing: 'Small' } : {}) }));
}

function toRun(span: Span, text: string, style: Readonly<Record<string, unknown>>): Element {
  const url = typeof span !== 'string' && 'link' in span ? toUrl(span.link) : undefined;
  return {
    type: 'TextRun',
    text,
    ...style,
    ...(typeof span !== 'string' && 'bold' in span ? { weight: 'Bolder' } : {}),
    ...(url ? { color: 'Accent', selectAction: { type: 'Action.OpenUrl', url } } : {}),
  };
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** Undefined for what no client should open. */
function toUrl(link: string): string | undefined {
  return LINKABLE.test(link) && URL.canParse(link) ? new URL(link).href : undefined;
}

function spansOf(rich: Rich): readonly Span[] {
  return typeof rich === 'string' ? [rich] : rich;
}

function wordsOf(span: Span): string {
  return typeof span === 'string' ? span : 'bold' in span ? span.bold : span.label || span.link;
}
