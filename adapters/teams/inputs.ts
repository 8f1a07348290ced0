// A file of its own: the fields of a form as inputs, the same in a message and in a dialog.

import type { Form, Input } from '../../bot/cards/card.ts';
import { clip, isDay } from '../words.ts';
import { type Element, toText } from './elements.ts';
import { INPUT, OPTION } from './limits.ts';
import { inert, oneLine, unlinked } from './markdown.ts';
import { dayId, timeId } from './wire.ts';

/** Each field with what is wrong about it beneath. Lists are cut to `longestList`, never losing what is chosen. */
export function toInputs({ inputs }: Form, longestList: number): Element[][] {
  return inputs.map((input) => [
    toElement(input, longestList),
    ...(input.error?.trim()
      ? [toText(inert(clip(oneLine(`⚠️ ${input.error}`), INPUT.hint)), { color: 'Attention', spacing: 'None' })]
      : []),
  ]);
}

function toElement(input: Input, longestList: number): Element {
  switch (input.widget) {
    case 'choice':
      return toChoices(input, longestList, {}) ?? toLine(input);
    case 'choices':
      return toChoices(input, longestList, { isMultiSelect: true }) ?? toLine(input);
    case 'record':
    case 'person':
      return toSearch(input, longestList);
    case 'number':
      return !input.value || isNumber(input.value) ? toNumber(input) : toLine(input);
    case 'date':
      // Words where a date belongs came from a sentence: shown as they are, so that nothing typed is lost.
      return !input.value || isDay(input.value)
        ? { type: 'Input.Date', ...common(input), ...(input.value ? { value: input.value } : {}) }
        : toLine(input);
    case 'datetime':
      return toMoment(input) ?? toLine(input);
    case 'paragraph':
      return { ...toLine(input), isMultiline: true };
    case 'file':
      return toSentInstead(input);
    case 'line':
      return toLine(input);
  }
}

function common({ name, label, required }: Input): { id: string; [property: string]: unknown } {
  const words = clip(oneLine(label).trim(), INPUT.label) || name;
  return {
    id: name,
    label: words,
    // Teams says in its own words only which field it is that must be filled.
    ...(required ? { isRequired: true, errorMessage: `⚠️ ${words}` } : {}),
  };
}

/** Cards take no files: https://adaptivecards.io/explorer has no input for them. Conversations do. */
function toSentInstead({ name, label, placeholder = '' }: Input): Element {
  const words = clip(oneLine(label).trim(), INPUT.label) || name;
  return toText(inert(`📎 ${words}: ${clip(oneLine(placeholder).trim(), INPUT.placeholder)}`));
}

function hint({ placeholder }: Input): { placeholder?: string } {
  return placeholder?.trim() ? { placeholder: clip(oneLine(placeholder).trim(), INPUT.placeholder) } : {};
}

function toLine(input: Input): Element {
  const value = input.value ? { value: clip(input.value, INPUT.value) } : {};
  return { ...common(input), ...hint(input), ...value, type: 'Input.Text' };
}

function toNumber(input: Input): Element {
  const value = input.value ? { value: Number(input.value) } : {};
  return { ...common(input), ...hint(input), ...value, type: 'Input.Number' };
}

/** Undefined for words. */
function toMoment(input: Input): Element | undefined {
  const [day = '', time = '', ...more] = (input.value ?? '').split(' ');
  if ((day && !isDay(day)) || (time && !isTime(time)) || more.length > 0) {
    return undefined;
  }
  const columns = [
    {
      width: 3,
      input: { ...common(input), type: 'Input.Date', id: dayId(input.name), ...(day ? { value: day } : {}) },
    },
    { width: 2, input: { type: 'Input.Time', id: timeId(input.name), ...(time ? { value: time } : {}) } },
  ];
  return {
    type: 'ColumnSet',
    columns: columns.map(({ width, input: item }) => ({
      type: 'Column',
      width,
      verticalContentAlignment: 'Bottom',
      items: [item],
    })),
  };
}

/** Undefined where nothing is left to choose from. */
function toChoices(input: Input, longestList: number, how: { isMultiSelect?: boolean }): Element | undefined {
  const chosen = new Set(how.isMultiSelect ? (input.value ?? '').split(',') : [input.value ?? '']);
  const choices = choicesOf(input, chosen, longestList);
  if (choices.length === 0) {
    return undefined;
  }
  const value = choices.flatMap((choice) => (chosen.has(choice.value) ? [choice.value] : [])).join(',');
  return {
    ...common(input),
    ...hint(input),
    ...how,
    ...(value ? { value } : {}),
    type: 'Input.ChoiceSet',
    style: 'compact',
    choices,
  };
}

/** What is found while one types; what is there already stays choosable, be it words nobody has looked up yet. */
function toSearch(input: Input, longestList: number): Element {
  if (!input.source) {
    return toLine(input);
  }
  const value = input.value?.trim() ?? '';
  const known = choicesOf(input, new Set([value]), longestList);
  const isKnown = value === '' || value.length > OPTION.value || known.some((choice) => choice.value === value);
  const choices = isKnown ? known : [{ title: unlinked(clip(oneLine(value), OPTION.label)), value }, ...known];
  return {
    ...common(input),
    ...hint(input),
    ...(value && value.length <= OPTION.value ? { value } : {}),
    type: 'Input.ChoiceSet',
    style: 'filtered',
    choices,
    'choices.data': { type: 'Data.Query', dataset: input.source },
    fallback: toLine(input),
  };
}

/** As many as a list takes, never losing what is chosen. */
function choicesOf(
  { options = [] }: Input,
  chosen: ReadonlySet<string>,
  longestList: number,
): { title: string; value: string }[] {
  const usable = new Map<string, { title: string; value: string }>();
  for (const { label, value } of options) {
    if (value.trim() !== '' && value.length <= OPTION.value && !usable.has(value)) {
      usable.set(value, { title: unlinked(clip(oneLine(label).trim(), OPTION.label)) || value, value });
    }
  }
  const all = [...usable.values()];
  const wanted = all.filter(({ value }) => chosen.has(value)).slice(0, longestList);
  const others = all.filter(({ value }) => !chosen.has(value)).slice(0, longestList - wanted.length);
  const shown = new Set([...wanted, ...others]);
  return all.filter((choice) => shown.has(choice));
}

function isNumber(value: string): boolean {
  return /^-?\d{1,15}(?:\.\d{1,6})?$/.test(value);
}

function isTime(value: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value);
}
