import { isId } from '../core/id.ts';
import type { Command } from './command.ts';
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
