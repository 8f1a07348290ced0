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
   * by, so the quickest of several counts.
   */
  async follow(ask: () => Promise<Date | undefined>): Promise<void> {
    let quickestMs = Number.POSITIVE_INFINITY;
    for (let time = 0; time < ASKED && quickestMs > ENOUGH_MS; time += 1) {
      const askedMs = Date.now();
      const said = await ask();
      const tookMs = Date.now() - askedMs;
      if (said && tookMs < quickestMs) {
        this.offsetMs = said.getTime() - (askedMs + tookMs / 2);
        quickestMs = tookMs;
      }
    }
  }
}
