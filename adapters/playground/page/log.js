/** @import { MessageView } from '../wire.ts' */
/** @import { App } from './app.js' */
/** @import { Hands } from './look.js' */
import { conversationOf, wordsOf } from './app.js';
import { h } from './dom.js';
import { drawMessage, forwards } from './look.js';
import { avatar } from './side.js';

/** @typedef {{ handsFor(message: MessageView): Hands, onSuggestion(text: string): void, onShare(message: MessageView): void }} LogHands */

/** What is drawn, and from what: only what changed is drawn again, so nothing half typed in a card is lost. */
/** @type {Map<string, { from: string, row: HTMLElement }>} */
let drawn = new Map();

/**
 * Centre: the conversation.
 * @param {HTMLElement} element
 * @param {App} app
 * @param {LogHands} hands
 */
export function drawLog(element, app, hands) {
  const words = wordsOf(app);
  const messages = conversationOf(app)?.messages ?? [];
  const last = messages.at(-1);
  const isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 120;
  const isNew = last !== undefined && !drawn.has(last.id);
  element.setAttribute('aria-label', conversationOf(app)?.name ?? '');
  element.classList.toggle('shows-json', app.showsJson);

  /** @type {typeof drawn} */
  const next = new Map();
  for (const message of messages) {
    const from = [message.version, app.look, app.showsJson, app.state.viewer.locale].join();
    const before = drawn.get(message.id);
    next.set(message.id, before?.from === from ? before : { from, row: drawRow(message, app, hands) });
  }
  drawn = next;
  const rows = [...next.values()].map(({ row }) => row);
  const isWorking = app.working.has(app.conversation);
  element.setAttribute('aria-busy', String(isWorking));
  const working = h('div', { class: 'working', role: 'status', 'aria-label': words.working }, h('i'), h('i'), h('i'));
  place(element, [...(rows.length > 0 ? rows : [drawWelcome(app, hands)]), ...(isWorking ? [working] : [])]);
  if (isNew && isAtEnd && !last.mine) showNewest(element);
  else if (isAtEnd || (isNew && last.mine)) element.scrollTop = element.scrollHeight;
  left = element.scrollTop;
}

/** Where drawing has left the log: a picture that arrives later moves nobody who has scrolled since. */
let left = 0;

/**
 * A picture has no height until it is there, so what it belongs to is brought into view once more.
 * @param {HTMLElement} element
 */
export function followPictures(element) {
  const follow = () => {
    if (Math.abs(element.scrollTop - left) > 2) return;
    showNewest(element);
    left = element.scrollTop;
  };
  element.addEventListener('load', follow, { capture: true });
}

/**
 * The newest answer from its first line on, and all of it where there is room.
 * @param {HTMLElement} element
 */
function showNewest(element) {
  const top = element.lastElementChild?.getBoundingClientRect().top ?? 0;
  element.scrollTop += top - element.getBoundingClientRect().top - 12;
}

/**
 * Puts the rows in order and moves only what is not in its place, as moving takes the focus away.
 * @param {HTMLElement} element
 * @param {HTMLElement[]} rows
 */
function place(element, rows) {
  const wanted = new Set(rows);
  for (const child of [...element.children]) {
    if (!(child instanceof HTMLElement && wanted.has(child))) child.remove();
  }
  rows.forEach((row, at) => {
    if (element.children[at] !== row) element.insertBefore(row, element.children[at] ?? null);
  });
}

/**
 * @param {MessageView} message
 * @param {App} app
 * @param {LogHands} hands
 */
function drawRow(message, app, hands) {
  const { author, at, mine } = message;
  const words = wordsOf(app);
  const name = author ?? (app.state.viewer.locale === 'zh' ? '洽谈' : 'Parley');
  return h(
    'article',
    {
      class: `message ${mine ? 'mine' : author ? 'theirs' : 'parley'}`,
      'data-kind': message.body.kind,
      'data-id': message.id,
    },
    author ? avatar(author) : h('img', { class: 'avatar', src: '/playground/icon.svg', alt: '' }),
    h(
      'header',
      {},
      h('b', {}, name),
      h('time', { datetime: at }, showTime(new Date(at), app.state.viewer.locale)),
      message.private && h('span', { class: 'private' }, words.onlyYou),
      message.body.kind === 'words' &&
        h(
          'button',
          { type: 'button', class: 'share', onclick: () => hands.onShare(message) },
          forwards(app.look) ? words.forward : words.share,
        ),
    ),
    drawBody(message, app, hands),
  );
}

/**
 * @param {MessageView} message
 * @param {App} app
 * @param {LogHands} hands
 */
function drawBody(message, app, hands) {
  const { body } = message;
  if (body.kind === 'words') return h('p', { class: 'words' }, body.text);
  if (body.kind === 'notice') return h('p', { class: `notice tone-${body.tone}` }, body.text);
  const json = body.shown[app.look];
  const card = drawMessage(app.look, json, hands.handsFor(message));
  return h(
    'div',
    { class: 'shown' },
    card,
    app.showsJson && h('pre', { class: 'json', tabindex: '0' }, JSON.stringify(json, null, 2)),
  );
}

/**
 * What to do with an empty conversation.
 * @param {App} app
 * @param {LogHands} hands
 */
function drawWelcome(app, { onSuggestion }) {
  const words = wordsOf(app);
  const isChannel = app.conversation !== app.state.viewer.address;
  const suggestions = isChannel ? words.channelSuggestions : words.suggestions;
  return h(
    'section',
    { class: 'welcome' },
    h('img', { src: '/playground/icon.svg', alt: '', width: 56, height: 56 }),
    h(
      'h2',
      {},
      isChannel ? words.channelHello : words.hello.replace('{name}', app.state.viewer.name.split(' ')[0] ?? ''),
    ),
    h('p', {}, isChannel ? words.channelHelloText : words.helloText),
    h(
      'div',
      { class: 'suggestions' },
      ...suggestions.map((text) => h('button', { type: 'button', onclick: () => onSuggestion(text) }, text)),
    ),
  );
}

/**
 * @param {Date} at
 * @param {string} locale
 */
function showTime(at, locale) {
  const isToday = at.toDateString() === new Date().toDateString();
  return at.toLocaleString(locale, isToday ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' });
}
