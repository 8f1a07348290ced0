/** @import { App } from './app.js' */
import { conversationOf, hasUnread, wordsOf } from './app.js';
import { h, redraw } from './dom.js';
import { avatar } from './side.js';

/**
 * Top: who one is and where, and how cards are shown.
 * @param {Element} element
 * @param {App} app
 * @param {{ onMenu(): void, onLook(name: string): void, onJson(): void }} hands
 */
export function drawHead(element, app, { onMenu, onLook, onJson }) {
  const words = wordsOf(app);
  const { viewer, looks, people } = app.state;
  const elsewhere = people.some((person) => person.userId !== viewer.userId && hasUnread(app, person));
  redraw(
    element,
    h(
      'button',
      { type: 'button', class: 'menu', 'data-key': 'menu', 'aria-label': words.menu, onclick: onMenu },
      avatar(viewer.name),
      elsewhere && h('span', { class: 'dot' }),
    ),
    h(
      'div',
      { class: 'where' },
      h('h1', {}, conversationOf(app)?.name ?? ''),
      h('p', {}, `${viewer.name} · ${viewer.role}`),
    ),
    h(
      'div',
      { class: 'looks' },
      h(
        'div',
        {
          role: 'tablist',
          'aria-label': words.looks,
          onkeydown: (/** @type {KeyboardEvent} */ event) => move(event, app, onLook),
        },
        ...looks.map(({ name, label }) =>
          h(
            'button',
            {
              type: 'button',
              role: 'tab',
              'data-key': `look-${name}`,
              'aria-selected': String(name === app.look),
              'aria-controls': 'log',
              tabindex: name === app.look ? 0 : -1,
              onclick: () => onLook(name),
            },
            label,
          ),
        ),
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'toggle',
          'data-key': 'json',
          title: words.jsonHint,
          'aria-pressed': String(app.showsJson),
          onclick: onJson,
        },
        h('span', { 'aria-hidden': 'true' }, '{ }'),
        h('span', { class: 'word' }, ` ${words.json}`),
      ),
    ),
  );
}

/**
 * Arrow keys go from tab to tab, as tabs do.
 * @param {KeyboardEvent} event
 * @param {App} app
 * @param {(name: string) => void} onLook
 */
function move({ key, currentTarget }, { state, look }, onLook) {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (!step || !(currentTarget instanceof Element)) return;
  const names = state.looks.map(({ name }) => name);
  const next = names[(names.indexOf(look) + step + names.length) % names.length] ?? look;
  onLook(next);
  const tab = document.querySelector(`[data-key="look-${CSS.escape(next)}"]`);
  if (tab instanceof HTMLElement) tab.focus();
}
