// A file of its own: which of Teams' ways a reply takes, by how it was asked for and by what is still open.

import { type Card, formOf } from '../../bot/cards/card.ts';
import { PlatformError, type Reply } from '../../bot/contract.ts';
import { clip, WORKING } from '../words.ts';
import type { Accepted, Surface } from './accepted.ts';
import type { TeamsClient } from './client.ts';
import { NOT_THERE } from './errors.ts';
import { INLINE_INPUTS, TOAST } from './limits.ts';
import { type Message, renderMessage, renderNotice, renderOpener, renderOwnView, toTitle } from './render.ts';
import { type Response, toCard, toMessage, toToast, toWindow } from './responses.ts';
import { readAddress } from './wire.ts';

/** What is answered, and all that is known about where. */
export type Asked = Pick<Accepted, 'event' | 'origin'>;

/** What a response says, and what goes on after it. */
export type Answer = { response: Response; after?: () => Promise<unknown> };

/** Said in the open to whoever cannot be answered privately. */
const HOW_TO = {
  text: '请先添加 Parley：在 Teams 左侧“应用”中搜索 Parley 并点击“添加”，之后我就能私信回复你。\n\nPlease add Parley first: find it under Apps and choose Add. Then I can answer you privately.',
};

/** Answers while the request is open: a card, a toast or a window in the response itself. */
export function answerNow(client: TeamsClient, asked: Accepted, reply: Reply | undefined): Promise<Answer> {
  const { surface } = asked;
  switch (surface.kind) {
    case 'message':
      return Promise.resolve({ response: undefined });
    case 'card':
      return reply ? answerCard(client, asked, reply) : Promise.resolve({ response: undefined });
    case 'dialog':
      return answerDialog(client, asked, surface, reply);
  }
}

/** Says that it is still being done; the answer follows through `answerLater`. */
export function answerWorking(surface: Surface): Response {
  switch (surface.kind) {
    case 'message':
      return undefined;
    case 'card':
      return toToast(WORKING);
    case 'dialog':
      return toMessage(WORKING);
  }
}

/** Answers when no request is open any more. */
export async function answerLater(client: TeamsClient, asked: Asked, reply: Reply): Promise<void> {
  const { event, origin } = asked;
  switch (reply.kind) {
    case 'notice':
      return privately(client, asked, renderNotice(reply.text, reply.tone), reply);
    case 'form':
      return isOwnForm(asked)
        ? redraw(client, asked, renderMessage(reply.card), reply)
        : privately(client, asked, renderMessage(reply.card), reply);
    case 'card': {
      const message = renderMessage(reply.card, { direct: origin.direct });
      if (isOwnForm(asked) || (reply.inPlace && event.source && isForAll(asked, reply))) {
        return redraw(client, asked, message, reply);
      }
      return tell(client, asked, message, reply);
    }
  }
}

async function answerCard(client: TeamsClient, asked: Accepted, reply: Reply): Promise<Answer> {
  switch (reply.kind) {
    case 'notice':
      return { response: toToast(renderNotice(reply.text, reply.tone).text) };
    case 'form':
      return answerWithForm(client, asked, reply.card);
    case 'card':
      return reply.inPlace || asked.event.kind === 'submit'
        ? answerInPlace(client, asked, reply)
        : answerBelow(client, asked, reply);
  }
}

async function answerWithForm(client: TeamsClient, { event, origin }: Accepted, card: Card): Promise<Answer> {
  const isLong = (formOf(card)?.inputs.length ?? 0) > INLINE_INPUTS;
  const opener = isLong && event.kind === 'press' ? renderOpener(card, event) : undefined;
  const message = renderMessage(card);
  if (!origin.direct) {
    // In company the form takes the card's place for this person alone; nobody else sees what he types.
    return { response: toCard(opener ?? renderOwnView(card)) };
  }
  if (event.kind === 'submit') {
    return { response: toCard(message.card) };
  }
  await client.post(readAddress(origin.address), opener ? { ...message, card: opener } : message);
  return { response: toToast(toastOf(card)) };
}

type CardReply = Extract<Reply, { kind: 'card' }>;

