import { scoreName } from './score-name.ts';

/** In fewer letters another name is spelt: Ilan and Lian. */
const SHORTEST = 4;
/** Whoever types more than this has typed a sentence. */
const MOST = 60;

/** What a slip of the fingers costs a name that it otherwise is. */
const COST = 0.1;

/** What somebody may have meant who typed two letters the wrong way round: Acme for Acem, one word at a time. */
export function slips(typed: string): string[] {
  const said = typed.toLowerCase();
  const meant = new Set<string>();
  for (const { 0: word, index } of said.matchAll(/[a-z]+/gu)) {
    for (let at = 0; word.length >= SHORTEST && at < word.length - 1; at += 1) {
      const swapped = `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
      meant.add(`${said.slice(0, index)}${swapped}${said.slice(index + word.length)}`);
    }
  }
  meant.delete(said);
  return [...meant].slice(0, MOST);
}

/** How well what was typed fits a name, a slip forgiven: a name it would be but for that is likely, and never sure. */
export function scoreSlip(typed: string, name: string): number {
  const meant = slips(typed).map((each) => scoreName(each, name));
  return Math.max(scoreName(typed, name), ...meant.filter((score) => score >= SAME).map((score) => score - COST));
}

/** One mistake is forgiven, not a mistake in what is nearly a name. */
const SAME = 0.85;
