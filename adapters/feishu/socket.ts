// A file of Feishu’s own: the long connection, for a server that cannot be reached from outside. The SDK holds it, pings and
// reconnects; what comes through it is Feishu's own, in the open.

import { EventDispatcher, LoggerLevel, WSClient } from '@larksuiteoapi/node-sdk';
import { z } from 'zod';
import type { Log } from '../../core/log.ts';
import { type App, toDomain } from './client.ts';
import type { Door } from './door.ts';
import { createHttp } from './http.ts';

const HANDSHAKE_MS = 15_000;
const PONG_SECONDS = 10;

const stamp = z.object({ header: z.object({ app_id: z.string() }) });

export type Connection = { close(): void };

/** Connects, and again whenever the connection is lost. */
export function connect(app: App, { door, log }: { door: Door; log: Log }): Connection {
  // Its level is error; what it says there is why it could not connect.
  const logger = {
    error: (...said: unknown[]) => log.error({ platform: 'feishu', said: said.map(toLine) }, 'long connection'),
    warn: () => undefined,
    info: () => undefined,
    debug: () => undefined,
    trace: () => undefined,
  };
  const say = (state: string) => () => log.info({ platform: 'feishu', state }, 'long connection');
  const socket = new WSClient({
    appId: app.appId,
    appSecret: app.appSecret,
    domain: toDomain(app.domain),
    // It tells by the code of an answer whether trying again can help.
    httpInstance: createHttp({ judges: false }),
    logger,
    loggerLevel: LoggerLevel.error,
    handshakeTimeoutMs: HANDSHAKE_MS,
    wsConfig: { pingTimeout: PONG_SECONDS },
    onReady: say('open'),
    onReconnecting: say('lost'),
    onReconnected: say('open again'),
    onError: (error) => log.error({ platform: 'feishu', err: error }, 'long connection given up'),
  });
  // The SDK's dispatcher flattens an event, and a card's token then hides the header's: ours takes it as it comes.
  const eventDispatcher = Object.assign(new EventDispatcher({ logger, loggerLevel: LoggerLevel.error }), {
    invoke: (payload: unknown) => dispatch(payload, { appId: app.appId, door, log }),
  });
  void socket.start({ eventDispatcher });
  return { close: () => socket.close({ force: true }) };
}

/** What is returned is the acknowledgement; what is thrown makes Feishu send the event again. */
async function dispatch(
  payload: unknown,
  { appId, door, log }: { appId: string; door: Door; log: Log },
): Promise<object | undefined> {
  const read = stamp.safeParse(payload);
  if (read.success && read.data.header.app_id !== appId) {
    log.warn({ platform: 'feishu', verdict: 'foreign' }, 'event refused');
    return undefined;
  }
  const received = await door.receive(payload).catch((error: unknown) => {
    log.error({ platform: 'feishu', err: error }, 'event not received');
    return { kind: 'unavailable' as const };
  });
  if (received.kind === 'unavailable') {
    throw new Error('unavailable');
  }
  return received.kind === 'done' && Object.keys(received.ack).length > 0 ? received.ack : undefined;
}

function toLine(said: unknown): string {
  return (said instanceof Error ? said.message : String(said)).slice(0, 300);
}
