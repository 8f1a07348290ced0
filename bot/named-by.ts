import { commandNamed } from './commands/index.ts';
import { fieldsOf } from './fields/field.ts';
import type { Invocation } from './invocation.ts';
import type { Named } from './language/index.ts';

const MEANS: Readonly<Record<string, readonly (keyof Named)[]>> = {
  opportunity: ['deal'],
  anyDeal: ['deal'],
  customer: ['customer'],
  lead: ['lead'],
  task: ['task'],
  // Whichever it was: the word it is pointed at with says it.
  party: ['customer', 'lead'],
};

/** What puts a task on somebody's list, by what it is called there. */
const TITLES: Readonly<Record<string, string>> = { 'task.add': 'title', 'follow-up.log': 'nextStep' };

/** The one deal, customer and lead somebody spoke of, as he named them; of several none is the last. */
export function namedBy(invocations: readonly Invocation[]): Named {
  const titles = invocations.map(({ command, input }) => input[TITLES[command] ?? '']);
  const [title] = titles;
  const said = invocations.flatMap(({ command, input }) =>
    fieldsOf(commandNamed(command).input).flatMap(({ name, meta: { kind } }) => {
      const value = input[name];
      return typeof value === 'string' && value.trim() !== ''
        ? (MEANS[kind] ?? []).map((means) => ({ means, value }))
        : [];
    }),
  );
  const only = (means: keyof Named) => {
    const values = new Set(said.filter((each) => each.means === means).map(({ value }) => value));
    const [value] = values;
    return values.size === 1 ? value : undefined;
  };
  const [deal, customer, lead] = [only('deal'), only('customer'), only('lead')];
  const added = titles.length === 1 && typeof title === 'string' && title.trim() !== '' ? title : undefined;
  // Whoever speaks of a customer may go on to his deal by "this deal": it is asked which where he has several.
  return { deal: deal ?? customer, customer, lead, task: only('task') ?? added };
}
