// A file of its own: what we hand to Teams to be handed back to us, written by render.ts and read by parse.ts.

import { z } from 'zod';
import { CARRIED } from './limits.ts';

/** Changes when older data can no longer be understood; cards of before are then out of date. */
const VERSION = 'a';

/** Everything of ours in an action's data stands under this key; what was typed stands beside it. */
const OURS = 'parley';

/** Teams' own key, which makes of a submit the opening of a dialog. */
const TEAMS = 'msteams';

const values = z.record(z.string(), z.unknown());
const carriedShape = z.object({
  v: z.literal(VERSION),
  c: z.string().min(1),
  i: values,
  f: z.array(z.string()).optional(),
  o: z.literal(1).optional(),
});

/** What an action invokes. One with `fields` is a form's: its values come along. */
export type Carried = {
  command: string;
  input: Readonly<Record<string, unknown>>;
  fields?: readonly string[] | undefined;
  /** It stands on a view of a shared card that one person alone sees. */
  isOwnView?: boolean | undefined;
};

export type ActionData = Readonly<Record<string, unknown>>;

/** Throws where a command gives an action more to carry than ids. */
export function writeAction({ command, input, fields, isOwnView }: Carried): ActionData {
  const carried = {
    v: VERSION,
    c: command,
    i: input,
    ...(fields ? { f: fields } : {}),
    ...(isOwnView ? { o: 1 } : {}),
  };
  if (Buffer.byteLength(JSON.stringify(carried)) > CARRIED) {
    throw new RangeError(`an action of ${command} carries more than ${CARRIED} bytes`);
  }
  return { [OURS]: carried };
}

/** The same as a submit that Teams turns into the opening of a dialog. */
export function writeOpening(carried: Carried): ActionData {
  return { ...writeAction(carried), [TEAMS]: { type: 'task/fetch' } };
}

/** Undefined for anything this version did not write: the card is out of date. */
export function readAction(data: unknown): Carried | undefined {
  const ours = values.safeParse(data).data?.[OURS];
  const read = carriedShape.safeParse(ours);
  return read.success
    ? { command: read.data.c, input: read.data.i, fields: read.data.f, isOwnView: read.data.o === 1 }
    : undefined;
}

/** A day and a time of day are two inputs for one field. */
export const dayId = (name: string) => `${name}~day`;
export const timeId = (name: string) => `${name}~time`;

/** What was typed into each field; Teams leaves out what is empty. */
export function readValues(data: unknown, fields: readonly string[]): Record<string, string> {
  const typed = values.safeParse(data).data ?? {};
  const textOf = (id: string) => {
    const value = typed[id];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  return Object.fromEntries(
    fields.map((name) => [name, textOf(name) || `${textOf(dayId(name))} ${textOf(timeId(name))}`.trim()]),
  );
}

/** Where Teams takes a message: an address, taken apart. */
export type Spot = {
  serviceUrl: string;
  /** A channel's thread is part of it. */
  conversation: string;
  /** The bot's own id there. */
  bot: string;
  /** The id by which the bot may begin a private conversation with the one who acted. */
  user?: string | undefined;
};

export function writeAddress({ serviceUrl, conversation, bot, user }: Spot): string {
  return [serviceUrl, conversation, bot, user ?? ''].map(encodeURI).join(' ').trimEnd();
}

export function readAddress(address: string): Spot {
  const [serviceUrl = '', conversation = '', bot = '', user] = address.split(' ').map(decodeURI);
  return { serviceUrl, conversation, bot, user: user || undefined };
}
