import { nothingChanges } from './nothing-changes.ts';

type Given<Values> = { [Name in keyof Values]?: Values[Name] & (NonNullable<unknown> | null) };

/** Of what is given of a row, what is not so already. Throws bad_input where that is nothing. */
export function differing<Values extends object>(
  before: { readonly id: string } & { readonly [Name in keyof Values]: unknown },
  values: Values,
): Given<Values> {
  const set: Given<Values> = {};
  for (const name in values) {
    const value = values[name];
    if (value !== undefined && value !== before[name]) {
      set[name] = value;
    }
  }
  if (Object.keys(set).length === 0) {
    throw nothingChanges(before.id);
  }
  return set;
}
