// A file of Feishu’s own: the client as the outbox has it, held to what Feishu takes in a time.

import type { Limiter } from '../platform.ts';
import type { FeishuClient } from './client.ts';
import { RATES } from './limits.ts';

/** The same client, waiting for its turn before what it sends. For what nobody waits for. */
export function paced(
  client: FeishuClient,
  { limiter, workspace }: { limiter: Limiter; workspace: string },
): FeishuClient {
  const keyOf = (what: string) => `feishu:${workspace}:${what}`;
  const take = (method: 'create' | 'reply' | 'patch', own: { key: string; rates: typeof RATES.place }) =>
    limiter.take([
      { key: keyOf(own.key), rates: own.rates },
      { key: keyOf(method), rates: RATES[method] },
    ]);
  return {
    ...client,
    async post(spot, content, key) {
      await take(spot.root ? 'reply' : 'create', { key: spot.id, rates: RATES.place });
      return client.post(spot, content, key);
    },
    async reply(messageId, content, options) {
      await take('reply', { key: messageId, rates: RATES.message });
      return client.reply(messageId, content, options);
    },
    async patch(messageId, card) {
      await take('patch', { key: messageId, rates: RATES.message });
      return client.patch(messageId, card);
    },
  };
}
