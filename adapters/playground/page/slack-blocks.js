import { h, link, picture, unknown } from './dom.js';
import { drawField, filesIn } from './fields.js';
import { drawChart } from './slack-chart.js';
import { drawRichText, drawText, plainText } from './slack-text.js';

/** @import { Find } from './fields.js' */

/**
 * Every block and element the Slack adapter can produce; anything else shows up in red.
 * @typedef {Map<string, { actionId: string, read(): unknown }>} Inputs
 * @typedef {(button: any, action: Record<string, unknown>) => HTMLElement} DrawButton `action` is what Slack sends
 */

/**
 * @param {any[]} blocks
 * @param {Inputs} inputs is filled with the inputs found
 * @param {DrawButton} button
 * @param {{ errors?: Record<string, string>, find: Find }} form errors by block_id, as in `response_action: 'errors'`
 * @returns {HTMLElement[]}
 */
export function drawBlocks(blocks, inputs, button, { errors = {}, find }) {
  return blocks.map((block) => {
    if (block.type === 'input') return drawInput(block, inputs, { error: errors[block.block_id], find });
    return drawBlock(block, button);
  });
}

/**
 * @param {any} block
 * @param {DrawButton} button
 * @returns {HTMLElement}
 */
function drawBlock(block, button) {
  switch (block.type) {
    case 'header':
      return h('h3', {}, plainText(block.text));
    case 'section':
      return h(
        'div',
        { class: 'section' },
        h(
          'div',
          { class: 'section-text' },
          block.text && h('p', {}, ...drawText(block.text)),
          block.fields && drawFields(block.fields),
        ),
        block.accessory && drawElement(block.accessory, block.block_id, button),
      );
    case 'divider':
      return h('hr');
    case 'context':
      return h(
        'div',
        { class: 'context' },
        ...block.elements.map((/** @type {any} */ element) => h('span', {}, ...drawText(element))),
      );
    case 'actions':
      return h(
        'div',
        { class: 'buttons' },
        ...block.elements.map((/** @type {any} */ element) => drawElement(element, block.block_id, button)),
      );
    case 'rich_text':
      return h('div', {}, ...block.elements.map(drawRichText));
    case 'table':
      return drawTable(block);
    case 'image':
      if (block.slack_file) return picture(block.slack_file.id, block.alt_text);
      // The page itself fetches nothing from elsewhere.
      return h('p', {}, link(block.image_url, `🖼 ${block.alt_text}`));
    case 'data_visualization':
      return drawChart(block);
    default:
      return unknown(`block ${block.type}`, block);
  }
}

/** @param {any[]} fields */
function drawFields(fields) {
  return h('div', { class: 'section-fields' }, ...fields.map((field) => h('p', {}, ...drawText(field))));
}

/**
 * @param {any} element
 * @param {string | undefined} blockId
 * @param {DrawButton} button
 */
function drawElement(element, blockId, button) {
  const { type, action_id } = element;
  const action = { type, action_id, block_id: blockId };
  if (type === 'button') return button(element, { ...action, value: element.value });
  if (type !== 'overflow') return unknown(`element ${type}`, element);
  const options = element.options.map((/** @type {any} */ option) =>
    button({ text: option.text }, { ...action, selected_option: option }),
  );
  return h('details', { class: 'menu' }, h('summary', { 'aria-label': '…' }, '⋯'), h('div', {}, ...options));
}

/** @param {{ rows: any[][], column_settings?: { align?: string }[] }} table whose first row is its head, as Slack shows it */
function drawTable({ rows: [head = [], ...rows], column_settings: settings = [] }) {
  const align = (/** @type {number} */ at) => settings[at]?.align ?? 'left';
  return h(
    'div',
    { class: 'table' },
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h('tr', {}, ...head.map((cell, at) => h('th', { scope: 'col', class: align(at) }, drawCell(cell)))),
      ),
      h(
        'tbody',
        {},
        ...rows.map((row) => h('tr', {}, ...row.map((cell, at) => h('td', { class: align(at) }, drawCell(cell))))),
      ),
    ),
  );
}

