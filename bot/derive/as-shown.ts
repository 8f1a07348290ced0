import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isMasked } from '../../core/permissions/mask.ts';
import type { Input } from '../cards/card.ts';
import type { Command, Prefill } from '../command.ts';
import { EMPTY } from '../fields/empty.ts';
import { type Field, fieldsOf } from '../fields/field.ts';
import { clean } from './read-typed.ts';

type Values = Readonly<Record<string, unknown>>;
export type Shown = Readonly<Record<string, string>>;

/** A form's button carries it beside ids, and no platform gives one more room. */
const ROOM_BYTES = 900;

/** Without what is shown in part only, which nobody sends back. */
export function shownOf({ unseen: _, was: __, ...held }: Prefill): Shown {
  const shown = Object.entries(held).map(
    ([name, value]) => [name, typeof value === 'number' ? `${value}` : value] as const,
  );
  return Object.fromEntries(
    shown.filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !isMasked(entry[1])),
  );
}

/** Stands among what is carried where not all of it is. */
const LEFT_OUT = '';

/**
 * What a form shows, as it carries that along; long texts by their fingerprints where there is no room for all. Of a form of
 * very many fields the longest are left out: such a field is not emptied by a blank, and what somebody types there is saved.
 */
export function asShown(held: Prefill): string {
  const shown: Record<string, string> = { ...shownOf(held) };
  const isFull = () => bytesOf(JSON.stringify(shown)) > ROOM_BYTES;
  for (const name of longestOf(shown)) {
    const short = fingerprint(shown[name] ?? '');
    if (isFull() && bytesOf(short) < bytesOf(shown[name])) {
      shown[name] = short;
    }
  }
  for (const name of longestOf(shown)) {
    if (isFull()) {
      shown[LEFT_OUT] = '';
      delete shown[name];
    }
  }
  return JSON.stringify(shown);
}

const longestOf = (shown: Shown) =>
  Object.keys(shown).sort((one, other) => bytesOf(shown[other]) - bytesOf(shown[one]));

/** As it stands within the button's own JSON. */
const bytesOf = (text = '') => Buffer.byteLength(JSON.stringify(text));

/** A character nobody types, so that it is taken for no value. */
const fingerprint = (text: string) =>
  `\u2063${createHash('sha256').update(clean(text)).digest('base64url').slice(0, 12)}`;

const shownSchema = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue('no JSON');
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.string()));

/** What a form carries of what it showed (`was`), by field; nothing where it carries none, or what we did not write. */
export function shownIn(was: unknown): Shown {
  return shownSchema.safeParse(was).data ?? {};
}

/** The same with its long texts, as far as one of these still holds them; one that neither holds was changed by both. */
export function unfolded(was: string, ...later: readonly Values[]): Shown {
  const { [LEFT_OUT]: isPart, ...carried } = shownIn(was);
  const unfold = ([name, shown]: [string, string]) => {
    const same = later
      .map((each) => each[name])
      .find((value) => typeof value === 'string' && fingerprint(value) === shown);
    return [name, typeof same === 'string' ? same : shown];
  };
  // Of what was left out nobody knows how it stood: it is taken to stand as it does now.
  const rest = isPart === undefined ? {} : later.at(-1);
  return { ...rest, ...Object.fromEntries(Object.entries(carried).map(unfold)) };
}

/** Without what no list of the form offers any more: nobody was shown it, so nobody takes it away. */
export function withoutUndrawn(was: string, inputs: readonly Input[]): string {
  const undrawn = inputs.filter(({ widget, options, value }) => {
    const chosen = widget === 'choice' ? [value] : widget === 'choices' ? value?.split(',') : [];
    return value && value !== EMPTY && chosen?.some((each) => !options?.some((option) => option.value === each));
  });
  const drawn = Object.entries(shownIn(was)).filter(([name]) => !undrawn.some((input) => input.name === name));
  return undrawn.length === 0 ? was : JSON.stringify(Object.fromEntries(drawn));
}

/** True of what a form holds and has to keep: there is something, and the record is none without it. */
export const mustStay = ({ name, meta }: Pick<Field, 'name' | 'meta'>, was: unknown): boolean =>
  !meta.isClearable && shownIn(was)[name] !== undefined;

/**
 * A form as it was sent, its blanks said: where it showed a value and came back with none, somebody took that away. What it did
 * not show, or what its platform did not draw and so did not send, stays as it is.
 */
export function withEmptied(command: Pick<Command, 'input'>, input: Values): Values {
  const shown = shownIn(input.was);
  const blank = fieldsOf(command.input).filter(({ name, meta }) => {
    const typed = input[name];
    return !meta.hidden && shown[name] !== undefined && typeof typed === 'string' && clean(typed) === '';
  });
  return { ...input, ...Object.fromEntries(blank.map(({ name }) => [name, EMPTY])) };
}
