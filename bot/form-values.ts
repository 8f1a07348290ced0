import { isId } from '../core/id.ts';
import type { Command } from './command.ts';
import { clean } from './derive/read-typed.ts';
import { fieldsOf } from './fields/field.ts';
import { isRecordKind } from './fields/kinds.ts';
import { RECORDS, type RecordKindRule } from './fields/records.ts';

type Values = Readonly<Record<string, unknown>>;

/** Ids where names were typed; what was read into more than a word, as a sum is, stands as it was typed. */
export const asTyped = (input: Values, resolved: Values): Values =>
  Object.fromEntries(
    Object.entries(resolved).map(([name, value]) => [
      name,
      typeof value === 'object' && typeof input[name] === 'string' ? input[name] : value,
    ]),
  );

/** The records among what was said. */
export const idsIn = (resolved: Values): Values =>
  Object.fromEntries(Object.entries(resolved).filter(([, value]) => typeof value === 'string' && isId(value)));

/** As typed, but for what is chosen out of a list: that shows its choice. */
export function withChoices(command: Command, input: Values, resolved: Values): Record<string, unknown> {
  const chosen = fieldsOf(command.input).flatMap(({ name, meta }) => {
    const rule: RecordKindRule | undefined = isRecordKind(meta.kind) ? RECORDS[meta.kind] : undefined;
    const value = resolved[name];
    return (rule?.options && value !== undefined) || (meta.options && typeof value === 'string') ? [[name, value]] : [];
  });
  return { ...input, ...Object.fromEntries(chosen) };
}

/** Only says whom or what it is about, if anything. */
export function setsNothing(command: Command, input: Values): boolean {
  const said = withoutBlanks(input);
  return fieldsOf(command.input).every(
    ({ name, meta }) => meta.hidden || meta.positional || name === command.changes?.line || said[name] === undefined,
  );
}

/** What somebody typed, without what a form carries along of what it showed. */
export const withoutBlanks = ({ was: _, ...input }: Values): Values =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => typeof value !== 'string' || clean(value) !== ''));
