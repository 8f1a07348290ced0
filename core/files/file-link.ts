import { createHmac, timingSafeEqual } from 'node:crypto';

/** A kept file's address, good for a while for whoever holds it. */
export class FileLinks {
  private readonly key: Buffer;
  private readonly base: () => string | undefined;
  private readonly lifetimeMs: number;

  /** `base`: where people reach this server; undefined until that is known. */
  constructor(masterKey: Uint8Array, { base, lifetimeMs }: { base: () => string | undefined; lifetimeMs: number }) {
    this.key = createHmac('sha256', masterKey).update('file-links').digest();
    this.base = base;
    this.lifetimeMs = lifetimeMs;
  }

  /** Undefined where nobody could reach it. */
  to(id: string, now: Date): string | undefined {
    const base = this.base();
    const until = Math.floor((now.getTime() + this.lifetimeMs) / 1000).toString(36);
    return base && `${base.replace(/\/+$/, '')}/files/${id}?until=${until}&key=${this.sign(id, until)}`;
  }

  judge(
    { id, until, key }: { id: string; until: string | undefined; key: string | undefined },
    now: Date,
  ): 'good' | 'expired' | 'forged' {
    const expected = Buffer.from(this.sign(id, until ?? ''));
    const given = Buffer.from(key ?? '');
    if (!until || given.length !== expected.length || !timingSafeEqual(given, expected)) {
      return 'forged';
    }
    return Number.parseInt(until, 36) * 1000 < now.getTime() ? 'expired' : 'good';
  }

  private sign(id: string, until: string): string {
    return createHmac('sha256', this.key).update(`${id} ${until}`).digest('base64url');
  }
}
