import type { Command } from './command.ts';
import { fieldsOf } from './fields/field.ts';

type Values = Readonly<Record<string, unknown>>;

/** What is known, in which a deal that somebody calls by its customer stands by its id: its form shows the deal's own name. */
export function dealsShown({ input }: Command, known: Values, resolved: Values): Values {
  const deals = fieldsOf(input).filter(
    ({ name, meta }) =>
      (meta.kind === 'opportunity' || meta.kind === 'anyDeal') &&
      known[name] !== undefined &&
      resolved[name] !== undefined &&
      resolved[name] !== known[name],
  );
  return { ...known, ...Object.fromEntries(deals.map(({ name }) => [name, resolved[name]])) };
}
