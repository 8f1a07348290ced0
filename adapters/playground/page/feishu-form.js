/** @import { Field } from './fields.js' */
import { h } from './dom.js';
import { drawFeishuText } from './feishu-text.js';
import { drawControl } from './fields.js';

/** How each widget is drawn, and how Feishu tells what is in it. */
const WIDGETS = {
  input: (/** @type {any} */ { input_type, default_value }) => ({
    widget: input_type === 'multiline_text' ? 'paragraph' : 'line',
    value: default_value,
  }),
  date_picker: (/** @type {any} */ { initial_date }) => ({
    widget: 'date',
    value: initial_date,
    // Feishu adds the reader's zone.
    encode: (/** @type {string} */ value) => (value ? `${value} +0800` : ''),
  }),
  picker_datetime: (/** @type {any} */ { initial_datetime }) => ({
    widget: 'datetime',
    value: initial_datetime,
    encode: (/** @type {string} */ value) => (value ? `${value} +0800` : ''),
  }),
  select_static: (/** @type {any} */ { options, initial_option }) => ({
    widget: 'choice',
    value: initial_option,
    options: options.map(toChoice),
  }),
  multi_select_static: (/** @type {any} */ { options, selected_values = [] }) => ({
    widget: 'choices',
    value: selected_values.join(','),
    options: options.map(toChoice),
    encode: (/** @type {string} */ value) => (value ? value.split(',') : []),
  }),
};

/** @param {any} option */
function toChoice({ text, value }) {
  return { label: text.content, value };
}

/**
 * A form container: each line of text names the widget below it.
 * @param {any} form
 * @param {(element: any) => HTMLElement} drawOther
 * @returns {{ node: HTMLElement, submit: any, read(): Record<string, unknown> }}
 */
export function drawFeishuForm({ elements }, drawOther) {
  /** @type {Map<string, () => unknown>} */
  const reads = new Map();
  /** @type {HTMLElement[]} */
  const nodes = [];
  let submit;
  let label = '';
  for (const element of elements) {
    /** @type {Record<string, (element: any) => any>} */
    const widgets = WIDGETS;
    const widget = widgets[element.tag]?.(element);
    if (element.tag === 'markdown') {
      label = element.content;
    } else if (element.form_action_type === 'submit') {
      submit = element;
    } else if (widget) {
      const { node, read } = drawField(label, element, widget);
      nodes.push(node);
      reads.set(element.name, read);
    } else {
      nodes.push(drawOther(element));
    }
  }
  return {
    node: h('div', { class: 'fields' }, ...nodes),
    submit,
    read: () => Object.fromEntries([...reads].map(([name, read]) => [name, read()])),
  };
}

/**
 * @param {string} label
 * @param {any} element
 * @param {Field & { encode?: (value: string) => unknown }} widget
 */
function drawField(label, { required, placeholder }, { encode = (value) => value, ...field }) {
  const line = h('p', { class: 'feishu-label' }, ...drawFeishuText(label));
  const wrong = line.querySelector('.font-red');
  wrong?.classList.add('error');
  const { nodes, read } = drawControl(
    { ...field, label, required, placeholder: placeholder?.content },
    {
      'aria-label': line.querySelector('b')?.textContent,
      'aria-required': required ? 'true' : undefined,
      'aria-invalid': wrong ? 'true' : undefined,
      'aria-description': wrong?.textContent ?? undefined,
      placeholder: placeholder?.content,
    },
  );
  const node = h('div', { class: wrong ? 'field has-error' : 'field' }, line, ...nodes);
  return { node, read: () => encode(read()) };
}
