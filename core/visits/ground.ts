import { hasRole, SELLERS } from '../actor.ts';
import type { Core } from '../context.ts';
import type { Photo } from '../files/read-photo.ts';
import type { Spot } from './visit.ts';

/** What stands on record where somebody checks in, and what was sent with it. */
export type Ground = {
  /** The customer's stored place. */
  place: Spot | null;
  /** The actor sells and may work on the customer, and so keep a place for him. */
  mayKeep: boolean;
  photos: { sha256: string; photo: Photo | null }[];
};

export async function getGround(
  core: Core,
  { customerId, received }: { customerId: string; received: readonly string[] },
): Promise<Ground> {
  const [row] = await core.sql<Ground>({
    name: 'check-in-ground',
    text: `SELECT c.place,
             'place' <> ALL (c.unseen) AND (c.owner_id IS NULL OR c.owner_id = ANY ((SELECT parley_workable())::uuid[])
               OR c.id = ANY ((SELECT parley_granted_work())::uuid[])) AS "mayKeep",
             (SELECT coalesce(json_agg(json_build_object('sha256', r.sha256, 'photo', r.photo) ORDER BY r.received_at, r.id), '[]')
                FROM received_files r WHERE r.id = ANY ($2) AND r.media_type LIKE 'image/%') AS photos
             FROM seen.customers c WHERE c.id = $1`,
    values: [customerId, received],
    isRead: true,
  });
  return row
    ? { ...row, mayKeep: row.mayKeep && hasRole(core.actor, SELLERS) }
    : { place: null, mayKeep: false, photos: [] };
}
