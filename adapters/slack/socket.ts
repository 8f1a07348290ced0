// A file of Slack’s own: Socket Mode, in which Slack's deliveries come over a connection of ours.
// https://docs.slack.dev/apis/events-api/using-socket-mode

import { SocketModeClient } from '@slack/socket-mode';
import { z } from 'zod';
import { PlatformError } from '../../bot/contract.ts';
import type { Log } from '../../core/log.ts';
import { lateAfter } from '../late.ts';
import { clientOptions } from './client-options.ts';
import type { Answered } from './door.ts';
import { toPlatformError } from './errors.ts';

/** Until the next try to connect, doubled with each that fails or does not last. */
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 30_000;
/** What has held for so long has come about: its end is a reason to connect again at once. */
const LASTING_MS = 30_000;
/** A connection that does not end when it is told to is left behind. */
const GOODBYE_MS = 2_000;

const envelope = z.object({
  type: z.string(),
  body: z.record(z.string(), z.unknown()),
  ack: z.custom<(response?: Record<string, unknown>) => Promise<void>>((value) => typeof value === 'function'),
});

export type SocketOptions = {
  appToken: string;
  apiUrl: string;
  receive(body: Buffer): Promise<Answered>;
  log: Log;
};

export type Socket = {
  /** Takes nothing more, lets what was taken be answered, and goes. */
  close(): Promise<void>;
};

/**
 * Resolves once connected, or while Slack cannot be reached; rejects where it refuses the token. The library's own
 * reconnecting is off: a failure within it is nobody's to catch and would end the process.
 */
export async function openSocket({ appToken, apiUrl, receive, log }: SocketOptions): Promise<Socket> {
  const options = clientOptions(apiUrl);
  const logger = options.logger ? { logger: options.logger } : {};
  const client = new SocketModeClient({ appToken, autoReconnectEnabled: false, clientOptions: options, ...logger });
  const taken = new Set<Promise<void>>();
  let isClosing = false;
  let ended: () => void = () => undefined;
  let wake: () => void = () => undefined;

  client.on('disconnected', () => ended());
  client.on('slack_event', (given: unknown) => {
    const read = envelope.safeParse(given);
    if (isClosing || !read.success) {
      return;
    }
    const taking = take(read.data, receive)
      .catch((error: unknown) => log.error({ platform: 'slack', err: error }, 'delivery not acknowledged'))
      .finally(() => taken.delete(taking));
    taken.add(taking);
  });

  /** Gives the connection's end, to be waited for. */
  async function connect(): Promise<{ over: Promise<void> }> {
    const over = new Promise<void>((resolve) => {
      ended = resolve;
    });
    await client.start();
    return { over };
  }

  async function stayConnected(first: Promise<{ over: Promise<void> }>): Promise<void> {
    let connecting = first;
    let failures = 0;
    while (true) {
      const ended = await lasts(connecting);
      if (isClosing) {
        return;
      }
      if (ended === 'late') {
        failures = 0;
        log.info({ platform: 'slack' }, 'connection ended');
      } else {
        failures += 1;
        const waitMs = Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS);
        log.warn({ platform: 'slack', ...ended, waitMs }, 'not connected');
        await pause(waitMs);
      }
      if (isClosing) {
        return;
      }
      connecting = connect();
    }
  }

  /** Waits for a connection's end: `late` for one that lasted. */
  async function lasts(connecting: Promise<{ over: Promise<void> }>): Promise<'late' | { err?: unknown }> {
    const lasting = lateAfter(LASTING_MS);
    try {
      const { over } = await connecting;
      const first = await Promise.race([over.then(() => ({})), lasting.comes]);
      await over;
      return first;
    } catch (error) {
      return { err: toPlatformError(error) };
    } finally {
      lasting.clear();
    }
  }

  /** Ended early by closing. */
  async function pause(ms: number): Promise<void> {
    const over = lateAfter(ms);
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    await Promise.race([over.comes, woken]).finally(over.clear);
  }

  const first = connect();
  await first.catch((error: unknown) => {
    const failure = toPlatformError(error);
    if (failure instanceof PlatformError && !failure.retryable) {
      throw failure;
    }
  });
  const staying = stayConnected(first);

  return {
    async close() {
      isClosing = true;
      wake();
      await Promise.allSettled([...taken]);
      const late = lateAfter(GOODBYE_MS);
      await Promise.race([client.disconnect().then(() => staying), late.comes]).finally(late.clear);
    },
  };
}

/** Acknowledged only when it is committed or answered: what is not, Slack sends again. */
async function take(
  { type, body, ack }: z.output<typeof envelope>,
  receive: (body: Buffer) => Promise<Answered>,
): Promise<void> {
  const answered = await receive(toHttpBody(type, body));
  switch (answered.kind) {
    case 'done':
      return ack(answered.body);
    case 'refused':
    case 'malformed':
      return ack();
    case 'unavailable':
    case 'undelivered':
      return;
  }
}

/** The same bytes as by HTTP, so that there is one way to read, to record and to know them again. */
function toHttpBody(type: string, body: Record<string, unknown>): Buffer {
  switch (type) {
    case 'slash_commands': {
      const pairs = Object.entries(body).map(([name, value]): [string, string] => [name, String(value ?? '')]);
      return Buffer.from(new URLSearchParams(pairs).toString());
    }
    case 'interactive':
      return Buffer.from(new URLSearchParams({ payload: JSON.stringify(body) }).toString());
    default:
      return Buffer.from(JSON.stringify(body));
  }
}
