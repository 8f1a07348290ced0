import { h, link } from './dom.js';

/** Teams' Markdown as far as the adapter writes it: **bold**, [label](address), and signs that mean themselves. */

/**
 * @param {string} text
 * @returns {Node[]}
 */
export function drawMarkdown(text) {
  const match = /\*\*((?:\\.|[^\\])+?)\*\*|\[((?:\\.|[^\]\\])*)\]\(([^()\s]*)\)/.exec(text);
  if (!match) return text ? [document.createTextNode(decode(text))] : [];
  const [whole, bold, label = '', address = ''] = match;
  const drawn = bold === undefined ? link(address, decode(label)) : h('b', {}, ...drawMarkdown(bold));
  return [...drawMarkdown(text.slice(0, match.index)), drawn, ...drawMarkdown(text.slice(match.index + whole.length))];
}

/** @param {string} text */
function decode(text) {
  return text.replaceAll(/\\([^\p{L}\p{N}\s])/gu, '$1').replaceAll('\u200b', '');
}
