// A file of its own: what is known about something. Teams gives the labels the room that the values leave over.

import type { Rich } from '../../bot/cards/card.ts';
import { toWords } from '../../bot/cards/plainly.ts';
import { clip } from '../words.ts';
import { type Element, NOTHING, toText } from './elements.ts';
import { FACT, FACTS } from './limits.ts';
import { inert, oneLine, toMarkdown } from './markdown.ts';

type Fact = { label: string; value: Rich };

/** Where a line may not break. */
const WORD_JOINER = '\u2060';
const NO_BREAK_SPACE = '\u00a0';

/** An address or a hash that no phone has room for beside its label: it would be cut, and the labels be one letter wide. */
const TOO_LONG = /[^\s\p{Script=Han}\p{Po}]{25,}|\S@\S{12,}/u;

/** Longer labels may break after all. */
const WHOLE_LABEL = 12;

export function toFacts(facts: readonly Fact[]): Element[][] {
  const shown = facts.slice(0, FACTS);
  const left = facts.length - shown.length;
  const elements: Element[] = [];
  let beside: Fact[] = [];
  const flush = () => {
    if (beside.length > 0) {
      elements.push({ type: 'FactSet', facts: beside.map(toFact) });
    }
    beside = [];
  };
  for (const fact of shown) {
    if (TOO_LONG.test(toWords(fact.value))) {
      flush();
      elements.push(toText(toMarkdown([{ bold: nameOf(fact) }, ' ', ...spansOf(fact.value)], FACT.label + FACT.value)));
    } else {
      beside.push(fact);
    }
  }
  flush();
  return elements.length === 0 ? [] : [[...elements, ...(left > 0 ? [toText(`… +${left}`, { isSubtle: true })] : [])]];
}

function spansOf(value: Rich): Exclude<Rich, string> {
  return typeof value === 'string' ? [value] : value;
}

function toFact(fact: Fact) {
  return { title: inert(unbroken(nameOf(fact))), value: toMarkdown(fact.value, FACT.value).trim() || NOTHING };
}

function nameOf({ label }: Fact): string {
  return clip(oneLine(label).trim(), FACT.label) || NOTHING;
}

/** Chinese breaks after any character, and would: the column has no width of its own. */
function unbroken(label: string): string {
  return label.length > WHOLE_LABEL
    ? label
    : label.replaceAll(' ', NO_BREAK_SPACE).replace(/\p{Script=Han}(?=\p{Script=Han})/gu, `$&${WORD_JOINER}`);
}
