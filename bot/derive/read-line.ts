import { distance } from 'fastest-levenshtein';
import { LOCALES } from '../../core/text.ts';
import type { Command } from '../command.ts';
import { everyCommand } from '../commands/index.ts';
import type { ReadContext } from '../fields/kinds.ts';
import type { Invocation } from '../invocation.ts';
import { parseWords } from './grammar.ts';

type Phrase = {
  phrase: string;
  command: Command;
  /** Chinese needs no space after it. */
  isGlued: boolean;
  /** It, at the beginning of what was typed. */
  start: RegExp;
};

let phrases: readonly Phrase[] | undefined;
let byFirstSign: Map<string, readonly Phrase[]> | undefined;

/** Every command's words in both languages, the longest first, so that `opportunity advance` is not taken for `opportunity`. */
function allPhrases(): readonly Phrase[] {
  phrases ??= everyCommand()
    .flatMap((command) =>
      LOCALES.flatMap((locale) => command.words[locale].map((words) => toPhrase(words.toLowerCase(), command))),
    )
    .sort((a, b) => b.phrase.length - a.phrase.length);
  return phrases;
}

function phrasesBeginning(sign: string): readonly Phrase[] {
  if (!byFirstSign) {
    byFirstSign = new Map();
    for (const each of allPhrases()) {
      const first = each.phrase.slice(0, 1);
      byFirstSign.set(first, [...(byFirstSign.get(first) ?? []), each]);
    }
  }
  return byFirstSign.get(sign) ?? [];
}

/** Chinese needs no space after a command's words, where they are long enough not to begin another word. */
const GLUED = /^\p{Script=Han}{3,}$/u;

/** A slash line as an invocation; undefined when it begins with no command's words. */
export function readLine(
  line: string,
  context: ReadContext,
  { isLine = true }: { isLine?: boolean } = {},
): Invocation | undefined {
  const said = line.normalize('NFKC').trim().replace(/\s+/g, ' ');
  const lower = said.toLowerCase();
  const match = phrasesBeginning(lower.slice(0, 1)).find(
    ({ phrase, isGlued }) =>
      lower === phrase || lower.startsWith(`${phrase} `) || (isLine && isGlued && lower.startsWith(phrase)),
  );
  if (!match) {
    return undefined;
  }
  const { command, start } = match;
  // The original line keeps its line breaks and widths; only the words of the command are cut off it.
  const words = line.trim().replace(/^\S+/, (first) => first.normalize('NFKC'));
  return { command: command.name, input: parseWords(command, words.replace(start, ''), context), via: 'words' };
}

function toPhrase(phrase: string, command: Command): Phrase {
  const pattern = phrase
    .split(' ')
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+');
  return { phrase, command, isGlued: GLUED.test(phrase), start: new RegExp(`^${pattern}\\s*`, 'iu') };
}

/** A letter in four may be wrong, a character in three; in a shorter word none, for “lost” is no “list”. */
const SLIPS = { latin: { one: 4, from: 5 }, han: { one: 3, from: 3 } };

/** Commands whose words somebody mistyped, for "did you mean"; none that takes anything away, and rather none than a far one. */
export function nearestCommands(line: string, allowed: (command: Command) => boolean, limit = 3): Command[] {
  const said = line.toLowerCase().trim().slice(0, 60);
  const near = allPhrases()
    .filter(({ command }) => !command.isInternal && !command.name.endsWith('.remove') && allowed(command))
    .filter(({ phrase }) => isSlipOf(said, phrase));
  return [...new Set(near.map(({ command }) => command))].slice(0, limit);
}

/** What was said begins with the phrase, but for a few letters; phrases come the longest first. */
function isSlipOf(said: string, phrase: string): boolean {
  if (GLUED.test(phrase) && said.startsWith(phrase)) {
    return true;
  }
  const { one, from } = SLIPS[/\p{Script=Han}/u.test(phrase) ? 'han' : 'latin'];
  const most = phrase.length < from ? 0 : Math.floor(phrase.length / one);
  return [...said.matchAll(/(?=\s|$)/gu)].some(
    ({ index: end }) => Math.abs(end - phrase.length) <= most && distance(said.slice(0, end), phrase) <= most,
  );
}
