import { readFile, stat } from 'node:fs/promises';

/** What a photo says of itself, as far as it can be true; not one of these is proof. */
export type Photo = {
  /** ISO 8601, where it names a zone or satellites do. */
  takenAt?: string;
  /** `2026-05-20T15:03:00` on the wall clock of whoever took it. */
  takenLocal?: string;
  spot?: { latitude: number; longitude: number };
};

/** What is beyond this is no photo of a phone; nothing is read of it. */
const MOST_BYTES = 64 * 1_048_576;

/** A photo among the files of this machine. Of what cannot be read nothing is known; never throws for what is in it. */
export async function readPhotoFile(file: string): Promise<Photo | undefined> {
  const { size } = await stat(file);
  return size <= MOST_BYTES ? readPhoto(await readFile(file)) : undefined;
}

/**
 * Where and when by its EXIF. By ExifReader (mattiasw): it knows JPEG, HEIC, PNG and WebP without native code, and its
 * work stays in proportion to the file, whatever the file says. Only the few tags that are wanted are read.
 */
export async function readPhoto(bytes: Buffer): Promise<Photo | undefined> {
  const { default: reader } = await import('exifreader');
  try {
    const { exif = {}, gps = {} } = reader.load(bytes, { expanded: true, includeTags: WANTED });
    const taken = readTaken({
      day: exif.GPSDateStamp?.description,
      time: exif.GPSTimeStamp?.description,
      local: exif.DateTimeOriginal?.description,
      offset: exif.OffsetTimeOriginal?.description,
    });
    const { Latitude: latitude, Longitude: longitude } = gps;
    const spot = toSpot(latitude, longitude);
    return taken || spot ? { ...taken, ...(spot ? { spot } : {}) } : undefined;
  } catch {
    return undefined; // without EXIF, or with what only looks like it: a picture like any other
  }
}

const WANTED = {
  exif: [
    'DateTimeOriginal',
    'OffsetTimeOriginal',
    'GPSDateStamp',
    'GPSTimeStamp',
    'GPSLatitude',
    'GPSLatitudeRef',
    'GPSLongitude',
    'GPSLongitudeRef',
  ],
  gps: ['Latitude', 'Longitude'],
};

/** To the centimetre. Zero and zero is what a phone writes that knew no place. */
function toSpot(latitude: unknown, longitude: unknown): Photo['spot'] {
  if (typeof latitude !== 'number' || typeof longitude !== 'number') {
    return undefined;
  }
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude !== 0 || longitude !== 0);
  return isOnEarth ? { latitude: rounded(latitude), longitude: rounded(longitude) } : undefined;
}

const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

type Said = Record<'day' | 'time' | 'local' | 'offset', string | undefined>;

/** 2026:05:20 07:03:00, and where that was; of satellites always in UTC. */
function readTaken({ day, time, local, offset }: Said): Pick<Photo, 'takenAt' | 'takenLocal'> | undefined {
  const [, date, clock] = /^(\d{4}:\d\d:\d\d) (\d\d:\d\d:\d\d)/.exec(local ?? '') ?? [];
  const zone = /^[+-]\d\d:\d\d$/.exec(offset ?? '')?.[0];
  const [, seconds] = /^(\d\d:\d\d:\d\d)/.exec(time ?? '') ?? [];
  const takenAt =
    (date && clock && zone ? instant(`${dashed(date)}T${clock}${zone}`) : undefined) ??
    (day && seconds ? instant(`${dashed(day)}T${seconds}Z`) : undefined);
  if (takenAt) {
    return { takenAt };
  }
  const takenLocal = date && clock ? `${dashed(date)}T${clock}` : undefined;
  return takenLocal && isOnAClock(takenLocal) ? { takenLocal } : undefined;
}

/** No 30th of February and no 24 o'clock, which some phones write: these are other moments when they are read. */
const isOnAClock = (local: string) => instant(`${local}Z`) === `${local}.000Z`;

const dashed = (day: string) => day.slice(0, 10).replaceAll(':', '-');

function instant(said: string): string | undefined {
  const ms = Date.parse(said);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}
