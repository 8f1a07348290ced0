/** @import { ActedView, StateView, UploadView } from '../wire.ts' */

/** The server could not be reached, or could not do it; nothing typed may be lost. */
class Unreachable extends Error {}

/** The server would not take it. */
export class Refused extends Unreachable {}

/**
 * What is not the network's fault is ours, and shows in the console.
 * @param {unknown} error
 */
export function report(error) {
  if (!(error instanceof Unreachable)) reportError(error);
}

/** Ids of requests whose answer never came: the same request again is the same act, not a second one. */
const unanswered = new Map();

/**
 * @param {'say' | 'press' | 'submit' | 'share'} what
 * @param {Record<string, unknown>} body
 * @returns {Promise<ActedView>}
 */
export async function act(what, body) {
  const key = `${what} ${JSON.stringify(body)}`;
  const id = unanswered.get(key) ?? crypto.randomUUID();
  unanswered.set(key, id);
  const answer = await ask(`/playground/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-parley-token': actToken() },
    body: JSON.stringify({ id, ...body }),
  });
  unanswered.delete(key);
  return answer;
}

/**
 * Puts a file where the server finds it once it is sent.
 * @param {File} file
 * @returns {Promise<UploadView>}
 */
export function upload(file) {
  return ask(`/playground/upload?${new URLSearchParams({ name: file.name })}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-parley-token': actToken() },
    body: file,
  });
}

/**
 * @param {string | undefined} viewer
 * @returns {Promise<StateView>}
 */
export function loadState(viewer) {
  return ask(`/playground/state${viewer ? `?as=${encodeURIComponent(viewer)}` : ''}`);
}

/**
 * What may be meant by what is typed; nothing where the server cannot be asked.
 * @param {string} viewer
 * @param {string} source
 * @param {string} query
 * @returns {Promise<{ label: string, value: string }[]>}
 */
export function find(viewer, source, query) {
  return ask(`/playground/find?${new URLSearchParams({ as: viewer, source, q: query })}`).catch(() => []);
}

/**
 * @param {string} path
 * @param {RequestInit} [options]
 */
async function ask(path, options) {
  const response = await fetch(path, options).catch((cause) => {
    throw new Unreachable(path, { cause });
  });
  if (!response.ok) throw new Unreachable(`${path}: ${response.status}`);
  return response.json();
}

function actToken() {
  const meta = document.querySelector('meta[name=parley-token]');
  return meta?.getAttribute('content') ?? '';
}
