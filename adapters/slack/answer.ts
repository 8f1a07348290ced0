// A file of its own: which of Slack's many ways a reply takes, by how it was asked for and by what is still open.

import type { ModalView } from '@slack/types';
import type { Card } from '../../bot/cards/card.ts';
import { type Audience, PlatformError, type Reply } from '../../bot/contract.ts';
import { FAILURES } from '../../core/errors.ts';
import { clip, WORKING } from '../words.ts';
import type { SlackClient } from './client.ts';
import { INPUT_HINT } from './limits.ts';
import type { Accepted, Surface } from './parsed.ts';
import { type Message, renderHome, renderMessage, renderModal, renderNotice } from './render.ts';
import { type Asked, quietly, redraw, takeAway, tell } from './ways.ts';
import { type Origin, readAddress } from './wire.ts';

/** What the HTTP response tells Slack to do; nothing where that was done by a call. */
export type Ack = Record<string, unknown> | undefined;

const WINDOW_TITLE = 'Parley';

/** Answers while the request is open: Slack takes most answers in the response itself. */
export function answerNow(client: SlackClient, asked: Accepted, reply: Reply | undefined): Promise<Ack> {
  const { surface } = asked;
  switch (surface.kind) {
    case 'event':
      return Promise.resolve(undefined);
    case 'command':
      return answerCommand(client, asked, surface.trigger, reply);
    case 'shortcut':
      return reply ? answerShortcut(client, asked, surface.trigger, reply) : Promise.resolve(undefined);
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
      return toResponse(renderNotice(WORKING, 'info'));
    case 'submission':
      return { response_action: 'clear' };
    case 'shortcut':
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

/** The same where nothing can be called: said in the response, where that takes words; what is undefined Slack sends again. */
export function answerWithoutToken({ surface, origin }: Accepted): Ack {
  const { zh, en } = FAILURES.unavailable;
  const reply: Reply = { kind: 'notice', text: `${zh} · ${en}`, tone: 'bad' };
  switch (surface.kind) {
    case 'command':
      return toResponse(renderNotice(reply.text, reply.tone));
    case 'submission':
      return { response_action: 'push', view: toWindow(reply, origin) };
    case 'shortcut':
    case 'press':
    case 'event':
      return undefined;
  }
}

/** Answers when no request is open any more: no trigger, perhaps no response URL. */
export async function answerLater(client: SlackClient, asked: Asked, reply: Reply): Promise<void> {
  if (asked.event.kind === 'home') {
    return client.publishHome(asked.event.sender.externalId, renderHome(toCard(reply)));
  }
  switch (reply.kind) {
    case 'notice':
      return tell(client, asked, renderNotice(reply.text, reply.tone));
    case 'form':
      return tell(client, asked, renderMessage(reply.card));
    case 'card':
      return reply.inPlace ? redraw(client, asked, reply.card, reply.audience) : tellAndSuggest(client, asked, reply);
  }
}

async function tellAndSuggest(
  client: SlackClient,
  asked: Asked,
  { card, audience, suggestions = [] }: Extract<Reply, { kind: 'card' }>,
): Promise<void> {
  await tell(client, asked, renderMessage(card), audience);
  if (suggestions.length > 0 && asked.event.kind === 'joined' && asked.origin.direct) {
    // Only an app with Slack's assistant has room for them; the words are said either way.
    await client.suggest(readAddress(asked.origin.address), suggestions).catch(quietly);
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
      return toResponse(renderNotice(reply.text, reply.tone));
    case 'card': {
      const message = renderMessage(reply.card);
      // Of what Slack refuses in the response itself, nobody hears.
      return message.plainer ? tell(client, asked, message, reply.audience) : toResponse(message, reply.audience);
    }
    case 'form':
      return (await opens(client, asked, trigger, reply.card)) ? undefined : toResponse(renderMessage(reply.card));
  }
}

async function answerShortcut(client: SlackClient, asked: Asked, trigger: string, reply: Reply): Promise<Ack> {
  return reply.kind === 'form' && (await opens(client, asked, trigger, reply.card))
    ? undefined
    : tell(client, asked, toMessage(reply), 'asker', { fleeting: true });
}

/** On the person's own page: the page anew where the answer is that, else a window over it. */
async function answerOnHome(client: SlackClient, asked: Asked, { trigger }: Press, reply: Reply): Promise<Ack> {
  if (reply.kind === 'card' && reply.inPlace) {
    return redraw(client, asked, reply.card, reply.audience);
  }
  return trigger && (await opens(client, asked, trigger, toCard(reply)))
    ? undefined
    : tell(client, asked, toMessage(reply));
}

type Press = Extract<Surface, { kind: 'press' }>;

async function answerPress(client: SlackClient, asked: Asked, press: Press, reply: Reply): Promise<Ack> {
  if (press.isHome) {
    return answerOnHome(client, asked, press, reply);
  }
  if (press.viewId) {
    return answerInWindow(client, asked, press.viewId, press.trigger, reply);
  }
  const isInlineForm = asked.event.kind === 'submit';
  switch (reply.kind) {
    case 'notice':
      return tell(client, asked, renderNotice(reply.text, reply.tone), 'asker', { fleeting: true });
    case 'form':
      if (isInlineForm) {
        return redraw(client, asked, reply.card);
      }
      return press.trigger && (await opens(client, asked, press.trigger, reply.card))
        ? undefined
        : tell(client, asked, renderMessage(reply.card));
    case 'card':
      if (isInlineForm && reply.audience === 'place' && readAddress(asked.origin.address).ephemeral) {
        await tell(client, asked, renderMessage(reply.card), 'place');
        return takeAway(client, asked);
      }
      return reply.inPlace || isInlineForm
        ? redraw(client, asked, reply.card, reply.audience)
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

function toResponse({ text, blocks }: Message, audience: Audience = 'asker'): Ack {
  const response_type = audience === 'place' ? 'in_channel' : 'ephemeral';
  return { response_type, text, blocks, unfurl_links: false, unfurl_media: false };
}

function toWindow(reply: Reply, origin: Origin): ModalView {
  return renderModal(toCard(reply), origin);
}

function toMessage(reply: Reply): Message {
  return reply.kind === 'notice' ? renderNotice(reply.text, reply.tone) : renderMessage(reply.card);
}

/** For what is no message and needs a title. */
function toCard(reply: Reply): Card {
  return reply.kind === 'notice' ? { title: WINDOW_TITLE, body: [{ type: 'text', text: reply.text }] } : reply.card;
}
