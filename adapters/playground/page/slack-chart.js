import { h, unknown } from './dom.js';

/**
 * Slack's charts, as far as figures go: each with a bar of its length. Slack draws them in its own way.
 * @param {{ title: string, chart: any }} block
 * @returns {HTMLElement}
 */
export function drawChart({ title, chart }) {
  if (!['bar', 'line', 'area', 'pie'].includes(chart.type)) return unknown(`chart ${chart.type}`, chart);
  /** @type {{ name: string, data: { label: string, value: number }[] }[]} */
  const series = chart.type === 'pie' ? [{ name: '', data: chart.segments }] : chart.series;
  const longest = Math.max(...series.flatMap(({ data }) => data.map(({ value }) => Math.abs(value))), 1e-9);
  return h(
    'figure',
    { class: 'chart' },
    h('figcaption', {}, title),
    ...series.map(({ name, data }) =>
      h(
        'table',
        { 'aria-label': name || title },
        name && h('caption', {}, name),
        h('tbody', {}, ...data.map(({ label, value }) => drawBar(label, value, Math.abs(value) / longest))),
      ),
    ),
  );
}

/**
 * @param {string} label
 * @param {number} value
 * @param {number} share of the longest
 */
function drawBar(label, value, share) {
  const bar = h('meter', { min: 0, max: 1, value: share, 'aria-hidden': 'true' });
  return h('tr', {}, h('th', { scope: 'row' }, label), h('td', {}, bar), h('td', {}, value.toLocaleString()));
}
