import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { findLastCheckIn } from './find-last-check-in.ts';
import type { CheckIn, Spot } from './visit.ts';

type Row = { id: string; name: string; version: number; place: Spot | null; checkIn: CheckIn | null };

/** Keeps where a check-in was, the actor's last where none is named, as the customer's place. Throws not_found, bad_input, forbidden. */
export async function keepPlace(
  core: Core,
  { which }: { which?: string | undefined },
): Promise<{ id: string; name: string }> {
  const followUpId = which ?? (await findLastCheckIn(core));
  const [row] = followUpId
    ? await core.sql<Row>({
        name: 'check-in-place',
        text: `SELECT c.id, c.name, c.version, c.place, f.check_in AS "checkIn"
                 FROM seen.follow_ups f JOIN seen.customers c ON c.id = f.customer_id WHERE f.id = $1`,
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
  const { id, name, version, place } = row;
  if (place?.latitude === spot.latitude && place.longitude === spot.longitude) {
    throw new DomainError('bad_input', `the place of ${id} stands so`, {
      say: { en: 'That is the customer’s place already.', zh: '客户位置已是这里，无需修改。' },
    });
  }
  core.change.update('customers', id, { place: spot }, { version });
  return { id, name };
}
