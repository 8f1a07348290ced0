import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';

/** What a file may hang on. */
export const FILE_ENTITIES = ['customer', 'opportunity', 'lead', 'follow_up'] as const;

export type FileEntity = (typeof FILE_ENTITIES)[number];

export type RecordRef = { entity: FileEntity; recordId: string };

export type NamedRecord = RecordRef & {
  /** As a person knows it: "Acme · Line 3 sensors". */
  name: string;
};

const NAMED = `SELECT 'customer' AS entity, c.id AS "recordId", c.name FROM seen.customers c WHERE c.id = ANY ($1)
  UNION ALL SELECT 'opportunity', o.id, CASE WHEN o.name = c.name THEN o.name ELSE concat_ws(' · ', o.name, c.name) END
    FROM seen.opportunities o LEFT JOIN seen.customers c ON c.id = o.customer_id WHERE o.id = ANY ($1)
  UNION ALL SELECT 'lead', l.id, concat_ws(' · ', l.contact_name, l.company) FROM seen.leads l WHERE l.id = ANY ($1)
  UNION ALL SELECT 'follow_up', f.id, concat_ws(' · ', c.name, left(f.note, 40))
    FROM seen.follow_ups f LEFT JOIN seen.customers c ON c.id = f.customer_id WHERE f.id = ANY ($1)`;

/** The record of whichever kind that has this id, among those the actor may see. Throws not_found. */
export async function getRecord(core: Core, id: string): Promise<NamedRecord> {
  const [found] = await core.sql<NamedRecord>({ name: 'record-named', text: NAMED, values: [[id]], isRead: true });
  if (!found) {
    throw new DomainError('not_found', `record ${id}`);
  }
  return found;
}
