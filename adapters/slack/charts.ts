// A file of Slack’s own: figures as Slack's own charts.

import type { Chart } from '../../bot/cards/card.ts';
import { clip } from '../words.ts';
import type { DataVisualization } from './blocks.ts';
import { CHART } from './limits.ts';

/** Undefined where Slack would refuse it, which it does with the whole message; a table then shows the same. */
export function toChart({ title, shape, unit, categories, series }: Chart): DataVisualization | undefined {
  const labels = toLabels(categories, CHART.categories);
  const names = toLabels(
    series.map(({ name }) => name.trim() || (series.length === 1 ? unit.trim() || title : '')),
    shape === 'pie' ? 1 : CHART.series,
  );
  const figures = series.map(({ points }) => points.map(({ value }) => value));
  const isWhole = figures.every((row) => row.length === categories.length && row.every(Number.isFinite));
  if (!labels || !names || !isWhole || title.trim() === '') {
    return undefined;
  }
  const lines = figures.map((row) => labels.map((label, at) => ({ label, value: row[at] ?? 0 })));
  const [segments = []] = lines;
  if (shape !== 'pie') {
    const data = names.map((name, at) => ({ name, data: lines[at] ?? [] }));
    const axis = unit.trim() === '' ? {} : { y_label: clip(unit.trim(), CHART.axis) };
    return draw(title, { type: shape, series: data, axis_config: { categories: labels, ...axis } });
  }
  const isPie = segments.length <= CHART.series && segments.every(({ value }) => value > 0);
  return isPie ? draw(title, { type: 'pie', segments }) : undefined;
}

function draw(title: string, chart: DataVisualization['chart']): DataVisualization {
  return { type: 'data_visualization', title: clip(title.trim(), CHART.title), chart };
}

/** As long as Slack takes them; undefined where there are none, too many, or two that read the same. */
function toLabels(texts: readonly string[], most: number): string[] | undefined {
  const labels = texts.map((text) => clip(text.trim(), CHART.label));
  const areDistinct = new Set(labels).size === labels.length && !labels.includes('');
  return labels.length > 0 && labels.length <= most && areDistinct ? labels : undefined;
}
