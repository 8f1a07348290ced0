import type { Core } from '../context.ts';
import { checked } from './add-object.ts';
import { toStored, type Values } from './declaration.ts';
import { getObject, type ObjectLine } from './find-objects.ts';

/** Sets what is given of an own object; all else stays. */
export async function changeObject(
  core: Core,
  { objectId, name, values }: { objectId: string; name?: string | undefined; values: Values },
): Promise<ObjectLine> {
  const object = await getObject(core, objectId);
  const set = toStored(checked(object.type.fields, values, { isChange: true }));
  core.change.update(
    'objects',
    objectId,
    { ...(name ? { name } : {}), values: { ...object.values, ...set } as Record<string, string> },
    { version: object.version },
  );
  return object;
}
