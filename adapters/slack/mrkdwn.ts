// A file of its own: Slack's own text dialect, read by parse.ts and written by render.ts.
// https://docs.slack.dev/messaging/formatting-message-text

import type { Rich } from '../../bot/cards/card.ts';
import { clip, cut } from '../words.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };
const ESCAPES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };
/** Characters that look like Slack's marks and mean nothing to it. */
const LOOKALIKES: Readonly<Record<string, string>> = { '*': '∗', _: '＿', '~': '∼', '`': 'ˋ' };

const ZERO_WIDTH_SPACE = '\u200b';
const LINKABLE = /^(https?|mailto|tel):/i;
const LONGEST_LABEL = 200;
const LONGEST_ATOM = 300;
/** "&amp;" for "&". */
const LONGEST_ESCAPE = 5;

/** What a person typed: markup off, entities decoded, the bot's own mention gone. */
export function readText(text: string, botUserId?: string): string {
  return text
    .replace(/<([^<>]*)>/g, (_whole, inner: string) => readAngled(inner, botUserId))
    .replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}

function readAngled(inner: string, botUserId: string | undefined): string {
  const bar = inner.indexOf('|');
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? '' : inner.slice(bar + 1);
  if (target.startsWith('@')) {
    return target.slice(1) === botUserId ? '' : `@${label || target.slice(1)}`;
  }
  if (target.startsWith('#')) {
    return `#${label || target.slice(1)}`;
  }
  if (target.startsWith('!')) {
    return label || `@${target.slice(1)}`;
  }
  return label || target.replace(/^(mailto|tel):/, '');
}

/** Anything Slack could take for a mark of its own. */
const MARKS = /[&<>*_~`]/;

/** Makes words inert: they cannot mention, link, quote or format. */
export function inert(text: string): string {
  if (!MARKS.test(text)) {
    return text;
  }
  return text
    .replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign)
    .replace(
      /(^|[^\p{L}\p{N}])([*_~`]+)(?=\S)/gu,
      (_whole, before: string, marks: string) => before + lookalikes(marks),
    )
    .replace(/^(\s*)(&gt;)/gm, `$1${ZERO_WIDTH_SPACE}$2`);
}

function lookalikes(marks: string): string {
  return marks.replace(/[*_~`]/g, (mark) => LOOKALIKES[mark] ?? mark);
}

/** As mrkdwn of at most `max` characters, ending in "…" where something had to go. */
export function toMrkdwn(rich: Rich, max: number): string {
  const [first = '', ...rest] = toMrkdwnParts(rich, max - 1);
  return rest.length === 0 ? first : `${first}…`;
}

/** As mrkdwn in parts of at most `max` characters each, with nothing lost. */
export function toMrkdwnParts(rich: Rich, max: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const atom of atomsOf(rich, max)) {
    const next = glue(part, atom);
    if (part !== '' && part.length + next.length > max) {
      parts.push(part);
      part = atom;
    } else {
      part += next;
    }
  }
  return part === '' ? parts : [...parts, part];
}

/** Slack sees a mark only beside a space or a sign: a zero-width space lets bold words stand next to others. */
function glue(before: string, atom: string): string {
  const isGlued = atom.startsWith('*')
    ? /[\p{L}\p{N}*]$/u.test(before)
    : before.endsWith('*') && /^[\p{L}\p{N}]/u.test(atom);
  return isGlued ? ZERO_WIDTH_SPACE + atom : atom;
}

/** Pieces that must stay whole, each of at most `max` characters once escaped. */
function* atomsOf(rich: Rich, max: number): Generator<string> {
  const longest = Math.min(LONGEST_ATOM, Math.floor(max / LONGEST_ESCAPE) - 1);
  for (const span of typeof rich === 'string' ? [rich] : rich) {
    if (typeof span === 'string') {
      for (const piece of cut(span, longest)) {
        yield inert(piece);
      }
    } else if ('bold' in span) {
      for (const piece of cut(oneLine(span.bold), longest)) {
        yield `*${inert(piece.trim())}*${piece.endsWith(' ') ? ' ' : ''}`;
      }
    } else {
      yield link(span.link, span.label, { longest, max });
    }
  }
}

function link(url: string, label: string, { longest, max }: { longest: number; max: number }): string {
  const words = inert(clip(oneLine(label) || oneLine(url), Math.min(LONGEST_LABEL, longest)));
  const target = url.replace(/[\s<>|"]/g, encodeURIComponent).replace(/&/g, '&amp;');
  const linked = `<${target}|${words}>`;
  return LINKABLE.test(url) && linked.length <= max ? linked : words;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
