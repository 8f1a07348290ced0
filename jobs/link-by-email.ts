import { type Adapter, PlatformError, type Sender } from '../bot/contract.ts';
import { toNewcomer } from '../bot/newcomer.ts';
import type { Recipient } from '../core/deliveries/find-recipient.ts';
import type { Log } from '../core/log.ts';
import { meetNewcomer } from '../core/people/meet-newcomer.ts';
import type { Desk } from './desk.ts';

/**
 * Somebody who has never written, asked for at every platform that knows who has an e-mail: he is met there as if he had
 * written. True when he was found. Throws what may pass; a platform that does not let us ask is passed over.
 */
export async function linkByEmail({ database, adapters, org, log }: Desk, { email }: Recipient): Promise<boolean> {
  if (!email) {
    return false;
  }
  let isFound = false;
  for (const adapter of adapters.values()) {
    for (const account of await find(adapter, email, log)) {
      const newcomer = { ...toNewcomer(account, await adapter.profile(account)), email };
      const { kind } = await meetNewcomer(database, newcomer, { org, isInvited: true });
      isFound ||= kind === 'known';
    }
  }
  return isFound;
}

/** One that will not say, for want of a permission, keeps nobody from being found at another. */
async function find(adapter: Adapter, email: string, log: Log): Promise<Sender[]> {
  try {
    return (await adapter.findByEmail?.(email)) ?? [];
  } catch (error) {
    if (error instanceof PlatformError && !error.retryable) {
      log.warn({ platform: adapter.platform, code: error.code }, 'nobody can be found by e-mail here');
      return [];
    }
    throw error;
  }
}
