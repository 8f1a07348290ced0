import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

/** Slack's end of Socket Mode: it hands over envelopes, and knows which were acknowledged and with what. */

type Ack = { payload: Record<string, unknown> };

export function slackSocket(server: Server) {
  const sockets = new WebSocketServer({ server, path: '/link' });
  const waiting = new Map<string, (ack: Ack) => void>();
  let connections = 0;
  let counter = 0;
  let hangUps = 0;
  let arrived: () => void = () => undefined;

  sockets.on('connection', (socket) => {
    connections += 1;
    socket.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data));
      waiting.get(envelope_id)?.({ payload });
    });
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0' } }));
    if (hangUps > 0) {
      hangUps -= 1;
      socket.close();
    }
    arrived();
  });

  const open = (): WebSocket | undefined => [...sockets.clients].find(({ readyState }) => readyState === 1);

  return {
    get connections() {
      return connections;
    },
    /** When a connection is opened from now on. */
    connected: () =>
      new Promise<void>((resolve) => {
        arrived = resolve;
      }),
    /** The next connections are accepted, greeted and ended. */
    hangUp(times: number): void {
      hangUps = times;
    },
    /** Slack wants the connection made anew, as it does every few hours. */
    refresh(): void {
      open()?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    },
    /** The network breaks. */
    breakOff(): void {
      for (const socket of sockets.clients) {
        socket.terminate();
      }
    },
    /** What would be posted to /slack/events, as an envelope; `acked` when it is acknowledged. */
    deliver(body: string): { acked: Promise<Record<string, unknown>>; isAcked(): boolean } {
      const envelope_id = `env${++counter}`;
      let isAcked = false;
      const acked = new Promise<Record<string, unknown>>((resolve) => {
        waiting.set(envelope_id, ({ payload }) => {
          isAcked = true;
          resolve(payload);
        });
      });
      const socket = open();
      if (!socket) {
        throw new Error('nobody is connected');
      }
      socket.send(JSON.stringify({ envelope_id, accepts_response_payload: true, ...toEnvelope(body) }));
      return { acked, isAcked: () => isAcked };
    },
    close(): void {
      for (const socket of sockets.clients) {
        socket.terminate();
      }
      sockets.close();
    },
  };
}

function toEnvelope(body: string): { type: string; payload: unknown } {
  if (body.startsWith('{')) {
    return { type: 'events_api', payload: JSON.parse(body) };
  }
  const form = new URLSearchParams(body);
  const payload = form.get('payload');
  return payload
    ? { type: 'interactive', payload: JSON.parse(payload) }
    : { type: 'slash_commands', payload: Object.fromEntries(form) };
}
