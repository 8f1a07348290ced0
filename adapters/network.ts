import { PlatformError } from '../bot/contract.ts';

/** Before these nothing was sent, so nothing can have been done; after any other failure it may have been. */
const UNSENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** What a request that got no answer threw. `interrupted` may have been done all the same; `unreachable` has not. */
export function fromNetwork(error: unknown): PlatformError {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return new PlatformError(UNSENT.has(code) ? 'unreachable' : 'interrupted', { retryable: true, cause: error });
}
