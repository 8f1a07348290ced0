/** What a part of an expression reads: one character each, by the places it begins and ends with and who follows whom, each as often as there are ways. */
type Part = { first: number[]; last: number[]; empty: number };

type Places = { sets: RegExp[]; follow: Map<number, number>[] };

/** More rounds than this are taken for endless. */
const FEW = 4;

/**
 * The repeated words an expression can read in more than one way: whoever repeats one n times makes it try 2ⁿ ways.
 * Looking ahead and back is taken to succeed. A loop that nothing need follow never goes back, and is none of them.
 */
export function ambiguousLoops({ source, flags }: RegExp): string[] {
  const plain = flags.replace(/[gyd]/g, '');
  const loops = placesOf(source, plain, false);
  const ends = new Set(placesOf(source, plain, true).part.last);
  const alphabet = alphabetOf(source, loops.sets);
  const found: string[] = [];
  for (const members of circlesOf(loops.follow)) {
    const word = members.some((place) => ends.has(place)) ? undefined : twice(loops, new Set(members), alphabet);
    if (word !== undefined) {
      found.push(word);
    }
  }
  return found;
}

/** Reads an expression into its places; where `isStrict`, nothing is read through a look ahead or the end of the text. */
function placesOf(source: string, flags: string, isStrict: boolean): Places & { part: Part } {
  const sets: RegExp[] = [];
  const follow: Map<number, number>[] = [];
  let at = 0;
  const peek = (text: string) => source.startsWith(text, at);
  const link = (from: Part, to: Part) => {
    for (const one of from.last) {
      for (const next of to.first) {
        const ways = follow[one];
        ways?.set(next, (ways.get(next) ?? 0) + 1);
      }
    }
  };
  const place = (written: string): Part => {
    sets.push(new RegExp(`^${written}$`, flags));
    follow.push(new Map());
    return { first: [sets.length - 1], last: [sets.length - 1], empty: 0 };
  };
  const nothing = (): Part => ({ first: [], last: [], empty: 1 });
  const blocked = (): Part => (isStrict ? { first: [], last: [], empty: 0 } : nothing());
  const chain = (one: Part, next: Part): Part => {
    link(one, next);
    return {
      first: [...one.first, ...(one.empty > 0 ? next.first : [])],
      last: [...next.last, ...(next.empty > 0 ? one.last : [])],
      empty: Math.min(1, one.empty * next.empty),
    };
  };
  const choice = (): Part => {
    const all = [sequence()];
    while (peek('|')) {
      at += 1;
      all.push(sequence());
    }
    return {
      first: all.flatMap(({ first }) => first),
      last: all.flatMap(({ last }) => last),
      empty: Math.max(...all.map(({ empty }) => empty)),
    };
  };
  const sequence = (): Part => {
    let whole = nothing();
    while (at < source.length && !peek('|') && !peek(')')) {
      whole = chain(whole, repeated());
    }
    return whole;
  };
  const repeated = (): Part => {
    const start = at;
    const one = atom();
    const end = at;
    const times = timesIn(source.slice(at));
    if (!times) {
      return one;
    }
    const { said, least, most } = times;
    const isLoop = most > FEW;
    const again = () => {
      at = start;
      return atom();
    };
    if (isLoop) {
      link(one, one);
    }
    const rounds = Array.from({ length: isLoop ? 1 : most }, (_, round) => (round === 0 ? one : again()));
    at = end + said.length;
    // From the last round back: there is one way only to read fewer than the most.
    return rounds.reduceRight<Part>((rest, round, index) => {
      const both = chain(round, rest);
      return index < least ? both : { ...both, empty: 1 };
    }, nothing());
  };
  const atom = (): Part => {
    const look = /^\((?:\?:|\?<[a-z]\w*>|\?<?[=!]|(?!\?))/iu.exec(source.slice(at))?.[0];
    if (look !== undefined) {
      at += look.length;
      const kept = [sets.length, follow.length] as const;
      const inner = choice();
      at += 1;
      if (!/[=!]/.test(look)) {
        return inner;
      }
      sets.length = kept[0];
      follow.length = kept[1];
      return look.startsWith('(?<') ? nothing() : blocked();
    }
    if (peek('^') || peek('$') || peek('\\b') || peek('\\B')) {
      const isStart = peek('^');
      at += source[at] === '\\' ? 2 : 1;
      return isStart ? nothing() : blocked();
    }
    const written = /^(?:\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u[\da-f]{4}|\\u\{[^}]*\}|\\.|.)/isu.exec(
      source.slice(at),
    )?.[0];
    if (written === undefined) {
      throw new Error(`cannot read ${source.slice(at)}`);
    }
    at += written.length;
    return place(written);
  };
  const part = choice();
  if (at < source.length) {
    throw new Error(`cannot read ${source.slice(at)}`);
  }
  return { sets, follow, part };
}

