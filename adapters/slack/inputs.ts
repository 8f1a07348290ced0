// An eleventh file: the fields of a form as input blocks, the same in a window and in a message.

import type { Datepicker, InputBlock, PlainTextInput, PlainTextOption, StaticSelect } from '@slack/types';
import type { Form, Input } from '../../bot/cards/card.ts';
import { clip, isDay } from '../words.ts';
import { INPUT_HINT, INPUT_LABEL, INPUT_VALUE, OPTION, PLACEHOLDER } from './limits.ts';
import { writeBlockId } from './wire.ts';

/** Every input has a block of its own, so one action id does for all. */
const ACTION = 'v';

/** Lists are cut to `longestList`, never losing what is chosen. */
export function toInputs(form: Form, longestList: number): InputBlock[] {
  const revision = revisionOf(form);
  return form.inputs.map((input) => ({
    type: 'input',
    block_id: writeBlockId(input.name, revision),
    label: { type: 'plain_text', text: clip(input.label.trim(), INPUT_LABEL) || input.name },
    element: toElement(input, longestList),
    optional: !input.required,
    ...(input.error ? { hint: { type: 'plain_text', text: clip(`⚠️ ${input.error}`, INPUT_HINT) } } : {}),
  }));
}

function toElement(input: Input, longestList: number): PlainTextInput | Datepicker | StaticSelect {
  const placeholder = input.placeholder?.trim()
    ? { placeholder: { type: 'plain_text' as const, text: clip(input.placeholder, PLACEHOLDER) } }
    : {};
  switch (input.widget) {
    case 'choice':
      return toSelect(input, longestList, placeholder) ?? toTextInput(input, placeholder);
    case 'date':
      // Words where a date belongs came from a sentence: shown as they are, so that nothing typed is lost.
      return !input.value || isDay(input.value)
        ? {
            type: 'datepicker',
            action_id: ACTION,
            ...(input.value ? { initial_date: input.value } : {}),
            ...placeholder,
          }
        : toTextInput(input, placeholder);
    default:
      return toTextInput(input, placeholder);
  }
}

type Placeholder = { placeholder?: { type: 'plain_text'; text: string } };

function toTextInput({ widget, value }: Input, placeholder: Placeholder): PlainTextInput {
  return {
    type: 'plain_text_input',
    action_id: ACTION,
    ...(widget === 'paragraph' ? { multiline: true } : {}),
    ...(value ? { initial_value: clip(value, INPUT_VALUE) } : {}),
    ...placeholder,
  };
}

/** Undefined where nothing is left to choose from: Slack refuses an empty list. */
function toSelect(
  { options = [], value }: Input,
  longestList: number,
  placeholder: Placeholder,
): StaticSelect | undefined {
  const usable = new Map<string, PlainTextOption>();
  for (const option of options) {
    if (option.value.trim() !== '' && option.value.length <= OPTION && !usable.has(option.value)) {
      const text = clip(option.label.trim(), OPTION) || option.value;
      usable.set(option.value, { text: { type: 'plain_text', text }, value: option.value });
    }
  }
  const chosen = value === undefined ? undefined : usable.get(value);
  const shown = [...usable.values()].slice(0, longestList);
  if (chosen && !shown.includes(chosen)) {
    shown[shown.length - 1] = chosen;
  }
  if (shown.length === 0) {
    return undefined;
  }
  return {
    type: 'static_select',
    action_id: ACTION,
    options: shown,
    ...(chosen ? { initial_option: chosen } : {}),
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
