import type { Core } from '../context.ts';
import type { HookProblem, HookResult } from './hook.ts';
import type { HookEvent } from './read-event.ts';

export type Delivery = { state: 'new' | 'done' | 'failed'; result: HookResult; problem: HookProblem };

/** Locks a delivery until the end of the transaction, so that it is done once. */
export async function claimDelivery(core: Core, id: string): Promise<Delivery | undefined> {
  const [held] = await core.sql<Delivery>({
    name: 'hook-claim',
    text: 'SELECT state, result, problem FROM parley_hook_claim($1)',
    values: [id],
  });
  return held;
}

/** `body` is what was sent: of somebody who is not on file it waits for him, as long as its source says. */
export async function completeDelivery(
  core: Core,
  id: string,
  { kind, phone, email }: HookEvent,
  { result, body }: { result: HookResult; body: string | undefined },
): Promise<void> {
  await core.sql({
    name: 'hook-done',
    text: 'SELECT parley_hook_done($1, $2, $3, $4, $5, $6)',
    values: [id, kind, result, phone ?? null, email ?? null, body ?? null],
  });
}
