import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { PlatformError } from '../bot/contract.ts';
import { fromNetwork } from './network.ts';

/** Ours: how long the bytes of a file may take, all of them. */
const TIMEOUT_MS = 60_000;

/**
 * The bytes of a file at an address, as they come; whoever reads cuts them off. `isTrusted` says which hosts may be asked
 * at all: an address comes with a message, and our token goes along. No redirection is followed. Throws PlatformError.
 */
export async function fetchBytes(
  url: string,
  { headers = {}, isTrusted }: { headers?: Readonly<Record<string, string>>; isTrusted(url: URL): boolean },
): Promise<Readable> {
  if (!URL.canParse(url) || !isTrusted(new URL(url))) {
    throw new PlatformError('foreign_host', { retryable: false });
  }
  let response: Response;
  try {
    response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (error) {
    throw fromNetwork(error);
  }
  const { status, ok, body } = response;
  // Instead of a file that needs more leave than we have, some answer with a page to sign in.
  const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
  if (!ok || !body || isPage) {
    await body?.cancel();
    throw new PlatformError(isPage ? 'no_leave' : `http_${status}`, { retryable: status === 429 || status >= 500 });
  }
  return Readable.fromWeb(body as ReadableStream);
}
