// A file of its own: tables. Their columns take the room their words need, and figures stand right.

import type { CardNode } from '../../bot/cards/card.ts';
import { figureColumns } from '../figures.ts';
import { clip } from '../words.ts';
import { type Element, NOTHING, toText, within } from './elements.ts';
import { TABLE } from './limits.ts';
import { inert, oneLine } from './markdown.ts';

type Table = Extract<CardNode, { type: 'table' }>;

/** How many times wider than another a column may be, in characters. */
const WIDTH = { least: 4, most: 16 } as const;

export function toTable({ columns, rows }: Table): Element[] {
  const width = Math.min(columns.length, TABLE.columns);
  if (width === 0) {
    return [];
  }
  const lines = [columns, ...rows].map((cells, at) => toRow(cells, width, at === 0));
  const shown = within(lines.slice(0, TABLE.rows), TABLE.units);
  const left = lines.length - shown.length;
  return [
    {
      type: 'Table',
      columns: figureColumns(width, rows).map((isFigures, at) => ({
        width: widthOf([columns, ...rows].map((cells) => cells[at] ?? '')),
        ...(isFigures ? { horizontalCellContentAlignment: 'Right' } : {}),
      })),
      rows: shown,
      firstRowAsHeader: true,
      showGridLines: true,
    },
    ...(left > 0 ? [toText(`… +${left}`, { isSubtle: true })] : []),
  ];
}

/** In Latin characters; the others are about twice as wide. */
function widthOf(cells: readonly string[]): number {
  const longest = Math.max(...cells.map((cell) => cell.length + (cell.match(/[^\p{ASCII}]/gu)?.length ?? 0)));
  return Math.min(Math.max(longest, WIDTH.least), WIDTH.most);
}

function toRow(cells: readonly string[], width: number, isHead: boolean): Element {
  const toCell = (at: number) => {
    const words = clip(oneLine(cells[at] ?? '').trim(), TABLE.cell) || (isHead ? ' ' : NOTHING);
    return { type: 'TableCell', items: [toText(inert(words), isHead ? { weight: 'Bolder' } : {})] };
  };
  return { type: 'TableRow', cells: Array.from({ length: width }, (_, at) => toCell(at)) };
}
