// The build's last step: what tsc leaves behind but the program reads when it runs.
import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const pages = readdirSync(path.join(ROOT, 'adapters'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => path.join('adapters', entry.name, 'page'));

for (const name of [path.join('prisma', 'migrations'), path.join('prisma', 'schema.prisma'), ...pages]) {
  const [source, target] = [path.join(ROOT, name), path.join(ROOT, 'dist', name)];
  // What was deleted or renamed in the source shall not live on in the build.
  rmSync(target, { recursive: true, force: true });
  if (existsSync(source)) cpSync(source, target, { recursive: true, filter: (file) => !/\.test\.\w+$/.test(file) });
}

// When this was: a build without changes leaves every file of the one before as it is.
writeFileSync(path.join(ROOT, 'dist', '.built'), '');
