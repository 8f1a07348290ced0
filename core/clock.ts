/**
 * The one clock. Real time here plus the database's offset from it, so that every process agrees with `parley_now()`;
 * the offset is the skew between the two machines and, in tests, whatever the clock was moved by.
 */
export class Clock {
  private offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  /** Takes over what the database's clock said a moment ago. */
  follow(databaseNow: Date): void {
    this.offsetMs = databaseNow.getTime() - Date.now();
  }
}
