import { createPictures } from '../../adapters/pictures/index.ts';
import type { Delivery, Ingress, Outcome, RunningPlatform } from '../../adapters/platform.ts';
import { LOOKS, type Look, type Person, playground } from '../../adapters/playground/index.ts';
import { startServer } from '../../adapters/server.ts';
import { quietLog } from '../support/log.ts';
import { platformTools } from '../support/tools.ts';
import { CUSTOMERS, PEOPLE, sampleReply } from './samples.ts';

const TOKEN = 'a-token-for-tests';

export type StandIn = {
  url: string;
  stop(): Promise<void>;
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
    find: async ({ query }) => CUSTOMERS.filter(({ label }) => label.includes(query)).map((found) => ({ ...found })),
  };
  const pictures = createPictures({ log: quietLog() });
  const running = await playground.start(
    { token: TOKEN, people: async () => people, looks },
    platformTools({ ingress, pictures }),
  );
  const notReady = async () => [];
  const server = await startServer({ host: '127.0.0.1', port: 0, routes: running.routes, log: quietLog(), notReady });
  return {
    url: server.url,
    running,
    deliveries,
    next: (outcome) => void planned.push(outcome),
    link: `${server.url}/?token=${TOKEN}`,
    async stop() {
      await running.stop();
      await server.close();
      await pictures.close();
    },
  };
}
