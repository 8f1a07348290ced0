import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';

/** Feishu's end of the long connection: frames of pbbp2 (protobuf), an event a frame, and its acknowledgement. */

export type Acknowledged = { code: number; body: Record<string, unknown> | undefined };

export type Sockets = ReturnType<typeof serveSockets>;

type Frame = {
  SeqID: number;
  LogID: number;
  service: number;
  method: number;
  headers: { key: string; value: string }[];
  payload?: Uint8Array;
};

// The schema is the SDK's own, whose copy of protobufjs is used to speak it.
const protobuf = createRequire(createRequire(import.meta.url).resolve('@larksuiteoapi/node-sdk'))('protobufjs');
const frames = protobuf
  .parse(`syntax = "proto2"; package pbbp2;
message Header { required string key = 1; required string value = 2; }
message Frame {
  required uint64 SeqID = 1; required uint64 LogID = 2; required int32 service = 3; required int32 method = 4;
  repeated Header headers = 5; optional string payloadEncoding = 6; optional string payloadType = 7;
  optional bytes payload = 8; optional string LogIDNew = 9;
}`)
  .root.lookupType('pbbp2.Frame');

export function serveSockets(server: Server, origin: string) {
  const sockets = new WebSocketServer({ server });
  const waiting = new Map<string, (acknowledged: Acknowledged) => void>();
  let connected = 0;
  let counter = 0;

  sockets.on('connection', (socket) => {
    connected += 1;
    socket.on('message', (bytes: Buffer) => {
      const frame: Frame = frames.decode(bytes);
      const header = (key: string) => frame.headers.find((each) => each.key === key)?.value ?? '';
      if (header('type') === 'event') {
        const { code, data } = JSON.parse(Buffer.from(frame.payload ?? []).toString());
        waiting.get(header('message_id'))?.({
          code,
          body: data ? JSON.parse(Buffer.from(data, 'base64').toString()) : undefined,
        });
      }
    });
  });

  const open = () => [...sockets.clients].find(({ readyState }) => readyState === 1);

  async function connection(): Promise<WebSocket> {
    for (;;) {
      const socket = open();
      if (socket) {
        return socket;
      }
      await sleep(5);
    }
  }

  return {
    /** How often somebody has connected. */
    get connected(): number {
      return connected;
    },
    isOpen: () => open() !== undefined,
    connection,
    endpoint: () => ({
      URL: `ws://${origin}/ws?device_id=1&service_id=2`,
      ClientConfig: { PingInterval: 120, ReconnectCount: -1, ReconnectInterval: 1, ReconnectNonce: 0 },
    }),
    /** Sends an event, in so many frames, and waits for its acknowledgement. */
    async send(event: unknown, { pieces = 1 }: { pieces?: number } = {}): Promise<Acknowledged> {
      const socket = await connection();
      const id = `m${++counter}`;
      const bytes = Buffer.from(JSON.stringify(event));
      const length = Math.ceil(bytes.length / pieces);
      const acknowledged = new Promise<Acknowledged>((resolve) => waiting.set(id, resolve));
      for (let seq = 0; seq < pieces; seq++) {
        const headers = { type: 'event', message_id: id, sum: String(pieces), seq: String(seq), trace_id: 't' };
        const frame: Frame = {
          SeqID: 1,
          LogID: 1,
          service: 2,
          method: 1,
          headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
          payload: bytes.subarray(seq * length, (seq + 1) * length),
        };
        socket.send(frames.encode(frame).finish());
      }
      return acknowledged.finally(() => waiting.delete(id));
    },
    /** Loses the connection, as a network does. */
    drop(): void {
      for (const socket of sockets.clients) {
        socket.terminate();
      }
    },
    async close(): Promise<void> {
      for (const socket of sockets.clients) {
        socket.terminate();
      }
      await new Promise((resolve) => sockets.close(resolve));
    },
  };
}
