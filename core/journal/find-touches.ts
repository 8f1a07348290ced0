import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import type { Party } from './add-touch.ts';
import { folded } from './find-milestones.ts';
import type { TouchKind } from './touch.ts';

export type Touch = {
  id: string;
  party: Party;
  kind: TouchKind;
  what: string;
  at: Date;
  /** The day it was, where the actor is. */
  on: Day;
  version: number;
};

/** Which one: by its id; the last of a customer or a lead, of those whose words hold these where some are said. */
export type WhichTouch = { touchId?: string | undefined; partyId?: string | undefined; words?: string | undefined };

/** Of `t`, a touch: whether the actor may mend it; the policies of the table say the same. */
export const IS_MENDED = `(t.created_by = ANY ((SELECT parley_workable())::uuid[])
  OR (t.created_by IS NULL AND (SELECT parley_roles() && ARRAY['admin', 'marketing'])))`;

/** Of one party this many are looked through for words. */
const MOST = 200;

type Found = Touch & { isMine: boolean };

/** All that these words may mean, the last first; those that are called exactly so alone. */
async function findMeant(core: Core, { touchId, partyId, words }: WhichTouch): Promise<Found[]> {
  const rows = await core.sql<Found>({
    name: touchId ? 'touch' : 'touches-of',
    text: `SELECT t.id, t.kind, t.what, t.occurred_at AS at, t.version, (t.occurred_at AT TIME ZONE $2)::date AS "on", ${IS_MENDED} AS "isMine",
             CASE WHEN c.id IS NULL THEN json_build_object('entity', 'lead', 'id', l.id, 'name', concat_ws(' · ', l.contact_name, l.company))
               ELSE json_build_object('entity', 'customer', 'id', c.id, 'name', c.name) END AS party
             FROM touches t LEFT JOIN seen.customers c ON c.id = t.customer_id LEFT JOIN seen.leads l ON l.id = t.lead_id
            WHERE ${touchId ? 't.id = $1' : '(t.customer_id = $1 OR (t.lead_id = $1 AND t.customer_id IS NULL))'}
            ORDER BY t.created_at DESC, t.id LIMIT ${MOST}`,
    values: [touchId ?? partyId, core.actor.timeZone],
  });
  const wanted = words === undefined ? '' : folded(words);
  const exact = rows.filter(({ what }) => folded(what) === wanted);
  return exact.length > 0 ? exact : rows.filter(({ what }) => folded(what).includes(wanted));
}

/** Those among them that the actor may mend. */
export async function findOwnTouches(core: Core, which: WhichTouch): Promise<Touch[]> {
  return (await findMeant(core, which)).flatMap(({ isMine, ...touch }) => (isMine ? [touch] : []));
}

/**
 * A touch the actor may mend: his own and those of his people; of what a system sent, whoever runs marketing or the company's
 * rules. Throws not_found, forbidden for anybody else's.
 */
export async function getOwnTouch(core: Core, which: WhichTouch): Promise<Touch> {
  const meant = await findMeant(core, which);
  const found = meant.find(({ isMine }) => isMine) ?? meant[0];
  if (!found) {
    throw new DomainError('not_found', `touch ${which.touchId ?? which.words}`, {
      say: { en: 'I find no such touch on record.', zh: '没有找到这条触达记录。' },
    });
  }
  const { isMine, ...touch } = found;
  if (!isMine) {
    throw new DomainError('forbidden', `touch ${touch.id}`, {
      say: {
        en: 'Whoever entered it, and those above, can change it; what a system sent is for marketing and admins.',
        zh: '只有记录人和上级可以修改；系统接入的触达由市场或管理员处理。',
      },
    });
  }
  return touch;
}
