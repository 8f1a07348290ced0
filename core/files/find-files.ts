import type { Core } from '../context.ts';
import type { RecordRef } from './record.ts';

export type FileLine = {
  id: string;
  name: string;
  /** As its bytes say. */
  mediaType: string;
  bytes: number;
  uploadedBy: string;
  uploaderName: string;
  at: Date;
  /** The lead, opportunity or follow-up it hangs on, where that is not what was asked for. */
  on: string | null;
};

const LINE = `SELECT f.id, f.name, f.media_type AS "mediaType", f.bytes, f.uploaded_by AS "uploadedBy", u.name AS "uploaderName", f.created_at AS at`;

/** What hangs on a record, the newest first. */
export function findFiles(
  { sql }: Core,
  { entity, recordId, limit = 20 }: RecordRef & { limit?: number },
): Promise<FileLine[]> {
  return sql<FileLine>({
    name: 'files-of',
    text: `${LINE}, NULL AS "on" FROM files f JOIN users u ON u.id = f.uploaded_by
            WHERE f.entity = $1 AND f.record_id = $2 ORDER BY f.created_at DESC, f.id DESC LIMIT $3`,
    values: [entity, recordId, limit],
    isRead: true,
  });
}

/** What hangs on a customer, on the leads he was, on his opportunities and on what was logged of him, the newest first. */
export function findCustomerFiles(
  { sql }: Core,
  { customerId, limit = 20 }: { customerId: string; limit?: number },
): Promise<FileLine[]> {
  return sql<FileLine>({
    name: 'files-of-customer',
    text: `${LINE}, x.name AS "on" FROM (
             SELECT 'customer' AS entity, $1::uuid AS id, NULL::text AS name
             UNION ALL SELECT 'lead', l.id, (SELECT s.contact_name FROM seen.leads s WHERE s.id = l.id) FROM parley_leads_of_customer($1) l (id)
             UNION ALL SELECT 'opportunity', o.id, o.name FROM seen.opportunities o WHERE o.customer_id = $1
             UNION ALL SELECT 'follow_up', p.id, coalesce(left(p.note, 40), '') FROM seen.follow_ups p WHERE p.customer_id = $1) x
             JOIN files f ON f.entity = x.entity AND f.record_id = x.id JOIN users u ON u.id = f.uploaded_by
            ORDER BY f.created_at DESC, f.id DESC LIMIT $2`,
    values: [customerId, limit],
    isRead: true,
  });
}
