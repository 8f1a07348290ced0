/** @import { MessageView, PersonView, StateView } from '../wire.ts' */
import { openSeen } from './seen.js';
import { WORDS } from './words.js';

/**
 * Everything the page knows. Parts of it are drawn by side.js, head.js, log.js and composer.js.
 * @typedef {object} App
 * @property {StateView} state
 * @property {string} conversation address of the one that is open
 * @property {string} look
 * @property {boolean} showsJson
 * @property {Set<string>} working conversations in which an answer is awaited
 * @property {ReturnType<typeof openSeen>} seen
 */

/**
 * @param {StateView} state
 * @param {App} [before]
 * @returns {App}
 */
export function takeState(state, before) {
  const names = state.looks.map(({ name }) => name);
  const kept = before?.look ?? localStorage.getItem('parley.look') ?? '';
  const isSameViewer = before?.state.viewer.userId === state.viewer.userId;
  const wasChannel = before !== undefined && before.conversation !== before.state.viewer.address;
  return {
    state,
    conversation: wasChannel ? before.conversation : state.viewer.address,
    look: names.includes(kept) ? kept : (names[0] ?? ''),
    showsJson: before?.showsJson ?? localStorage.getItem('parley.json') === 'yes',
    working: isSameViewer && before ? before.working : new Set(),
    seen: before?.seen.epoch === state.epoch ? before.seen : openSeen(state.epoch),
  };
}

/** @param {App} app */
export function wordsOf(app) {
  return WORDS[app.state.viewer.locale];
}

/**
 * @param {App} app
 * @param {string} [address]
 */
export function conversationOf(app, address = app.conversation) {
  return app.state.conversations.find((each) => each.address === address);
}

/**
 * Takes in a new or redrawn message, in whatever order they come.
 * @param {App} app
 * @param {MessageView} message
 */
export function takeMessage(app, message) {
  const messages = conversationOf(app, message.conversation)?.messages;
  if (!messages) return;
  const at = messages.findIndex(({ id }) => id === message.id);
  const known = messages[at];
  if (!known) messages.push(message);
  else if (known.version < message.version) messages[at] = message;
  messages.sort((one, other) => one.number - other.number);
  if (message.author === undefined) noteNewest(app, message.conversation, message.number);
}

/**
 * @param {App} app
 * @param {string} address
 * @param {number} number
 */
export function noteNewest(app, address, number) {
  for (const person of [...app.state.people, app.state.viewer]) {
    if (person.address === address) person.newest = Math.max(person.newest, number);
  }
}

/**
 * Has Parley written to that person since the conversation was last open?
 * @param {App} app
 * @param {PersonView} person
 */
export function hasUnread({ seen }, person) {
  return person.newest > seen.of(person.address);
}

/**
 * The same of a conversation of the one who looks; in the channel others' words count too.
 * @param {App} app
 * @param {string} address
 */
export function isUnread(app, address) {
  const messages = conversationOf(app, address)?.messages ?? [];
  const newest = messages.findLast(({ mine }) => !mine)?.number ?? 0;
  return newest > app.seen.of(seenKey(app, address));
}

/** @param {App} app */
export function markSeen(app) {
  const newest = conversationOf(app)?.messages.at(-1)?.number;
  if (newest !== undefined && !document.hidden) app.seen.mark(seenKey(app, app.conversation), newest);
}

/**
 * @param {App} app
 * @param {string} address
 */
function seenKey({ state }, address) {
  return address === state.viewer.address ? address : `${state.viewer.userId} ${address}`;
}
