import { z } from 'zod';
import { PlatformError } from '../../bot/contract.ts';

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit: these may be tried again. */
const BUSY = new Set([401, 412, 429, 500, 502, 503, 504]);

/**
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages: the app is not
 * there for this person or conversation, or he does not want to hear from it.
 */
const NOT_INSTALLED = new Set([
  'BotNotInConversationRoster',
  'ForbiddenOperationException',
  'BotDisabledByAdmin',
  'ConversationBlockedByUser',
  'MessageWritesBlocked',
]);

const bodyShape = z.object({ error: z.object({ code: z.string() }) });

/** The code of a conversation that does not take what we send: nobody is to try again. */
export const NOT_THERE = 'not_installed';

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages */
export const TOO_LARGE = new Set(['MessageSizeTooBig', 'http_413']);

/** An answer of the connector that is not 2xx. Its words are not kept: they may repeat what was sent. */
export function fromResponse({
  status,
  body,
  retryAfter,
}: {
  status: number;
  body: string;
  retryAfter: string | null;
}): PlatformError {
  const code = codeOf(body);
  if (status === 404 || status === 410) {
    return new PlatformError('gone', { retryable: false, cause: new Error(code ?? `${status}`) });
  }
  if (status === 403 && (code === undefined || NOT_INSTALLED.has(code))) {
    return new PlatformError(NOT_THERE, { retryable: false, cause: new Error(code ?? '403') });
  }
  if (status === 429) {
    const seconds = Number(retryAfter);
    return new PlatformError('ratelimited', {
      retryable: true,
      ...(seconds > 0 ? { retryAfterMs: seconds * 1000 } : {}),
    });
  }
  return new PlatformError(code ?? `http_${status}`, { retryable: BUSY.has(status) });
}

function codeOf(body: string): string | undefined {
  try {
    return bodyShape.safeParse(JSON.parse(body)).data?.error.code;
  } catch {
    return undefined;
  }
}