/** How often what stands before is read: `{2,6}`, `*`, `?`. */
function timesIn(rest: string): { said: string; least: number; most: number } | undefined {
  const [said, low, comma, high] = /^(?:\{(\d+)(,?)(\d*)\}|[*+?])\??/u.exec(rest) ?? [];
  if (said === undefined) {
    return undefined;
  }
  if (low === undefined) {
    return { said, least: said.startsWith('+') ? 1 : 0, most: said.startsWith('?') ? 1 : Infinity };
  }
  const most = comma ? Number(high || Infinity) : Number(low);
  return { said, least: Number(low), most };
}

/** Characters enough to tell the sets apart, each with the sets it is in. */
function alphabetOf(source: string, sets: readonly RegExp[]): [letter: string, isIn: boolean[]][] {
  const written = source.replace(/\\u([\da-f]{4})/giu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  const kinds = new Map<string, [string, boolean[]]>();
  for (const letter of new Set(`${written}aQ7 \n\t,，。的啊é-_'/\u3000`)) {
    const isIn = sets.map((set) => set.test(letter));
    const key = isIn.map(Number).join('');
    if (!kinds.has(key)) {
      kinds.set(key, [letter, isIn]);
    }
  }
  return [...kinds.values()];
}

/** The places each of which can be reached from each other again: the loops. */
function circlesOf(follow: readonly Map<number, number>[]): number[][] {
  const order: number[] = [];
  const seen = new Set<number>();
  const visit = (from: number, next: (place: number) => Iterable<number>, into: number[]) => {
    const path: [number, Iterator<number>][] = [];
    const enter = (place: number) => {
      seen.add(place);
      path.push([place, next(place)[Symbol.iterator]()]);
    };
    enter(from);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { value, done } = top[1].next();
      if (done) {
        into.push(top[0]);
        path.pop();
      } else if (!seen.has(value)) {
        enter(value);
      }
    }
  };
  const before: number[][] = follow.map(() => []);
  for (const [place, nexts] of follow.entries()) {
    for (const next of nexts.keys()) {
      before[next]?.push(place);
    }
    if (!seen.has(place)) {
      visit(place, (each) => follow[each]?.keys() ?? [], order);
    }
  }
  seen.clear();
  const circles: number[][] = [];
  for (const place of order.reverse()) {
    if (!seen.has(place)) {
      const circle: number[] = [];
      visit(place, (each) => before[each] ?? [], circle);
      circles.push(circle);
    }
  }
  return circles.filter((circle) => circle.some((place) => circle.some((next) => follow[place]?.has(next))));
}

/** A text that leads from one place of the loop to another in two ways. */
function twice(
  { follow }: Places,
  members: ReadonlySet<number>,
  alphabet: readonly [letter: string, isIn: boolean[]][],
): string | undefined {
  const within = (place: number) => [...(follow[place] ?? [])].filter(([next]) => members.has(next));
  /** Where a letter leads that is read in two ways from two places, or in one from each. */
  const stepsFrom = (one: number, other: number) =>
    within(one).flatMap(([next, ways]) =>
      within(other).flatMap(([beside]) => {
        const letter = alphabet.find(([, isIn]) => isIn[next] && isIn[beside])?.[0];
        return letter === undefined ? [] : [{ next, beside, letter, isSplit: one !== other || ways > 1 }];
      }),
    );
  const seen = new Set<string>();
  const queue: [one: number, other: number, said: string][] = [...members].map((place) => [place, place, '']);
  // What was told apart comes together again: both ways lead round.
  for (const [one, other, said] of queue) {
    for (const { next, beside, letter, isSplit } of stepsFrom(one, other)) {
      const key = next < beside ? `${next} ${beside}` : `${beside} ${next}`;
      if (next === beside && isSplit) {
        return said + letter;
      }
      if (next !== beside && !seen.has(key)) {
        seen.add(key);
        queue.push([next, beside, said + letter]);
      }
    }
  }
  return undefined;
}
