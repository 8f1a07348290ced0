import { instantOf } from '../days.ts';

const WALL_CLOCK = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?$/;

/** Behind a time of day: Z, UTC, GMT, +08:00, +0800, GMT+0800 (China Standard Time). */
const NAMES_ITS_ZONE = /:\d{2}(?:[.,]\d+)? ?(?:Z|(?:UTC|GMT)?[+-]\d{2}:?\d{2}|UTC|GMT)(?: \([^()]*\))?$/i;

/**
 * The instant another system's words name: on the company's clock where they name no zone, never on the server's. Undefined
 * where it cannot be told for sure.
 */
export function readInstant(said: string, timeZone: string): Date | undefined {
  const [, year, month = '', day = '', hour = '0', minute = '0', second = '0'] = WALL_CLOCK.exec(said) ?? [];
  if (year === undefined) {
    const at = NAMES_ITS_ZONE.test(said) ? new Date(said) : undefined;
    return at && !Number.isNaN(at.getTime()) ? at : undefined;
  }
  const two = (part: string) => part.padStart(2, '0');
  try {
    return instantOf(`${year}-${two(month)}-${two(day)}`, `${two(hour)}:${two(minute)}:${two(second)}`, timeZone);
  } catch {
    return undefined; // no such day, or no such time of day
  }
}
