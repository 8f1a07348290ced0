import { webApi } from '@slack/bolt';
import { PlatformError } from '../../bot/contract.ts';
import { fromNetwork } from '../network.ts';

export { fromNetwork };

/** https://docs.slack.dev/reference/methods/chat.update and …/chat.postMessage: there is nothing left to write to. */
const GONE = new Set([
  'message_not_found',
  'channel_not_found',
  'is_archived',
  'thread_not_found',
  'cant_update_message',
  'expired_url',
  'used_url',
]);

const BUSY = new Set([
  'ratelimited',
  'rate_limited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);

/** What the Web API client threw; what is none of its own is a bug of ours and is thrown on as it is. */
export function toPlatformError(error: unknown): unknown {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return new PlatformError('ratelimited', { retryable: true, retryAfterMs: error.retryAfter * 1000, cause: error });
  }
  if (error instanceof webApi.WebAPIPlatformError) {
    return toError(error.data.error, { cause: error, retryAfter: error.data.response_metadata?.retryAfter });
  }
  if (error instanceof webApi.WebAPIHTTPError) {
    return fromStatus(error.statusCode, { cause: error });
  }
  if (error instanceof webApi.WebAPIRequestError) {
    return fromNetwork(error.original);
  }
  // A 429 that does not say how long: the client makes no error of its own from it.
  if (error instanceof Error && error.message.startsWith('Retry header did not contain a valid timeout')) {
    return toError('ratelimited', { cause: error });
  }
  return error;
}

/** An answer that is not 200: of the Web API, which has none but 429, or of a response URL. */
export function fromStatus(
  status: number,
  { retryAfter, cause }: { retryAfter?: number | undefined; cause?: unknown } = {},
): PlatformError {
  if (status === 429) {
    return toError('ratelimited', { retryAfter, cause });
  }
  return status === 404 || status === 410
    ? new PlatformError('gone', { retryable: false, cause })
    : new PlatformError(`http_${status}`, { retryable: status >= 500, cause });
}

function toError(
  code: string,
  { retryAfter, cause }: { retryAfter?: number | undefined; cause?: unknown },
): PlatformError {
  if (GONE.has(code)) {
    return new PlatformError('gone', { retryable: false, cause });
  }
  return new PlatformError(code, {
    retryable: BUSY.has(code),
    ...(retryAfter === undefined ? {} : { retryAfterMs: retryAfter * 1000 }),
    cause,
  });
}
