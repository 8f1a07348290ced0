// A file of Feishu’s own: tables, which Feishu pages through by itself, and what takes their place where it takes no more.

import type { CardNode } from '../../bot/cards/card.ts';
import { figureColumns } from '../figures.ts';
import { clip } from '../words.ts';
import type { Element } from './card.ts';
import { TABLE } from './limits.ts';

type Table = Extract<CardNode, { type: 'table' }>;

/** A table and, where rows had to go, how many; a line a row where there may be no more tables. */
export function toTable({ columns, rows }: Table, { isNative }: { isNative: boolean }): Element[][] {
  const width = Math.min(columns.length, TABLE.columns);
  if (width === 0) {
    return [];
  }
  return isNative ? toNative(columns.slice(0, width), rows) : toLines(columns.slice(0, width), rows);
}

function toNative(columns: readonly string[], rows: readonly string[][]): Element[][] {
  const isFigures = figureColumns(columns.length, rows);
  const heads = columns.map((name, at) => ({
    name: `c${at}`,
    display_name: clip(name.trim(), TABLE.heading),
    data_type: 'text' as const,
    width: 'auto' as const,
    ...(isFigures[at] ? { horizontal_align: 'right' as const } : {}),
  }));
  const cells = rows.map((row) =>
    Object.fromEntries(heads.map(({ name }, at) => [name, clip(row[at]?.trim() ?? '', TABLE.cell)])),
  );
  const shown = within(cells, TABLE.bytes);
  const table: Element = {
    tag: 'table',
    page_size: TABLE.pageSize,
    row_height: 'auto',
    header_style: { bold: true, background_style: 'grey' },
    columns: heads,
    rows: shown,
  };
  return [[table, ...missing(cells.length - shown.length)]];
}

function toLines(columns: readonly string[], rows: readonly string[][]): Element[][] {
  const lines = [columns, ...rows].map((row) =>
    clip(columns.map((_, at) => clip(row[at]?.trim() ?? '', TABLE.cell)).join(' · '), TABLE.line),
  );
  const shown = within(lines, TABLE.bytes);
  return [[toText(shown.join('\n')), ...missing(lines.length - shown.length)]];
}

/** As many from the first as have room; in a request every quotation mark takes three more bytes. */
function within<Item>(items: readonly Item[], room: number): Item[] {
  let left = room;
  const end = items.findIndex((item) => {
    left -= Buffer.byteLength(JSON.stringify(JSON.stringify(item)));
    return left < 0;
  });
  return end < 0 ? [...items] : items.slice(0, end);
}

function missing(count: number): Element[] {
  return count > 0 ? [toText(`… +${count}`)] : [];
}

function toText(content: string): Element {
  return { tag: 'div', text: { tag: 'plain_text', content } };
}
