// A file of its own: the fields of a form as input blocks, the same in a window and in a message.

import type {
  ContextBlock,
  Datepicker,
  ExternalSelect,
  FileInput,
  InputBlock,
  MultiStaticSelect,
  NumberInput,
  PlainTextInput,
  StaticSelect,
  Timepicker,
} from '@slack/types';
import type { Form, Input } from '../../bot/cards/card.ts';
import { clip, isDay } from '../words.ts';
import { FILE_INPUT, INPUT_HINT, INPUT_LABEL, INPUT_VALUE, PLACEHOLDER } from './limits.ts';
import { type Placeholder, toMultiSelect, toSearch, toSelect } from './selects.ts';
import { INPUT_ACTION, writeBlockId, writeTimeId } from './wire.ts';

type Room = {
  /** Lists are cut to this, never losing what is chosen. */
  longestList: number;
  /** Slack takes numbers of their own kind in windows only. */
  isWindow: boolean;
};

type Element =
  | PlainTextInput
  | NumberInput
  | Datepicker
  | Timepicker
  | StaticSelect
  | MultiStaticSelect
  | ExternalSelect
  | FileInput;

/** A day and a time of day on the person's own clock: Slack's one picker for both gives an instant, on no clock. */
const DAY_AND_TIME = /^(\d{4}-\d{2}-\d{2})(?: ((?:[01]\d|2[0-3]):[0-5]\d))?$/;

export function toInputs(form: Form, room: Room): (InputBlock | ContextBlock)[] {
  const revision = revisionOf(form);
  return form.inputs.flatMap((input): (InputBlock | ContextBlock)[] => {
    if (input.widget === 'file' && !room.isWindow) {
      return [sentInstead(input)];
    }
    const [element, time] = toElements(input, room);
    const block: InputBlock = {
      type: 'input',
      block_id: writeBlockId(input.name, revision),
      label: { type: 'plain_text', text: clip(input.label.trim(), INPUT_LABEL) || input.name },
      element,
      optional: !input.required,
      ...(input.error ? { hint: { type: 'plain_text', text: clip(`⚠️ ${input.error}`, INPUT_HINT) } } : {}),
    };
    const label = {
      type: 'plain_text' as const,
      text: `${clip(input.label.trim(), INPUT_LABEL - 3) || input.name} 🕐`,
    };
    return time
      ? [block, { type: 'input', block_id: writeTimeId(input.name, revision), label, element: time, optional: true }]
      : [block];
  });
}

/** Messages take no files in their inputs, conversations do. */
function sentInstead({ label, name, placeholder = '' }: Input): ContextBlock {
  const text = `📎 ${label.trim() || name}: ${placeholder.trim()}`;
  return { type: 'context', elements: [{ type: 'plain_text', text: clip(text, INPUT_HINT) }] };
}

function toElements(input: Input, { longestList, isWindow }: Room): [element: Element, time?: Timepicker] {
  const placeholder: Placeholder = input.placeholder?.trim()
    ? { placeholder: { type: 'plain_text', text: clip(input.placeholder, PLACEHOLDER) } }
    : {};
  return toPicker(input, placeholder, { longestList, isWindow }) ?? [toTextInput(input, placeholder)];
}

/** Undefined where it takes words, and where words stand that came from a sentence: nothing typed is lost. */
function toPicker(
  input: Input,
  placeholder: Placeholder,
  { longestList, isWindow }: Room,
): [element: Element, time?: Timepicker] | undefined {
  const { widget, value = '' } = input;
  const alone = (element: Element | undefined): [Element] | undefined => element && [element];
  switch (widget) {
    case 'line':
    case 'paragraph':
      return undefined;
    case 'number':
      return isWindow ? alone(toNumberInput(value, placeholder)) : undefined;
    case 'date':
      return alone(toDatepicker(value, placeholder));
    case 'datetime':
      return toDayAndTime(value, placeholder);
    case 'choice':
      return alone(toSelect(input, longestList, placeholder));
    case 'choices':
      return alone(toMultiSelect(input, longestList, placeholder));
    case 'person':
    case 'record':
      return alone(toSearch(input, placeholder));
    case 'file':
      return [{ type: 'file_input', max_files: FILE_INPUT, ...common }];
  }
}

const common = { action_id: INPUT_ACTION } as const;

function toNumberInput(value: string, placeholder: Placeholder): NumberInput | undefined {
  const initial = value === '' ? {} : { initial_value: value };
  return value === '' || /^-?\d{1,15}(\.\d+)?$/.test(value)
    ? { type: 'number_input', is_decimal_allowed: true, ...common, ...initial, ...placeholder }
    : undefined;
}

function toDatepicker(value: string, placeholder: Placeholder): Datepicker | undefined {
  const initial = value === '' ? {} : { initial_date: value };
  return value === '' || isDay(value) ? { type: 'datepicker', ...common, ...initial, ...placeholder } : undefined;
}

function toDayAndTime(value: string, placeholder: Placeholder): [Datepicker, Timepicker] | undefined {
  const [, day = '', time] = DAY_AND_TIME.exec(value) ?? [];
  const datepicker = value === '' || day !== '' ? toDatepicker(day, placeholder) : undefined;
  return datepicker && [datepicker, { type: 'timepicker', ...common, ...(time ? { initial_time: time } : {}) }];
}

function toTextInput({ widget, value }: Input, placeholder: Placeholder): PlainTextInput {
  return {
    type: 'plain_text_input',
    ...common,
    ...(widget === 'paragraph' ? { multiline: true } : {}),
    ...(value ? { initial_value: clip(value, INPUT_VALUE) } : {}),
    ...placeholder,
  };
}

/** Other content brings other block ids, or Slack would show what was typed instead of what is new (FNV-1a, 32 bits). */
function revisionOf({ command, inputs }: Form): string {
  let hash = 0x811c9dc5;
  for (const unit of JSON.stringify([command, inputs.map(({ name, value, error }) => [name, value, error])])) {
    hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
