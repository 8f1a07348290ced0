import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/** A named statement's declaration: pg prepares its text under this name once a connection. */
const NAMED = /\bname: (?:'([^']+)'|`([^`]+)`),\s*text:/g;

it('a prepared statement has a name of its own, for one connection runs them all', () => {
  const places = new Map<string, string[]>();
  for (const file of sources()) {
    for (const [, plain, pattern = ''] of readFileSync(file, 'utf8').matchAll(NAMED)) {
      const name = plain ?? pattern;
      places.set(name, [...(places.get(name) ?? []), file]);
    }
  }
  expect(places.size).toBeGreaterThan(50);
  expect([...places].filter(([, files]) => files.length > 1)).toEqual([]);
});

function sources(): string[] {
  return ['core', 'bot', 'adapters', 'jobs'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
      .map((name) => path.join(room, name)),
  );
}
