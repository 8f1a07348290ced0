import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { findElsewhere } from '../here.ts';
import type { RawRequest } from '../platform.ts';

/** Whoever holds the token may act as anybody, so the page is for this machine alone. */
export type Refusal = { status: 401 | 403; reason: string };

const TOKEN_HEADER = 'x-parley-token';

/** Where the request comes from: this machine, straight, and by a name no other site can take (DNS rebinding). */
export function refusePlace(request: RawRequest): Refusal | undefined {
  const reason = findElsewhere(request);
  return reason === undefined ? undefined : { status: 403, reason };
}

/** Who the request comes from: the cookie of the printed link; to act also our own header, which no other site can send. */
export function refuseCaller(request: RawRequest, token: string): Refusal | undefined {
  if (!isSame(readCookie(request), token)) return { status: 401, reason: 'no valid token' };
  if (request.method === 'GET') return undefined;
  const { origin, [TOKEN_HEADER]: header } = request.headers;
  if (origin !== undefined && origin !== `http://${request.headers.host}`)
    return { status: 403, reason: 'other origin' };
  if (!isSame(single(header), actToken(token))) return { status: 403, reason: `no valid ${TOKEN_HEADER}` };
  return undefined;
}

/** Is this the link that was printed at start? */
export function offersToken({ query }: RawRequest, token: string): boolean {
  return isSame(query.token, token);
}

/** What the page sends with each act. Derived, so that the cookie's own value never reaches a script. */
export function actToken(token: string): string {
  return createHmac('sha256', token).update('act').digest('base64url');
}

/** Cookies are shared by all ports of a host, so the port is in the name. */
export function writeCookie({ headers }: RawRequest, token: string): string {
  return `${cookieName(headers.host)}=${token}; Path=/; HttpOnly; SameSite=Strict`;
}

function readCookie({ headers }: RawRequest): string | undefined {
  const name = `${cookieName(headers.host)}=`;
  const pairs = single(headers.cookie)?.split(/;\s*/) ?? [];
  return pairs.find((pair) => pair.startsWith(name))?.slice(name.length);
}

function cookieName(host: string | string[] | undefined): string {
  return `parley_${single(host)?.match(/\d+$/)?.[0] ?? '80'}`;
}

/** Hashed first, so that neither content nor length is told by the time it takes. */
function isSame(given: string | undefined, expected: string): boolean {
  const hash = (value: string) => createHash('sha256').update(value).digest();
  return timingSafeEqual(hash(given ?? ''), hash(expected)) && given !== undefined;
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
