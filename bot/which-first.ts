import type { Command } from './command.ts';
import { shownIn } from './derive/as-shown.ts';
import { type Field, fieldsOf } from './fields/field.ts';
import { isRecordKind } from './fields/kinds.ts';

type Values = Readonly<Record<string, unknown>>;

/** Carried, under a name that no field has, by a form that only asked which record. */
const ASKED_WHICH = '@';

/** The field of a command that says which record it changes, where that is chosen among records and not said by a name of its own. */
export function whichField({ changes, input }: Pick<Command, 'changes' | 'input'>): Field | undefined {
  const key = fieldsOf(input).find(({ name }) => name === changes?.record);
  const isChosen = key?.required && !key.meta.hidden && isRecordKind(key.meta.kind);
  return isChosen && changes?.line === undefined ? key : undefined;
}

/** A form that asked for nothing but which record: what stands of it is to be shown before anything is said of it. */
export const isWhichOnly = (was: unknown): boolean => ASKED_WHICH in shownIn(was);

/**
 * As long as it is not clear which record a form changes, it asks that, with what was typed besides: boxes for the rest would be
 * empty, as if nothing stood there. Undefined once it is clear.
 */
export function askedFirst(
  command: Command,
  known: Values,
  unresolved: readonly { field: string }[],
): { unseen: string[]; carried: Values } | undefined {
  const key = whichField(command);
  const isClear = (name: string) => isTyped(known[name]) && unresolved.every(({ field }) => field !== name);
  if (!key || isClear(key.name)) {
    return undefined;
  }
  const others = fieldsOf(command.input).filter(({ name, meta }) => !meta.hidden && name !== key.name);
  const unseen = others.flatMap(({ name }) => (isTyped(known[name]) ? [] : [name]));
  return {
    unseen,
    carried: unseen.length === others.length ? { was: JSON.stringify({ [ASKED_WHICH]: '' }) } : {},
  };
}

const isTyped = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
