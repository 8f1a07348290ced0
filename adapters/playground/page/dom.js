/**
 * Makes an element. Text is only ever text: nothing here turns a string into HTML.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [props] attributes; `on…` listens, `false` and undefined are left out
 * @param {...(Node | string | undefined | false)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), (event) => value(event));
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

/**
 * The element of that id in index.html.
 * @template {Element} Kind
 * @param {string} id
 * @param {{ new (): Kind }} kind
 * @returns {Kind}
 */
export function byId(id, kind) {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`index.html lacks #${id}`);
  return element;
}

/**
 * Somebody's link, where it leads to a place a chat may lead to.
 * @param {string} address
 * @param {string} label
 * @returns {Node}
 */
export function link(address, label) {
  const isSafe = /^(https?|mailto|tel):/i.test(address);
  if (!isSafe) return document.createTextNode(label);
  return h('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, label);
}

/**
 * A picture of the playground's album.
 * @param {string} id
 * @param {string} alt
 */
export function picture(id, alt) {
  const element = h('img', { class: 'picture', src: `/playground/picture?id=${encodeURIComponent(id)}`, alt });
  // The first one takes a moment to be drawn: until then its room is kept, not shown as a line.
  element.toggleAttribute('data-waits', true);
  for (const end of ['load', 'error']) element.addEventListener(end, () => element.removeAttribute('data-waits'));
  return element;
}

/**
 * What we cannot show is shown as exactly that; a gap nobody sees would hide a bug.
 * @param {string} what
 * @param {unknown} json
 * @returns {HTMLElement}
 */
export function unknown(what, json) {
  reportError(new Error(`cannot show ${what}`));
  return h('div', { class: 'unknown', role: 'alert' }, `✕ ${what}`, h('pre', {}, JSON.stringify(json, null, 2)));
}

/**
 * Draws an element's children anew without taking the focus from the one with the same `data-key`.
 * @param {Element} element
 * @param {...(Node | string | false)} children
 */
export function redraw(element, ...children) {
  const focused = document.activeElement;
  const key = focused instanceof HTMLElement && element.contains(focused) ? focused.dataset.key : undefined;
  element.replaceChildren(...children.filter((child) => child !== false));
  const again = key && element.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (again instanceof HTMLElement) again.focus();
}
