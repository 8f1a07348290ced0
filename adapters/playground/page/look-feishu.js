/** @import { Drawing, Hands } from './look.js' */
import { drawBars } from './chart.js';
import { h, picture, unknown } from './dom.js';
import { drawFeishuForm } from './feishu-form.js';
import { drawFeishuText } from './feishu-text.js';
import { drawButton } from './look.js';

/**
 * Card JSON 2.0 as Feishu's clients draw it, from what the Feishu adapter really sends. What is pressed goes back in
 * Feishu's own shape. Every tag the adapter writes is here; another one shows up in red.
 * @type {Drawing}
 */
export const look = {
  forwards: true,
  message(card, hands) {
    const drawn = card.body.elements.map((/** @type {any} */ element) =>
      element.tag === 'form' ? drawInlineForm(element, hands) : drawElement(element, hands),
    );
    return h(
      'div',
      { class: 'feishu' },
      card.header && h('h3', { class: `template-${card.header.template}` }, card.header.title.content),
      h('div', { class: 'feishu-body' }, ...drawn),
    );
  },
  window(card, hands) {
    const form = card.body.elements.find((/** @type {any} */ { tag }) => tag === 'form');
    const parts = form && drawFeishuForm(form, (element) => drawElement(element, hands));
    const around = card.body.elements.map((/** @type {any} */ element) =>
      element === form ? parts.node : drawElement(element, hands),
    );
    return {
      title: card.header?.title.content ?? '',
      content: h('div', { class: 'feishu-form' }, ...around),
      ...(form ? { submit: parts.submit.text.content } : {}),
      json: card,
      read: () => form && pressOf(parts.submit, parts.read()),
    };
  },
};

/**
 * @param {any} element
 * @param {Hands} hands
 * @returns {HTMLElement}
 */
function drawElement(element, hands) {
  switch (element.tag) {
    case 'div':
      return h('p', { class: element.text.text_color === 'grey' ? 'muted' : undefined }, element.text.content);
    case 'markdown':
      return h('p', { class: `text-${element.text_size ?? 'normal'}` }, ...drawFeishuText(element.content));
    case 'hr':
      return h('hr');
    case 'img':
      return picture(element.img_key, element.alt.content);
    case 'column_set':
      return h(
        'div',
        { class: `columns flex-${element.flex_mode}` },
        ...element.columns.map((/** @type {any} */ { width, elements }) =>
          h(
            'div',
            { class: `column width-${width}` },
            ...elements.map((/** @type {any} */ each) => drawElement(each, hands)),
          ),
        ),
      );
    case 'button':
      return drawFeishuButton(element, hands, () => pressOf(element));
    case 'overflow':
      return h(
        'details',
        { class: 'menu' },
        h('summary', { 'aria-label': '…' }, '⋯'),
        h(
          'div',
          { class: 'buttons' },
          ...element.options.map((/** @type {any} */ { text, value }) =>
            drawButton({
              label: text.content,
              style: undefined,
              confirm: undefined,
              send: () => hands.press({ action: { tag: 'overflow', option: value } }),
            }),
          ),
        ),
      );
    case 'table':
      return drawTable(element);
    case 'chart':
      return drawChart(element.chart_spec);
    default:
      return unknown(`tag ${element.tag}`, element);
  }
}

/**
 * @param {any} form
 * @param {Hands} hands
 */
function drawInlineForm(form, hands) {
  const { node, submit, read } = drawFeishuForm(form, (element) => drawElement(element, hands));
  return h(
    'div',
    { class: 'inline-form' },
    node,
    h(
      'div',
      { class: 'buttons' },
      drawFeishuButton(submit, hands, () => pressOf(submit, read())),
    ),
  );
}

/**
 * @param {any} button
 * @param {Record<string, unknown>} [form_value]
 */
function pressOf({ behaviors }, form_value) {
  const [{ value }] = behaviors;
  return { action: { tag: 'button', value, ...(form_value ? { form_value } : {}) } };
}

/**
 * @param {any} button
 * @param {Hands} hands
 * @param {() => unknown} encode
 */
function drawFeishuButton({ text, type, confirm }, hands, encode) {
  const { yes, cancel } = hands.words;
  return drawButton({
    label: text.content,
    style: type === 'primary_filled' ? 'primary' : type === 'danger' ? 'danger' : undefined,
    // The words of its buttons are the client's own.
    confirm: confirm && { title: confirm.title.content, text: confirm.text.content, yes, no: cancel },
    send: () => hands.press(encode()),
  });
}

/** @param {{ columns: any[], rows: any[] }} table */
function drawTable({ columns, rows }) {
  return h(
    'div',
    { class: 'table' },
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h('tr', {}, ...columns.map((column) => h('th', { scope: 'col', class: align(column) }, column.display_name))),
      ),
      h(
        'tbody',
        {},
        ...rows.map((row) =>
          h('tr', {}, ...columns.map((column) => h('td', { class: align(column) }, String(row[column.name])))),
        ),
      ),
    ),
  );
}

/** @param {{ horizontal_align?: string }} column */
const align = ({ horizontal_align }) => horizontal_align ?? 'left';

/** @param {any} spec VChart's */
function drawChart({ type, title, data, axes = [] }) {
  if (!['bar', 'line', 'area', 'pie'].includes(type)) return unknown(`chart ${type}`, data);
  /** @type {Map<string, { label: string, value: number }[]>} */
  const series = new Map();
  for (const { x, y, s } of data.values) series.set(s, [...(series.get(s) ?? []), { label: x, value: y }]);
  return drawBars(
    title.text,
    [...series].map(([name, points]) => ({ name, data: points })),
    axes.map((/** @type {any} */ axis) => axis.title?.text ?? '').join(''),
  );
}
