// A file of Slack’s own: tables, of which Slack takes one a message and none in a window.

import type { KnownBlock } from '@slack/types';
import type { CardNode } from '../../bot/cards/card.ts';
import { figureColumns } from '../figures.ts';
import { clip } from '../words.ts';
import { SECTION, TABLE } from './limits.ts';
import { NOTHING, toContext } from './texts.ts';

type Table = Extract<CardNode, { type: 'table' }>;

/** The first of a message as Slack's table, every other held in shape by spaces. */
export function toTable({ columns, rows }: Table, surface: { tablesLeft: number }): KnownBlock[][] {
  const width = Math.min(columns.length, TABLE.columns);
  if (width === 0) {
    return [];
  }
  const isTable = surface.tablesLeft > 0;
  const lines = [columns, ...rows].map((row) =>
    Array.from({ length: width }, (_, at) =>
      clip(row[at]?.trim() || NOTHING, isTable ? TABLE.cell : TABLE.alignedCell),
    ),
  );
  const shown = isTable ? within(lines.slice(0, TABLE.rows), TABLE.text) : within(toAligned(lines), SECTION);
  const left = lines.length - shown.length;
  surface.tablesLeft = 0;
  const block: KnownBlock = isTable
    ? {
        type: 'table',
        rows: shown.map((cells) => cells.map((text) => ({ type: 'raw_text', text }))),
        column_settings: figureColumns(width, rows).map((isFigures) =>
          isFigures ? { align: 'right' } : { is_wrapped: true },
        ),
      }
    : preformatted(shown.map(([line]) => line).join('\n'));
  return [[block, ...(left > 0 ? [toContext({ type: 'plain_text', text: `… +${left}` })] : [])]];
}

/** As many lines from the first as have room. */
function within(lines: readonly string[][], room: number): readonly string[][] {
  let left = room;
  const end = lines.findIndex((cells) => {
    left -= cells.reduce((sum, cell) => sum + cell.length + 1, 0);
    return left < 0;
  });
  return end < 0 ? lines : lines.slice(0, end);
}

/** For windows, which take no table, and for a second one in a message: columns held apart by spaces. */
function toAligned(lines: readonly string[][]): string[][] {
  const widths = lines[0]?.map((_, at) => Math.max(...lines.map((line) => displayWidth(line[at] ?? '')))) ?? [];
  return lines.map((line) => {
    const cells = line.map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - displayWidth(cell)));
    return [cells.join('  ').trimEnd()];
  });
}

function preformatted(text: string): KnownBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }] };
}

/** Chinese characters take the room of two. */
function displayWidth(text: string): number {
  return (
    text.length +
    (text.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/g)?.length ?? 0)
  );
}
