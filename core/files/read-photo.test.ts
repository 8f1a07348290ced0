import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { photoBytes } from '../../test/support/photo.ts';
import { readPhoto } from './read-photo.ts';

const SHENZHEN = { latitude: 22.5405, longitude: 113.9345 };

describe('what a photo says of itself', () => {
  it('R37: is where and when it was taken, in the zone it names', async () => {
    const bytes = photoBytes({ ...SHENZHEN, taken: '2026:05:20 15:03:00', offset: '+08:00' });
    expect(await readPhoto(bytes)).toEqual({ takenAt: '2026-05-20T07:03:00.000Z', spot: SHENZHEN });
  });

  it('is on the wall clock where it names no zone', async () => {
    expect(await readPhoto(photoBytes({ taken: '2026:05:20 15:03:00' }))).toEqual({
      takenLocal: '2026-05-20T15:03:00',
    });
  });

  it('is south and west where it says so', async () => {
    const spot = { latitude: -33.8568, longitude: -70.6483 };
    expect(await readPhoto(photoBytes(spot))).toEqual({ spot });
  });

  it('is nothing where a phone knew no place, and where the day is none', async () => {
    expect(await readPhoto(photoBytes({ latitude: 0, longitude: 0, taken: '2026:13:45 99:00:00' }))).toBeUndefined();
  });

  it('R37: is on no wall clock where its day or hour is one that no clock shows', async () => {
    expect(await readPhoto(photoBytes({ taken: '2026:02:30 15:03:00' }))).toBeUndefined();
    expect(await readPhoto(photoBytes({ taken: '2026:05:20 24:00:00' }))).toBeUndefined();
  });

  it('is nothing of a picture without EXIF, and of what is no picture', async () => {
    expect(await readPhoto(Buffer.from([0xff, 0xd8, 0xff, 0xd9]))).toBeUndefined();
    expect(await readPhoto(Buffer.from('no picture at all'))).toBeUndefined();
    expect(await readPhoto(Buffer.alloc(0))).toBeUndefined();
  });

  it('is read of files bent in any way without harm', async () => {
    const whole = photoBytes({ ...SHENZHEN, taken: '2026:05:20 15:03:00', offset: '+08:00' });
    const bend = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(bend, fc.nat(whole.length), async (bends, cut) => {
        const bytes = Buffer.from(whole.subarray(0, whole.length - (cut % 40)));
        for (const [at, value] of bends) {
          if (at < bytes.length) {
            bytes[at] = value;
          }
        }
        const spot = (await readPhoto(bytes))?.spot;
        expect(Math.abs(spot?.latitude ?? 0)).toBeLessThanOrEqual(90);
        expect(Math.abs(spot?.longitude ?? 0)).toBeLessThanOrEqual(180);
      }),
      { numRuns: 500 },
    );
  });
});
