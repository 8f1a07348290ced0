const ASKED = 5;
const ENOUGH_MS = 1;

/**
 * The one clock. Real time here plus the database's offset from it, so that every process agrees with `parley_now()`;
 * the offset is the skew between the two machines and, in tests, whatever the clock was moved by.
 */
export class Clock {
  private offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  /**
   * Takes over what the database's clock says, as `ask` brings it. Half of what an answer took is what that may be wrong
   * by, either way, so the quickest of several counts.
   */
  async follow(ask: () => Promise<Date | undefined>): Promise<void> {
    let best: { tookMs: number; offsetMs: number } | undefined;
    try {
      for (let time = 0; time < ASKED && (best === undefined || best.tookMs > ENOUGH_MS); time += 1) {
        const askedMs = Date.now();
        const begunMs = performance.now();
        const said = await ask();
        const tookMs = performance.now() - begunMs;
        // By the clock that is read later, so that it is never before what was said.
        const offsetMs = said && said.getTime() - (askedMs + Date.now()) / 2;
        if (offsetMs !== undefined && tookMs < (best?.tookMs ?? Number.POSITIVE_INFINITY)) best = { tookMs, offsetMs };
      }
    } finally {
      this.offsetMs = best?.offsetMs ?? this.offsetMs;
    }
  }
}
