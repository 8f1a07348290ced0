import type { Core } from '../context.ts';
import type { FieldDeclaration, Values } from '../objects/declaration.ts';

type Named = { id: string; version: number; values: Values; fields: FieldDeclaration[] };

/** Puts somebody else's name into the fields of own objects that name whom he follows (R21, R22). */
export async function giveNamed(
  core: Core,
  ids: readonly string[],
  { from, to }: { from: string; to: string },
): Promise<void> {
  const objects = await core.sql<Named>({
    name: 'handover-objects',
    text: `SELECT o.id, o.version, o."values", t.fields FROM objects o JOIN object_types t ON t.id = o.type_id WHERE o.id = ANY ($1::uuid[])`,
    values: [[...ids]],
  });
  for (const { id, version, values, fields } of objects) {
    const named = fields.filter(({ kind, key }) => kind === 'person' && values[key] === from);
    const after = { ...values, ...Object.fromEntries(named.map(({ key }) => [key, to])) };
    core.change.update('objects', id, { values: after as Record<string, string> }, { version });
  }
  await core.flush();
}
