import type { InputBlock, PlainTextOption } from '@slack/types';
import { fieldOf } from './slack-card.ts';

/** Inputs as Slack's client fills them in and sends them. */

export type Offered = Map<string, PlainTextOption[]>;

/** Slack's client sends no window whose required fields are empty, and knows no other fields. */
export function insistOn(inputs: readonly InputBlock[], values: Record<string, string>): void {
  const unknown = Object.keys(values).filter((name) => !inputs.some((input) => fieldOf(input) === name));
  if (unknown.length > 0) {
    throw new Error(`no field ${unknown.join(', ')}, only: ${inputs.map(fieldOf).join(', ')}`);
  }
  const empty = inputs.filter((input) => !input.optional && !(values[fieldOf(input)] ?? initialOf(input)));
  if (empty.length > 0) {
    throw new Error(`Slack insists on ${empty.map(fieldOf).join(', ')}`);
  }
}

/** What stands in the inputs when they are sent; several choices are named with commas between. */
export function toState(
  inputs: readonly InputBlock[],
  values: Record<string, string>,
  offered: Offered,
  files: Record<string, readonly object[]> = {},
): Record<string, unknown> {
  return Object.fromEntries(
    inputs.map((input) => {
      if (input.element.type === 'file_input') {
        const state = { type: input.element.type, files: files[fieldOf(input)] ?? [] };
        return [input.block_id, { [input.element.action_id ?? '']: state }];
      }
      const value = values[fieldOf(input)] ?? initialOf(input);
      return [input.block_id, { [input.element.action_id ?? '']: toStateValue(input, value, offered) }];
    }),
  );
}

/** What a search holds before anything is typed. */
export function initialOptions({ element }: InputBlock): PlainTextOption[] {
  return element.type === 'external_select' && element.initial_option?.text.type === 'plain_text'
    ? [element.initial_option as PlainTextOption]
    : [];
}

function initialOf({ element }: InputBlock): string {
  switch (element.type) {
    case 'plain_text_input':
    case 'number_input':
      return element.initial_value ?? '';
    case 'datepicker':
      return element.initial_date ?? '';
    case 'timepicker':
      return element.initial_time ?? '';
    case 'static_select':
    case 'external_select':
      return (element.initial_option && 'value' in element.initial_option && element.initial_option.value) || '';
    case 'file_input':
      return '';
    case 'multi_static_select':
      return (element.initial_options ?? []).map(({ value }) => value).join(',');
    default:
      throw new Error(`an input of another kind: ${element.type}`);
  }
}

function toStateValue(input: InputBlock, value: string, offered: Offered): Record<string, unknown> {
  const { element } = input;
  const pick = (options: readonly PlainTextOption[], wanted: string) => {
    const option = options.find(({ value: own, text }) => own === wanted || text.text === wanted);
    if (!option) {
      throw new Error(`${fieldOf(input)} does not offer "${wanted}"`);
    }
    return option;
  };
  switch (element.type) {
    case 'datepicker':
      return { type: element.type, selected_date: value || null };
    case 'timepicker':
      return { type: element.type, selected_time: value || null };
    case 'static_select':
      return { type: element.type, selected_option: value ? pick(element.options ?? [], value) : null };
    case 'multi_static_select': {
      const chosen = value.split(',').filter((each) => each !== '');
      return { type: element.type, selected_options: chosen.map((each) => pick(element.options ?? [], each)) };
    }
    case 'external_select': {
      const known = [...(offered.get(fieldOf(input)) ?? []), ...initialOptions(input)];
      return { type: element.type, selected_option: value ? pick(known, value) : null };
    }
    default:
      return { type: element.type, value: value || null };
  }
}
