import type { Core } from '../core/context.ts';
import { DomainError } from '../core/errors.ts';
import { commandNamed } from './commands/index.ts';
import type { Found, Lookup } from './contract.ts';
import { invoke } from './invoke.ts';
import { pressableBy } from './pressable.ts';

/** A shared card as this person may see it now; nothing where he may not, or where it would do more than show. */
export async function findOwnView(core: Core, { command, input }: Extract<Lookup, { kind: 'view' }>): Promise<Found[]> {
  try {
    if (commandNamed(command).effect !== 'read') {
      return [];
    }
    const reply = await invoke(core, [{ command, input: { ...input }, via: 'button' }]);
    return reply.kind === 'card' ? [{ label: '', value: '', card: pressableBy(core.actor, reply.card) }] : [];
  } catch (error) {
    if (error instanceof DomainError) {
      return [];
    }
    throw error;
  }
}
