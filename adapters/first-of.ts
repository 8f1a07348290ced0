import { PlatformError } from '../bot/contract.ts';

/** The first way that is open. A failure that may pass is not worked around: the message could arrive twice. */
export async function firstOf(ways: (() => Promise<unknown>)[]): Promise<undefined> {
  for (const [at, way] of ways.entries()) {
    try {
      await way();
      return;
    } catch (error) {
      if (at === ways.length - 1 || !(error instanceof PlatformError) || error.retryable) {
        throw error;
      }
    }
  }
}
