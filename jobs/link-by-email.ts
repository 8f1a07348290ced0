import { toNewcomer } from '../bot/newcomer.ts';
import type { Recipient } from '../core/deliveries/find-recipient.ts';
import { meetNewcomer } from '../core/people/meet-newcomer.ts';
import type { Desk } from './desk.ts';

/**
 * Somebody who has never written, asked for at every platform that knows who has an e-mail: he is met there as if he had
 * written. True when he was found. Throws what a platform throws.
 */
export async function linkByEmail({ database, adapters, org }: Desk, { email }: Recipient): Promise<boolean> {
  if (!email) {
    return false;
  }
  let isFound = false;
  for (const adapter of adapters.values()) {
    for (const account of (await adapter.findByEmail?.(email)) ?? []) {
      const newcomer = { ...toNewcomer(account, await adapter.profile(account)), email };
      const { kind } = await meetNewcomer(database, newcomer, { org, isInvited: true });
      isFound ||= kind === 'known';
    }
  }
  return isFound;
}
