/** Half of a character (a text cut in its middle, a key of a rare one) and NUL, as JSON writes them. */
const REFUSED = /\\u(?:d[89a-f]|0000)/;

/** JSON that PostgreSQL takes as jsonb: what it refuses is left out of the texts, and a half becomes U+FFFD. */
export function toJsonb(value: object): string {
  const json = JSON.stringify(value);
  return REFUSED.test(json) ? JSON.stringify(value, whole) : json;
}

function whole(_name: string, value: unknown): unknown {
  return typeof value === 'string' ? Buffer.from(value).toString().replaceAll('\u0000', '') : value;
}
