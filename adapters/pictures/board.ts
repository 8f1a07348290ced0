import type { Board } from '../../bot/cards/card.ts';
import type { Drawing } from './chart.ts';
import { clip, FONT, INK, localeOf, NOTHING, TALLEST, TONES, WIDTH } from './look.ts';

/** Beyond these nobody reads a column any more; the words show them all. */
const MOST_COLUMNS = 12;

const EDGE = 16;
const GAP = 8;
const TOP = 50;
const HEAD = 42;
const CARD = 38;
const MORE = 18;

type Column = Board['columns'][number];
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
  const room = Math.floor(
    (TALLEST - TOP - EDGE - rows.length * (HEAD + MORE + GAP)) / Math.max(rows.length, 1) / (CARD + 4),
  );
  const elements: Element[] = [text(clip(title, 26), { x: EDGE, y: 18, size: 17, bold: true, fill: INK.strong })];
  let y = TOP;
  for (const row of rows) {
    const tallest = Math.max(1, ...row.map(({ cards }) => Math.min(cards.length, room)));
    const isCut = row.some(({ cards }) => cards.length > room);
    const height = HEAD + tallest * (CARD + 4) + (isCut ? MORE : 4);
    for (const [at, column] of row.entries()) {
      elements.push(...drawColumn(column, { x: EDGE + at * (width + GAP), y, width, height, room }));
    }
    y += height + GAP;
  }
  if (columns.length === 0) {
    elements.push(text(NOTHING[localeOf(title)], { x: EDGE, y: y + 10, size: 15, fill: INK.faint }));
    y += 50;
  }
  return { height: y + EDGE - GAP, option: { animation: false, backgroundColor: '#ffffff', graphic: elements } };
}

type Box = { x: number; y: number; width: number; height: number; room: number };

function drawColumn({ title, detail, cards }: Column, { x, y, width, height, room }: Box): Element[] {
  const shown = cards.slice(0, room);
  const inner = width - 16;
  const elements: Element[] = [
    box({ x, y, width, height, fill: INK.ground }),
    text(clip(title, inner / 13), { x: x + 8, y: y + 7, size: 13, bold: true, fill: INK.strong }),
    text(clip(detail, inner / 11), { x: x + 8, y: y + 24, size: 11, fill: INK.plain }),
  ];
  let top = y + HEAD;
  for (const card of shown) {
    elements.push(
      box({ x: x + 4, y: top, width: width - 8, height: CARD, fill: '#ffffff' }),
      box({ x: x + 4, y: top, width: 3, height: CARD, fill: card.tone ? TONES[card.tone] : INK.line }),
      text(clip(card.title, (inner - 4) / 12), { x: x + 12, y: top + 5, size: 12, fill: INK.strong }),
      text(clip(card.detail, (inner - 4) / 11), { x: x + 12, y: top + 22, size: 11, fill: INK.plain }),
    );
    top += CARD + 4;
  }
  const left = cards.length - shown.length;
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
