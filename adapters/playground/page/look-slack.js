/** @import { Drawing, Hands } from './look.js' */
import { h } from './dom.js';
import { drawButton } from './look.js';
import { drawBlocks } from './slack-blocks.js';
import { drawText, plainText } from './slack-text.js';

/**
 * Block Kit as Slack's clients draw it, from the JSON the Slack adapter really sends. What is pressed or submitted goes
 * back in Slack's own shape, for the Slack adapter to read.
 * @type {Drawing}
 */
export const look = {
  message({ blocks }, hands) {
    const inputs = new Map();
    const button = (/** @type {SlackButton} */ each, /** @type {Record<string, unknown>} */ action) =>
      drawSlackButton(each, hands, () => ({ actions: [action], state: { values: readInputs(inputs) } }));
    const drawn = drawBlocks(blocks, inputs, button, hands);
    return h('div', { class: 'slack' }, ...drawn);
  },
  window({ view, errors }, hands) {
    const inputs = new Map();
    const button = (/** @type {SlackButton} */ each, /** @type {Record<string, unknown>} */ action) =>
      drawSlackButton(each, hands, () => ({
        actions: [action],
        view: { id: 'V-local', private_metadata: view.private_metadata },
        state: { values: readInputs(inputs) },
      }));
    const drawn = drawBlocks(view.blocks, inputs, button, { errors, find: hands.find });
    return {
      title: plainText(view.title),
      content: h('div', { class: 'slack' }, ...drawn),
      submit: view.submit ? plainText(view.submit) : hands.words.submit,
      ...(view.close ? { cancel: plainText(view.close) } : {}),
      json: { view, errors },
      read: () => ({ private_metadata: view.private_metadata, state: { values: readInputs(inputs) } }),
    };
  },
};

/**
 * @typedef {{ text: any, style?: 'primary' | 'danger', confirm?: any }} SlackButton
 * @param {SlackButton} button
 * @param {Hands} hands
 * @param {() => unknown} encode
 */
function drawSlackButton({ text, style, confirm }, hands, encode) {
  return drawButton({
    label: plainText(text),
    style,
    confirm: confirm && {
      title: plainText(confirm.title),
      text: h('span', {}, ...drawText(confirm.text)),
      yes: plainText(confirm.confirm),
      no: plainText(confirm.deny),
    },
    send: () => hands.press(encode()),
  });
}

/** @param {import('./slack-blocks.js').Inputs} inputs */
function readInputs(inputs) {
  return Object.fromEntries([...inputs].map(([blockId, { actionId, read }]) => [blockId, { [actionId]: read() }]));
}
