import { h, link } from './dom.js';

/** Slack's own markup of text, as its clients read it: *bold* _italic_ ~struck~ `code` <address|label> and &amp; &lt; &gt;. */

const RULES = [
  { mark: /```([\s\S]+?)```/, draw: (/** @type {string[]} */ [, code = '']) => h('pre', {}, decode(code)) },
  { mark: /`([^`\n]+)`/, draw: (/** @type {string[]} */ [, code = '']) => h('code', {}, decode(code)) },
  { mark: /<([^<>]+)>/, draw: (/** @type {string[]} */ [, inner = '']) => drawAngle(inner) },
  { mark: /(?<![\p{L}\p{N}*])\*(?!\s)([^*\n]+?)(?<!\s)\*(?![\p{L}\p{N}*])/u, draw: within('b') },
  { mark: /(?<![\p{L}\p{N}_])_(?!\s)([^_\n]+?)(?<!\s)_(?![\p{L}\p{N}_])/u, draw: within('i') },
  { mark: /(?<![\p{L}\p{N}~])~(?!\s)([^~\n]+?)(?<!\s)~(?![\p{L}\p{N}~])/u, draw: within('s') },
];

/**
 * @param {string} text
 * @returns {Node[]}
 */
export function drawMrkdwn(text) {
  for (const { mark, draw } of RULES) {
    const match = mark.exec(text);
    if (!match) continue;
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    return [...drawMrkdwn(before), draw([...match]), ...drawMrkdwn(after)];
  }
  return text ? [document.createTextNode(decode(text))] : [];
}

/** @param {'b' | 'i' | 's'} tag */
function within(tag) {
  return (/** @type {string[]} */ [, inner = '']) => h(tag, {}, ...drawMrkdwn(inner));
}

/** @param {string} inner */
function drawAngle(inner) {
  const bar = inner.indexOf('|');
  const address = decode(bar < 0 ? inner : inner.slice(0, bar));
  const label = bar < 0 ? address.replace(/^mailto:/, '') : decode(inner.slice(bar + 1));
  // A mention or a command: <@U…>, <#C…>, <!here>, <!date^…|fallback>.
  if (/^[@#!]/.test(address)) return h('span', { class: 'mention' }, bar < 0 ? address : label);
  return link(address, label);
}

/** @param {string} text */
function decode(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
