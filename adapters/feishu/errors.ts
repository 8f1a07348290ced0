import { PlatformError } from '../../bot/contract.ts';

/**
 * There is nothing left to write to: recalled, deleted, too old to be changed, thread gone, bot or group gone.
 * https://open.feishu.cn/document/server-docs/im-v1/message-card/patch and …/im-v1/message/reply
 */
const GONE = new Set([230_002, 230_011, 230_019, 230_031, 230_050, 230_110, 230_111, 232_009]);

/** https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control, and a single message's own. */
const LIMITED = new Set([99_991_400, 230_020, 11_232, 11_233, 11_247]);

/** https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code: a token that was taken back early. */
const TOKEN = new Set([99_991_661, 99_991_663, 99_991_664, 99_991_665, 99_991_668]);

export type Answer = {
  status: number;
  /** Feishu's own code, 0 where all is well; undefined where the answer was none of its own. */
  code: number | undefined;
  message: string;
  /** Seconds until the limit is lifted. */
  resetSeconds: number | undefined;
};

/** Undefined where all is well. Feishu says what is wrong in the body, at any status, 200 too. */
export function toPlatformError({ status, code, message, resetSeconds }: Answer): PlatformError | undefined {
  if (status >= 200 && status < 300 && code === 0) {
    return undefined;
  }
  const cause = new Error(`${status} ${code ?? ''} ${message}`.trim());
  if (status === 429 || (code !== undefined && LIMITED.has(code))) {
    const retryAfterMs = resetSeconds === undefined ? {} : { retryAfterMs: resetSeconds * 1000 };
    return new PlatformError('ratelimited', { retryable: true, ...retryAfterMs, cause });
  }
  if (code === undefined || code === 0) {
    return new PlatformError(`http_${status}`, { retryable: status >= 500 || status < 300, cause });
  }
  if (GONE.has(code)) {
    return new PlatformError('gone', { retryable: false, cause });
  }
  if (TOKEN.has(code)) {
    return new PlatformError('token', { retryable: true, cause });
  }
  return new PlatformError(`feishu_${code}`, { retryable: status >= 500, cause });
}
