// A file of its own: figures as Teams' own charts, which no card schema knows yet.
// https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards

import type { Chart } from '../../bot/cards/card.ts';
import { clip } from '../words.ts';
import type { Element } from './elements.ts';
import { CHART } from './limits.ts';
import { oneLine } from './markdown.ts';

/** What Teams takes at the axis of a line. */
const DAY = /^\d{4}-\d{2}(?:-\d{2})?$/;

/** Undefined where there is nothing to draw; `fallback` is shown where a client has no charts. */
export function toChart(chart: Chart, fallback: Element): Element | undefined {
  const categories = chart.categories.slice(0, CHART.points).map((category) => short(category));
  const series = chart.series.slice(0, CHART.series).map(({ name, points }) => ({
    legend: short(name || chart.unit),
    values: points.slice(0, CHART.points).map(({ value }) => (Number.isFinite(value) ? value : 0)),
  }));
  const [first] = series;
  if (!first || categories.length === 0) {
    return undefined;
  }
  const frame = { title: clip(oneLine(chart.title).trim(), CHART.title), fallback };
  if (chart.shape === 'pie') {
    const data = toSlices(categories, first.values);
    return data.length > 0 ? { type: 'Chart.Pie', ...frame, data } : undefined;
  }
  const axes = { ...frame, yAxisTitle: short(chart.unit) };
  const data = series.map(({ legend, values }) => ({
    legend,
    values: categories.map((x, at) => ({ x, y: values[at] ?? 0 })),
  }));
  const days = (chart.days ?? chart.categories).slice(0, CHART.points);
  if (chart.shape !== 'bar' && days.length === categories.length && days.every((day) => DAY.test(day))) {
    const lines = data.map(({ legend, values }) => ({
      legend,
      values: values.map(({ y }, at) => ({ x: days[at] ?? '', y })),
    }));
    return { type: 'Chart.Line', ...axes, data: lines };
  }
  return series.length === 1
    ? { type: 'Chart.VerticalBar', ...axes, data: data[0]?.values ?? [] }
    : { type: 'Chart.VerticalBar.Grouped', ...axes, data };
}

/** Small shares beyond what a pie takes are one slice. */
function toSlices(categories: readonly string[], values: readonly number[]): { legend: string; value: number }[] {
  const slices = categories.map((legend, at) => ({ legend, value: values[at] ?? 0 })).filter(({ value }) => value > 0);
  const rest = slices.slice(CHART.series - 1).reduce((sum, { value }) => sum + value, 0);
  return slices.length > CHART.series ? [...slices.slice(0, CHART.series - 1), { legend: '…', value: rest }] : slices;
}

function short(text: string): string {
  return clip(oneLine(text).trim(), CHART.label) || '–';
}
