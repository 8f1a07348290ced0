// A twelfth file: which of Slack's many ways a reply takes, by how it was asked for and by what is still open.

import type { ModalView } from '@slack/types';
import type { Card } from '../../bot/cards/card.ts';
import { PlatformError, type Reply } from '../../bot/contract.ts';
import { clip } from '../words.ts';
import type { SlackClient } from './client.ts';
import { INPUT_HINT } from './limits.ts';
import type { Accepted, Surface } from './parse.ts';
import { type Message, renderMessage, renderModal, renderNotice } from './render.ts';
import { type Origin, readAddress } from './wire.ts';

/** What is answered, and all that is known about where. */
export type Asked = Pick<Accepted, 'event' | 'origin'>;

/** What the HTTP response tells Slack to do; nothing where that was done by a call. */
export type Ack = Record<string, unknown> | undefined;

type Audience = Extract<Reply, { kind: 'card' }>['audience'];

/** Said before anybody's language is known. */
const WORKING = '正在处理… · Working on it…';
const WINDOW_TITLE = 'Parley';

/** Answers while the request is open: Slack takes most answers in the response itself. */
export function answerNow(client: SlackClient, asked: Accepted, reply: Reply | undefined): Promise<Ack> {
  const { surface } = asked;
  switch (surface.kind) {
    case 'event':
      return Promise.resolve(undefined);
    case 'command':
      return answerCommand(client, asked, surface.trigger, reply);
    case 'press':
      return reply ? answerPress(client, asked, surface, reply) : Promise.resolve(undefined);
    case 'submission':
      return answerSubmission(client, asked, surface, reply);
  }
}

/** Says that it is still being done; the answer follows through `answerLater`. */
export function answerWorking({ surface }: Accepted): Ack {
  switch (surface.kind) {
    case 'command':
      return toResponse(renderNotice(WORKING, 'info'), 'asker');
    case 'submission':
      return { response_action: 'clear' };
    case 'press':
    case 'event':
      return undefined;
  }
}

/** Nothing was done. A window stays open beneath the news, so that nothing typed is lost. */
export function answerUnavailable(client: SlackClient, accepted: Accepted, reply: Reply): Promise<Ack> {
  return accepted.surface.kind === 'submission'
    ? Promise.resolve({ response_action: 'push', view: toWindow(reply, accepted.origin) })
    : answerNow(client, accepted, reply);
}

/** Answers when no request is open any more: no trigger, perhaps no response URL. */
export async function answerLater(client: SlackClient, asked: Asked, reply: Reply): Promise<void> {
  switch (reply.kind) {
    case 'notice':
      return tell(client, asked, renderNotice(reply.text, reply.tone), 'asker');
    case 'form':
      return tell(client, asked, renderMessage(reply.card), 'asker');
    case 'card':
      return reply.inPlace
        ? redraw(client, asked, renderMessage(reply.card), reply.audience)
        : tell(client, asked, renderMessage(reply.card), reply.audience);
  }
}

async function answerCommand(
  client: SlackClient,
  asked: Asked,
  trigger: string,
  reply: Reply | undefined,
): Promise<Ack> {
  switch (reply?.kind) {
    case undefined:
      return undefined;
    case 'notice':
      return toResponse(renderNotice(reply.text, reply.tone), 'asker');
    case 'card': {
      const message = renderMessage(reply.card);
      // Of what Slack refuses in the response itself, nobody hears.
      return message.plainer ? tell(client, asked, message, reply.audience) : toResponse(message, reply.audience);
    }
    case 'form':
      return (await opens(client, asked, trigger, reply.card))
        ? undefined
        : toResponse(renderMessage(reply.card), 'asker');
  }
}

type Press = Extract<Surface, { kind: 'press' }>;

async function answerPress(client: SlackClient, asked: Asked, press: Press, reply: Reply): Promise<Ack> {
  if (press.viewId) {
    return answerInWindow(client, asked, press.viewId, press.trigger, reply);
  }
  const isInlineForm = asked.event.kind === 'submit';
  switch (reply.kind) {
    case 'notice':
      return tell(client, asked, renderNotice(reply.text, reply.tone), 'asker', { fleeting: true });
    case 'form':
      if (isInlineForm) {
        return redraw(client, asked, renderMessage(reply.card), 'asker');
      }
      return press.trigger && (await opens(client, asked, press.trigger, reply.card))
        ? undefined
        : tell(client, asked, renderMessage(reply.card), 'asker');
    case 'card':
      if (isInlineForm && reply.audience === 'place' && readAddress(asked.origin.address).ephemeral) {
        await tell(client, asked, renderMessage(reply.card), 'place');
        return takeAway(client, asked);
      }
      return reply.inPlace || isInlineForm
        ? redraw(client, asked, renderMessage(reply.card), reply.audience)
        : tell(client, asked, renderMessage(reply.card), reply.audience);
  }
}

