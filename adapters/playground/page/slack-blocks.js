import { h, unknown } from './dom.js';
import { drawField } from './fields.js';
import { drawRichText, drawText, plainText } from './slack-text.js';

/**
 * Every block and element the Slack adapter can produce; anything else shows up in red.
 * @typedef {Map<string, { actionId: string, read(): unknown }>} Inputs
 * @typedef {(button: any, blockId: string | undefined) => HTMLElement} DrawButton
 */

/**
 * @param {any[]} blocks
 * @param {Inputs} inputs is filled with the inputs found
 * @param {DrawButton} button
 * @param {Record<string, string>} [errors] by block_id, as in `response_action: 'errors'`
 * @returns {HTMLElement[]}
 */
export function drawBlocks(blocks, inputs, button, errors = {}) {
  return blocks.map((block) => {
    if (block.type === 'input') return drawInput(block, inputs, errors[block.block_id]);
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
  return element.type === 'button' ? button(element, blockId) : unknown(`element ${element.type}`, element);
}

/** @param {{ rows: any[][] }} table whose first row is its head, as Slack shows it */
function drawTable({ rows: [head = [], ...rows] }) {
  return h(
    'div',
    { class: 'table' },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, ...head.map((cell) => h('th', { scope: 'col' }, drawCell(cell))))),
      h('tbody', {}, ...rows.map((row) => h('tr', {}, ...row.map((cell) => h('td', {}, drawCell(cell)))))),
    ),
  );
}

/** @param {any} cell */
function drawCell(cell) {
  if (cell.type === 'raw_text') return document.createTextNode(cell.text);
  if (cell.type === 'rich_text') return h('div', {}, ...cell.elements.map(drawRichText));
  return unknown(`cell ${cell.type}`, cell);
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
  static_select: (/** @type {any} */ { options, initial_option }) => ({
    widget: 'choice',
    value: initial_option?.value,
    options: options.map((/** @type {any} */ { text, value }) => ({ label: plainText(text), value })),
    encode: (/** @type {string} */ value) => {
      const chosen = options.find((/** @type {any} */ option) => option.value === value);
      return { type: 'static_select', selected_option: chosen ?? null };
    },
  }),
};

/**
 * @param {any} block
 * @param {Inputs} inputs
 * @param {string | undefined} error
 * @returns {HTMLElement}
 */
function drawInput({ block_id, label, element, optional, hint }, inputs, error) {
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
    ...field,
  });
  inputs.set(block_id, { actionId: element.action_id, read: () => encode(read()) });
  return node;
}
