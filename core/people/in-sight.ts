/**
 * SQL: rows that are owned by whom the actor sees, or that he was let in to. The row policies say so too, but in a chain of
 * ORs that no index serves.
 */
export const ownedInSight = (row: string): string =>
  `(${row}.owner_id = ANY ((SELECT parley_visible())::uuid[]) OR ${row}.id = ANY ((SELECT parley_granted())::uuid[]))`;
