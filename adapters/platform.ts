import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { PictureNode } from '../bot/cards/card.ts';
import type { Adapter, Found, InboundEvent, Lookup, Reply, Sent } from '../bot/contract.ts';
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';

/** A request as it arrived: raw bytes, because signatures are over bytes. */
export type RawRequest = {
  method: string;
  path: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  query: Readonly<Record<string, string | undefined>>;
  body: Buffer;
  /** Who is at the other end of the socket, and our own port: what no header can forge. */
  socket?: { remoteAddress: string | undefined; localPort: number | undefined };
};

/** A stream as the body is sent as it comes, and destroyed when the other end goes away. */
export type RawResponse = { status: number; headers?: Record<string, string>; body?: string | Buffer | Readable };

export type Route = {
  method: 'GET' | 'POST';
  path: string;
  /** Larger than what is read of everything else. */
  bodyLimit?: number;
  handle(request: RawRequest): Promise<RawResponse>;
};

/** One verified delivery, ready for the inbox. */
export type Delivery = {
  workspace: string;
  /** Unique for this delivery on this platform and workspace; the same on redelivery. */
  dedupeKey: string;
  body: Buffer;
  event: InboundEvent;
};

/** What an accepted delivery comes to. `working` when it is still being done: answer so now, the rest follows. */
export type Outcome =
  | { kind: 'reply'; reply: Reply | undefined; receipt?: Receipt }
  | { kind: 'working' }
  | { kind: 'refused' }
  | { kind: 'unavailable'; reply: Reply };

/** What became of an answer, and which message it is where that is known. Until one of them is called it counts as not given, and is given later through the adapter. */
export type Receipt = { delivered(sent?: Sent): void; failed(error: unknown): void };

/** The door every platform's deliveries go through after they are verified: inbox first, then the bot. */
export interface Ingress {
  /** Runs it now, within `deadlineMs` (default 2 000); what takes longer is answered later through the adapter. */
  runNow(delivery: Delivery, options?: { deadlineMs?: number }): Promise<Outcome>;
  /** Resolves when the delivery is committed to the inbox; it is handled and answered after. */
  runLater(delivery: Delivery): Promise<'accepted' | 'refused' | 'unavailable'>;
  /** What somebody may see of what he types; nothing for whoever is not known, and when it takes too long. */
  find(lookup: Lookup): Promise<Found[]>;
}

/** So many in so many seconds. */
export type Rate = { points: number; seconds: number };

/** Whose allowance, and what it is: every one of `rates` holds. */
export type Allowance = { key: string; rates: readonly Rate[] };

/** What a platform takes from us in a time, counted for all processes together. Answers inside a response do not pass it. */
export interface Limiter {
  /** Waits for its turn when that is near; else throws PlatformError `THROTTLED`, which says when, having sent nothing. */
  take(allowances: readonly Allowance[]): Promise<void>;
}

/** Charts and boards as pictures, for platforms that have none of their own. */
export interface Pictures {
  /** A PNG of at most 1024 × 1024. Throws where it cannot be drawn, or not soon. */
  draw(node: PictureNode): Promise<Buffer>;
}

/** What a platform was given to speak with in each workspace it was installed in; unreadable at rest. */
export interface Installations {
  find(workspace: string): Promise<Buffer | undefined>;
  list(): Promise<string[]>;
  put(workspace: string, given: Buffer): Promise<void>;
  remove(workspace: string): Promise<void>;
}

export type PlatformTools = {
  ingress: Ingress;
  limiter: Limiter;
  pictures: Pictures;
  clock: Clock;
  installations: Installations;
  /** Where people reach this server from outside, if known. */
  publicUrl: string | undefined;
  /** The address the server listens on; undefined where it is not known to listen on this machine alone. */
  host?: string;
  log: Log;
};

export type RunningPlatform = {
  adapter: Adapter;
  routes: Route[];
  stop(): Promise<void>;
};

/** One folder of adapters/. With none of its settings the platform is off; with some of them the start is refused. */
export type Platform<Settings extends z.ZodObject = z.ZodObject> = {
  readonly name: string;
  readonly settings: Settings;
  start(settings: z.output<Settings>, tools: PlatformTools): Promise<RunningPlatform>;
};

export function definePlatform<Settings extends z.ZodObject>(platform: Platform<Settings>): Platform<Settings> {
  return platform;
}
