import type { Core } from '../core/context.ts';
import { DomainError } from '../core/errors.ts';
import { isId } from '../core/id.ts';
import { findSurvivors } from '../core/merge/find-survivors.ts';
import type { Invocation } from './invocation.ts';

/**
 * The same, about the customers those it names were merged into (R80): old cards, buttons and links go on working. Looked
 * for only where something was not found, so that what is found pays nothing for it.
 */
export async function towardsSurvivors(
  core: Core,
  invocations: readonly Invocation[],
  error: unknown,
): Promise<Invocation[] | undefined> {
  if (!(error instanceof DomainError && error.code === 'not_found') || core.change.hasRows) {
    return undefined;
  }
  const ids = invocations.flatMap(({ input }) => Object.values(input).filter(isNamedId));
  const survivors = ids.length > 0 ? await findSurvivors(core, ids) : [];
  if (survivors.length === 0) {
    return undefined;
  }
  const better = (value: unknown) => survivors.find(({ id }) => id === value)?.survivorId ?? value;
  return invocations.map((each) => ({
    ...each,
    input: Object.fromEntries(Object.entries(each.input).map(([name, value]) => [name, better(value)])),
  }));
}

const isNamedId = (value: unknown): value is string => typeof value === 'string' && isId(value);
