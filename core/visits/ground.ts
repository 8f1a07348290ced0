import { hasRole, SELLERS } from '../actor.ts';
import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import type { Photo } from '../files/read-photo.ts';
import type { Spot } from './visit.ts';

/** What stands on record where somebody checks in, and what was sent with it. */
export type Ground = {
  /** A lead that has become a customer is that customer. */
  entity: 'customer' | 'lead';
  id: string;
  /** The stored place. */
  place: Spot | null;
  /** The actor sells and may work on the customer or lead, and so keep a place for them. */
  mayKeep: boolean;
  photos: { sha256: string; photo: Photo | null }[];
};

const mayWork = (row: string) => `'place' <> ALL (${row}.unseen) AND (${row}.owner_id IS NULL
  OR ${row}.owner_id = ANY ((SELECT parley_workable())::uuid[]) OR ${row}.id = ANY ((SELECT parley_granted_work())::uuid[]))`;

/** Throws not_found. */
export async function getGround(
  core: Core,
  { partyId, received }: { partyId: string; received: readonly string[] },
): Promise<Ground> {
  const [row] = await core.sql<Ground>({
    name: 'check-in-ground',
    text: `SELECT p.*,
             (SELECT coalesce(json_agg(json_build_object('sha256', r.sha256, 'photo', r.photo) ORDER BY r.received_at, r.id), '[]')
                FROM received_files r WHERE r.id = ANY ($2) AND r.media_type LIKE 'image/%') AS photos
             FROM (SELECT 'lead' AS entity, l.id, l.place, ${mayWork('l')} AS "mayKeep"
                     FROM seen.leads l WHERE l.id = $1 AND l.customer_id IS NULL
                   UNION ALL SELECT 'customer', c.id, c.place, ${mayWork('c')}
                     FROM seen.customers c WHERE c.id = coalesce((SELECT l.customer_id FROM seen.leads l WHERE l.id = $1), $1)) p`,
    values: [partyId, received],
    isRead: true,
  });
  if (!row) {
    throw new DomainError('not_found', `party ${partyId}`);
  }
  return { ...row, mayKeep: row.mayKeep && hasRole(core.actor, SELLERS) };
}
