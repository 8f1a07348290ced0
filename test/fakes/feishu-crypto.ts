import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { sign } from '../../adapters/feishu/verify.ts';

/** As Feishu encrypts: AES-256-CBC under the key's SHA-256, its vector first. */
export function encrypt(text: string, key: string, iv: Buffer = randomBytes(16)): string {
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
}

/** As Feishu signs. */
export function signedHeaders(body: string, { key, now }: { key: string; now: Date }): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const nonce = randomBytes(4).toString('hex');
  return {
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': nonce,
    'x-lark-signature': sign({ timestamp, nonce, key, body: Buffer.from(body) }),
  };
}
