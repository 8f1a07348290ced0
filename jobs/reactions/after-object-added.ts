import { defineReaction } from '../reaction.ts';

/** Whom a new object of a customer's names, and its type's rules say to tell, hears of it; not whoever entered it himself. */
export const afterObjectAdded = defineReaction({
  after: 'object.added',
  async run({ sql, tell }, { objectId }) {
    const named = await sql<{ id: string }>({
      name: 'object-tells',
      text: `SELECT DISTINCT u.id FROM objects o JOIN object_types t ON t.id = o.type_id AND t.active CROSS JOIN LATERAL jsonb_array_elements(t.rules) r
               JOIN users u ON u.id::text = o."values" ->> (r ->> 'field') AND u.active
              WHERE o.id = $1 AND o.removed_at IS NULL AND r ->> 'kind' = 'tell' AND u.id <> o.created_by`,
      values: [objectId],
    });
    for (const { id } of named) {
      await tell({ effectKey: `object:${objectId}:${id}`, to: id, notice: 'objectTold', subject: { objectId } });
    }
  },
});
