import type { Board } from '../../bot/cards/card.ts';
import type { Drawing } from './chart.ts';
import { clip, FONT, INK, localeOf, NOTHING, TALLEST, TONES, WIDTH, widthInEms } from './look.ts';

/** Beyond these nobody reads a column any more; the words show them all. */
const MOST_COLUMNS = 12;

const EDGE = 16;
const GAP = 8;
const HEAD = 42;
/** A card: its lines, with air above and below, and what keeps it from the next. */
const LINE = 15;
const AIR = 5;
const APART = 4;
const MORE = 18;
/** So many lines each of a card's two texts may take: what tells it from its neighbours is not cut off. */
const LINES = { title: 2, detail: 3 } as const;

type Column = Board['columns'][number];
type Card = Column['cards'][number];
type Element = Readonly<Record<string, unknown>>;

/** Columns beside each other as many as can be read on a phone, the rest below them. Throws RangeError above twelve. */
export function drawBoard({ title, columns }: Board): Drawing {
  if (columns.length > MOST_COLUMNS) {
    throw new RangeError(`a board of ${columns.length} columns`);
  }
  const across = columns.length <= 3 ? Math.max(columns.length, 1) : columns.length === 4 || columns.length > 6 ? 4 : 3;
  const rows = Array.from({ length: Math.ceil(columns.length / across) }, (_, at) =>
    columns.slice(at * across, (at + 1) * across),
  );
  const width = (WIDTH - 2 * EDGE - (across - 1) * GAP) / across;
  const room = Math.floor((TALLEST - 2 * EDGE) / Math.max(rows.length, 1)) - HEAD - MORE - GAP;
  const elements: Element[] = [];
  // The board's title stands on the card that the picture is in.
  let y = EDGE;
  for (const row of rows) {
    const laid = row.map((column) => lay(column, { inner: width - 20, room }));
    const height = HEAD + Math.max(...laid.map(({ height: cards }) => cards));
    for (const [at, column] of laid.entries()) {
      elements.push(...drawColumn(column, { x: EDGE + at * (width + GAP), y, width, height }));
    }
    y += height + GAP;
  }
  if (columns.length === 0) {
    elements.push(text(NOTHING[localeOf(title)], { x: EDGE, y: y + 10, size: 15, fill: INK.faint }));
    y += 50;
  }
  return { height: y + EDGE - GAP, option: { animation: false, backgroundColor: '#ffffff', graphic: elements } };
}

/** A card with its texts in lines. */
type Laid = Pick<Card, 'tone'> & { title: string[]; detail: string[]; height: number };
type LaidColumn = Pick<Column, 'title' | 'detail'> & { cards: Laid[]; left: number; height: number };

/** As many cards as there is room for, from the first. */
function lay({ title, detail, cards }: Column, { inner, room }: { inner: number; room: number }): LaidColumn {
  const shown: Laid[] = [];
  let height = 0;
  for (const card of cards) {
    const lines = {
      title: toLines(card.title, { ems: inner / 12, most: LINES.title }),
      detail: toLines(card.detail, { ems: inner / 11, most: LINES.detail }),
    };
    const tall = (lines.title.length + lines.detail.length) * LINE + 2 * AIR;
    if (height + tall + APART > room) {
      break;
    }
    shown.push({ ...lines, ...(card.tone ? { tone: card.tone } : {}), height: tall });
    height += tall + APART;
  }
  const left = cards.length - shown.length;
  return { title, detail, cards: shown, left, height: height + (left > 0 ? MORE : APART) };
}

/** Broken where its parts meet; what the last line has no room for is cut off. */
function toLines(words: string, { ems, most }: { ems: number; most: number }): string[] {
  const lines: string[] = [];
  for (const part of words.split(' · ').filter(Boolean)) {
    const last = lines.at(-1);
    const longer = last === undefined ? part : `${last} · ${part}`;
    if (last !== undefined && (widthInEms(longer) <= ems || lines.length === most)) {
      lines[lines.length - 1] = longer;
    } else {
      lines.push(part);
    }
  }
  return lines.map((line) => clip(line, ems));
}

type Box = { x: number; y: number; width: number; height: number };

function drawColumn({ title, detail, cards, left }: LaidColumn, { x, y, width, height }: Box): Element[] {
  const inner = width - 16;
  const elements: Element[] = [
    box({ x, y, width, height, fill: INK.ground }),
    text(clip(title, inner / 13), { x: x + 8, y: y + 7, size: 13, bold: true, fill: INK.strong }),
    text(clip(detail, inner / 11), { x: x + 8, y: y + 24, size: 11, fill: INK.plain }),
  ];
  let top = y + HEAD;
  for (const card of cards) {
    elements.push(
      box({ x: x + 4, y: top, width: width - 8, height: card.height, fill: '#ffffff' }),
      box({ x: x + 4, y: top, width: 3, height: card.height, fill: card.tone ? TONES[card.tone] : INK.line }),
      ...card.title.map((line, at) => text(line, { x: x + 12, y: top + AIR + at * LINE, size: 12, fill: INK.strong })),
      ...card.detail.map((line, at) =>
        text(line, { x: x + 12, y: top + AIR + (card.title.length + at) * LINE, size: 11, fill: INK.plain }),
      ),
    );
    top += card.height + APART;
  }
  if (left > 0) {
    elements.push(text(`+${left}`, { x: x + 12, y: top + 1, size: 11, bold: true, fill: INK.plain }));
  }
  return elements;
}

function box({ fill, ...shape }: { x: number; y: number; width: number; height: number; fill: string }): Element {
  return { type: 'rect', shape: { ...shape, r: shape.width > 3 ? 4 : 1 }, style: { fill } };
}

type Letters = { x: number; y: number; size: number; fill: string; bold?: boolean };

function text(words: string, { x, y, size, fill, bold = false }: Letters): Element {
  const font = { fontFamily: FONT, fontSize: size, fontWeight: bold ? 'bold' : 'normal' };
  return { type: 'text', x, y, style: { text: words, ...font, fill, verticalAlign: 'top' } };
}
