// A file of Feishu’s own: what becomes of a verified event, by whichever way it came.

import { type InboundEvent, PlatformError } from '../../bot/contract.ts';
import { settlesWithin } from '../late.ts';
import type { Delivery, PlatformTools } from '../platform.ts';
import { withReceipt } from '../receipt.ts';
import { WORDLESS } from '../words.ts';
import { type Ack, answerLater, answerNow, answerWorking, type Hand } from './answer.ts';
import type { Accepted, Origin } from './event.ts';
import { needsBot, parse, toRecord } from './parse.ts';
import { readAddress } from './wire.ts';

/** Feishu gives up after three seconds: the bot has two of them, what is then called of Feishu has this. */
const CALLS_MS = 700;

/** What an event's place leaves out: kept as long as the event itself. */
export type Origins = WeakMap<InboundEvent, Origin>;

export type Received =
  | { kind: 'done'; ack: Ack }
  /** For good: not to be sent again. */
  | { kind: 'refused' | 'malformed' }
  /** To be sent again. */
  | { kind: 'unavailable' };

export type Door = {
  receive(payload: unknown): Promise<Received>;
  /** Waits for what goes on after its acknowledgement. */
  close(): Promise<void>;
};

const NOTHING: Received = { kind: 'done', ack: {} };

export function createDoor(
  hand: Hand,
  { origins, tools: { ingress, log } }: { origins: Origins; tools: Pick<PlatformTools, 'ingress' | 'log'> },
): Door {
  const pending = new Set<Promise<void>>();

  /** Goes on in the background; what fails there has been reported where it matters, and is logged. */
  function goOn(work: Promise<unknown>): void {
    const done = work
      .then(() => undefined)
      .catch((error: unknown) => {
        if (error instanceof PlatformError) {
          log.warn({ platform: 'feishu', code: error.code }, 'answer not delivered');
        } else {
          log.error({ platform: 'feishu', err: error }, 'failed after its acknowledgement');
        }
      })
      .finally(() => pending.delete(done));
    pending.add(done);
  }

  async function receiveAction(accepted: Accepted): Promise<Received> {
    const outcome = await ingress.runNow(toDelivery(accepted));
    switch (outcome.kind) {
      case 'refused':
        return { kind: 'refused' };
      case 'working':
        return { kind: 'done', ack: answerWorking() };
      case 'unavailable':
        return { kind: 'done', ack: await answerNow(hand, accepted, outcome.reply) };
      case 'reply': {
        const { reply, receipt } = outcome;
        const answered = answerNow(hand, accepted, reply);
        if (await settlesWithin(answered, CALLS_MS)) {
          const ack = await withReceipt(answered, receipt).catch((error: unknown) => {
            goOn(Promise.reject(error));
            return answerWorking(); // it is tried again, and then follows
          });
          return { kind: 'done', ack };
        }
        const missed = answered.then((ack) => (ack.card && reply ? answerLater(hand, accepted, reply) : undefined));
        goOn(withReceipt(missed, receipt));
        return { kind: 'done', ack: answerWorking() };
      }
    }
  }

  return {
    async receive(payload) {
      let bot: string | undefined;
      try {
        bot = needsBot(payload) ? await hand.client.identity() : undefined;
      } catch (error) {
        log.warn({ platform: 'feishu', err: error }, 'the bot’s own id is not known');
        return { kind: 'unavailable' };
      }
      const parsed = parse(toRecord(payload, bot));
      switch (parsed.kind) {
        case 'accepted': {
          origins.set(parsed.event, parsed.origin);
          if (parsed.isAction) {
            return receiveAction(parsed);
          }
          const taken = await ingress.runLater(toDelivery(parsed));
          return taken === 'accepted' ? NOTHING : { kind: taken };
        }
        case 'wordless': {
          const { address, replyTo, key } = parsed.origin;
          log.info({ platform: 'feishu', kind: parsed.what }, 'nothing to read');
          goOn(
            replyTo
              ? hand.client.reply(
                  replyTo,
                  { text: WORDLESS },
                  { key, inThread: readAddress(address).root !== undefined },
                )
              : hand.client.post(readAddress(address), { text: WORDLESS }, key),
          );
          return NOTHING;
        }
        case 'ignored':
          log.info({ platform: 'feishu', kind: parsed.what }, 'nothing to do');
          return NOTHING;
        case 'malformed':
          log.warn({ platform: 'feishu', fields: parsed.reason }, 'body refused');
          return { kind: 'malformed' };
      }
    },
    async close() {
      await Promise.allSettled(pending);
    },
  };
}

function toDelivery({ workspace, dedupeKey, event, record }: Accepted): Delivery {
  return { workspace, dedupeKey, body: record, event };
}
