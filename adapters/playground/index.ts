import { randomUUID } from 'node:crypto';
import type { Adapter } from '../../bot/contract.ts';
import type { PlatformTools, RunningPlatform } from '../platform.ts';
import { Album } from './album.ts';
import { answerWith } from './answer.ts';
import { Conversations } from './client.ts';
import { gone } from './errors.ts';
import { readPage } from './files.ts';
import type { Look } from './looks/look.ts';
import { directAddress, PLATFORM, parseRecord, placeAt } from './parse.ts';
import { type Person, renderCard } from './render.ts';
import { createRoutes } from './routes.ts';
import { createStreams } from './stream.ts';
import { readThread } from './threads.ts';
import { Uploads } from './uploads.ts';

export type { Look } from './looks/look.ts';
export { LOOKS } from './looks.ts';
export type { Person } from './render.ts';

export type PlaygroundOptions = {
  /** Random, of URL-safe letters; whoever has it acts as anybody. */
  token: string;
  /** Everybody of the company who may be tried on. */
  people(): Promise<readonly Person[]>;
  looks: readonly Look[];
};

/** A chat platform of its own on this machine: a fourth adapter, not a second bot. */
export const playground = { name: PLATFORM, start };

async function start(
  { token, people, looks: given }: PlaygroundOptions,
  { ingress, clock, pictures }: PlatformTools,
): Promise<RunningPlatform> {
  const album = new Album(pictures);
  const looks = given.map((look) => album.in(look));
  const conversations = new Conversations(clock);
  const streams = createStreams(conversations);
  const files = await readPage();
  const uploads = new Uploads();

  const adapter: Adapter = {
    platform: PLATFORM,
    async answer(event, reply) {
      const { message } = answerWith({ conversations, looks }, { event, reply, hasWindow: false });
      return message && { messageId: message.id };
    },
    async download({ handle, id }) {
      return uploads.open(handle || id);
    },
    async readThread(thread) {
      return readThread(conversations, thread);
    },
    async send(place, card, { effectId }) {
      const body = renderCard(card, looks);
      const { id } = conversations.post({ conversation: place.address, body, key: `effect:${effectId}` });
      return { messageId: id };
    },
    async update(place, messageId, card) {
      if (!conversations.redraw(place.address, messageId, renderCard(card, looks))) throw gone();
    },
    async direct({ externalId }) {
      return placeAt(directAddress(externalId));
    },
    async profile({ externalId }) {
      const person = (await people()).find(({ userId }) => userId === externalId);
      return person && { name: person.name, email: person.email, locale: person.locale };
    },
    parse: parseRecord,
  };

  const routes = createRoutes({
    token,
    epoch: randomUUID(),
    people,
    looks,
    conversations,
    ingress,
    album,
    streams,
    files,
    uploads,
  });
  return { adapter, routes, stop: async () => streams.closeAll() };
}
