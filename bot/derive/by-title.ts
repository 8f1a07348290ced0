import { LOCALES } from '../../core/text.ts';
import type { Command } from '../command.ts';
import { everyCommand } from '../commands/index.ts';

/** A command by one of the things it is called: its title or the words it is typed by. */
type Title = { command: Command; tokens: ReadonlySet<string> };

type Index = { titles: readonly Title[]; weights: ReadonlyMap<string, number> };

/** So much of a title, by weight, has to be said; and so little of a message may be of something else. */
const SAID = 0.6;
const WHOLE = 0.85;

/** A title has few tokens, and a message that is longer than this is no title. */
const MOST_TOKENS = 60;

const SMALL =
  /^(?:the|an?|of|in|on|to|for|it|is|are|at|as|by|or|and|not|no|me|my|our|us|we|you|i|what|which|who|how|has|have|from|with|those|anybody|somebody|its?|that|this|all|one|do|does|say|let|put|take)$/u;

let index: Index | undefined;

/** How somebody asks for what he has read of in help. */
const HOW =
  /^(?:how (?:do|can|should|would) (?:i|we|you) |how to |i (?:want|need|would like) to |i'd like to |can i |let me |(?:请问)?(?:我(?=[要想该应怎如]))?(?:要|想|该|应该)?(?:怎么样?|如何|怎样)?(?:才能)?)/iu;
const named = (title: string) =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(HOW, '')
    .replace(/[\s?？。.!！]+/gu, '');

/** The command whose whole title was said, in either language, as it is or as "how do I …?". */
export function commandTitled(said: string): Command | undefined {
  const title = said.length > 120 ? '' : named(said);
  return title === ''
    ? undefined
    : everyCommand().find(
        ({ summary, isInternal }) => !isInternal && LOCALES.some((locale) => named(summary[locale]) === title),
      );
}

/**
 * The commands whose title a message says, the fullest match first; `isSaid` where the message says hardly anything else.
 * For messages that nobody could read: it offers, it decides nothing.
 */
export function commandsByTitle(
  said: string,
  allowed: (command: Command) => boolean,
): { command: Command; isSaid: boolean }[] {
  index ??= build();
  const { titles, weights } = index;
  const tokens = tokensOf(said);
  const weigh = (each: Iterable<string>) => [...each].reduce((sum, token) => sum + (weights.get(token) ?? 1), 0);
  const whole = weigh(tokens);
  const best = new Map<Command, { weight: number; isSaid: boolean }>();
  for (const { command, tokens: title } of titles) {
    const weight = weigh([...title].filter((token) => tokens.has(token)));
    const isLess = weight <= (best.get(command)?.weight ?? 0);
    if (!isLess && weight >= SAID * weigh(title) && !command.isInternal && allowed(command)) {
      best.set(command, { weight, isSaid: weight >= WHOLE * weigh(title) && weight >= WHOLE * whole });
    }
  }
  return [...best]
    .sort(([, a], [, b]) => Number(b.isSaid) - Number(a.isSaid) || b.weight - a.weight)
    .map(([command, { isSaid }]) => ({ command, isSaid }));
}

/** Words that many titles share weigh little, as in any search. */
function build(): Index {
  const titles = everyCommand().flatMap((command) =>
    LOCALES.flatMap((locale) => [command.summary[locale], ...command.words[locale]]).map(
      (title): Title => ({
        command,
        tokens: tokensOf(title),
      }),
    ),
  );
  const commands = new Map<string, Set<Command>>();
  for (const { command, tokens } of titles) {
    for (const token of tokens) {
      commands.set(token, (commands.get(token) ?? new Set()).add(command));
    }
  }
  const all = everyCommand().length;
  return {
    titles: titles.filter(({ tokens }) => tokens.size > 0),
    weights: new Map([...commands].map(([token, { size }]) => [token, Math.log(all / size) + 0.1])),
  };
}

/** Words by their stems, Chinese by its pairs of characters. */
function tokensOf(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFKC').toLowerCase().slice(0, 400);
  const words = (plain.match(/[a-z]+/gu) ?? []).filter((word) => word.length > 1 && !SMALL.test(word)).map(stem);
  const pairs = (plain.match(/\p{Script=Han}{2,}/gu) ?? []).flatMap((run) =>
    Array.from(run.slice(1), (character, at) => `${run[at] ?? ''}${character}`),
  );
  return new Set([...words, ...pairs].slice(0, MOST_TOKENS));
}

function stem(word: string): string {
  return word.length > 3 ? word.replace(/(?:ies|es|s|ing|ed|e|y)$/u, '') : word;
}
