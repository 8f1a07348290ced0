/** @import { App } from './app.js' */
import { wordsOf } from './app.js';
import { h } from './dom.js';

/**
 * Bottom: where one writes. What is typed stays with its conversation.
 * @param {HTMLFormElement} form
 * @param {(text: string) => void} onSend
 * @param {(files: File[], text: string) => void} onFiles
 */
export function openComposer(form, onSend, onFiles) {
  /** @type {Map<string, string>} */
  const drafts = new Map();
  let conversation = '';
  const input = h('textarea', { rows: 1, enterkeyhint: 'send', oninput: grow, onkeydown: onKey });
  const button = h('button', { type: 'submit', class: 'primary send' });
  const picker = h('input', { type: 'file', multiple: true, hidden: true, onchange: pick });
  const attach = h('button', { type: 'button', class: 'attach', onclick: () => picker.click() });
  const hint = h('p', { class: 'hint' });
  form.append(h('div', { class: 'write' }, attach, picker, input, button), hint);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });

  return { draw, restore, focus: () => input.focus() };

  /** @param {App} app */
  function draw(app) {
    const words = wordsOf(app);
    const isChannel = app.conversation !== app.state.viewer.address;
    input.placeholder = isChannel ? words.channelPlaceholder : words.placeholder;
    input.setAttribute('aria-label', words.message);
    button.setAttribute('aria-label', words.send);
    button.title = words.send;
    attach.setAttribute('aria-label', words.attach);
    attach.title = words.attach;
    hint.textContent = words.hint;
    if (conversation === app.conversation) return;
    drafts.set(conversation, input.value);
    conversation = app.conversation;
    input.value = drafts.get(conversation) ?? '';
    grow();
  }

  /**
   * Gives back what could not be sent, before whatever was typed since.
   * @param {string} address
   * @param {string} text
   */
  function restore(address, text) {
    const since = address === conversation ? input.value : (drafts.get(address) ?? '');
    const both = since ? `${text}\n${since}` : text;
    drafts.set(address, both);
    if (address !== conversation) return;
    input.value = both;
    grow();
  }

  function send() {
    const text = input.value.trim();
    if (!text) return;
    input.value = '';
    grow();
    onSend(text);
  }

  /** Files go with what stands there. */
  function pick() {
    const files = Array.from(picker.files ?? []);
    const text = input.value.trim();
    picker.value = '';
    if (files.length === 0) return;
    input.value = '';
    grow();
    onFiles(files, text);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    // While Chinese is composed, Enter chooses a word.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  }

  function grow() {
    input.style.height = 'auto';
    input.style.height = `${Math.min(input.scrollHeight, 180)}px`;
  }
}
