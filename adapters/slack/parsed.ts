// A file of Slack’s own: what a raw body can come to.

import type { InboundEvent, Lookup, Sender } from '../../bot/contract.ts';
import type { Origin } from './wire.ts';

/** How an accepted delivery can be answered while its request is open. */
export type Surface =
  | { kind: 'event' }
  | { kind: 'command'; trigger: string }
  | /** Chosen from a menu of Slack's own: at a message, or anywhere. */ { kind: 'shortcut'; trigger: string }
  | { kind: 'press'; trigger: string | undefined; viewId: string | undefined; isHome: boolean }
  | {
      kind: 'submission';
      /** The window's inputs: the ids of their blocks by field. */
      blocks: ReadonlyMap<string, string>;
    };

export type Payload = Record<string, unknown>;

export type Accepted = {
  kind: 'accepted';
  workspace: string;
  /** What the workspace belongs to, where it belongs to something larger. */
  organisation: string | null;
  dedupeKey: string;
  event: InboundEvent;
  origin: Origin;
  surface: Surface;
  payload: Payload;
  /** What is recorded in place of the body, where one thing comes in many bodies. */
  record?: Buffer;
};

/** The message, or what is still being written, that links stand in. */
export type Unfurl = { id: string; source: 'composer' | 'conversations_history' };

export type Parsed =
  | Accepted
  | { kind: 'ignored'; what: string; payload: Payload }
  | { kind: 'lookup'; lookup: Lookup }
  | /** Links to records in somebody's message, to be shown by what they lead to. */ {
      kind: 'links';
      sender: Sender;
      organisation: string | null;
      links: { url: string; noun: string; id: string }[];
      unfurl: Unfurl;
    }
  | /** The app was taken away there. */ { kind: 'removed'; workspace: string; organisation: string | null }
  | { kind: 'challenge'; challenge: string }
  | { kind: 'ssl_check' }
  | { kind: 'malformed'; reason: string };

export function person(externalId: string, workspace: string): Sender {
  return { platform: 'slack', workspace, externalId };
}
