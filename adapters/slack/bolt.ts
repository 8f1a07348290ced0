// A file of its own: Bolt behind a receiver that receives nothing, so that the door stays ours and its features stay usable.

import { App, LogLevel, type Receiver } from '@slack/bolt';
import type { Ack } from './answer.ts';
import type { Payload } from './parsed.ts';

/** Sends what is given as the HTTP response; only the first counts. */
export type Acknowledge = (body?: Ack) => Promise<void>;

export type Bolt = {
  /** Takes a delivery that is verified and recorded through Bolt, to `handle` and to whatever is registered besides. */
  process(payload: Payload, options: { handle: (() => Promise<void>) | undefined; ack: Acknowledge }): Promise<void>;
};

/** Every request comes to us elsewhere. */
const receiver: Receiver = {
  init: () => undefined,
  start: () => Promise.resolve(),
  stop: () => Promise.resolve(),
};

export function createBolt(): Bolt {
  const handlers = new WeakMap<object, () => Promise<void>>();

  const app = new App({
    receiver,
    // Whose token it is depends on the workspace, and all calls are ours (clients.ts): Bolt itself makes none.
    authorize: async () => ({}),
    // Its store grows with every conversation, and our parser has left out what the bot said itself.
    convoStore: false,
    ignoreSelf: false,
    logLevel: LogLevel.ERROR,
  });

  // One for all kinds: every listener's matcher would run for every delivery.
  app.use(async (args) => {
    await handlers.get(args.body)?.();
    await args.next();
  });

  // Thrown on as it was, to be judged where everything else is.
  app.error(async (error) => {
    throw error.original ?? error;
  });

  return {
    process(payload, { handle, ack }) {
      if (handle) {
        handlers.set(payload, handle);
      }
      return app.processEvent({ body: payload, ack });
    },
  };
}
