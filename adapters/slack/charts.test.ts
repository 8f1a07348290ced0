import { describe, expect, it } from 'vitest';
import type { Card, Chart } from '../../bot/cards/card.ts';
import { toChart } from './charts.ts';
import { renderMessage, renderModal } from './render.ts';

const chart: Chart = {
  title: 'Pipeline by stage',
  shape: 'bar',
  unit: '¥',
  categories: ['Lead', 'Won'],
  series: [
    {
      name: 'Amount',
      points: [
        { value: 1_200_000, text: '¥1.2m' },
        { value: 350_000, text: '¥350k' },
      ],
    },
  ],
};
const [amounts = { name: '', points: [] }] = chart.series;
const many = (count: number) => Array.from({ length: count }, (_, at) => `Category ${at}`);
const points = (count: number) => Array.from({ length: count }, () => ({ value: 1, text: '1' }));
const shown = (body: Card['body']) => renderMessage({ title: 'x', body }).blocks.map(({ type }) => type);

describe('a chart', () => {
  it('is Slack’s own in a message', () => {
    expect(toChart(chart)).toEqual({
      type: 'data_visualization',
      title: 'Pipeline by stage',
      chart: {
        type: 'bar',
        series: [
          {
            name: 'Amount',
            data: [
              { label: 'Lead', value: 1_200_000 },
              { label: 'Won', value: 350_000 },
            ],
          },
        ],
        axis_config: { categories: ['Lead', 'Won'], y_label: '¥' },
      },
    });
    expect(toChart({ ...chart, shape: 'pie' })).toMatchObject({
      chart: { type: 'pie', segments: [{ label: 'Lead', value: 1_200_000 }, { label: 'Won' }] },
    });
  });

  it('names its one series after its unit where that has no name, and shortens long labels', () => {
    const { chart: drawn } = toChart({
      ...chart,
      categories: ['Huaxing Electronics Holding', 'Won'],
      series: [{ ...amounts, name: '' }],
    }) ?? { chart: undefined };
    expect(drawn).toMatchObject({
      series: [{ name: '¥' }],
      axis_config: { categories: ['Huaxing Electronics…', 'Won'] },
    });
  });

  it.each<[string, Partial<Chart>]>([
    ['no categories', { categories: [], series: [{ name: 'a', points: [] }] }],
    ['no series', { series: [] }],
    ['21 categories', { categories: many(21), series: [{ name: 'a', points: points(21) }] }],
    ['7 series', { series: many(7).map((name) => ({ ...amounts, name })) }],
    ['the same category twice', { categories: ['Won', 'Won'] }],
    [
      'categories that differ behind their 20th letter',
      { categories: ['Huaxing Electronics Holding', 'Huaxing Electronics Limited'] },
    ],
    ['two series of one name', { series: [amounts, amounts] }],
    ['a point too few', { categories: ['Lead', 'Won', 'Lost'] }],
    ['no number', { series: [{ name: 'a', points: [...points(1), { value: Number.NaN, text: '' }] }] }],
    ['no title', { title: ' ' }],
    ['a slice of nothing', { shape: 'pie', series: [{ name: 'a', points: [...points(1), { value: 0, text: '0' }] }] }],
    ['7 slices', { shape: 'pie', categories: many(7), series: [{ name: 'a', points: points(7) }] }],
    ['a pie of two series', { shape: 'pie', series: [amounts, { ...amounts, name: 'b' }] }],
  ])('with %s is none of Slack’s', (_what, change) => {
    expect(toChart({ ...chart, ...change })).toBeUndefined();
  });

  it('that Slack would not take, or the third of a message, or in a window, is a table', () => {
    const node = { type: 'chart' as const, chart };
    expect(shown([{ type: 'chart', chart: { ...chart, categories: ['Won', 'Won'] } }])).toEqual([
      'header',
      'section',
      'table',
    ]);
    expect(shown([node, node, node])).toEqual([
      'header',
      'data_visualization',
      'data_visualization',
      'section',
      'table',
    ]);
    const { blocks } = renderModal({ title: 'x', body: [node] }, { address: 'C1', direct: true });
    expect(blocks.map(({ type }) => type)).toEqual(['section', 'rich_text']);
  });

  it('has the same in words ready, for where Slack knows no charts', () => {
    const message = renderMessage({ title: 'x', body: [{ type: 'chart', chart }] });
    expect(message.plainer?.().blocks.map(({ type }) => type)).toEqual(['header', 'section', 'table']);
    expect(renderMessage({ title: 'x', body: [] }).plainer).toBeUndefined();
  });
});

describe('a picture', () => {
  it('is shown where it can be fetched, and else linked', () => {
    const image = (url: string) => shown([{ type: 'image', url, alt: 'Board' }]);
    expect(image('https://parley.example/board.png')).toEqual(['header', 'image']);
    expect(image('http://parley.example/board.png')).toEqual(['header', 'section']);
    expect(image('data:image/png;base64,AAAA')).toEqual(['header', 'section']);
    expect(image(`https://parley.example/${'a'.repeat(3_000)}`)).toEqual(['header', 'section']);
  });
});
