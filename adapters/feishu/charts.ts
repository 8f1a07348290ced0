// A file of Feishu’s own: figures as Feishu's own charts, which are VChart's: https://www.visactor.io/vchart/option

import type { Chart } from '../../bot/cards/card.ts';
import { clip } from '../words.ts';
import type { ChartElement } from './card.ts';
import { CHART } from './limits.ts';

/** Undefined for what a chart of Feishu's cannot show well: that is a table. */
export function toChart({ title, shape, unit, categories, series }: Chart): ChartElement | undefined {
  const values = series.flatMap(({ name, points }) =>
    categories.map((category, at) => ({ x: label(category), y: points[at]?.value, s: label(name || unit) })),
  );
  const figures = values.map(({ y }) => y ?? Number.NaN);
  const isDrawable =
    values.length > 0 &&
    series.length <= CHART.series &&
    categories.length <= CHART.categories &&
    hasNoDoubles(categories.map(label)) &&
    hasNoDoubles(series.map(({ name }) => label(name || unit))) &&
    figures.every((figure) => Number.isFinite(figure));
  if (!isDrawable) {
    return undefined;
  }
  const around = { title: { visible: true, text: label(title) }, data: { values } };
  if (shape === 'pie') {
    const isShare =
      series.length === 1 && figures.every((figure) => figure >= 0) && figures.some((figure) => figure > 0);
    return isShare
      ? draw({ type: 'pie', ...around, categoryField: 'x', valueField: 'y', label: { visible: true }, legends: SHOWN })
      : undefined;
  }
  return draw({
    type: shape,
    ...around,
    xField: series.length > 1 && shape === 'bar' ? ['x', 's'] : 'x',
    yField: 'y',
    seriesField: 's',
    label: { visible: values.length <= CHART.categories / 2 },
    legends: { ...SHOWN, visible: series.length > 1 },
    axes: [
      { orient: 'bottom', type: 'band' },
      { orient: 'left', type: 'linear', title: { visible: unit.trim() !== '', text: label(unit) } },
    ],
  });
}

const SHOWN = { visible: true, orient: 'bottom' } as const;

function draw(spec: ChartElement['chart_spec']): ChartElement {
  return { tag: 'chart', aspect_ratio: '16:9', chart_spec: spec };
}

function label(text: string): string {
  return clip(text.replace(/\s+/g, ' ').trim(), CHART.label);
}

/** Two of one name would be drawn as one. */
function hasNoDoubles(labels: readonly string[]): boolean {
  return new Set(labels).size === labels.length;
}
