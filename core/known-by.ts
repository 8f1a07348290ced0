import type { Core } from './context.ts';
import { newId } from './id.ts';

type Named = { entity: 'lead' | 'customer' | 'contact'; recordId: string };

/** Puts a record under the words it is found by in a sentence (R20). */
export function knowBy({ change }: Core, { entity, recordId }: Named, keys: Iterable<string>): void {
  for (const key of keys) {
    change.insert('name_keys', { id: newId(), entity, recordId, key });
  }
}

/** It is found under what it is called now, and no longer under what it was called. */
export async function knowAnew(core: Core, { entity, recordId }: Named, keys: ReadonlySet<string>): Promise<void> {
  const old = await core.sql<{ id: string; key: string }>({
    name: 'record-name-keys',
    text: 'SELECT id, key FROM name_keys WHERE entity = $1 AND record_id = $2',
    values: [entity, recordId],
  });
  for (const { id } of old.filter(({ key }) => !keys.has(key))) {
    core.change.remove('name_keys', id);
  }
  const known = new Set(old.map(({ key }) => key));
  knowBy(
    core,
    { entity, recordId },
    [...keys].filter((key) => !known.has(key)),
  );
}
