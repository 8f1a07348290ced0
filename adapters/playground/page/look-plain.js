/** @import { Button, Card, CardNode, Form, Rich, Span } from '../../../bot/cards/card.ts' */
/** @import { Drawing, Hands } from './look.js' */
import { h, link, unknown } from './dom.js';
import { drawField, filesIn } from './fields.js';
import { drawButton } from './look.js';

/** The neutral card as the bot wrote it, before any platform has its way with it. */
/** @type {Drawing} */
export const look = {
  message(/** @type {Card} */ card, hands) {
    return h(
      'div',
      { class: `card tone-${card.tone ?? 'none'}` },
      h('h3', {}, card.title),
      ...card.body.map((node) => drawNode(node, hands)),
    );
  },
  window(/** @type {Card} */ card, hands) {
    const node = card.body.find((each) => each.type === 'form');
    if (!node) throw new Error('a window without a form');
    const { inputs, read } = drawInputs(node.form, hands);
    const around = card.body.map((each) => (each === node ? inputs : drawNode(each, hands)));
    return {
      title: card.title,
      content: h('div', {}, ...around),
      submit: node.form.submit,
      json: card,
      read,
    };
  },
};

/**
 * @param {CardNode} node
 * @param {Hands} hands
 * @returns {HTMLElement}
 */
function drawNode(node, hands) {
  switch (node.type) {
    case 'text':
      return h('p', { class: node.muted ? 'muted' : undefined }, ...drawRich(node.text));
    case 'heading':
      return h('h4', {}, node.text);
    case 'facts':
      return h(
        'dl',
        {},
        ...node.facts.map(({ label, value }) => h('div', {}, h('dt', {}, label), h('dd', {}, ...drawRich(value)))),
      );
    case 'table':
      return drawTable(node.columns, node.rows);
    case 'records':
      return h(
        'ul',
        { class: 'records' },
        ...node.records.map(({ title, detail, buttons }) =>
          h(
            'li',
            {},
            h('p', { class: 'record-title' }, ...drawRich(title)),
            detail !== undefined && h('p', { class: 'muted' }, ...drawRich(detail)),
            buttons && drawButtons(buttons, hands),
          ),
        ),
      );
    case 'divider':
      return h('hr');
    case 'actions':
      return drawButtons(node.buttons, hands);
    case 'form':
      return drawInlineForm(node.form, hands);
    default:
      return unknown('card node', node);
  }
}

/**
 * @param {Rich} rich
 * @returns {Node[]}
 */
function drawRich(rich) {
  const spans = typeof rich === 'string' ? [rich] : rich;
  return spans.map((/** @type {Span} */ span) => {
    if (typeof span === 'string') return document.createTextNode(span);
    return 'bold' in span ? h('b', {}, span.bold) : link(span.link, span.label);
  });
}

/**
 * @param {string[]} columns
 * @param {string[][]} rows
 */
function drawTable(columns, rows) {
  return h(
    'div',
    { class: 'table' },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, ...columns.map((column) => h('th', { scope: 'col' }, column)))),
      h('tbody', {}, ...rows.map((row) => h('tr', {}, ...row.map((cell) => h('td', {}, cell))))),
    ),
  );
}

/**
 * @param {Button[]} buttons
 * @param {Hands} hands
 */
function drawButtons(buttons, hands) {
  return h(
    'div',
    { class: 'buttons' },
    ...buttons.map(({ label, style, confirm, command, input }) =>
      drawButton({ label, style, confirm, send: () => hands.press({ command, input }) }),
    ),
  );
}

/**
 * @param {Form} form
 * @param {Hands} hands
 */
function drawInputs({ command, hidden, inputs }, { find }) {
  const fields = inputs.map(({ name, ...input }) => ({
    name,
    isFile: input.widget === 'file',
    ...drawField({ ...input, find }),
  }));
  /** @param {boolean} isFile */
  const readAll = (isFile) => fields.filter((each) => each.isFile === isFile).map(({ name, read }) => [name, read()]);
  return {
    inputs: h('div', { class: 'fields' }, ...fields.map(({ node }) => node)),
    read: () => ({
      command,
      hidden,
      values: Object.fromEntries(readAll(false)),
      files: Object.fromEntries(readAll(true).map(([name, read]) => [name, filesIn(read ?? '')])),
    }),
  };
}

/**
 * @param {Form} form
 * @param {Hands} hands
 */
function drawInlineForm(form, hands) {
  const { inputs, read } = drawInputs(form, hands);
  const submit = drawButton({
    label: form.submit,
    style: 'primary',
    confirm: undefined,
    send: () => hands.press(read()),
  });
  return h('div', { class: 'inline-form' }, inputs, h('div', { class: 'buttons' }, submit));
}
