// A file of Slack’s own: the ways to a reader, tried one after the other, and a page or message drawn anew.

import type { Card } from '../../bot/cards/card.ts';
import { type Audience, PlatformError } from '../../bot/contract.ts';
import { firstOf } from '../first-of.ts';
import type { SlackClient } from './client.ts';
import type { Accepted } from './parsed.ts';
import { type Message, renderHome, renderMessage } from './render.ts';
import { readAddress } from './wire.ts';

/** What is answered, and all that is known about where. */
export type Asked = Pick<Accepted, 'event' | 'origin'>;

/** Changes the message that was acted on, or posts another where it is gone, or where others read it who should not (R104). */
export function redraw(
  client: SlackClient,
  asked: Asked,
  card: Card,
  audience: Audience = 'asker',
): Promise<undefined> {
  const spot = readAddress(asked.origin.address);
  const message = renderMessage(card);
  if (spot.home) {
    const publish = () => client.publishHome(asked.event.sender.externalId, renderHome(card));
    return firstOf([publish, () => tell(client, asked, message, audience)]);
  }
  const { responseUrl } = spot;
  const messageId = asked.origin.messageId;
  const isAmongOthers = !asked.origin.direct && !spot.ephemeral;
  if (!messageId || (audience === 'asker' && isAmongOthers)) {
    return tell(client, asked, message, audience);
  }
  return firstOf([
    ...(spot.ephemeral ? [] : [() => client.update(spot, messageId, message)]),
    ...(responseUrl ? [() => client.respond(responseUrl, message, { replaceOriginal: true })] : []),
    () => tell(client, asked, message, audience),
  ]);
}

export async function takeAway(client: SlackClient, asked: Asked): Promise<undefined> {
  const { responseUrl } = readAddress(asked.origin.address);
  if (responseUrl) {
    await client.respond(responseUrl, undefined, { deleteOriginal: true });
  }
}

/** Posts a message. `fleeting` ones are for one person even where nobody else reads. */
export function tell(
  client: SlackClient,
  asked: Asked,
  message: Message,
  audience: Audience = 'asker',
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

/** Lets through what is no failure of Slack's. */
export function quietly(error: unknown): undefined {
  if (!(error instanceof PlatformError)) {
    throw error;
  }
}
