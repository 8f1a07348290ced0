import { drawBars } from './chart.js';
import { unknown } from './dom.js';

/**
 * Slack's charts, as far as figures go.
 * @param {{ title: string, chart: any }} block
 * @returns {HTMLElement}
 */
export function drawChart({ title, chart }) {
  if (!['bar', 'line', 'area', 'pie'].includes(chart.type)) return unknown(`chart ${chart.type}`, chart);
  const series = chart.type === 'pie' ? [{ name: '', data: chart.segments }] : chart.series;
  return drawBars(title, series, chart.axis_config?.y_label);
}
