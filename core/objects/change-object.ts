import { isDeepStrictEqual } from 'node:util';
import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
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
    throw new DomainError('bad_input', `nothing changes on object ${objectId}`, {
      say: { en: 'It stands like that already.', zh: '内容没有变化。' },
    });
  }
  core.change.update(
    'objects',
    objectId,
    { ...(name ? { name } : {}), values: after as Record<string, string> },
    { version: object.version },
  );
  return object;
}
