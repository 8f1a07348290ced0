import type { Text } from '../text.ts';
import type { Joined } from './same-visit.ts';

/** WGS 84 or GCJ-02, as phone and platform tell it: in mainland China they may be 600 m apart, which no file says. */
export type Spot = { latitude: number; longitude: number };

/** `platform`: a location sent in the chat; `photo`: what a photo says of itself; `typed`: an address, told. */
export type SpotSource = 'platform' | 'photo' | 'typed';

export const SOURCE_NAMES: Readonly<Record<SpotSource, Text>> = {
  platform: { en: 'sent location', zh: '聊天定位' },
  photo: { en: 'from the photo', zh: '照片定位' },
  typed: { en: 'typed', zh: '手写地址' },
};

/** What is strange about a check-in. It stands all the same: there may be a good reason, and people talk. */
export type Doubt =
  | { kind: 'far'; metres: number }
  /** ISO 8601 */
  | { kind: 'other_time'; takenAt: string }
  | { kind: 'used_photo'; usedAt: string }
  | { kind: 'same_spot'; times: number };

/** Where a visit was, as it stands on its follow-up. */
export type CheckIn = {
  /** Null where nothing was told. */
  source: SpotSource | null;
  spot: Spot | null;
  address: string | null;
  /** From the stored place of whom it is at, where both are known. */
  metres: number | null;
  doubts: readonly Doubt[];
  /** What was told of the same visit, where that came by itself. */
  joined?: Joined;
};

export type VisitLimits = {
  /** From where on it is far from them. */
  nearMetres: number;
  /** How far a photo's own time may be from the visit. */
  photoMinutes: number;
  /** How many earlier check-ins at the very same coordinates are strange, and within how many days. */
  sameSpotTimes: number;
  sameSpotDays: number;
};

/** Where the company has not set them. */
export const VISIT_LIMITS: VisitLimits = { nearMetres: 1_000, photoMinutes: 60, sameSpotTimes: 3, sameSpotDays: 90 };
