/** @import { Drawn } from './dialog.js' */
/** @import { Find } from './fields.js' */
/** @import { Words } from './words.js' */
import { askFirst } from './dialog.js';
import { h, unknown } from './dom.js';

/**
 * What a drawn card may do.
 * @typedef {object} Hands
 * @property {(pressed: unknown) => Promise<void>} press sends the look's own encoding of a press
 * @property {Find} find
 * @property {Words} words
 */

/**
 * How a look's JSON becomes something to see; `look-<name>.js` exports one as `look`.
 * @typedef {object} Drawing
 * @property {(json: any, hands: Hands) => HTMLElement} message
 * @property {(json: any, hands: Hands) => Drawn} window
 * @property {boolean} [forwards] a message is put on record by forwarding it, not from a menu of its own
 */

/** @type {Map<string, Drawing>} */
const drawings = new Map();

/** @param {string} name */
export async function loadDrawing(name) {
  const { look } = await import(`./look-${name}.js`);
  drawings.set(name, look);
}

/** @param {string} name */
export function forwards(name) {
  return drawings.get(name)?.forwards === true;
}

/**
 * @param {string} name
 * @param {unknown} json
 * @param {Hands} hands
 */
export function drawMessage(name, json, hands) {
  const drawing = drawings.get(name);
  if (!drawing) return unknown(`look ${name}`, json);
  try {
    return drawing.message(json, hands);
  } catch (error) {
    return unknown(String(error), json);
  }
}

/**
 * @param {string} name
 * @param {unknown} json
 * @param {Hands} hands
 * @returns {Drawn}
 */
export function drawWindow(name, json, hands) {
  const drawing = drawings.get(name);
  if (!drawing) throw new Error(`no look ${name}`);
  return drawing.window(json, hands);
}

/**
 * A button that asks first where it should, and cannot be pressed twice while it is sent.
 * @param {object} button
 * @param {string} button.label
 * @param {'primary' | 'danger' | undefined} button.style
 * @param {{ title: string, text: string | Node, yes: string, no: string } | undefined} button.confirm
 * @param {() => Promise<void>} button.send
 */
export function drawButton({ label, style, confirm, send }) {
  const button = h('button', { type: 'button', class: style, onclick: press }, label);
  return button;

  async function press() {
    if (confirm && !(await askFirst({ ...confirm, isDanger: style === 'danger' }))) return;
    button.disabled = true;
    await send().finally(() => {
      button.disabled = false;
    });
  }
}
