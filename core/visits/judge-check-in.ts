import type { CheckIn, Doubt, Spot, VisitLimits } from './visit.ts';

/** What is known of a check-in besides what it says itself. */
export type Traces = {
  /** From the stored place. */
  metres: number | null;
  /** When its photos were taken, as they say. */
  taken: readonly Date[];
  /** When one of its photos was first used elsewhere. */
  usedAt: Date | null;
  /** Earlier check-ins at the very same coordinates. */
  spots: number;
};

/** When it was: a day, and its hour where one was said. The bounds of the day are its author's. */
export type When = { from: Date; until: Date };

/** What is strange about it, in words' order; pure. */
export function judgeCheckIn(traces: Traces, when: When, limits: VisitLimits): Doubt[] {
  const { metres, taken, usedAt, spots } = traces;
  const reach = limits.photoMinutes * 60_000;
  const off = taken.find(
    (at) => at.getTime() < when.from.getTime() - reach || at.getTime() > when.until.getTime() + reach,
  );
  return [
    ...(metres !== null && metres > limits.nearMetres ? [{ kind: 'far' as const, metres }] : []),
    ...(off ? [{ kind: 'other_time' as const, takenAt: off.toISOString() }] : []),
    ...(usedAt ? [{ kind: 'used_photo' as const, usedAt: usedAt.toISOString() }] : []),
    ...(spots >= limits.sameSpotTimes ? [{ kind: 'same_spot' as const, times: spots }] : []),
  ];
}

/** What was told first and what is told now: a location sent is worth more than a photo's, what is newer more than what is older. */
export function withMore(
  before: Pick<CheckIn, 'source' | 'spot' | 'address'>,
  { sent, photo, address }: { sent: Spot | undefined; photo: Spot | undefined; address: string | undefined },
): Pick<CheckIn, 'source' | 'spot' | 'address'> {
  const told = address ?? before.address;
  if (sent) {
    return { source: 'platform', spot: sent, address: told };
  }
  if (before.spot && (before.source === 'platform' || !photo)) {
    return { source: before.source, spot: before.spot, address: told };
  }
  return photo
    ? { source: 'photo', spot: photo, address: told }
    : { source: told === null ? null : 'typed', spot: null, address: told };
}
