import { commandNamed } from './commands/index.ts';
import { fieldsOf } from './fields/field.ts';
import type { Invocation } from './invocation.ts';
import type { Named } from './language/index.ts';

const MEANS: Readonly<Record<string, keyof Named>> = { opportunity: 'deal', customer: 'customer', lead: 'lead' };

/** The one deal, customer and lead somebody spoke of, as he named them; of several none is the last. */
export function namedBy(invocations: readonly Invocation[]): Named {
  const said = invocations.flatMap(({ command, input }) =>
    fieldsOf(commandNamed(command).input).flatMap(({ name, meta: { kind } }) => {
      const [means, value] = [MEANS[kind], input[name]];
      return means && typeof value === 'string' && value.trim() !== '' ? [{ means, value }] : [];
    }),
  );
  const only = (means: keyof Named) => {
    const values = new Set(said.filter((each) => each.means === means).map(({ value }) => value));
    const [value] = values;
    return values.size === 1 ? value : undefined;
  };
  const [deal, customer, lead] = [only('deal'), only('customer'), only('lead')];
  // Whoever speaks of a customer may go on to his deal by "this deal": it is asked which where he has several.
  return { deal: deal ?? customer, customer, lead };
}
