import { h } from './dom.js';

/**
 * Figures with a bar of each one's length; every platform draws its charts in a way of its own.
 * @param {string} title
 * @param {{ name: string, data: { label: string, value: number }[] }[]} series
 * @param {string} [unit] what stands at the axis; a currency's sign stands before each figure
 * @returns {HTMLElement}
 */
export function drawBars(title, series, unit = '') {
  const sign = /\p{Sc}/u.test(unit) ? unit : '';
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
        h(
          'tbody',
          {},
          ...data.map(({ label, value }) => drawBar(label, sign + value.toLocaleString(), Math.abs(value) / longest)),
        ),
      ),
    ),
  );
}

/**
 * @param {string} label
 * @param {string} figure
 * @param {number} share of the longest
 */
function drawBar(label, figure, share) {
  const bar = h('meter', { min: 0, max: 1, value: share, 'aria-hidden': 'true' });
  return h('tr', {}, h('th', { scope: 'row' }, label), h('td', {}, bar), h('td', {}, figure));
}
