/** @import { ActedView, MessageView } from '../wire.ts' */
/** @import { App } from './app.js' */
/** @import { Drawn } from './dialog.js' */
/** @import { Hands } from './look.js' */
import { act, find, loadState, Refused, report, upload } from './api.js';
import { markSeen, noteNewest, takeMessage, takeState, wordsOf } from './app.js';
import { openComposer } from './composer.js';
import { openWindow } from './dialog.js';
import { byId } from './dom.js';
import { drawHead } from './head.js';
import { drawLog, followPictures } from './log.js';
import { drawWindow, loadDrawing } from './look.js';
import { drawSide } from './side.js';
import { listen } from './stream.js';
import { WORDS } from './words.js';

/** How long "…" stands for an answer that was promised for later. */
const PATIENCE_MS = 60_000;

const side = byId('side', HTMLElement);
const head = byId('head', HTMLElement);
const log = byId('log', HTMLElement);
const lost = byId('lost', HTMLElement);
const trouble = byId('trouble', HTMLElement);
const veil = byId('veil', HTMLElement);
const composer = openComposer(byId('composer', HTMLFormElement), say, (files, text) => sendFiles(files, { text }));
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', drop);

/** @type {App} */
let app;
let stopListening = () => {};

// The link's token has become a cookie; the address bar is no place for it.
history.replaceState(null, '', '/');
followPictures(log);
veil.addEventListener('click', () => openMenu(false));
document.addEventListener('keydown', ({ key }) => key === 'Escape' && openMenu(false));
document.addEventListener('visibilitychange', draw);
await open();

/** The first time, until it works. */
async function open() {
  try {
    await become(localStorage.getItem('parley.viewer') ?? undefined);
  } catch (error) {
    report(error);
    const language = navigator.language.startsWith('zh') ? 'zh' : 'en';
    lost.textContent = WORDS[language].lost;
    lost.hidden = false;
    setTimeout(open, 2000);
  }
}

/**
 * Turns the page over to a person.
 * @param {string | undefined} userId
 */
async function become(userId) {
  const state = await loadState(userId);
  await Promise.all(state.looks.map(({ name }) => loadDrawing(name)));
  app = takeState(state, app);
  localStorage.setItem('parley.viewer', state.viewer.userId);
  trouble.hidden = true;
  tellOfRestart();
  draw();
  stopListening();
  stopListening = listen(state.viewer.userId, {
    onOpen: () => catchUp(state.viewer.userId),
    onLost: () => {
      lost.textContent = wordsOf(app).lost;
      lost.hidden = false;
    },
    onEvent(event) {
      if (event.kind === 'elsewhere') noteNewest(app, event.conversation, event.number);
      else receive(event.message);
      draw();
    },
  });
}

/**
 * After each (re)connection: whatever was missed.
 * @param {string} userId
 */
async function catchUp(userId) {
  const state = await loadState(userId);
  if (app.state.viewer.userId !== userId) return;
  app = takeState(state, app);
  lost.hidden = true;
  tellOfRestart();
  draw();
}

function tellOfRestart() {
  if (!app.seen.isRestarted || !lost.hidden) return;
  lost.textContent = wordsOf(app).restarted;
  lost.hidden = false;
}

/** @param {MessageView} message */
function receive(message) {
  takeMessage(app, message);
  if (message.author === undefined) app.working.delete(message.conversation);
}

function draw() {
  document.documentElement.lang = app.state.viewer.locale;
  markSeen(app);
  drawSide(side, app, {
    onConversation(address) {
      app.conversation = address;
      openMenu(false);
      draw();
      log.scrollTop = log.scrollHeight;
      composer.focus();
    },
    onPerson(userId) {
      openMenu(false);
      app.conversation = app.state.viewer.address;
      attempt(() => become(userId)).then(composer.focus);
    },
  });
  drawHead(head, app, {
    onMenu: () => openMenu(!document.body.classList.contains('menu-open')),
    onLook(name) {
      app.look = name;
      localStorage.setItem('parley.look', name);
      draw();
    },
    onJson() {
      app.showsJson = !app.showsJson;
      localStorage.setItem('parley.json', app.showsJson ? 'yes' : 'no');
      draw();
    },
  });
  drawLog(log, app, { handsFor, onSuggestion: say, onShare: share });
  composer.draw(app);
}

/** @param {boolean} isOpen */
function openMenu(isOpen) {
  document.body.classList.toggle('menu-open', isOpen);
  veil.hidden = !isOpen;
}

