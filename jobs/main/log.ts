import { pino } from 'pino';
import type { Log } from '../../core/log.ts';

/** Keys that are never written, wherever they stand. */
const SECRET = [
  'password',
  'token',
  'secret',
  'authorization',
  'response_url',
  'responseUrl',
  'url',
  'connectionString',
];

/** Structured lines on standard output, for machines; what a person starting Parley needs to read is printed apart. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '…' },
  });
}
