import { createHash, randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ENCRYPTION_KEY_FILE, findKey } from '../../prisma/archive/key.ts';

/** The master key: ENCRYPTION_KEY, else the one kept in DATA_DIR, made at the first start. 32 bytes, whatever its text. */
export async function loadEncryptionKey({
  dataDir,
  set,
}: {
  dataDir: string;
  set: string | undefined;
}): Promise<Buffer> {
  const known = await findKey({ dataDir, set });
  if (known !== undefined) {
    return toBytes(known);
  }
  const made = randomBytes(32).toString('base64url');
  await mkdir(dataDir, { recursive: true });
  await writeFile(path.join(dataDir, ENCRYPTION_KEY_FILE), `${made}\n`, { mode: 0o600, flag: 'wx' });
  return toBytes(made);
}

function toBytes(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
