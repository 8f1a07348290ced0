/** One message of a conversation on record. `author` is null where nobody could say his name, `at` (ISO 8601) where nobody said when. */
export type SaidMessage = { id: string; author: string | null; at: string | null; text: string };

/** What one archived conversation holds at most: what an ordinary thread has many times over. */
export const MOST_MESSAGES = 500;
export const MOST_CHARACTERS = 200_000;

/** The first messages of it that there is room for. */
export function fitting(said: readonly SaidMessage[]): SaidMessage[] {
  let room = MOST_CHARACTERS;
  return said.slice(0, MOST_MESSAGES).filter(({ text }) => {
    room -= text.length;
    return room >= 0;
  });
}

/**
 * What of `said` is not among what is on record. The same words of the same moment are the same message under another id:
 * what is forwarded twice may be named anew.
 */
export function fresh(said: readonly SaidMessage[], known: readonly SaidMessage[]): SaidMessage[] {
  const ids = new Set(known.map(({ id }) => id));
  const spoken = new Set(known.flatMap(momentOf));
  return said.filter((each) => !ids.has(each.id) && momentOf(each).every((moment) => !spoken.has(moment)));
}

function momentOf({ at, text }: SaidMessage): string[] {
  return at === null ? [] : [`${at} ${text}`];
}

/** As it was said, where everybody's moment is known. */
export function inOrder(said: readonly SaidMessage[]): SaidMessage[] {
  return said.some(({ at }) => at === null)
    ? [...said]
    : said.toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1));
}

/** `Wang: The price is fine`, line by line; a line that names nobody goes on with what was said before it. */
const SPOKEN = /^\s*([^\s:：][^:：\n]{0,39}?)\s*[:：](?!\/\/)\s*(\S.*)$/u;

/** Pasted words as messages; words that name no speaker are one message. */
export function readPasted(pasted: string): SaidMessage[] {
  const said: SaidMessage[] = [];
  for (const line of pasted.trim().split(/\r?\n/u)) {
    const [, author, text] = SPOKEN.exec(line) ?? [];
    const last = said.at(-1);
    if (author && text) {
      said.push({ id: String(said.length + 1), author, at: null, text });
    } else if (last) {
      last.text = `${last.text}\n${line}`.trimEnd();
    } else {
      said.push({ id: '1', author: null, at: null, text: line.trim() });
    }
  }
  return said;
}

export type Told = { count: number; authors: string[]; from: string | null; to: string | null };

/** Who said how much, from when to when. */
export function tell(said: readonly SaidMessage[]): Told {
  const times = said.flatMap(({ at }) => at ?? []).sort();
  return {
    count: said.length,
    authors: [...new Set(said.flatMap(({ author }) => author ?? []))],
    from: times[0] ?? null,
    to: times.at(-1) ?? null,
  };
}