async function answerInPlace(client: TeamsClient, asked: Accepted, reply: CardReply): Promise<Answer> {
  const { event, origin } = asked;
  const message = renderMessage(reply.card, { direct: origin.direct });
  const response = toCard(origin.direct ? message.card : renderOwnView(reply.card));
  const spot = readAddress(origin.address);
  const { messageId } = origin;
  if (!isForAll(asked, reply)) {
    return { response };
  }
  if (event.kind === 'submit' && origin.isOwnView && !reply.inPlace) {
    // The form stood on a view of his own: the shared card stays as it is, and the result is news.
    return { response, after: () => client.post(spot, message) };
  }
  return messageId ? { response, after: () => client.update(spot, messageId, message) } : { response };
}

async function answerBelow(
  client: TeamsClient,
  asked: Accepted,
  { aside: _said, ...reply }: CardReply,
): Promise<Answer> {
  await tell(client, asked, renderMessage(reply.card, { direct: asked.origin.direct }), reply);
  return { response: toToast(toastOf(reply.card)) };
}

type DialogSurface = Extract<Surface, { kind: 'dialog' }>;

async function answerDialog(
  client: TeamsClient,
  asked: Accepted,
  { opens, of }: DialogSurface,
  reply: Reply | undefined,
): Promise<Answer> {
  switch (reply?.kind) {
    case undefined:
      return { response: undefined };
    case 'notice':
      return { response: toMessage(renderNotice(reply.text, reply.tone).text) };
    case 'form':
      return { response: toWindow(reply.card) };
    case 'card': {
      // The extension works also where the bot is no member; and what is for one person stays in his window.
      const isHere = opens || of === 'extension' || !isForAll(asked, reply);
      if (isHere) {
        return { response: toWindow(reply.card) };
      }
      try {
        await answerLater(client, asked, reply);
        return { response: undefined };
      } catch (error) {
        if (error instanceof PlatformError && !error.retryable) {
          return { response: toWindow(reply.card) };
        }
        throw error;
      }
    }
  }
}

/** A form that is a message of its own, which its result replaces. */
function isOwnForm({ event, origin }: Asked): boolean {
  return event.kind === 'submit' && event.source !== undefined && origin.direct;
}

function isForAll({ origin }: Asked, reply: CardReply): boolean {
  return origin.direct || reply.audience === 'place';
}

/** Changes the message that was acted on, or posts another where it is gone. */
async function redraw(client: TeamsClient, asked: Asked, message: Message, reply: Reply): Promise<void> {
  const { address } = asked.origin;
  const messageId = asked.event.source?.messageId;
  if (messageId) {
    try {
      return await client.update(readAddress(address), messageId, message);
    } catch (error) {
      if (!(error instanceof PlatformError && error.code === 'gone')) {
        throw error;
      }
    }
  }
  return tell(client, asked, message, reply);
}

async function tell(client: TeamsClient, asked: Asked, message: Message, reply: Reply): Promise<void> {
  if (reply.kind === 'card' && isForAll(asked, reply)) {
    await client.post(readAddress(asked.origin.address), message);
  } else {
    await privately(client, asked, message, reply);
  }
}

/** To the one who asked alone; in company a short line says so, or how he can be reached. */
async function privately(client: TeamsClient, asked: Asked, message: Message, { aside }: Reply): Promise<void> {
  const { event, origin } = asked;
  const spot = readAddress(origin.address);
  if (origin.direct) {
    await client.post(spot, message);
    return;
  }
  try {
    await client.post(readAddress(await client.open(event.sender)), message);
  } catch (error) {
    if (!(error instanceof PlatformError && error.code === NOT_THERE)) {
      throw error;
    }
    await client.post(spot, HOW_TO);
    return;
  }
  if (aside) {
    // The answer is given; that it is, is not worth giving it twice.
    await client.post(spot, { text: aside }).catch(unlessOurs);
  }
}

function unlessOurs(error: unknown): void {
  if (!(error instanceof PlatformError)) {
    throw error;
  }
}

function toastOf(card: Card): string {
  return clip(toTitle(card), TOAST);
}
