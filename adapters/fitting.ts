/** A node of a card as a platform's own parts, in pieces that stand or fall together. */
export type Section<Part> = {
  pieces: Part[][];
  /** What can be done is kept when what can be read has to be cut. */
  keep?: boolean;
  /** Says how many pieces are missing. */
  counted?: boolean;
};

/** An amount in every measure a platform limits: so many parts, so many characters or bytes. */
export type Amount = readonly number[];

export type Fitting<Part> = {
  room: Amount;
  /** What parts take of the room; two lists together take no more than each by itself. */
  measure(parts: readonly Part[]): Amount;
  /** The part that says something is missing. */
  mark(words: string): Part;
};

/** All parts where they fit; else as many as do, with "… +12" or "…" where the first is missing. */
export function fitParts<Part>(sections: readonly Section<Part>[], fitting: Fitting<Part>): Part[] {
  const { room, measure, mark } = fitting;
  const all = sections.flatMap(({ pieces }) => pieces.flat());
  if (isWithin(measure(all), room)) {
    return all;
  }
  const chosen = choose(sections, { ...fitting, room: less(room, measure([mark('… +9999')])) });
  const missing = sections
    .filter(({ counted }) => counted)
    .flatMap(({ pieces }) => pieces)
    .filter((piece) => !chosen.has(piece)).length;
  const pieces = sections.flatMap((section) => section.pieces);
  const cutAt = pieces.findIndex((piece) => !chosen.has(piece));
  const sign = mark(missing > 0 ? `… +${missing}` : '…');
  return pieces.flatMap((piece, at) => (at === cutAt ? [sign] : chosen.has(piece) ? piece : []));
}

function choose<Part>(sections: readonly Section<Part>[], { room, measure }: Fitting<Part>): Set<Part[]> {
  const chosen = new Set<Part[]>();
  let left = room;
  const take = (piece: Part[]): boolean => {
    const rest = less(left, measure(piece));
    if (rest.some((amount) => amount < 0)) {
      return false;
    }
    left = rest;
    chosen.add(piece);
    return true;
  };
  for (const { pieces } of sections.filter(({ keep }) => keep)) {
    pieces.every(take);
  }
  sections
    .filter(({ keep }) => !keep)
    .flatMap(({ pieces }) => pieces)
    .every(take);
  return chosen;
}

function isWithin(amount: Amount, room: Amount): boolean {
  return less(room, amount).every((left) => left >= 0);
}

function less(room: Amount, amount: Amount): number[] {
  return room.map((left, at) => left - (amount[at] ?? 0));
}

/** So many in each, the last with what is left. */
export function inGroups<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
