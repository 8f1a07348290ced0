import { expect, it } from 'vitest';
import type { Board } from '../../bot/cards/card.ts';
import { drawBoard } from './board.ts';

type Text = { type: string; y: number; style?: { text?: string } };

function textsOf(board: Board): string[] {
  const { option } = drawBoard(board);
  const elements = option.graphic as readonly Text[];
  return elements.flatMap(({ style }) => style?.text ?? []);
}

const column = (title: string, cards: Board['columns'][number]['cards']) => ({ title, detail: '1', cards });
const CARD = { title: '二期扩容 · 华星电子有限公司', detail: '¥1,350,000 · Jim Green · 34 天' };
const COLUMNS = ['初步接触', '需求确认', '方案报价', '商务谈判'].map((title) => column(title, [CARD]));

it('leaves the title to the card that the picture is in', () => {
  expect(textsOf({ title: '商机看板', columns: COLUMNS })).not.toContain('商机看板');
});

it('tells deal, customer, amount, owner and days of every card, a line each where there is no room for more', () => {
  expect(textsOf({ title: '商机看板', columns: COLUMNS }).slice(2, 7)).toEqual([
    '二期扩容',
    '华星电子有限…',
    '¥1,350,000',
    'Jim Green',
    '34 天',
  ]);
});

it('stays within its height, and counts what has no room', () => {
  const board = { title: '商机看板', columns: [column('初步接触', Array(30).fill(CARD))] };
  expect(drawBoard(board).height).toBeLessThanOrEqual(512);
  expect(textsOf(board).at(-1)).toMatch(/^\+\d+$/);
});
