import { getDistance } from 'geolib';
import type { Core } from '../context.ts';
import { type Spot, VISIT_LIMITS } from './visit.ts';

type Near = { id: string; name: string; place: Spot };

/** A degree of latitude, and of longitude at the equator. */
const METRES_A_DEGREE = 111_000;

/** The actor's own customers whose stored place is near, the nearest first: one of them is likely where he is. */
export async function findCustomersNear(
  core: Core,
  spot: Spot,
  limit: number,
): Promise<{ id: string; name: string }[]> {
  const { nearMetres } = core.org.visits ?? VISIT_LIMITS;
  const up = nearMetres / METRES_A_DEGREE;
  const aside = up / Math.max(0.01, Math.cos((spot.latitude * Math.PI) / 180));
  const rows = await core.sql<Near>({
    name: 'check-in-near',
    text: `SELECT c.id, c.name, c.place FROM seen.customers c WHERE c.owner_id = $1
             AND abs((c.place ->> 'latitude')::float8 - $2) <= $4 AND abs((c.place ->> 'longitude')::float8 - $3) <= $5 LIMIT 50`,
    values: [core.actor.userId, spot.latitude, spot.longitude, up, aside],
    isRead: true,
  });
  return rows
    .map(({ place, ...customer }) => ({ ...customer, metres: getDistance(spot, place) }))
    .sort((a, b) => a.metres - b.metres)
    .slice(0, limit)
    .map(({ id, name }) => ({ id, name }));
}
