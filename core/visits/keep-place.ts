import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { findLastCheckIn } from './find-last-check-in.ts';
import type { CheckIn, Spot } from './visit.ts';

/** Whom a visit is at. */
export type Visited = { entity: 'customer' | 'lead'; id: string; name: string };

type Row = Visited & { version: number; place: Spot | null; checkIn: CheckIn | null };

const TABLES = { customer: 'customers', lead: 'leads' } as const;

/**
 * Keeps where a check-in was, the actor's last where none is named, as the place of the customer or lead. Throws not_found,
 * bad_input, forbidden.
 */
export async function keepPlace(core: Core, { which }: { which?: string | undefined }): Promise<Visited> {
  const followUpId = which ?? (await findLastCheckIn(core));
  const [row] = followUpId
    ? await core.sql<Row>({
        name: 'check-in-place',
        text: `SELECT p.*, f.check_in AS "checkIn" FROM seen.follow_ups f CROSS JOIN LATERAL (
                 SELECT 'customer' AS entity, c.id, c.name, c.version, c.place FROM seen.customers c WHERE c.id = f.customer_id
                 UNION ALL SELECT 'lead', l.id, l.contact_name, l.version, l.place FROM seen.leads l
                  WHERE l.id = f.lead_id AND f.customer_id IS NULL) p WHERE f.id = $1`,
        values: [followUpId],
        isRead: true,
      })
    : [];
  const spot = row?.checkIn?.spot;
  if (!row || !spot) {
    throw new DomainError('not_found', `a place of ${followUpId}`, {
      say: {
        en: 'I know no place to keep. Check in with a photo that knows where it was taken, or a location.',
        zh: '没有可记录的位置。请先用带定位的照片或聊天位置签到。',
      },
    });
  }
  const { entity, id, name, version, place } = row;
  if (place?.latitude === spot.latitude && place.longitude === spot.longitude) {
    throw new DomainError('bad_input', `the place of ${id} stands so`, {
      say: { en: 'That is their place already.', zh: '客户位置已是这里，无需修改。' },
    });
  }
  core.change.update(TABLES[entity], id, { place: spot }, { version });
  return { entity, id, name };
}