/** @param {string} text */
function say(text) {
  const conversation = app.conversation;
  void attempt(
    async () => {
      const { status } = await send('say', { as: app.state.viewer.userId, conversation, text });
      if (status === 'unavailable') composer.restore(conversation, text);
    },
    () => composer.restore(conversation, text),
  );
}

/**
 * Puts a message on record, with what follows it where the look's platform gives that.
 * @param {MessageView} message
 */
function share({ id, conversation }) {
  const as = app.state.viewer.userId;
  void attempt(async () => {
    const { messages } = await send('share', { as, conversation, messageId: id, look: app.look });
    // What was forwarded is answered where it was forwarded to.
    app.conversation = messages[0]?.conversation ?? conversation;
    draw();
  });
}

/**
 * @param {File[]} files
 * @param {{ text: string, beneath?: string | undefined }} with_
 */
function sendFiles(files, { text, beneath }) {
  const conversation = app.conversation;
  void attempt(
    async () => {
      const uploaded = await Promise.all(files.map(upload));
      const below = beneath ? { beneath } : {};
      await send('say', { as: app.state.viewer.userId, conversation, text, files: uploaded, ...below });
    },
    () => composer.restore(conversation, text),
  );
}

/**
 * Files dropped on a card belong to what it shows; elsewhere Parley asks.
 * @param {DragEvent} event
 */
function drop(event) {
  event.preventDefault();
  const files = Array.from(event.dataTransfer?.files ?? []);
  const on = event.target instanceof Element ? event.target.closest('[data-id]') : undefined;
  if (files.length > 0) sendFiles(files, { text: '', beneath: on?.getAttribute('data-id') ?? undefined });
}

/** @param {MessageView} message */
function handsFor({ id, conversation }) {
  return handsAt({ as: app.state.viewer.userId, conversation, messageId: id });
}

/**
 * @typedef {{ as: string, conversation: string, messageId?: string }} From
 * @param {From} from
 * @returns {Hands}
 */
function handsAt(from) {
  return {
    words: wordsOf(app),
    find: (source, query) => find(from.as, source, query),
    press: (pressed) =>
      attempt(async () => {
        const { look } = app;
        const acted = await send('press', { ...from, look, pressed });
        if (acted.window) show(acted.window.shown, from);
      }),
  };
}

/**
 * Opens a window in the look of the moment and sends what is filled in.
 * @param {Readonly<Record<string, unknown>>} shown
 * @param {From} from
 */
function show(shown, from) {
  const { look, showsJson } = app;
  /** @type {(shown: Readonly<Record<string, unknown>>) => Drawn} */
  const drawn = (each) => drawWindow(look, each[look], handsAt(from));
  openWindow({
    drawn: drawn(shown),
    words: wordsOf(app),
    showsJson,
    async onSubmit(submitted) {
      const { status, window, trouble } = await send('submit', { ...from, look, submitted });
      if (trouble || status === 'unavailable') return { trouble: trouble ?? wordsOf(app).offline };
      return window && { drawn: drawn(window.shown) };
    },
  });
}

/**
 * @param {'say' | 'press' | 'submit' | 'share'} what
 * @param {{ as: string, conversation: string, [more: string]: unknown }} body
 * @returns {Promise<ActedView>}
 */
async function send(what, body) {
  const { as, conversation } = body;
  if (app.seen.isRestarted) {
    app.seen.isRestarted = false;
    lost.hidden = true;
  }
  app.working.add(conversation);
  draw();
  try {
    const acted = await act(what, body);
    if (acted.status === 'refused') throw new Refused(what);
    if (app.state.viewer.userId === as) acted.messages.forEach(receive);
    if (acted.status === 'working') setTimeout(() => stopWaiting(conversation), PATIENCE_MS);
    else app.working.delete(conversation);
    if ((what === 'say' || what === 'share') && acted.window) show(acted.window.shown, { as, conversation });
    return acted;
  } catch (error) {
    app.working.delete(conversation);
    throw error;
  } finally {
    draw();
  }
}

/** @param {string} conversation */
function stopWaiting(conversation) {
  app.working.delete(conversation);
  draw();
}

/**
 * @param {() => Promise<unknown>} doIt
 * @param {() => void} [undo] gives back what was typed
 */
async function attempt(doIt, undo) {
  trouble.hidden = true;
  try {
    await doIt();
  } catch (error) {
    report(error);
    const words = wordsOf(app);
    trouble.textContent = error instanceof Refused ? words.refused : words.offline;
    trouble.hidden = false;
    undo?.();
  }
}
