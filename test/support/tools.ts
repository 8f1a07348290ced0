import type { PlatformTools } from '../../adapters/platform.ts';
import { Clock } from '../../core/clock.ts';
import { quietLog } from './log.ts';

/** What a platform is given, for tests of it by itself: nothing waits, nothing is drawn. */
export function platformTools(given: Pick<PlatformTools, 'ingress'> & Partial<PlatformTools>): PlatformTools {
  const limiter = { take: async () => undefined };
  const pictures = { draw: () => Promise.reject(new Error('no pictures in this test')) };
  return { limiter, pictures, clock: new Clock(), publicUrl: undefined, log: quietLog(), ...given };
}
