import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import type { Text } from '../text.ts';
import { type FieldDeclaration, type Values, valueUnder } from './declaration.ts';

export type ObjectLine = {
  id: string;
  name: string;
  type: { key: string; name: Text; label: Text; fields: FieldDeclaration[] };
  customerId: string;
  /** Null where only the record itself is shown to him. */
  customerName: string | null;
  values: Values;
  /** Names of the colleagues it names, by id. */
  people: Readonly<Record<string, string>>;
  createdByName: string;
  version: number;
};

/** Of `o`, an object, and `t`, its type. */
export const OBJECT_PEOPLE = `(SELECT coalesce(json_object_agg(u.id, u.name), '{}') FROM jsonb_array_elements(t.fields) f
    JOIN users u ON u.id = CASE WHEN f ->> 'kind' = 'person' AND o."values" ->> (f ->> 'key') ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
      THEN (o."values" ->> (f ->> 'key'))::uuid END)`;
export const OBJECT_TYPE = `json_build_object('key', t.key, 'name', json_build_object('zh', t.name_zh, 'en', t.name_en),
    'label', json_build_object('zh', t.label_zh, 'en', t.label_en), 'fields', t.fields)`;

/** Of `o` and `t`: neither the record nor its kind was removed. */
export const KEPT = 'o.removed_at IS NULL AND t.active';

export const LINE_COLUMNS = `o.id, o.name, ${OBJECT_TYPE} AS type, o.customer_id AS "customerId", c.name AS "customerName", o."values",
    ${OBJECT_PEOPLE} AS people, a.name AS "createdByName", o.version`;
export const LINE_FROM =
  'FROM objects o JOIN object_types t ON t.id = o.type_id JOIN users a ON a.id = o.created_by LEFT JOIN seen.customers c ON c.id = o.customer_id';
const LINE = `SELECT ${LINE_COLUMNS} ${LINE_FROM}`;

/** The newest of one's own and one's people's customers, and those one entered; of a type or a customer where that is said. */
export async function findObjects(
  core: Core,
  {
    type,
    customerId,
    limit = 10,
    offset = 0,
  }: { type?: string | undefined; customerId?: string | undefined; limit?: number; offset?: number },
): Promise<ObjectLine[]> {
  return core.sql<ObjectLine>({
    name: 'objects',
    text: `${LINE} WHERE ${KEPT} AND ($1::text IS NULL OR t.key = $1)
             AND CASE WHEN $2::uuid IS NULL THEN c.owner_id = ANY ((SELECT parley_workable())::uuid[]) OR o.created_by = $3 ELSE o.customer_id = $2 END
           ORDER BY o.created_at DESC, o.id LIMIT $4 OFFSET $5`,
    values: [type ?? null, customerId ?? null, core.actor.userId, limit, offset],
  });
}

/** Objects called so, the very name first, or of customers among these. */
export async function searchObjects(
  core: Core,
  { mention, customerIds = [], limit = 8 }: { mention: string; customerIds?: readonly string[]; limit?: number },
): Promise<ObjectLine[]> {
  return core.sql<ObjectLine>({
    name: 'objects-called',
    text: `${LINE} WHERE ${KEPT} AND (position(lower($1) in lower(o.name)) > 0 OR o.customer_id = ANY ($2))
           ORDER BY lower(o.name) = lower($1) DESC, position(lower($1) in lower(o.name)) > 0 DESC, o.created_at DESC LIMIT $3`,
    values: [mention, customerIds, limit],
  });
}

/** Throws not_found, also for one that was removed. */
export async function getObject(core: Core, id: string): Promise<ObjectLine> {
  const [object] = await core.sql<ObjectLine>({
    name: 'object',
    text: `${LINE} WHERE o.id = $1 AND ${KEPT}`,
    values: [id],
    isRead: true,
  });
  if (!object) {
    throw new DomainError('not_found', `object ${id}`);
  }
  return object;
}

/** The first day its type declares that it holds, which says most of when it was or will be. */
export function dayOfObject({ type, values }: Pick<ObjectLine, 'type' | 'values'>): Day | undefined {
  return type.fields
    .flatMap((field) => (field.kind === 'date' ? [valueUnder(field, values)] : []))
    .find((value) => typeof value === 'string');
}
