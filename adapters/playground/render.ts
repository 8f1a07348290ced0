import { type Card, formOf } from '../../bot/cards/card.ts';
import { ROLE_NAMES, type Role } from '../../core/actor.ts';
import { COMMA, type Locale } from '../../core/text.ts';
import type { Message } from './client.ts';
import type { Look } from './looks/look.ts';
import { directAddress } from './parse.ts';
import type { BodyView, MessageView, PersonView, Shown } from './wire.ts';

/** One of the company, as the composition root knows him. */
export type Person = {
  userId: string;
  name: string;
  email: string;
  roles: readonly Role[];
  locale: Locale;
  title: string;
};

/** Rendered when posted, not when looked at: a card a look cannot show fails its sender, as the platform would. */
export function renderCard(card: Card, looks: readonly Look[]): BodyView {
  const shown = Object.fromEntries(looks.map((look) => [look.name, look.message(card)]));
  return { kind: 'card', shown, hasForm: formOf(card) !== undefined };
}

export function renderWindow(card: Card, looks: readonly Look[]): Shown {
  return Object.fromEntries(looks.map((look) => [look.name, look.window(card)]));
}

/** `locale` is the reader's. */
export function renderPerson(person: Person, messages: readonly Message[], locale: Locale): PersonView {
  const names = person.roles.map((role) => ROLE_NAMES[role][locale]).join(COMMA[locale]);
  const newest = messages.findLast(({ author }) => author === undefined)?.number ?? 0;
  return {
    userId: person.userId,
    name: person.name,
    role: person.title || names,
    locale: person.locale,
    address: directAddress(person.userId),
    newest,
  };
}

export function renderEntry(message: Message, viewer: string): MessageView {
  const { id, conversation, number, version, at, author, only, body } = message;
  return {
    id,
    conversation,
    number,
    version,
    at: at.toISOString(),
    ...(author ? { author: author.name } : {}),
    mine: author?.userId === viewer,
    private: only !== undefined,
    body,
  };
}
