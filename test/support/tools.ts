import type { Installations, PlatformTools } from '../../adapters/platform.ts';
import { Clock } from '../../core/clock.ts';
import { quietLog } from './log.ts';

/** What a platform is given, for tests of it by itself: nothing waits, nothing is drawn. */
export function platformTools(given: Pick<PlatformTools, 'ingress'> & Partial<PlatformTools>): PlatformTools {
  const limiter = { take: async () => undefined };
  const pictures = { draw: () => Promise.reject(new Error('no pictures in this test')) };
  return {
    limiter,
    pictures,
    installations: forgetfulInstallations(),
    clock: new Clock(),
    publicUrl: undefined,
    log: quietLog(),
    ...given,
  };
}

/** Kept as long as the test. */
export function forgetfulInstallations(): Installations {
  const kept = new Map<string, Buffer>();
  return {
    find: async (workspace) => kept.get(workspace),
    list: async () => [...kept.keys()],
    put: async (workspace, given) => void kept.set(workspace, given),
    remove: async (workspace) => void kept.delete(workspace),
  };
}
