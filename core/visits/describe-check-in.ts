import { getDistance } from 'geolib';
import type { Core } from '../context.ts';
import { addDays, type Day, instantOf } from '../days.ts';
import { toJsonb } from '../db/jsonb.ts';
import type { Photo } from '../files/read-photo.ts';
import type { Ground } from './ground.ts';
import { judgeCheckIn, type Traces, type When, withMore } from './judge-check-in.ts';
import { type CheckIn, type Doubt, type Spot, VISIT_LIMITS } from './visit.ts';

/** What somebody tells of where he is. */
export type Told = {
  /** A location sent in the chat. */
  spot?: Spot | undefined;
  address?: string | undefined;
  /** What he has sent, by the ids under which it was taken in. */
  received?: readonly string[] | undefined;
};

type About = {
  ground: Ground;
  on: Day;
  /** The hour, where one was said. */
  at: Date | undefined;
  /** What the check-in said before, where this is told of one that is on record. */
  before: { id: string; checkIn: CheckIn } | undefined;
};

const NOTHING: CheckIn = { source: null, spot: null, address: null, metres: null, doubts: [] };

/** Where a visit was by all that is told of it, and what is strange about that. */
export async function describeCheckIn(core: Core, { spot, address }: Told, about: About): Promise<CheckIn> {
  const { ground, on, at, before } = about;
  const photoSpot = ground.photos.map(({ photo }) => photo?.spot).find(Boolean);
  const place = withMore(before?.checkIn ?? NOTHING, { sent: spot, photo: photoSpot, address });
  const limits = core.org.visits ?? VISIT_LIMITS;
  const [row] = await core.sql<Pick<Traces, 'usedAt' | 'spots'>>({
    name: 'check-in-traces',
    text: 'SELECT "usedAt", spots FROM parley_check_in_traces($1, $2, $3, $4, $5, $6)',
    values: [
      ground.photos.map(({ sha256 }) => sha256),
      place.spot ? toJsonb(place.spot) : null,
      ground.id,
      place.source === 'photo',
      limits.sameSpotDays,
      before?.id ?? null,
    ],
    isRead: true,
  });
  // By geolib (manuelbieri): the distance on the ellipsoid, which is no one-liner.
  const metres = place.spot && ground.place ? getDistance(place.spot, ground.place) : null;
  const taken = ground.photos.flatMap(({ photo }) => takenAt(photo, core.actor.timeZone) ?? []);
  const traces: Traces = { metres, taken, usedAt: row?.usedAt ?? null, spots: row?.spots ?? 0 };
  const doubts = judgeCheckIn(traces, whenOf(core, on, at), limits);
  const joined = before?.checkIn.joined;
  return {
    ...place,
    metres,
    doubts: [...keptOf(before?.checkIn.doubts ?? [], doubts), ...doubts],
    ...(joined ? { joined } : {}),
  };
}

/** A photo that was strange stays so, whatever is sent after it; where one was is judged anew. */
function keptOf(earlier: readonly Doubt[], now: readonly Doubt[]): Doubt[] {
  return earlier.filter(
    ({ kind }) => (kind === 'other_time' || kind === 'used_photo') && now.every((doubt) => doubt.kind !== kind),
  );
}

/** Said without a day, it is now; with a day alone, some time of that day. */
function whenOf({ actor, now, today }: Core, on: Day, at: Date | undefined): When {
  if (at) {
    return { from: at, until: at };
  }
  return on === today
    ? { from: now, until: now }
    : {
        from: instantOf(on, '00:00', actor.timeZone),
        until: instantOf(addDays(on, 1), '00:00', actor.timeZone),
      };
}

function takenAt(photo: Photo | null, timeZone: string): Date | undefined {
  const { takenAt: moment, takenLocal } = photo ?? {};
  if (moment) {
    return new Date(moment);
  }
  const [day, time] = takenLocal?.split('T') ?? [];
  return day && time ? instantOf(day, time, timeZone) : undefined;
}
