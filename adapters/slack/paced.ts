// A file of its own: the client as the outbox has it, held to what Slack takes in a time.

import type { Limiter } from '../platform.ts';
import type { SlackClient } from './client.ts';
import { RATES } from './limits.ts';

/**
 * The same client, waiting for its turn before what it sends; a response URL has an allowance of its own. For what nobody
 * waits for: a person who has just done something is looked up and answered without it.
 */
export function paced(
  client: SlackClient,
  { limiter, workspace }: { limiter: Limiter; workspace: string },
): SlackClient {
  const take = (method: Exclude<keyof typeof RATES, 'channel'>, channel?: string) =>
    limiter.take([
      ...(channel ? [{ key: `slack:${workspace}:${channel}`, rates: RATES.channel }] : []),
      { key: `slack:${workspace}:${method}`, rates: RATES[method] },
    ]);
  return {
    ...client,
    async post(spot, message, effectId) {
      await take('chat.postMessage', spot.channel);
      return client.post(spot, message, effectId);
    },
    async postEphemeral(spot, user, message) {
      await take('chat.postEphemeral', spot.channel);
      return client.postEphemeral(spot, user, message);
    },
    async update(spot, messageId, message) {
      await take('chat.update');
      return client.update(spot, messageId, message);
    },
    async open(user) {
      await take('conversations.open');
      return client.open(user);
    },
  };
}
