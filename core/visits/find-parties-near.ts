import { getDistance } from 'geolib';
import type { Core } from '../context.ts';
import { IS_OPEN } from '../leads/lead.ts';
import { type Spot, VISIT_LIMITS } from './visit.ts';

type Near = { id: string; name: string; place: Spot };

/** A degree of latitude, and of longitude at the equator. */
const METRES_A_DEGREE = 111_000;

const NEAR = `abs((place ->> 'latitude')::float8 - $2) <= $4 AND abs((place ->> 'longitude')::float8 - $3) <= $5 LIMIT 50`;

/** The actor's own customers and open leads whose stored place is near, the nearest first: one of them is likely where he is. */
export async function findPartiesNear(core: Core, spot: Spot, limit: number): Promise<{ id: string; name: string }[]> {
  const { nearMetres } = core.org.visits ?? VISIT_LIMITS;
  const up = nearMetres / METRES_A_DEGREE;
  const aside = up / Math.max(0.01, Math.cos((spot.latitude * Math.PI) / 180));
  const rows = await core.sql<Near>({
    name: 'check-in-near',
    text: `(SELECT id, name, place FROM seen.customers WHERE owner_id = $1 AND ${NEAR})
           UNION ALL (SELECT id, concat_ws(' · ', contact_name, company), place FROM seen.leads
                       WHERE owner_id = $1 AND status ${IS_OPEN} AND ${NEAR})`,
    values: [core.actor.userId, spot.latitude, spot.longitude, up, aside],
    isRead: true,
  });
  return rows
    .map(({ place, ...party }) => ({ ...party, metres: getDistance(spot, place) }))
    .sort((a, b) => a.metres - b.metres)
    .slice(0, limit)
    .map(({ id, name }) => ({ id, name }));
}
