import { createHash } from 'node:crypto';
import type { z } from 'zod';

/** What every platform's parser does with what came in, before anybody believes it. */

/** Undefined for what is no JSON. */
export function readJson(text: string | Buffer): unknown {
  try {
    return JSON.parse(text.toString());
  } catch {
    return undefined;
  }
}

/** Names the fields that are wrong, never what they held. */
export function malformed(error: z.ZodError): { kind: 'malformed'; reason: string } {
  return { kind: 'malformed', reason: error.issues.map(({ path }) => path.join('.')).join(' ') };
}

/** For keys that are stored and logged, of what is itself a secret for some seconds, or long. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

/** A press or submit of a card that this version did not write; no command has this name, so it is out of date. */
export const OUT_OF_DATE = '';
