/** @import { Widget } from '../../../bot/cards/card.ts' */
import { report, upload } from './api.js';
import { h } from './dom.js';

/** @typedef {(source: string, query: string) => Promise<{ label: string, value: string }[]>} Find */

/**
 * @typedef {object} Field
 * @property {string} label
 * @property {Widget | 'time'} widget
 * @property {boolean} required
 * @property {string} [value]
 * @property {string} [placeholder]
 * @property {string} [hint]
 * @property {{ label: string, value: string }[]} [options]
 * @property {string} [error]
 * @property {string} [source] what `find` is asked for
 * @property {Find} [find]
 */

let count = 0;

/**
 * One input with its label and what is wrong with it; every look's inputs come down to this.
 * @param {Field} field
 * @returns {{ node: HTMLElement, read(): string }}
 */
export function drawField(field) {
  count += 1;
  const id = `field-${count}`;
  const described = [field.error && `${id}-error`, field.hint && `${id}-hint`].filter(Boolean).join(' ');
  const { nodes, read } = drawControl(field, {
    id,
    'aria-required': field.required ? 'true' : undefined,
    'aria-invalid': field.error ? 'true' : undefined,
    'aria-describedby': described || undefined,
    placeholder: field.placeholder,
  });
  const node = h(
    'div',
    { class: field.error ? 'field has-error' : 'field' },
    h('label', { for: id }, field.label),
    // Outside the label: the star must not become part of the input's name.
    field.required && h('span', { class: 'star', 'aria-hidden': 'true' }, ' *'),
    ...nodes,
    field.hint && h('p', { class: 'hint', id: `${id}-hint` }, field.hint),
    field.error && h('p', { class: 'error', id: `${id}-error` }, field.error),
  );
  return { node, read };
}

/**
 * The control alone, for a look that has labels of its own.
 * @param {Field} field
 * @param {Record<string, unknown>} props
 * @returns {{ nodes: HTMLElement[], read(): string }}
 */
export function drawControl(field, props) {
  const { widget, value = '', options = [], required, placeholder, source, find } = field;
  switch (widget) {
    case 'choice': {
      const empty = h('option', { value: '' }, placeholder ?? '…');
      // What must be chosen can be left empty only until it is.
      const all = [...(required && value ? [] : [empty]), ...drawOptions(options, [value])];
      return reading(h('select', props, ...all));
    }
    case 'choices': {
      if (options.length === 0) break;
      const chosen = value.split(',').map((each) => each.trim());
      const control = h('select', { ...props, multiple: true }, ...drawOptions(options, chosen));
      // Several with commas between, as the bot reads them.
      return { nodes: [control], read: () => Array.from(control.selectedOptions, (each) => each.value).join(',') };
    }
    case 'paragraph':
      return reading(h('textarea', { rows: 4, ...props }, value));
    case 'datetime': {
      if (value && !/^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(value)) break;
      const control = h('input', { type: 'datetime-local', ...props, value: value.replace(' ', 'T') });
      return { nodes: [control], read: () => control.value.replace('T', ' ') };
    }
    case 'date':
      if (value && !/^\d{4}-\d\d-\d\d$/.test(value)) break;
      return reading(h('input', { type: 'date', value, ...props }));
    case 'file':
      return drawFiles(props);
    case 'record':
    case 'person':
      return drawSearch({ value, options, props, ask: find && source ? (query) => find(source, query) : undefined });
  }
  const type = widget === 'time' ? 'time' : 'text';
  return reading(
    h('input', { type, autocomplete: 'off', inputmode: widget === 'number' && 'decimal', value, ...props }),
  );
}

/** @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} control */
function reading(control) {
  return { nodes: [control], read: () => control.value };
}

/**
 * @param {{ label: string, value: string }[]} options
 * @param {string[]} chosen
 */
function drawOptions(options, chosen) {
  return options.map((each) => h('option', { value: each.value, selected: chosen.includes(each.value) }, each.label));
}

/**
 * One of what the server finds while one types; words that name none of it go as they are.
 * @param {object} search
 * @param {string} search.value
 * @param {{ label: string, value: string }[]} search.options
 * @param {Record<string, unknown>} search.props
 * @param {((query: string) => Promise<{ label: string, value: string }[]>) | undefined} search.ask
 */
function drawSearch({ value, options, props, ask }) {
  count += 1;
  const list = h('datalist', { id: `found-${count}` });
  const named = new Map(options.map((each) => [each.label, each.value]));
  const shown = options.find((each) => each.value === value)?.label ?? value;
  const control = h('input', {
    type: 'text',
    autocomplete: 'off',
    list: list.id,
    ...props,
    value: shown,
    oninput: () => void look(),
  });
  show([...named.keys()]);
  return { nodes: [control, list], read: () => named.get(control.value) ?? control.value };

  async function look() {
    const query = control.value.trim();
    if (!ask || named.has(query)) return;
    const found = await ask(query);
    // Somebody who types on has asked something else by now.
    if (control.value.trim() !== query) return;
    for (const each of found) named.set(each.label, each.value);
    show(found.map(({ label }) => label));
  }

  /** @param {string[]} labels */
  function show(labels) {
    list.replaceChildren(...labels.map((label) => h('option', { value: label })));
  }
}

/**
 * Picked files are put on the server at once; what is read are their names there, as JSON.
 * @param {Record<string, unknown>} props
 */
function drawFiles(props) {
  /** @type {object[]} */
  let uploaded = [];
  const control = h('input', { ...props, type: 'file', multiple: true, onchange: () => void take() });
  return { nodes: [control], read: () => (uploaded.length > 0 ? JSON.stringify(uploaded) : '') };

  async function take() {
    uploaded = [];
    control.setAttribute('aria-busy', 'true');
    try {
      uploaded = await Promise.all(Array.from(control.files ?? [], upload));
    } catch (error) {
      control.value = '';
      report(error);
    } finally {
      control.removeAttribute('aria-busy');
    }
  }
}

/**
 * What a file field read, as what was put on the server.
 * @param {string} read
 */
export function filesIn(read) {
  return read ? JSON.parse(read) : [];
}
