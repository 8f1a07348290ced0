import { describe, expect, it } from 'vitest';
import type { Card, CardNode } from './card.ts';
import { altText, plainly, progressText } from './plainly.ts';

const button = { label: 'Open', command: 'customer.show', input: { customer: 'c-1' } };

describe('a card said plainly', () => {
  it('keeps every figure of a chart, as the reader reads it', () => {
    const chart: CardNode = {
      type: 'chart',
      chart: {
        title: 'Pipeline by stage',
        shape: 'bar',
        unit: '¥',
        categories: ['Contact', 'Offer'],
        series: [
          {
            name: 'Ours',
            points: [
              { value: 120, text: '¥120' },
              { value: 80, text: '¥80' },
            ],
          },
          { name: 'Theirs', points: [{ value: 1, text: '¥1' }] },
        ],
      },
    };
    expect(plainly(chart)).toEqual([
      { type: 'heading', text: 'Pipeline by stage' },
      {
        type: 'table',
        columns: ['', 'Ours', 'Theirs'],
        rows: [
          ['Contact', '¥120', '¥1'],
          ['Offer', '¥80', ''],
        ],
      },
    ]);
  });

  it('says a chart once, where a table beneath says the same', () => {
    const chart = { title: 'Deals', shape: 'bar' as const, unit: '', categories: [], series: [] };
    expect(plainly({ type: 'chart', isTabled: true, chart })).toEqual([]);
  });

  it('lists the cards of a board below their columns', () => {
    const board: CardNode = {
      type: 'board',
      board: {
        title: 'Deals',
        columns: [{ title: 'Offer', detail: '1 · ¥80', cards: [{ title: 'Acme', detail: '¥80' }] }],
      },
    };
    expect(plainly(board)).toEqual([
      { type: 'heading', text: 'Deals' },
      { type: 'records', records: [{ title: [{ bold: 'Offer' }, ' · 1 · ¥80'] }, { title: 'Acme', detail: '¥80' }] },
    ]);
  });

  it('shows what stood behind a menu beside the other buttons', () => {
    expect(plainly({ type: 'actions', buttons: [button], more: [button] })).toEqual([
      { type: 'actions', buttons: [button, button] },
    ]);
    expect(plainly({ type: 'records', records: [{ title: 'Acme', more: [button] }] })).toEqual([
      { type: 'records', records: [{ title: 'Acme', buttons: [button] }] },
    ]);
  });

  it('draws progress within its bar, whatever the figure', () => {
    expect(progressText({ value: 0.42, text: '42%' })).toBe('▰▰▰▰▱▱▱▱▱▱ 42%');
    expect(progressText({ value: 3, text: '300%' })).toBe('▰▰▰▰▰▰▰▰▰▰ 300%');
    expect(progressText({ value: Number.NaN, text: '–' })).toBe('▱▱▱▱▱▱▱▱▱▱ –');
  });

  it('leaves alone what every platform can show', () => {
    const body: Card['body'] = [{ type: 'text', text: 'a' }, { type: 'divider' }];
    expect(body.flatMap(plainly)).toEqual(body);
  });

  it('is one line where it is a picture', () => {
    const [board, empty] = [
      { title: 'Deals', columns: [{ title: 'Offer', detail: '1 · ¥80', cards: [] }] },
      { title: 'Deals', columns: [] },
    ];
    expect(altText({ type: 'board', board })).toBe('Deals: Offer 1 · ¥80');
    expect(altText({ type: 'board', board: empty })).toBe('Deals');
    const chart = {
      title: 'Pipeline',
      shape: 'bar' as const,
      unit: '¥',
      categories: ['Contact', 'Offer'],
      series: [{ name: 'Ours', points: [{ value: 120, text: '¥120' }] }],
    };
    expect(altText({ type: 'chart', chart })).toBe('Pipeline: Contact ¥120; Offer –');
  });
});
