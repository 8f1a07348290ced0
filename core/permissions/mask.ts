/** What `parley_masked` leaves of a value: no true one of these holds such a character. */
const MASKED = /^\S*•{3,4}\S*$/u;

/** Somebody was shown this instead of what is true, so it is nothing to write down. */
export function isMasked(value: unknown): boolean {
  return typeof value === 'string' && MASKED.test(value);
}
