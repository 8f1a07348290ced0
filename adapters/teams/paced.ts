// A file of its own: the client as the outbox has it, held to what Teams takes in a time.

import type { Sender } from '../../bot/contract.ts';
import type { Limiter } from '../platform.ts';
import type { TeamsClient } from './client.ts';
import { RATES } from './limits.ts';
import type { Message } from './render.ts';
import type { Spot } from './wire.ts';

/** The same client, waiting for its turn before what it sends. For what nobody waits for. */
export function paced(client: TeamsClient, { limiter, tenant }: { limiter: Limiter; tenant: string }): TeamsClient {
  const take = (conversation?: string) =>
    limiter.take([
      ...(conversation ? [{ key: `teams:${tenant}:${conversation}`, rates: RATES.conversation }] : []),
      { key: `teams:${tenant}`, rates: RATES.tenant },
    ]);
  return {
    ...client,
    async post(spot: Spot, message: Message) {
      await take(spot.conversation);
      return client.post(spot, message);
    },
    async update(spot: Spot, messageId: string, message: Message) {
      await take(spot.conversation);
      return client.update(spot, messageId, message);
    },
    async open(person: Sender) {
      await take();
      return client.open(person);
    },
  };
}
