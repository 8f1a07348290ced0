import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import { secureBytes } from '../random.ts';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Keeps bytes unreadable at rest: AES-256-GCM under a key of its own for each use (HMAC-SHA256 of the master key). */
export class Seal {
  private readonly key: Buffer;

  /** `use` separates keys: what is sealed for one use cannot be opened as another. */
  constructor(masterKey: Buffer, use: string) {
    this.key = createHmac('sha256', masterKey).update(use).digest();
  }

  close(plain: Uint8Array): Buffer {
    const iv = secureBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv);
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  }

  /** Throws when the bytes were changed or sealed under another key. */
  open(sealed: Uint8Array): Buffer {
    const bytes = Buffer.from(sealed);
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, IV_BYTES));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  }
}
