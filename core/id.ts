import { v5, v7 } from 'uuid';
import { secureBytes } from './random.ts';

/** Sorts what is made in the same millisecond; it begins anywhere in its lower half, so it does not come to its end. */
let sequence = secureBytes(4).readUInt32BE() >>> 1;

/** A new id: UUID version 7 (RFC 9562), so that keys of one time lie together in an index. */
export function newId(): string {
  sequence = (sequence + 1) >>> 0;
  return v7({ random: secureBytes(16), seq: sequence });
}

/** The one id of something within something else: UUID version 5 (RFC 9562). */
export function namedId(within: string, name: string): string {
  return v5(name, within);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An id as buttons carry it, not a name. */
export function isId(value: string): boolean {
  return UUID.test(value);
}
