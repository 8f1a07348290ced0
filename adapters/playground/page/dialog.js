import { report } from './api.js';
import { h } from './dom.js';

/**
 * A window a look has drawn, ready to stand in a dialog.
 * @typedef {object} Drawn
 * @property {string} title
 * @property {Node} content
 * @property {string} [submit] absent where the content has a button of its own, which asks the form to be submitted
 * @property {string} [cancel]
 * @property {unknown} json
 * @property {() => unknown} read undefined where nothing was pressed
 */

/**
 * @typedef {object} Shown
 * @property {Drawn} drawn
 * @property {{ cancel: string, offline: string }} words
 * @property {boolean} showsJson
 * @property {(read: unknown) => Promise<{ drawn: Drawn } | { trouble: string } | undefined>} onSubmit gives the window to
 *   show instead, or what is wrong with this one, or nothing to close
 */

/**
 * Opens a window over the page. Esc and Cancel close it.
 * @param {Shown} shown
 */
export function openWindow({ drawn, words, showsJson, onSubmit }) {
  const dialog = h('dialog', { class: 'window', 'aria-labelledby': 'window-title', onclose: () => dialog.remove() });
  let current = drawn;
  draw();
  document.body.append(dialog);
  dialog.showModal();
  focusFirst();

  function draw() {
    const button = h(
      'button',
      { type: 'submit', class: 'primary', hidden: current.submit === undefined },
      current.submit,
    );
    const line = h('p', { class: 'trouble', role: 'alert', hidden: true });
    const form = h(
      'form',
      { novalidate: true, onsubmit: (/** @type {Event} */ event) => void submit(event, button, line) },
      h('h2', { id: 'window-title' }, current.title),
      h('div', { class: 'window-body' }, current.content),
      line,
      h(
        'footer',
        {},
        h('button', { type: 'button', onclick: () => dialog.close() }, current.cancel ?? words.cancel),
        button,
      ),
    );
    const json = showsJson && h('pre', { class: 'json', tabindex: '0' }, JSON.stringify(current.json, null, 2));
    dialog.replaceChildren(form, ...(json ? [json] : []));
  }

  /**
   * @param {Event} event
   * @param {HTMLButtonElement} button
   * @param {HTMLElement} line
   */
  async function submit(event, button, line) {
    event.preventDefault();
    const read = current.read();
    if (button.disabled || read === undefined) return;
    button.disabled = true;
    line.hidden = true;
    try {
      const next = await onSubmit(read);
      if (!next) return dialog.close();
      if ('trouble' in next) return complain(next.trouble);
      current = next.drawn;
      draw();
      focusFirst();
    } catch (error) {
      report(error);
      complain(words.offline);
    } finally {
      button.disabled = false;
    }

    /** @param {string} what */
    function complain(what) {
      line.textContent = what;
      line.hidden = false;
    }
  }

  function focusFirst() {
    const first = dialog.querySelector('[aria-invalid=true]') ?? dialog.querySelector('input, textarea, select');
    if (first instanceof HTMLElement) first.focus();
  }
}

/**
 * Asks before a button is sent.
 * @param {{ title: string, text: string | Node, yes: string, no: string, isDanger: boolean }} question
 * @returns {Promise<boolean>}
 */
export function askFirst({ title, text, yes, no, isDanger }) {
  return new Promise((resolve) => {
    // Answered by the press itself: the dialog's own close event comes a moment later, with Esc only that.
    const answer = (/** @type {boolean} */ isYes) => {
      resolve(isYes);
      dialog.close();
    };
    const dialog = h(
      'dialog',
      {
        class: 'window question',
        role: 'alertdialog',
        'aria-labelledby': 'question-title',
        onclose: () => {
          dialog.remove();
          resolve(false);
        },
      },
      h('h2', { id: 'question-title' }, title),
      h('div', { class: 'window-body' }, h('p', {}, text)),
      h(
        'footer',
        {},
        h('button', { type: 'button', onclick: () => answer(false) }, no),
        h(
          'button',
          { type: 'button', class: isDanger ? 'danger' : 'primary', autofocus: true, onclick: () => answer(true) },
          yes,
        ),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}
