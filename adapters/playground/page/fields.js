/** @import { Widget } from '../../../bot/cards/card.ts' */
import { h } from './dom.js';

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
  const control = drawControl(field, {
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
    control,
    field.hint && h('p', { class: 'hint', id: `${id}-hint` }, field.hint),
    field.error && h('p', { class: 'error', id: `${id}-error` }, field.error),
  );
  return { node, read: () => readControl(control) };
}

/**
 * @param {Field} field
 * @param {Record<string, unknown>} props
 * @returns {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement}
 */
function drawControl({ widget, value = '', options = [], required, placeholder }, props) {
  if (widget === 'choice') {
    const empty = h('option', { value: '' }, placeholder ?? '…');
    const all = options.map((each) => h('option', { value: each.value, selected: each.value === value }, each.label));
    // What must be chosen can be left empty only until it is.
    return h('select', props, ...(required && value ? [] : [empty]), ...all);
  }
  if (widget === 'choices' && options.length > 0) {
    const chosen = value.split(',').map((each) => each.trim());
    const all = options.map((each) =>
      h('option', { value: each.value, selected: chosen.includes(each.value) }, each.label),
    );
    return h('select', { ...props, multiple: true }, ...all);
  }
  if (widget === 'paragraph') return h('textarea', { rows: 4, ...props }, value);
  const type = widget === 'date' || widget === 'time' ? widget : 'text';
  return h('input', { type, autocomplete: 'off', inputmode: widget === 'number' && 'decimal', value, ...props });
}

/**
 * Several choices with commas between, as the bot reads them.
 * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} control
 */
function readControl(control) {
  return control instanceof HTMLSelectElement && control.multiple
    ? Array.from(control.selectedOptions, ({ value }) => value).join(',')
    : control.value;
}
