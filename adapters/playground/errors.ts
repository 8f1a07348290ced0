import { PlatformError } from '../../bot/contract.ts';

/** Something the page cannot have sent. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';
}

/** Runs a pure reader of what came from outside; whatever it throws is the sender's mistake. */
export function understand<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new NotUnderstood('not understood', { cause });
  }
}

/** The message to redraw fell out of memory, or the process started anew. */
export function gone(): PlatformError {
  return new PlatformError('gone', { retryable: false });
}
