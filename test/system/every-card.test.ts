// Everything the bot says, as every platform would be sent it (R88, R101).
import { beforeAll, describe, expect, it } from 'vitest';
import type { CardNode } from '../../bot/cards/card.ts';
import { commandNamed, everyCommand } from '../../bot/commands/index.ts';
import { NOTICES } from '../../bot/notices/index.ts';
import { hasRole } from '../../core/actor.ts';
import { LOCALES } from '../../core/text.ts';
import { buttonsOf } from '../support/chat.ts';
import { type Exhibit, openGallery } from '../support/gallery.ts';
import { PLATFORMS } from '../support/platforms.ts';

let gallery: Exhibit[];
/** One of those that differ in nothing but which records they are about: a platform takes all of them or none. */
let distinct: Exhibit[];

beforeAll(async () => {
  gallery = await openGallery();
  distinct = [...new Map(gallery.map((each) => [likeness(each), each])).values()];
}, 600_000);

/** The card with its ids numbered as they come, so that what stands twice still does. */
function likeness({ locale, card }: Exhibit): string {
  const seen = new Map<string, number>();
  const numbered = JSON.stringify(card).replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, (id) => {
    seen.set(id, seen.get(id) ?? seen.size);
    return `#${seen.get(id)}`;
  });
  return locale + numbered;
}

describe.each(LOCALES)('the gallery in %s', (locale) => {
  const cards = () => gallery.filter((each) => each.locale === locale);

  it('has a card of every command that can be typed and of every notice', () => {
    const typed = everyCommand().filter(({ isInternal }) => !isInternal);
    const missing = typed.filter(
      ({ words }) => !cards().some(({ after }) => after.includes(`/crm ${words[locale][0]}`)),
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
    const untold = Object.keys(NOTICES).filter((name) => !cards().some(({ after }) => after.startsWith(`${name} to`)));
    expect(untold).toEqual([]);
  });

  it('gives every card a title, and words of its language', () => {
    const han = /\p{Script=Han}/u;
    // A record is called what it is called; what stands below its name is said in the reader's language.
    const isForeign = ({ after, card }: Exhibit) =>
      locale === 'zh' && !han.test(JSON.stringify(card)) && !after.includes('English');
    const wrong = cards().filter((each) => each.card.title.trim() === '' || isForeign(each));
    expect(wrong.map(({ after, card }) => `${after} → ${card.title}`)).toEqual([]);
  });
});

it('shows at most five buttons side by side, and five more behind their menu: a phone has no room for more', () => {
  const rowsOf = (node: CardNode): { buttons?: unknown[]; more?: unknown[] }[] =>
    node.type === 'actions' ? [node] : node.type === 'records' ? node.records : [];
  const isCrowded = ({ card }: Exhibit) =>
    card.body.flatMap(rowsOf).some(({ buttons = [], more = [] }) => buttons.length > 5 || more.length > 5);
  expect(gallery.filter(isCrowded).map(({ after, card }) => `${after} → ${card.title}`)).toEqual([]);
});

it('shows nobody a button that his role may not press (R85)', () => {
  const refused = gallery.flatMap(({ after, reader, card }) =>
    reader
      ? buttonsOf(card)
          .filter(({ command }) => !hasRole(reader, commandNamed(command).allow))
          .map(({ label }) => `${after}: ${label}`)
      : [],
  );
  expect(refused).toEqual([]);
});

/** What of a card nobody reads: what a press or a form carries, and addresses. */
const UNREAD: ReadonlySet<string> = new Set(['input', 'hidden', 'link', 'url', 'about', 'ownView']);

/** Every text of a card; of a form's input all but what stands in it to be changed. */
function textsOf(part: unknown): string[] {
  if (typeof part === 'string') {
    return [part];
  }
  if (typeof part !== 'object' || part === null) {
    return [];
  }
  const isInput = 'widget' in part;
  return Object.entries(part).flatMap(([key, each]) =>
    UNREAD.has(key) || (isInput && key === 'value') ? [] : textsOf(each),
  );
}

it('says no day as a machine writes it: a person reads 5月13日 周三 or Wed 13 May', () => {
  const stored = gallery.flatMap(({ after, card }) =>
    textsOf(card)
      .filter((text) => /\d{4}-\d\d-\d\d/u.test(text))
      .map((text) => `${after} → ${text}`),
  );
  expect(stored).toEqual([]);
});

describe.each(PLATFORMS)('on $name', ({ show, refuse }) => {
  it.each(LOCALES)('every card in %s is one the platform takes', (locale) => {
    const refused = distinct.flatMap(({ locale: of, after, card }) => {
      const why = of === locale ? refuse(card) : [];
      return why.length > 0 ? [`${after}: ${why.join(', ')}`] : [];
    });
    expect(refused).toEqual([]);
  });

  it.each(LOCALES)('no card in %s loses a button', (locale) => {
    const lost = distinct.flatMap(({ locale: of, after, card }) => {
      const shown = of === locale ? JSON.stringify(show(card)) : undefined;
      const labels = shown === undefined ? [] : buttonsOf(card).filter(({ label }) => !shown.includes(label));
      return labels.map(({ label }) => `${after}: ${label}`);
    });
    expect(lost).toEqual([]);
  });
});
