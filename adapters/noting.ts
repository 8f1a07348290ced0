import type { Sent } from '../bot/contract.ts';

/** The same client, which tells the first message that one of these calls of it has become: what an answer turned into. */
export function noting<Client extends object>(
  client: Client,
  calls: readonly (keyof Client & string)[],
): { client: Client; sent(): Sent | undefined } {
  let messageId = '';
  const noted = new Proxy(client, {
    get(target, name) {
      const call: unknown = Reflect.get(target, name);
      if (typeof call !== 'function' || !calls.some((each) => each === name)) {
        return call;
      }
      return async (...args: unknown[]) => {
        const posted: unknown = await call.apply(target, args);
        messageId ||= typeof posted === 'string' ? posted : '';
        return posted;
      };
    },
  });
  return { client: noted, sent: () => (messageId ? { messageId } : undefined) };
}
