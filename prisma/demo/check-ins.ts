import type { Company } from './company.ts';
import { dice } from './random.ts';

type Spot = { latitude: number; longitude: number };

/** The middle of the cities whose customers have been checked in at with a photo; of the others the address was typed. */
const CITIES: Readonly<Record<string, Spot>> = {
  深圳: { latitude: 22.5431, longitude: 114.0579 },
  上海: { latitude: 31.2304, longitude: 121.4737 },
  Boston: { latitude: 42.3601, longitude: -71.0589 },
  Sydney: { latitude: -33.8688, longitude: 151.2093 },
};

/** A minute of arc or so, and what that is on the ground. */
const FAR_DEGREES = 0.03;
const FAR_METRES = 3_336;
const NEAR_METRES = 45;
const STRANGE_EACH = 9;
const CHECKED_IN_EACH = 2;

/** Where a customer is on the map, as far as somebody has kept it. */
export function placeOf({ region, domain }: Company): Spot | null {
  const city = CITIES[region];
  const random = dice(`place of ${domain}`);
  const off = () => random.whole(-30_000, 30_000) / 1e6;
  return city ? { latitude: round(city.latitude + off()), longitude: round(city.longitude + off()) } : null;
}

/** Every other visit was checked in at; now and then one that somebody should look at. */
export function checkInOf(company: Company, serial: number) {
  if (serial % CHECKED_IN_EACH !== 0) {
    return null;
  }
  const place = placeOf(company);
  if (!place) {
    return { source: 'typed', spot: null, address: company.address, metres: null, doubts: [] };
  }
  const isFar = serial % STRANGE_EACH === 0;
  const metres = isFar ? FAR_METRES : NEAR_METRES;
  const spot = { ...place, latitude: round(place.latitude + (isFar ? FAR_DEGREES : 0.0004)) };
  return { source: 'photo', spot, address: null, metres, doubts: isFar ? [{ kind: 'far', metres }] : [] };
}

const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
