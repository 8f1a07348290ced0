// A file of Feishu’s own: the fields of a form. Only text inputs have a label of their own, so each field has a line above it.

import type { Form, Input } from '../../bot/cards/card.ts';
import { clip, isDay } from '../words.ts';
import type { FormElement, Inline, Markdown, SelectOption, Widget } from './card.ts';
import { FILE_HINT, FORM, FORM_CUTS, INPUT_VALUE, OPTION, sizeOf } from './limits.ts';
import { inert } from './markdown.ts';
import { FORM_NAME, SUBMIT_NAME, type Where, writePressed } from './wire.ts';

type Cut = (typeof FORM_CUTS)[number];

/** As much of a form as a card takes: first its lists are cut, then its words, and at the very last its fields. */
export function toForm(form: Form, where: Where): FormElement {
  for (const cut of FORM_CUTS) {
    const drawn = drawForm(form, form.inputs, cut, where);
    if (isSmallEnough(drawn)) {
      return drawn;
    }
  }
  const [last] = FORM_CUTS.slice(-1) as [Cut];
  for (let count = form.inputs.length - 1; count > 0; count--) {
    const drawn = drawForm(form, form.inputs.slice(0, count), last, where);
    if (isSmallEnough(drawn)) {
      return drawn;
    }
  }
  return drawForm(form, [], last, where);
}

function isSmallEnough(drawn: FormElement): boolean {
  const { elements, bytes } = sizeOf(drawn);
  return elements <= FORM.elements && bytes <= FORM.bytes;
}

function drawForm(form: Form, inputs: readonly Input[], cut: Cut, where: Where): FormElement {
  return {
    tag: 'form',
    name: FORM_NAME,
    elements: [
      ...inputs.flatMap((input): Inline[] => [toLabel(input, cut), toWidget(input, cut)]),
      {
        tag: 'button',
        name: SUBMIT_NAME,
        form_action_type: 'submit',
        type: 'primary_filled',
        text: { tag: 'plain_text', content: clip(form.submit.trim(), cut.label) || '✓' },
        behaviors: [
          {
            type: 'callback',
            value: writePressed({ ...where, command: form.command, input: form.hidden, fields: heldIn(form, inputs) }),
          },
        ],
      },
    ],
  };
}

/** A field that comes back blank is not sent at all: of a form that says what it showed, which ones held something. */
const heldIn = ({ hidden }: Form, inputs: readonly Input[]) =>
  hidden?.was === undefined
    ? []
    : inputs.flatMap(({ name, value, widget }) => (value && widget !== 'file' ? [name] : []));

function toLabel({ label, name, required, error }: Input, cut: Cut): Inline {
  const line = `**${inert(clip(label.replace(/\s+/g, ' ').trim(), cut.label) || name)}**${required ? ' \\*' : ''}`;
  const wrong = error?.trim() ? `<br><font color='red'>⚠️ ${inert(clip(error.trim(), cut.error))}</font>` : '';
  return { tag: 'markdown', content: line + wrong };
}

function toWidget(input: Input, cut: Cut): Widget | Markdown {
  switch (input.widget) {
    case 'choice':
    case 'person':
    case 'record':
      return toSelect(input, cut) ?? toTextInput(input, cut);
    case 'choices':
      return toMultiSelect(input, cut) ?? toTextInput(input, cut);
    case 'date':
      // Words where a day belongs came from a sentence: shown as they are, so that nothing typed is lost.
      return !input.value || isDay(input.value)
        ? { tag: 'date_picker', ...named(input, cut), ...(input.value ? { initial_date: input.value } : {}) }
        : toTextInput(input, cut);
    case 'datetime':
      return !input.value || isMoment(input.value)
        ? { tag: 'picker_datetime', ...named(input, cut), ...(input.value ? { initial_datetime: input.value } : {}) }
        : toTextInput(input, cut);
    case 'file':
      // Forms take no files, chats do.
      return { tag: 'markdown', content: `📎 ${inert(clip(input.placeholder?.trim() ?? '', FILE_HINT))}` };
    case 'line':
    case 'number':
    case 'paragraph':
      return toTextInput(input, cut);
  }
}

function named({ name, required, placeholder }: Input, cut: Cut) {
  const hint = placeholder?.trim() && cut.placeholder > 0 ? clip(placeholder.trim(), cut.placeholder) : '';
  return {
    name,
    required,
    width: 'fill' as const,
    ...(hint ? { placeholder: { tag: 'plain_text' as const, content: hint } } : {}),
  };
}

function toTextInput(input: Input, cut: Cut): Widget {
  const isLong = input.widget === 'paragraph' || (input.value?.includes('\n') ?? false);
  return {
    tag: 'input',
    ...named(input, cut),
    input_type: isLong ? 'multiline_text' : 'text',
    ...(isLong ? { rows: 3 } : {}),
    max_length: INPUT_VALUE,
    ...(input.value ? { default_value: clip(input.value, cut.value) } : {}),
  };
}

/** Undefined where nothing is left to choose from, or where what is chosen is not among it. */
function toSelect(input: Input, cut: Cut): Widget | undefined {
  const usable = usableOf(input);
  const chosen = input.value ? usable.get(input.value) : undefined;
  if (usable.size === 0 || (input.value && !chosen && input.widget !== 'choice')) {
    return undefined;
  }
  return {
    tag: 'select_static',
    ...named(input, cut),
    options: shown(usable, chosen ? [chosen] : [], cut.options),
    ...(chosen ? { initial_option: chosen.value } : {}),
  };
}

function toMultiSelect(input: Input, cut: Cut): Widget | undefined {
  const usable = usableOf(input);
  const chosen = (input.value ?? '').split(',').flatMap((value) => usable.get(value.trim()) ?? []);
  const kept = [...new Set(chosen)].slice(0, cut.options);
  return usable.size === 0
    ? undefined
    : {
        tag: 'multi_select_static',
        ...named(input, cut),
        options: shown(usable, kept, cut.options),
        ...(kept.length > 0 ? { selected_values: kept.map(({ value }) => value) } : {}),
      };
}

function usableOf({ options = [] }: Input): Map<string, SelectOption> {
  const usable = new Map<string, SelectOption>();
  for (const { label, value } of options) {
    if (value.trim() !== '' && value.length <= OPTION && !usable.has(value)) {
      usable.set(value, { text: { tag: 'plain_text', content: clip(label.trim(), OPTION) || value }, value });
    }
  }
  return usable;
}

/** Lists are cut without losing what is chosen. */
function shown(usable: ReadonlyMap<string, SelectOption>, chosen: readonly SelectOption[], longest: number) {
  const first = [...usable.values()].slice(0, longest);
  const beyond = chosen.filter((option) => !first.includes(option));
  return [...first.filter((option) => chosen.includes(option)), ...first.filter((option) => !chosen.includes(option))]
    .slice(0, longest - beyond.length)
    .concat(beyond);
}

/** `YYYY-MM-DD HH:MM` of the calendar and the clock. */
function isMoment(value: string): boolean {
  const [day = '', time = '', ...more] = value.split(' ');
  return more.length === 0 && isDay(day) && /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
}
