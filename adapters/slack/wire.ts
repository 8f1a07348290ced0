// A ninth file: what we hand to Slack to be handed back to us, written by render.ts and read by parse.ts.

import { z } from 'zod';
import { BUTTON_VALUE, PRIVATE_METADATA } from './limits.ts';

/** Changes when an older value can no longer be understood; cards of before are then out of date. */
const VERSION = 'a';

const values = z.record(z.string(), z.unknown());
const buttonShape = z.tuple([z.string().min(1), values]);
const metadataShape = z.object({
  c: z.string(),
  h: values,
  p: z.string().min(1),
  d: z.boolean(),
  m: z.string().optional(),
});

export type ButtonValue = { command: string; input: Readonly<Record<string, unknown>> };

/** Throws where a command gives a button more to carry than ids. */
export function writeButton({ command, input }: ButtonValue): string {
  const value = VERSION + JSON.stringify([command, input]);
  if (Buffer.byteLength(value) > BUTTON_VALUE) {
    throw new RangeError(`a button of ${command} carries more than ${BUTTON_VALUE} bytes`);
  }
  return value;
}

/** Undefined for anything this version did not write: the card is out of date. */
export function readButton(value: string | undefined): ButtonValue | undefined {
  const read = buttonShape.safeParse(unpack(value));
  return read.success ? { command: read.data[0], input: read.data[1] } : undefined;
}

/** Where something was done, with everything Slack gave for answering it. */
export type Origin = {
  /** As `writeAddress` has it, response URL and all. */
  address: string;
  direct: boolean;
  /** The message it was done on, where that can be redrawn. */
  messageId?: string | undefined;
};

export type Metadata = Origin & { command: string; hidden: Readonly<Record<string, unknown>> };

/** Throws where a form carries more unseen than Slack takes. */
export function writeMetadata({ command, hidden, address, direct, messageId }: Metadata): string {
  const text = VERSION + JSON.stringify({ c: command, h: hidden, p: address, d: direct, m: messageId });
  if (text.length > PRIVATE_METADATA) {
    throw new RangeError(`the form of ${command} carries more than ${PRIVATE_METADATA} characters`);
  }
  return text;
}

export function readMetadata(text: string | undefined): Metadata | undefined {
  const read = metadataShape.safeParse(unpack(text));
  if (!read.success) {
    return undefined;
  }
  const { c, h, p, d, m } = read.data;
  return { command: c, hidden: h, address: p, direct: d, messageId: m };
}

function unpack(text: string | undefined): unknown {
  if (!text?.startsWith(VERSION)) {
    return undefined;
  }
  try {
    return JSON.parse(text.slice(VERSION.length));
  } catch {
    return undefined;
  }
}

/** Where Slack takes a message: an address, taken apart. */
export type Spot = {
  channel: string;
  thread?: string | undefined;
  /** Takes answers for half an hour, five times, also where the bot is no member. Never logged. */
  responseUrl?: string | undefined;
  /** The message acted on is seen by one person, so only the response URL can change it. */
  ephemeral?: boolean;
};

export function writeAddress({ channel, thread, responseUrl, ephemeral }: Spot): string {
  return [channel, thread ?? '', ephemeral ? 'e' : '', responseUrl ?? ''].join(' ').trimEnd();
}

/** What of an address stays true, and may be stored, compared and logged. */
export function lastingAddress(address: string): string {
  const { channel, thread } = readAddress(address);
  return writeAddress({ channel, thread });
}

export function readAddress(address: string): Spot {
  const [channel = '', thread, mark, responseUrl] = address.split(' ');
  return { channel, thread: thread || undefined, responseUrl: responseUrl || undefined, ephemeral: mark === 'e' };
}

/** Inputs are blocks. Their ids hold the field's name and a revision, as a redrawn message must bring new ids. */
export function writeBlockId(name: string, revision: string): string {
  return `${name}~${revision}`;
}

export function readBlockId(blockId: string): string {
  return blockId.replace(/~[0-9a-z]*$/, '');
}

/** A press or submit of a card that this version did not write; no command has this name, so it is out of date. */
export const OUT_OF_DATE = '';

/** The action id of the button below an inline form. */
export const SUBMIT = 'submit';
