import { expect, it } from 'vitest';
import { figureColumns } from './figures.ts';

it('a column of figures holds amounts, counts, shares and gaps, and nothing else', () => {
  const rows = [
    ['李雷', '12', '¥1,400,000', '62.5%', '—', '−3'],
    ['Jim', '–', '$0.50', '', '—', '2026-05-13'],
  ];
  expect(figureColumns(6, rows)).toEqual([false, true, true, true, false, false]);
  expect(figureColumns(2, [])).toEqual([false, false]);
});
