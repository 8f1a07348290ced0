import { setTimeout as sleep } from 'node:timers/promises';

/** Not a measure of anything: a machine may have other things to do. */
const PATIENCE_MS = 45_000;

/** Waits until there is something; what it waited for is told when it never comes. */
export async function until<Result>(
  look: () => Result | undefined | Promise<Result | undefined>,
  what: () => string,
  patienceMs = PATIENCE_MS,
): Promise<Result> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`waited in vain for ${what()}`);
    await sleep(10);
  }
}
