// The load, in a process of its own: it takes one order at a time from the benchmark and reports what came back.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Writer } from './company.ts';
import { type Answer, Connection } from './connection.ts';
import { type AskName, type Signed, signedRequests } from './requests.ts';

export type Order = {
  port: number;
  asks: AskName[];
  writers: Writer[];
  /** Makes the triggers of this order its own. */
  run: string;
  seconds: number;
  /** Ends after so many requests, however long they take; for warming up. */
  atMost?: number;
  connections: number;
  /** `words` where the answer must hold the right card, `empty` where an acknowledgement is all there is. */
  expect: 'words' | 'empty';
  /** Nothing is done but answering, so many more requests are answered. */
  isBare: boolean;
  /** Requests a second at fixed times whatever comes back; without it every connection asks again at once. */
  perSecond?: number;
};

export type Outcome = {
  /** Right answers in all, and how long they took to come. */
  answered: number;
  seconds: number;
  latencies: number[];
  wrong: string[];
};

/** More than any contender answers in a second; the requests are signed before the clock starts. */
const SIGNED_A_SECOND = { bare: 14_000, whole: 5_000 } as const;

async function carryOut(order: Order): Promise<Outcome> {
  const { asks, writers, run, seconds, perSecond, isBare } = order;
  const count = order.atMost ?? Math.ceil(seconds * (perSecond ?? SIGNED_A_SECOND[isBare ? 'bare' : 'whole']));
  const requests = signedRequests(asks, { writers, run, count });
  const connections = Array.from({ length: order.connections }, () => new Connection(order.port));
  try {
    return await (perSecond
      ? atTimes(connections, requests, order, perSecond)
      : asFastAsCanBe(connections, requests, order));
  } finally {
    for (const connection of connections) {
      connection.close();
    }
  }
}

async function asFastAsCanBe(connections: Connection[], requests: Signed[], order: Order): Promise<Outcome> {
  const tally = new Tally(order.expect);
  let next = 0;
  const startedAt = performance.now();
  const until = startedAt + order.seconds * 1000;
  await Promise.all(
    connections.map(async (connection) => {
      for (let request = requests[next++]; request && performance.now() < until; request = requests[next++]) {
        const sentAt = performance.now();
        tally.judge(await connection.send(request.bytes), request, sentAt);
      }
    }),
  );
  return tally.outcome(startedAt);
}

/** Latency counts from the time a request was due, also when it had to wait for a free connection. */
async function atTimes(
  connections: Connection[],
  requests: Signed[],
  order: Order,
  perSecond: number,
): Promise<Outcome> {
  const tally = new Tally(order.expect);
  const free = [...connections];
  const startedAt = performance.now();
  await Promise.all(
    requests.map(async (request, at) => {
      const dueAt = startedAt + (at * 1000) / perSecond;
      await sleep(dueAt - performance.now());
      let connection = free.pop();
      while (!connection) {
        await sleep(1);
        connection = free.pop();
      }
      tally.judge(await connection.send(request.bytes), request, dueAt);
      free.push(connection);
    }),
  );
  return tally.outcome(startedAt);
}

class Tally {
  private readonly expect: Order['expect'];
  private readonly latencies: number[] = [];
  private readonly wrong: string[] = [];

  constructor(expect: Order['expect']) {
    this.expect = expect;
  }

  judge({ status, body }: Answer, { answer }: Signed, since: number): void {
    if (status === 200 && (this.expect === 'empty' || body.includes(answer))) {
      this.latencies.push(performance.now() - since);
    } else if (this.wrong.length < 3) {
      this.wrong.push(`${status} ${body.toString().slice(0, 300)}, not ${answer}`);
    }
  }

  outcome(startedAt: number): Outcome {
    const { latencies, wrong } = this;
    return { answered: latencies.length, seconds: (performance.now() - startedAt) / 1000, latencies, wrong };
  }
}

process.on('message', (order: Order) => {
  carryOut(order).then(
    (outcome) => process.send?.(outcome),
    (error: unknown) => process.send?.({ answered: 0, seconds: 1, latencies: [], wrong: [String(error)] }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
