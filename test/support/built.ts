// What `npm ci` built, for tests that start Parley as a process of its own: it loads in a fifth of the time of the sources.
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TSX = import.meta.resolve('tsx');
const LAYERS = ['prisma', 'core', 'bot', 'adapters', 'jobs'];

/** The folder with the built layers; undefined once a source was changed after the build, or without one. */
function findBuilt(): string | undefined {
  const stamp = path.join(ROOT, 'dist/.built');
  if (!existsSync(stamp)) return undefined;
  const builtAt = statSync(stamp).mtimeMs;
  const isCurrent = LAYERS.every((layer) =>
    readdirSync(path.join(ROOT, layer), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !/\.(test|gold)\.ts$/.test(name))
      .every((name) => statSync(path.join(ROOT, layer, name)).mtimeMs <= builtAt),
  );
  return isCurrent ? path.join(ROOT, 'dist') : undefined;
}

/** What Node takes to run a file of the layers, named without its ending. */
export function toRun(name: string): string[] {
  const built = findBuilt();
  return built === undefined ? ['--import', TSX, path.join(ROOT, `${name}.ts`)] : [path.join(built, `${name}.js`)];
}

/** What Node takes to run a script on the layers: it is told their folder, and how a file there ends. */
export function toRunOn(script: string): string[] {
  const built = findBuilt();
  return built === undefined ? ['--import', TSX, script, ROOT, '.ts'] : [script, built, '.js'];
}
