// A file of Slack’s own: what holds for every client of Slack's library, ours, Bolt's and the installer's.

import { webApi } from '@slack/bolt';

export const TIMEOUT_MS = 10_000;

const silent: webApi.Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => webApi.LogLevel.ERROR,
  setName: () => undefined,
};

/**
 * One try and a prompt refusal, because the outbox repeats and the SDK's own
 * repeating posts twice; and silence, because what it logs holds what people wrote and its errors tell the rest.
 */
export function clientOptions(apiUrl: string): webApi.WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    timeout: TIMEOUT_MS,
    logger: silent,
  };
}
