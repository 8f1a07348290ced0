/** Six beats may be missed before it is said aloud. */
const SILENT_MS = 60_000;

/** Whether jobs come through: proved by each one that does, and a beat is put in every ten seconds. */
export class Pulse {
  private readonly nowMs: () => number;
  private lastMs = Number.NEGATIVE_INFINITY;

  /** `nowMs` counts from anywhere, but never backwards. */
  constructor(nowMs: () => number = () => performance.now()) {
    this.nowMs = nowMs;
  }

  beat(): void {
    this.lastMs = this.nowMs();
  }

  get isBeating(): boolean {
    return this.nowMs() - this.lastMs < SILENT_MS;
  }
}