async function answerInWindow(
  client: SlackClient,
  asked: Asked,
  viewId: string,
  trigger: string | undefined,
  reply: Reply,
): Promise<Ack> {
  const view = toWindow(reply, asked.origin);
  if (reply.kind === 'notice' && trigger) {
    await client.pushView(trigger, view);
  } else {
    await client.updateView(viewId, view);
  }
  return undefined;
}

type Submission = Extract<Surface, { kind: 'submission' }>;

async function answerSubmission(
  client: SlackClient,
  asked: Asked,
  { blocks }: Submission,
  reply: Reply | undefined,
): Promise<Ack> {
  switch (reply?.kind) {
    case undefined:
      return { response_action: 'clear' };
    case 'notice':
      return { response_action: reply.tone === 'bad' ? 'push' : 'update', view: toWindow(reply, asked.origin) };
    case 'form':
      return toErrors(reply.card, blocks) ?? { response_action: 'update', view: toWindow(reply, asked.origin) };
    case 'card':
      try {
        await answerLater(client, asked, reply);
        return { response_action: 'clear' };
      } catch (error) {
        if (error instanceof PlatformError) {
          // The window is the one place that is certainly there.
          return { response_action: 'update', view: toWindow(reply, asked.origin) };
        }
        throw error;
      }
  }
}

/** Errors beside the fields of the very window that was sent; undefined where another has to be shown. */
function toErrors(card: Card, blocks: ReadonlyMap<string, string>): Ack {
  const inputs = card.body.flatMap((node) => (node.type === 'form' ? node.form.inputs : []));
  const errors = inputs.flatMap(({ name, error }) => {
    const block = blocks.get(name);
    return error && block ? [[block, clip(error, INPUT_HINT)]] : [];
  });
  const isSameForm = inputs.length === blocks.size && inputs.every(({ name }) => blocks.has(name));
  return isSameForm && errors.length > 0
    ? { response_action: 'errors', errors: Object.fromEntries(errors) }
    : undefined;
}

/** False where the trigger was used or has expired. */
async function opens(client: SlackClient, asked: Asked, trigger: string, card: Card): Promise<boolean> {
  try {
    await client.openView(trigger, renderModal(card, asked.origin));
    return true;
  } catch (error) {
    if (error instanceof PlatformError) {
      return false;
    }
    throw error;
  }
}

/** Changes the message that was acted on, or posts another where it is gone. */
function redraw(client: SlackClient, asked: Asked, message: Message, audience: Audience): Promise<undefined> {
  const spot = readAddress(asked.origin.address);
  const { responseUrl } = spot;
  const messageId = asked.origin.messageId;
  if (!messageId) {
    return tell(client, asked, message, audience);
  }
  return firstOf([
    ...(spot.ephemeral ? [] : [() => client.update(spot, messageId, message)]),
    ...(responseUrl ? [() => client.respond(responseUrl, message, { replaceOriginal: true })] : []),
    () => tell(client, asked, message, audience),
  ]);
}

async function takeAway(client: SlackClient, asked: Asked): Promise<undefined> {
  const { responseUrl } = readAddress(asked.origin.address);
  if (responseUrl) {
    await client.respond(responseUrl, undefined, { deleteOriginal: true });
  }
}

/** Posts a message. `fleeting` ones are for one person even where nobody else reads. */
function tell(
  client: SlackClient,
  asked: Asked,
  message: Message,
  audience: Audience,
  { fleeting = false } = {},
): Promise<undefined> {
  const spot = readAddress(asked.origin.address);
  const { responseUrl } = spot;
  const person = asked.event.sender.externalId;
  const respond = (inChannel: boolean) =>
    responseUrl ? [() => client.respond(responseUrl, message, { inChannel })] : [];
  // Slack takes a person's id for the conversation between him and the bot.
  const privately = () => client.post({ channel: person }, message);
  if (asked.origin.direct && !(fleeting && responseUrl)) {
    return firstOf([() => client.post(spot, message), privately]);
  }
  if (audience === 'asker') {
    return firstOf([...respond(false), () => client.postEphemeral(spot, person, message), privately]);
  }
  // A command works also where the bot is no member, and only its response URL does.
  const post = () => client.post(spot, message);
  return firstOf(asked.event.kind === 'line' ? [...respond(true), post] : [post, ...respond(true)]);
}

/** The first way that is open. A failure that may pass is not worked around: the message could arrive twice. */
async function firstOf(ways: (() => Promise<unknown>)[]): Promise<undefined> {
  for (const [at, way] of ways.entries()) {
    try {
      await way();
      return;
    } catch (error) {
      if (at === ways.length - 1 || !(error instanceof PlatformError) || error.retryable) {
        throw error;
      }
    }
  }
}

function toResponse({ text, blocks }: Message, audience: Audience): Ack {
  const response_type = audience === 'place' ? 'in_channel' : 'ephemeral';
  return { response_type, text, blocks, unfurl_links: false, unfurl_media: false };
}

function toWindow(reply: Reply, origin: Origin): ModalView {
  return reply.kind === 'notice'
    ? renderModal({ title: WINDOW_TITLE, body: [{ type: 'text', text: reply.text }] }, origin)
    : renderModal(reply.card, origin);
}
