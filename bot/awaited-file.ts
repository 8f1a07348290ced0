import { z } from 'zod';
import type { Core } from '../core/context.ts';
import { findReceivedById } from '../core/files/receive-files.ts';
import { isId } from '../core/id.ts';
import { keepAwaited, takeAwaited } from '../core/pending-actions.ts';
import type { Command } from './command.ts';
import { fieldsOf } from './fields/field.ts';
import { type Invocation, invocationSchema } from './invocation.ts';

/** What the next file this person sends in this conversation is for. */
export type Awaited = Pick<Invocation, 'command' | 'input'> & { field: string };

const shape = invocationSchema.pick({ command: true, input: true }).extend({ field: z.string() });

/** For ten minutes the next file here is for this: forms that take none say that it may simply be sent. */
export async function awaitFile(core: Core, awaited: Awaited): Promise<void> {
  if (core.origin.place) {
    await keepAwaited(core, core.origin.place, awaited);
  }
}

/** Takes it, once; undefined where none is awaited here any more. */
export async function awaitedHere(core: Core): Promise<Awaited | undefined> {
  const kept = core.origin.place && (await takeAwaited(core, core.origin.place));
  return kept ? shape.parse(kept) : undefined;
}

/** The names of files a form holds already; where it holds none, the next one sent here is for it. */
export async function filesHeld(
  core: Core,
  command: Command,
  known: Readonly<Record<string, unknown>>,
): Promise<Record<string, string[]>> {
  const held: Record<string, string[]> = {};
  for (const { name } of fieldsOf(command.input).filter(({ meta }) => meta.kind === 'file')) {
    const ids = String(known[name] ?? '')
      .split(',')
      .filter(isId);
    if (ids.length > 0) {
      held[name] = (await findReceivedById(core, ids)).map((file) => file.name);
    } else {
      await awaitFile(core, { command: command.name, input: { ...known }, field: name });
    }
  }
  return held;
}
