import type { Delivery, Ingress, Outcome, RunningPlatform } from '../../adapters/platform.ts';
import { LOOKS, type Look, type Person, playground } from '../../adapters/playground/index.ts';
import { Clock } from '../../core/clock.ts';
import { PEOPLE, sampleReply } from './samples.ts';
import { type Served, serve } from './serve.ts';

export const TOKEN = 'a-token-for-tests';

export type StandIn = Served & {
  running: RunningPlatform;
  /** What reached the inbox, oldest first. */
  deliveries: Delivery[];
  /** The next delivery comes to this instead. */
  next(outcome: (delivery: Delivery) => Promise<Outcome>): void;
  /** With the token. */
  link: string;
};

/** The playground with sample answers instead of the bot. */
export async function startStandIn({
  looks = LOOKS,
  people = PEOPLE,
}: {
  looks?: readonly Look[];
  people?: Person[];
} = {}): Promise<StandIn> {
  const deliveries: Delivery[] = [];
  const planned: ((delivery: Delivery) => Promise<Outcome>)[] = [];
  const ingress: Ingress = {
    async runNow(delivery) {
      deliveries.push(delivery);
      const plan = planned.shift();
      return plan ? plan(delivery) : { kind: 'reply', reply: sampleReply(delivery.event) };
    },
    runLater: async () => 'accepted',
  };
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const running = await playground.start(
    { token: TOKEN, people: async () => people, looks },
    { ingress, clock: new Clock(), publicUrl: undefined, log: silent },
  );
  const served = await serve(running.routes);
  return {
    ...served,
    running,
    deliveries,
    next: (outcome) => void planned.push(outcome),
    link: `${served.url}/?token=${TOKEN}`,
    async stop() {
      await running.stop();
      await served.stop();
    },
  };
}
