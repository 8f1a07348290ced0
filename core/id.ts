import { v7 } from 'uuid';

/** A new id: UUID version 7 (RFC 9562), so that keys of one time lie together in an index. */
export function newId(): string {
  return v7();
}
