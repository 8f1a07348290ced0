import { isDeepStrictEqual } from 'node:util';
import { nothingChanges } from '../changes/nothing-changes.ts';
import type { Core } from '../context.ts';
import { checked } from './add-object.ts';
import { toStored, type Values } from './declaration.ts';
import { getObject, type ObjectLine } from './find-objects.ts';

/** Sets what is given of an own object, null takes it away; all else stays. Throws bad_input where nothing changes. */
export async function changeObject(
  core: Core,
  { objectId, name, values }: { objectId: string; name?: string | undefined; values: Values },
): Promise<ObjectLine> {
  const object = await getObject(core, objectId);
  const given = checked(object.type.fields, values, { isChange: true });
  const kept = Object.entries(object.values).filter(([key]) => given[key] !== null);
  const after: Values = { ...Object.fromEntries(kept), ...toStored(given) };
  if ((name === undefined || name === object.name) && isDeepStrictEqual(after, { ...object.values })) {
    throw nothingChanges(`object ${objectId}`);
  }
  core.change.update(
    'objects',
    objectId,
    { ...(name ? { name } : {}), values: after as Record<string, string> },
    { version: object.version },
  );
  return object;
}
