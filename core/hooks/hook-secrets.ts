import { createHmac } from 'node:crypto';

/** What of a source its secret is made of: whoever draws a new salt has a new secret, and the old one is none any more. */
export type Salted = { id: string; salt: string };

/** Secrets that lie nowhere: each is made anew of the master key, so that neither rows, audit nor a backup hold one. */
export class HookSecrets {
  private readonly key: Buffer;
  private readonly base: () => string | undefined;

  /** `base`: where others reach this server; undefined until that is known. */
  constructor(masterKey: Uint8Array, { base }: { base: () => string | undefined }) {
    this.key = createHmac('sha256', masterKey).update('hooks').digest();
    this.base = base;
  }

  secretOf({ id, salt }: Salted): string {
    return `pks_${createHmac('sha256', this.key).update(`${id} ${salt}`).digest('base64url')}`;
  }

  addressOf(sourceKey: string): string {
    return `${(this.base() ?? 'https://YOUR-PARLEY').replace(/\/+$/, '')}/hooks/${sourceKey}`;
  }
}
