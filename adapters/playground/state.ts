// Beside the seven: all a page needs when it opens or somebody else is chosen on it.
import { type Conversations, isVisibleTo } from './client.ts';
import type { Look } from './looks/look.ts';
import { directAddress, SALES } from './parse.ts';
import { type Person, renderEntry, renderPerson } from './render.ts';
import type { StateView } from './wire.ts';

const BOT_NAME = { en: 'Parley', zh: '洽谈' } as const;

type Source = { epoch: string; conversations: Conversations; looks: readonly Look[] };

export function showState(
  { epoch, conversations, looks }: Source,
  { people, viewer }: { people: readonly Person[]; viewer: Person },
): StateView {
  const { userId, locale } = viewer;
  const view = (person: Person) => renderPerson(person, conversations.list(directAddress(person.userId)), locale);
  const messages = (address: string) =>
    conversations
      .list(address)
      .filter((message) => isVisibleTo(message, userId))
      .map((message) => renderEntry(message, userId));
  const direct = directAddress(userId);
  return {
    epoch,
    viewer: view(viewer),
    people: people.map(view),
    looks: looks.map(({ name, label }) => ({ name, label: label[locale] })),
    conversations: [
      { address: direct, name: BOT_NAME[locale], direct: true, messages: messages(direct) },
      { address: SALES, name: '#sales', direct: false, messages: messages(SALES) },
    ],
  };
}
