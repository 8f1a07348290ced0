/** @import { App } from './app.js' */
import { hasUnread, isUnread, wordsOf } from './app.js';
import { h, redraw } from './dom.js';

/**
 * Left: the conversations, and everybody of the company one can be.
 * @param {Element} element
 * @param {App} app
 * @param {{ onConversation(address: string): void, onPerson(userId: string): void }} hands
 */
export function drawSide(element, app, { onConversation, onPerson }) {
  const words = wordsOf(app);
  const { conversations, people, viewer } = app.state;
  element.setAttribute('aria-label', words.menu);
  redraw(
    element,
    h(
      'div',
      { class: 'brand' },
      h('img', { src: '/playground/icon.svg', alt: '', width: 32, height: 32 }),
      h('b', {}, 'Parley'),
      h('span', {}, '洽谈'),
    ),
    h('h2', {}, words.conversations),
    h(
      'ul',
      {},
      ...conversations.map(({ address, name, direct }) =>
        entry({
          key: address,
          isCurrent: address === app.conversation,
          icon: direct
            ? h('img', { class: 'avatar', src: '/playground/icon.svg', alt: '' })
            : h('span', { class: 'avatar hash' }, '#'),
          title: name.replace(/^#/, ''),
          dot: isUnread(app, address) && words.unread,
          onclick: () => onConversation(address),
        }),
      ),
    ),
    h('h2', {}, words.people),
    h(
      'ul',
      {},
      ...people.map((person) =>
        entry({
          key: person.userId,
          isCurrent: person.userId === viewer.userId,
          icon: avatar(person.name),
          title: person.name,
          detail: person.role,
          dot: hasUnread(app, person) && words.unread,
          onclick: () => onPerson(person.userId),
        }),
      ),
    ),
  );
}

/**
 * @param {object} entry
 * @param {string} entry.key
 * @param {boolean} entry.isCurrent
 * @param {HTMLElement} entry.icon
 * @param {string} entry.title
 * @param {string} [entry.detail]
 * @param {string | false} entry.dot what the dot means, for those who do not see it
 * @param {() => void} entry.onclick
 */
function entry({ key, isCurrent, icon, title, detail, dot, onclick }) {
  return h(
    'li',
    {},
    h(
      'button',
      { type: 'button', class: 'entry', 'data-key': key, 'aria-current': isCurrent && 'true', onclick },
      icon,
      h(
        'span',
        { class: 'entry-text' },
        h('span', { class: 'entry-title' }, title),
        detail && h('span', { class: 'entry-detail' }, detail),
      ),
      dot && h('span', { class: 'dot', role: 'img', 'aria-label': dot }),
    ),
  );
}

/**
 * A round picture of somebody's name.
 * @param {string} name
 */
export function avatar(name) {
  const isChinese = /\p{Script=Han}/u.test(name);
  const parts = name.split(/\s+/);
  const letters = isChinese
    ? name.slice(-1)
    : parts
        .map((part) => part.charAt(0))
        .join('')
        .slice(0, 2);
  const hue = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0) * 37, 0) % 360;
  const element = h('span', { class: 'avatar', 'aria-hidden': 'true' }, letters.toUpperCase());
  element.style.setProperty('--hue', String(hue));
  return element;
}