/** @param {any} cell */
function drawCell(cell) {
  if (cell.type === 'raw_text') return document.createTextNode(cell.text);
  if (cell.type === 'rich_text') return h('div', {}, ...cell.elements.map(drawRichText));
  return unknown(`cell ${cell.type}`, cell);
}

/** @param {any} option */
function toChoice({ text, value }) {
  return { label: plainText(text), value };
}

/** How each element of an input block is drawn, and how Slack tells what is in it. */
const ELEMENTS = {
  plain_text_input: (/** @type {any} */ { multiline, initial_value }) => ({
    widget: multiline ? 'paragraph' : 'line',
    value: initial_value,
    encode: (/** @type {string} */ value) => ({ type: 'plain_text_input', value: value || null }),
  }),
  datepicker: (/** @type {any} */ { initial_date }) => ({
    widget: 'date',
    value: initial_date,
    encode: (/** @type {string} */ value) => ({ type: 'datepicker', selected_date: value || null }),
  }),
  number_input: (/** @type {any} */ { initial_value }) => ({
    widget: 'number',
    value: initial_value,
    encode: (/** @type {string} */ value) => ({ type: 'number_input', value: value || null }),
  }),
  timepicker: (/** @type {any} */ { initial_time }) => ({
    widget: 'time',
    value: initial_time,
    encode: (/** @type {string} */ value) => ({ type: 'timepicker', selected_time: value || null }),
  }),
  static_select: (/** @type {any} */ { options, initial_option }) => ({
    widget: 'choice',
    value: initial_option?.value,
    options: options.map(toChoice),
    encode: (/** @type {string} */ value) => {
      const chosen = options.find((/** @type {any} */ option) => option.value === value);
      return { type: 'static_select', selected_option: chosen ?? null };
    },
  }),
  multi_static_select: (/** @type {any} */ { options, initial_options = [] }) => ({
    widget: 'choices',
    value: initial_options.map((/** @type {any} */ { value }) => value).join(','),
    options: options.map(toChoice),
    encode: (/** @type {string} */ value) => {
      const values = value.split(',');
      const selected = options.filter((/** @type {any} */ option) => values.includes(option.value));
      return { type: 'multi_static_select', selected_options: selected };
    },
  }),
  file_input: () => ({
    widget: 'file',
    encode: (/** @type {string} */ value) => ({ type: 'file_input', files: filesIn(value) }),
  }),
  // Slack asks our server while one types; words that name nothing go as they are, as its last suggestion has them.
  external_select: (/** @type {any} */ { action_id, initial_option: initial }) => ({
    widget: 'record',
    source: action_id.replace(/^[^:]*:/, ''),
    value: initial?.value,
    options: initial ? [toChoice(initial)] : [],
    encode: (/** @type {string} */ value) => {
      const typed = value && { text: { type: 'plain_text', text: value }, value };
      const chosen = initial?.value === value ? initial : typed;
      return { type: 'external_select', selected_option: chosen || null };
    },
  }),
};

/**
 * @param {any} block
 * @param {Inputs} inputs
 * @param {{ error: string | undefined, find: Find }} form
 * @returns {HTMLElement}
 */
function drawInput({ block_id, label, element, optional, hint }, inputs, { error, find }) {
  /** @type {Record<string, (element: any) => any>} */
  const known = ELEMENTS;
  const kind = known[element.type]?.(element);
  if (!kind) return unknown(`input ${element.type}`, element);
  const { encode, ...field } = kind;
  const { node, read } = drawField({
    label: plainText(label),
    required: !optional,
    placeholder: element.placeholder && plainText(element.placeholder),
    hint: hint && plainText(hint),
    error,
    find,
    ...field,
  });
  inputs.set(block_id, { actionId: element.action_id, read: () => encode(read()) });
  return node;
}
