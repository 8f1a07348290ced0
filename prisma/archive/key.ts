// The key that fields and tokens are encrypted with. Where nobody sets ENCRYPTION_KEY it lies in DATA_DIR, and rows
// without their key are lost; so a backup always knows which key it needs, and holds it only when asked to.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Manifest } from './format.ts';

export const ENCRYPTION_KEY_FILE = 'encryption.key';

type Place = { dataDir: string; set: string | undefined };

export async function findKey({ dataDir, set }: Place): Promise<string | undefined> {
  if (set) return set;
  const text = await readFile(path.join(dataDir, ENCRYPTION_KEY_FILE), 'utf8').catch(() => undefined);
  return text?.trim();
}

/** What the manifest says of the key: enough to know it again, and itself only where that was asked for. */
export function describeKey(key: string, inside: boolean): Manifest['key'] {
  return { fingerprint: fingerprintOf(key), ...(inside ? { value: key } : {}) };
}

/** Puts the backup's key where there is none, and says whether the rows can be read now. */
export async function restoreKey(known: Manifest['key'], place: Place): Promise<'readable' | 'placed' | 'missing'> {
  const own = await findKey(place);
  if (!known || (own !== undefined && fingerprintOf(own) === known.fingerprint)) return 'readable';
  if (own !== undefined || known.value === undefined) return 'missing';
  await writeFile(path.join(place.dataDir, ENCRYPTION_KEY_FILE), `${known.value}\n`, { mode: 0o600, flag: 'wx' });
  return 'placed';
}

const fingerprintOf = (key: string) => createHash('sha256').update(`parley:${key}`).digest('hex').slice(0, 16);
