// A file of its own: what we hand to Slack to be handed back to us, written by render.ts and read by parse.ts.

import { z } from 'zod';
import { readJson } from '../untrusted.ts';
import { ACTION_ID, BUTTON_VALUE, OPTION, PRIVATE_METADATA } from './limits.ts';

/** Changes when an older value can no longer be understood; cards of before are then out of date. */
const VERSION = 'a';

/** A value of a menu's option that is worth standing elsewhere. */
const LONG = 8;

const values = z.record(z.string(), z.unknown());
const buttonShape = z.tuple([z.string().min(1), values]);
const places = z.record(z.string(), z.number().int().nonnegative());
const optionShape = z.tuple([z.string().min(1), values, places.optional()]);
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

/**
 * A menu's options hold less than a button: what several of them carry (the record they are about) stands once in the
 * menu's own id, and they say where in it. Undefined where it does not fit, or where two options would be the same.
 */
export function writeMenu(
  options: readonly ButtonValue[],
  count: number,
): { actionId: string; values: string[] } | undefined {
  const shared = sharedBy(options);
  const actionId = `m${count}[${shared.join(',')}]`;
  const values = options.map(({ command, input }) => {
    const parts = partsOf(input).map(([name, json]) => ({ name, json, place: shared.indexOf(json) }));
    const own = parts.filter(({ place }) => place < 0).map(({ name }) => [name, input[name]]);
    const places = parts.filter(({ place }) => place >= 0).map(({ name, place }) => [name, place]);
    const tail = places.length > 0 ? [Object.fromEntries(places)] : [];
    return VERSION + JSON.stringify([command, Object.fromEntries(own), ...tail]);
  });
  const isFitting = actionId.length <= ACTION_ID && values.every((value) => value.length <= OPTION);
  return isFitting && new Set(values).size === values.length ? { actionId, values } : undefined;
}

/** What at least two carry, under whatever name, and is longer than the way to it. */
function sharedBy(options: readonly ButtonValue[]): string[] {
  const carriers = new Map<string, number>();
  for (const { input } of options) {
    for (const json of new Set(partsOf(input).map(([, each]) => each))) {
      carriers.set(json, (carriers.get(json) ?? 0) + 1);
    }
  }
  return [...carriers].flatMap(([json, times]) => (times > 1 && json.length >= LONG ? [json] : []));
}

/** Each value as JSON; none that JSON leaves out. */
function partsOf(input: ButtonValue['input']): [string, string][] {
  return Object.entries(input).flatMap(([name, value]) => (value === undefined ? [] : [[name, JSON.stringify(value)]]));
}

/** Undefined for anything this version did not write. */
export function readMenu(actionId: string, value: string | undefined): ButtonValue | undefined {
  const option = optionShape.safeParse(unpack(value));
  const shared = z.array(z.unknown()).safeParse(readJson(actionId.replace(/^m\d+/, '')));
  if (!option.success || !shared.success) {
    return undefined;
  }
  const [command, own, places = {}] = option.data;
  const entries = Object.entries(places);
  return entries.every(([, place]) => place < shared.data.length)
    ? { command, input: { ...own, ...Object.fromEntries(entries.map(([name, place]) => [name, shared.data[place]])) } }
    : undefined;
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
  return text?.startsWith(VERSION) ? readJson(text.slice(VERSION.length)) : undefined;
}

/** Where Slack takes a message: an address, taken apart. */
export type Spot = {
  channel: string;
  thread?: string | undefined;
  /** Takes answers for half an hour, five times, also where the bot is no member. Never logged. */
  responseUrl?: string | undefined;
  /** The message acted on is seen by one person, so only the response URL can change it. */
  ephemeral?: boolean;
  /** The page of his own of the person whose id stands for the channel. */
  home?: boolean;
};

export function writeAddress({ channel, thread, responseUrl, ephemeral, home }: Spot): string {
  return [channel, thread ?? '', ephemeral ? 'e' : home ? 'h' : '', responseUrl ?? ''].join(' ').trimEnd();
}

/** What of an address stays true, and may be stored, compared and logged. */
export function lastingAddress(address: string): string {
  const { channel, thread } = readAddress(address);
  return writeAddress({ channel, thread });
}

export function readAddress(address: string): Spot {
  const [channel = '', thread, mark, responseUrl] = address.split(' ');
  return {
    channel,
    thread: thread || undefined,
    responseUrl: responseUrl || undefined,
    ephemeral: mark === 'e',
    home: mark === 'h',
  };
}

/** Every input has a block of its own, so one action id does for all but searches, whose id says what to search. */
export const INPUT_ACTION = 'v';

const SEARCH = 'find:';

export function writeSearch(source: string): string {
  return SEARCH + source;
}

export function readSearch(actionId: string): string | undefined {
  return actionId.startsWith(SEARCH) ? actionId.slice(SEARCH.length) : undefined;
}

/** Inputs are blocks. Their ids hold the field's name and a revision, as a redrawn message must bring new ids. */
export function writeBlockId(name: string, revision: string): string {
  return `${name}~${revision}`;
}

/** The second block of a field with a day and a time: sorts behind the first. */
export function writeTimeId(name: string, revision: string): string {
  return `${writeBlockId(name, revision)}~t`;
}

export function readBlockId(blockId: string): string {
  return blockId.replace(/~.*$/, '');
}

/** The ids our shortcuts have in the manifest. */
export const LOG_SHORTCUT = 'log_follow_up';

/** The action id of the button below an inline form. */
export const SUBMIT = 'submit';
