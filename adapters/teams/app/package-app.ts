// npm run teams:package: the app as a zip, for the configured app id and host, to be uploaded in Teams.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { z } from 'zod';
import { readSettings } from '../../../core/settings.ts';
import { type App, toChinese, toManifest } from './manifest.ts';

const FILE = 'parley-teams.zip';

const settings = z.object({
  MICROSOFT_APP_ID: z.guid(),
  PUBLIC_URL: z.url({ protocol: /^https$/ }).transform((url) => url.replace(/\/+$/, '')),
});

export function zipApp(app: App): Uint8Array {
  const icon = (name: string) => readFileSync(new URL(name, import.meta.url));
  return zipSync({
    'manifest.json': strToU8(JSON.stringify(toManifest(app), null, 2)),
    'zh.json': strToU8(JSON.stringify(toChinese(), null, 2)),
    'color.png': icon('color.png'),
    'outline.png': icon('outline.png'),
  });
}

function main(): void {
  if (existsSync('.env')) {
    process.loadEnvFile('.env');
  }
  const { MICROSOFT_APP_ID: appId, PUBLIC_URL: publicUrl } = readSettings(settings, process.env);
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')));
  writeFileSync(FILE, zipApp({ appId, publicUrl, version }));
  process.stdout.write(`${FILE} for ${publicUrl}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
