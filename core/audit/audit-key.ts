import { createHmac } from 'node:crypto';

/** The key of the chain: of its own, so that whoever can open sealed bytes still cannot forge history. */
export function auditKey(encryptionKey: Uint8Array): Buffer {
  return createHmac('sha256', encryptionKey).update('audit chain').digest();
}
