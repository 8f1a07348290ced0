import { h, link, unknown } from './dom.js';
import { drawMrkdwn } from './mrkdwn.js';

/** Slack's composition objects and rich text. */

/**
 * @param {{ type: string, text: string }} object
 * @returns {string}
 */
export function plainText({ type, text }) {
  if (type !== 'plain_text') throw new Error(`${type} where plain_text belongs`);
  return text;
}

/**
 * @param {{ type: string, text: string }} object
 * @returns {Node[]}
 */
export function drawText(object) {
  if (object.type === 'plain_text') return [document.createTextNode(object.text)];
  if (object.type === 'mrkdwn') return drawMrkdwn(object.text);
  return [unknown(`text object ${object.type}`, object)];
}

/**
 * @param {any} element of a rich_text block
 * @returns {HTMLElement}
 */
export function drawRichText(element) {
  switch (element.type) {
    case 'rich_text_section':
      return h('p', {}, ...element.elements.map(drawRun));
    case 'rich_text_preformatted':
      return h('pre', {}, ...element.elements.map(drawRun));
    case 'rich_text_quote':
      return h('blockquote', {}, ...element.elements.map(drawRun));
    case 'rich_text_list':
      return h(
        element.style === 'ordered' ? 'ol' : 'ul',
        {},
        ...element.elements.map((/** @type {any} */ item) => h('li', {}, drawRichText(item))),
      );
    default:
      return unknown(`rich text ${element.type}`, element);
  }
}

/**
 * @param {any} run
 * @returns {Node}
 */
function drawRun(run) {
  if (run.type === 'link') return link(run.url, run.text ?? run.url);
  if (run.type !== 'text') return unknown(`rich text ${run.type}`, run);
  /** @type {['bold' | 'italic' | 'strike' | 'code', 'b' | 'i' | 's' | 'code'][]} */
  const tags = [
    ['bold', 'b'],
    ['italic', 'i'],
    ['strike', 's'],
    ['code', 'code'],
  ];
  return tags.reduce(
    (/** @type {Node} */ inner, [style, tag]) => (run.style?.[style] ? h(tag, {}, inner) : inner),
    document.createTextNode(run.text),
  );
}
