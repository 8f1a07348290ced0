// A file of Slack’s own: choosing one, several, or one of what the server finds while somebody types.

import type { ExternalSelect, MultiStaticSelect, PlainTextOption, StaticSelect } from '@slack/types';
import type { Input } from '../../bot/cards/card.ts';
import type { Found } from '../../bot/contract.ts';
import { clip } from '../words.ts';
import { OPTION, OPTIONS } from './limits.ts';
import { INPUT_ACTION, writeSearch } from './wire.ts';

export type Placeholder = { placeholder?: { type: 'plain_text'; text: string } };

/** Undefined where nothing is left to choose from: Slack refuses an empty list. */
export function toSelect(
  { options, value }: Input,
  longestList: number,
  placeholder: Placeholder,
): StaticSelect | undefined {
  const { shown, chosen } = toOptions(options, value === undefined ? [] : [value], longestList);
  const [initial] = chosen;
  return shown.length === 0
    ? undefined
    : {
        type: 'static_select',
        action_id: INPUT_ACTION,
        options: shown,
        ...(initial ? { initial_option: initial } : {}),
        ...placeholder,
      };
}

/** Undefined where there is nothing to choose from, and where words stand that are no choice. */
export function toMultiSelect(
  { options, value = '' }: Input,
  longestList: number,
  placeholder: Placeholder,
): MultiStaticSelect | undefined {
  const values = [...new Set(value.split(',').map((each) => each.trim()))].filter((each) => each !== '');
  const { shown, chosen } = toOptions(options, values, longestList);
  return shown.length === 0 || chosen.length < values.length
    ? undefined
    : {
        type: 'multi_static_select',
        action_id: INPUT_ACTION,
        options: shown,
        ...(chosen.length > 0 ? { initial_options: chosen } : {}),
        ...placeholder,
      };
}

/** Undefined where it does not say what to search, and where words stand that name nothing on offer. */
export function toSearch({ source, options, value = '' }: Input, placeholder: Placeholder): ExternalSelect | undefined {
  const { chosen } = toOptions(options, value === '' ? [] : [value], OPTIONS);
  const [initial] = chosen;
  return !source || (value !== '' && !initial)
    ? undefined
    : {
        type: 'external_select',
        action_id: writeSearch(source),
        min_query_length: 1,
        ...(initial ? { initial_option: initial } : {}),
        ...placeholder,
      };
}

/** What a search answers; what was typed stands last, so that a name nobody knows yet can be given all the same. */
export function toSuggestions(found: readonly Found[], query: string): { options: PlainTextOption[] } {
  const words = query.trim();
  const known = toOptions(found, [], OPTIONS - 1).shown;
  const isKnown = words === '' || words.length > OPTION - 2 || known.some(({ value }) => value === words);
  return {
    options: isKnown ? known : [...known, { text: { type: 'plain_text', text: `“${words}”` }, value: words }],
  };
}

/** Those Slack takes, each once, the chosen ones among them. */
function toOptions(
  options: readonly Pick<Found, 'label' | 'value' | 'detail'>[] = [],
  values: readonly string[],
  longest: number,
): { shown: PlainTextOption[]; chosen: PlainTextOption[] } {
  const usable = new Map<string, PlainTextOption>();
  for (const { label, value, detail } of options) {
    if (value.trim() !== '' && value.length <= OPTION && !usable.has(value)) {
      const text = clip(label.trim(), OPTION) || value;
      const description = detail?.trim()
        ? { description: { type: 'plain_text' as const, text: clip(detail.trim(), OPTION) } }
        : {};
      usable.set(value, { text: { type: 'plain_text', text }, value, ...description });
    }
  }
  const chosen = values.flatMap((value) => usable.get(value) ?? []).slice(0, longest);
  const others = [...usable.values()].filter((option) => !chosen.includes(option));
  const kept = new Set([...chosen, ...others.slice(0, longest - chosen.length)]);
  return { shown: [...usable.values()].filter((option) => kept.has(option)), chosen };
}
