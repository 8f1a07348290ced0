// Beside the seven: what happens when a person says, presses or submits something on the page.
import type { Ingress, Outcome } from '../platform.ts';
import { answerWith } from './answer.ts';
import { type Conversations, isVisibleTo, type Message } from './client.ts';
import { NotUnderstood, understand } from './errors.ts';
import type { Look } from './looks/look.ts';
import { directAddress, type Recorded, readWords, SALES, toEvent, toRefs, WORKSPACE } from './parse.ts';
import { type Person, renderEntry, renderWindow } from './render.ts';
import { toThread } from './threads.ts';
import type { ActedView, PressBody, SayBody, ShareBody, SubmitBody } from './wire.ts';

export type Surface = { conversations: Conversations; looks: readonly Look[]; ingress: Ingress };

type Act = { id: string; recorded: Recorded; hasWindow: boolean };

export async function say(surface: Surface, { body, person }: { body: SayBody; person: Person }): Promise<ActedView> {
  const { id, as, conversation, text, beneath } = body;
  const files = toRefs(body.files);
  const words = readWords(text, conversation);
  const message = surface.conversations.post({
    conversation,
    author: { userId: person.userId, name: person.name },
    // Slack shows nobody else what was typed after a slash.
    only: words?.kind === 'line' && conversation === SALES ? as : undefined,
    key: `say:${id}`,
    body: { kind: 'words', text: [text, ...files.map(({ name }) => `📎 ${name}`)].filter(Boolean).join('\n') },
  });
  if (!words) return { status: 'done', messages: [renderEntry(message, as)] };
  const sending = {
    ...(files.length > 0 ? { files } : {}),
    ...(beneath ? { beneath: { messages: [beneath], isThread: false } } : {}),
    ...(words.kind === 'message' && conversation === SALES ? { thread: toThread(conversation) } : {}),
  };
  const acted = await run(surface, {
    id,
    recorded: { as, conversation, ...words, ...sending },
    hasWindow: words.kind === 'line',
  });
  return { ...acted, messages: [renderEntry(message, as), ...acted.messages] };
}

/** A button of a message. It has a window to open, unless it is the one that submits a form standing there. */
export async function press(surface: Surface, { body, look }: { body: PressBody; look: Look }): Promise<ActedView> {
  const acted = understand(() => look.readPress(body.pressed));
  return run(surface, { id: body.id, recorded: { ...from(body), ...acted }, hasWindow: acted.kind === 'press' });
}

export async function submit(surface: Surface, { body, look }: { body: SubmitBody; look: Look }): Promise<ActedView> {
  const acted = understand(() => look.readSubmit(body.submitted));
  return run(surface, { id: body.id, recorded: { ...from(body), ...acted }, hasWindow: true });
}

/** A message picked to be put on record: where its platform has a menu for that, a window; where it is forwarded, the private chat. */
export async function share(
  surface: Surface,
  { body, person, look }: { body: ShareBody; person: Person; look: Look },
): Promise<ActedView> {
  const { id, as, conversation, messageId } = body;
  const message = surface.conversations.list(conversation).find((each) => each.id === messageId);
  if (message?.body.kind !== 'words' || !isVisibleTo(message, person.userId))
    throw new NotUnderstood('no such message');
  const { author, at } = message;
  const thread = { thread: toThread(conversation, message) };
  const picked = {
    text: message.body.text,
    ...(author ? { author: author.name } : {}),
    at: at.toISOString(),
    ...(look.shares === 'thread' && conversation === SALES ? thread : {}),
  };
  const recorded: Recorded =
    look.shares === 'forwarded'
      ? { kind: 'shared', as, conversation: directAddress(as), text: '', ...thread }
      : { kind: 'shared', as, conversation, ...picked };
  return run(surface, { id, recorded, hasWindow: look.shares !== 'forwarded' });
}

function from({ as, conversation, messageId }: PressBody | SubmitBody) {
  return messageId === undefined ? { as, conversation } : { as, conversation, messageId };
}

async function run(surface: Surface, { id, recorded, hasWindow }: Act): Promise<ActedView> {
  const event = toEvent(recorded);
  const outcome = await surface.ingress.runNow({
    workspace: WORKSPACE,
    dedupeKey: id,
    body: Buffer.from(JSON.stringify(recorded)),
    event,
  });
  const reply = replyOf(outcome);
  const status = outcome.kind === 'reply' ? 'done' : outcome.kind;
  const answered = reply ? answerWith(surface, { event, reply, hasWindow, key: `reply:${id}` }) : {};
  const { message, window, trouble } = answered;
  if (outcome.kind === 'reply') outcome.receipt?.delivered(message && { messageId: message.id });
  return {
    status,
    messages: seenBy(recorded.as, message),
    ...(window ? { window: { shown: renderWindow(window, surface.looks) } } : {}),
    ...(trouble === undefined ? {} : { trouble }),
  };
}

function replyOf(outcome: Outcome) {
  return outcome.kind === 'reply' || outcome.kind === 'unavailable' ? outcome.reply : undefined;
}

function seenBy(viewer: string, message: Message | undefined) {
  return message && isVisibleTo(message, viewer) ? [renderEntry(message, viewer)] : [];
}
