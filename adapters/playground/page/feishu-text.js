import { h, link } from './dom.js';

/** Feishu's dialect of Markdown as far as the adapter writes it: **bold**, [label](address), font colours, line breaks, entities. */

const RULES = [
  {
    mark: /\*\*([\s\S]+?)\*\*/,
    draw: (/** @type {string[]} */ [, inner = '']) => h('b', {}, ...drawFeishuText(inner)),
  },
  {
    mark: /\[([^\]]*)\]\(([^()\s]*)\)/,
    draw: (/** @type {string[]} */ [, label = '', address = '']) => link(address, decode(label)),
  },
  {
    mark: /<font color='(\w+)'>([\s\S]*?)<\/font>/,
    draw: (/** @type {string[]} */ [, colour = '', inner = '']) =>
      h('span', { class: `font-${colour}` }, ...drawFeishuText(inner)),
  },
  { mark: /<br>/, draw: () => h('br') },
];

/**
 * @param {string} text
 * @returns {Node[]}
 */
export function drawFeishuText(text) {
  const found = RULES.flatMap(({ mark, draw }) => {
    const match = mark.exec(text);
    return match ? [{ match, draw }] : [];
  });
  const [first] = found.sort((one, other) => one.match.index - other.match.index);
  if (!first) return text ? [document.createTextNode(decode(text))] : [];
  const { match, draw } = first;
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + match[0].length);
  return [...drawFeishuText(before), draw([...match]), ...drawFeishuText(after)];
}

/** @param {string} text */
function decode(text) {
  return text.replaceAll(/\\([*_~])/g, '$1').replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}
