import type { Core } from '../core/context.ts';
import { customerIn } from './archive-form.ts';
import { commandNamed } from './commands/index.ts';
import type { SharedThread } from './contract.ts';
import { fieldsOf } from './fields/field.ts';
import type { Invocation } from './invocation.ts';

/** Within what a note and a title take, beside what was said with it. */
const LONGEST_NOTE = 9_000;
const LONGEST_TITLE = 200;

type Told = Extract<SharedThread, { said: unknown }>;

/**
 * What somebody forwards along with his words is what was said, his words are what to do: it stands in the note of what he
 * asks for, in the title where that has no note, and as a follow-up of its own beside a deed that has neither, or that
 * changes what stands: nothing there is written over (R39).
 */
export async function withTold(core: Core, invocations: readonly Invocation[], told: Told): Promise<Invocation[]> {
  const at = invocations.findIndex(({ command }) => commandNamed(command).effect !== 'read');
  const deed = invocations[at];
  const words = wordsOf(told);
  if (!deed || words === '') {
    return [...invocations];
  }
  const { input: asked, changes } = commandNamed(deed.command);
  const names = fieldsOf(asked).map(({ name }) => name);
  const holds = (field: string) => !changes && names.includes(field);
  const customer =
    names.includes('customer') && deed.input.customer === undefined ? await customerIn(core, words) : undefined;
  const known = { ...deed.input, ...(customer ? { customer } : {}) };
  const input = holds('note')
    ? { ...known, note: [deed.input.note, words].filter(Boolean).join('\n').slice(0, LONGEST_NOTE) }
    : holds('title')
      ? { ...known, title: titled(String(deed.input.title ?? ''), words) }
      : undefined;
  if (input) {
    return invocations.map((each, index) => (index === at ? { ...each, input } : each));
  }
  const about = deed.input.customer ?? (await customerIn(core, words));
  return about === undefined
    ? [...invocations]
    : [...invocations, { command: LOG, input: { customer: about, note: words, kind: 'message' }, via: deed.via }];
}

const LOG = 'follow-up.log';

/** 王总: 单价35可以 */
function wordsOf({ said }: Told): string {
  return said
    .map(({ author, text }) => [author, text.trim()].filter(Boolean).join(': '))
    .join('\n')
    .slice(0, LONGEST_NOTE);
}

function titled(title: string, words: string): string {
  const [first = ''] = words.split('\n');
  const whole = title === '' ? first : `${title} (${first})`;
  return whole.length <= LONGEST_TITLE
    ? whole
    : `${whole.slice(0, LONGEST_TITLE - 2).trimEnd()}…${title === '' ? '' : ')'}`;
}
