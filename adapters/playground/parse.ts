import { z } from 'zod';
import type { FileRef, InboundEvent, Place, Sender } from '../../bot/contract.ts';
import { WORDS_MAX } from './limits.ts';
import type { PressBody, SayBody, ShareBody, SubmitBody, UploadView } from './wire.ts';

export const PLATFORM = 'playground';
export const WORKSPACE = 'local';
export const SALES = 'channel:sales';

const values = z.record(z.string(), z.unknown());
const person = z.string().min(1).max(200);
const address = z.string().regex(/^(direct:.+|channel:sales)$/);
const act = { id: z.uuid(), as: person, conversation: address };

export const upload: z.ZodType<UploadView> = z.object({
  id: z.uuid(),
  name: z.string().min(1).max(300),
  size: z.number().int().nonnegative(),
});
export const sayBody: z.ZodType<SayBody> = z
  .object({
    ...act,
    text: z.string().trim().max(WORDS_MAX),
    files: z.array(upload).max(10).optional(),
    beneath: z.string().optional(),
  })
  .refine(({ text, files = [] }) => text !== '' || files.length > 0);
export const pressBody: z.ZodType<PressBody> = z.object({
  ...act,
  messageId: z.string().optional(),
  look: z.string(),
  pressed: z.unknown(),
});
export const submitBody: z.ZodType<SubmitBody> = z.object({
  ...act,
  messageId: z.string().optional(),
  look: z.string(),
  submitted: z.unknown(),
});

export const shareBody: z.ZodType<ShareBody> = z.object({ ...act, messageId: z.string(), look: z.string() });

const from = { as: person, conversation: address, messageId: z.string().optional() };

const refs = z
  .array(z.object({ id: z.string(), name: z.string(), bytes: z.number().optional(), handle: z.string() }))
  .readonly();
const beneath = z.object({ messages: z.array(z.string()).readonly(), isThread: z.boolean() });
const thread = z.object({ handle: z.string(), withinMs: z.number() });
const said = {
  ...from,
  text: z.string(),
  files: refs.optional(),
  beneath: beneath.optional(),
  thread: thread.optional(),
};

/** What the inbox keeps of a delivery: enough to handle it again after a crash, with the looks already read away. */
const record = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('line'), ...said }),
  z.object({ kind: z.literal('message'), ...said }),
  z.object({ kind: z.literal('press'), ...from, command: z.string(), input: values }),
  z.object({
    kind: z.literal('submit'),
    ...from,
    command: z.string(),
    hidden: values,
    values: z.record(z.string(), z.string()),
    files: z.record(z.string(), refs).readonly().optional(),
  }),
  z.object({
    kind: z.literal('shared'),
    ...from,
    text: z.string(),
    author: z.string().exactOptional(),
    at: z.string().exactOptional(),
    thread: thread.exactOptional(),
  }),
]);

export type Recorded = z.infer<typeof record>;

export function parseRecord(body: Buffer): InboundEvent {
  return toEvent(record.parse(JSON.parse(body.toString('utf8'))));
}

export function toEvent({ as, conversation, messageId, ...what }: Recorded): InboundEvent {
  return {
    sender: senderOf(as),
    place: placeAt(conversation),
    ...(messageId === undefined ? {} : { source: { messageId } }),
    ...what,
  };
}

export function senderOf(userId: string): Sender {
  return { platform: PLATFORM, workspace: WORKSPACE, externalId: userId };
}

export function placeAt(address: string): Place {
  return { platform: PLATFORM, workspace: WORKSPACE, address, direct: address !== SALES };
}

export function directAddress(userId: string): string {
  return `direct:${userId}`;
}

/** What said words are to the bot: a slash line, a message, or (in the channel, unless addressed) nothing. */
export function readWords(text: string, conversation: string): { kind: 'line' | 'message'; text: string } | undefined {
  const line = /^\/crm(?:\s+|$)(.*)$/is.exec(text);
  if (line) return { kind: 'line', text: line[1] ?? '' };
  if (conversation !== SALES) return { kind: 'message', text };
  const mention = /^[@＠](?:Parley(?![\p{L}\p{N}])|洽谈)[\s:：,，]*(.*)$/isu.exec(text);
  return mention ? { kind: 'message', text: mention[1] ?? '' } : undefined;
}

export function toRefs(files: readonly UploadView[] | undefined): FileRef[] {
  return (files ?? []).map(({ id, name, size }) => ({ id, name, bytes: size, handle: id }));
}
