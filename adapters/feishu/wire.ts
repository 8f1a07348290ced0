// A file of Feishu’s own: what we hand to Feishu to be handed back to us, written by render.ts and read by actions.ts.

import { z } from 'zod';
import { readJson } from '../untrusted.ts';
import { BUTTON_VALUE } from './limits.ts';

/** Changes when an older value can no longer be understood; cards of before are then out of date. */
const VERSION = 'a';

/** Where a card stands: a press does not say whether others read along, nor in which thread. */
export type Where = {
  direct: boolean;
  /** The first message of the thread. */
  root?: string | undefined;
};

/** What is pressed or submitted. */
export type Pressed = Where & {
  command: string;
  input: Readonly<Record<string, unknown>>;
  /** Of a form: the fields it holds a value in, for Feishu leaves out what was emptied. */
  fields?: readonly string[] | undefined;
};

const shape = z.strictObject({
  v: z.literal(VERSION),
  c: z.string().min(1),
  i: z.record(z.string(), z.unknown()),
  d: z.literal(1).optional(),
  r: z.string().optional(),
  f: z.union([z.array(z.string()), z.literal(1)]).optional(),
});

/** Throws where a command gives a button more to carry than ids. */
export function writePressed({ command, input, fields, direct, root }: Pressed): z.output<typeof shape> {
  const value = {
    v: VERSION,
    c: command,
    i: { ...input },
    ...(direct ? { d: 1 as const } : {}),
    ...(root ? { r: root } : {}),
    ...(fields ? { f: [...fields] } : {}),
  } as const;
  if (Buffer.byteLength(JSON.stringify(value)) > BUTTON_VALUE) {
    throw new RangeError(`a button of ${command} carries more than ${BUTTON_VALUE} bytes`);
  }
  return value;
}

/** Undefined for anything this version did not write: the card is out of date. Menus hand back text. */
export function readPressed(value: unknown): Pressed | undefined {
  const read = shape.safeParse(typeof value === 'string' ? readJson(value) : value);
  if (!read.success) {
    return undefined;
  }
  const { c, i, d, r, f } = read.data;
  return { command: c, input: i, fields: f === 1 ? [] : f, direct: d === 1, root: r };
}

/** Where Feishu takes a message: an address, taken apart. */
export type Spot = {
  /** `receive_id_type`: a group, or the private chat with a person. */
  type: 'chat_id' | 'open_id';
  id: string;
  /** The first message of the thread. */
  root?: string | undefined;
};

export function writeAddress({ type, id, root }: Spot): string {
  return [type, id, ...(root ? [root] : [])].join(' ');
}

export function readAddress(address: string): Spot {
  const [type, id = '', root] = address.split(' ');
  return { type: type === 'open_id' ? 'open_id' : 'chat_id', id, root };
}

/** Names no field has, because these must be unique in a card. */
export const FORM_NAME = '_form';
export const SUBMIT_NAME = '_submit';
