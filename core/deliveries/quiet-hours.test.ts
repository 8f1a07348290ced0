import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeIn } from '../days.ts';
import { endOfQuiet } from './quiet-hours.ts';

const SHANGHAI = { from: '20:00', until: '08:00', timeZone: 'Asia/Shanghai' };

const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata');

describe('quiet hours', () => {
  it.each([
    ['2026-05-20T19:59:59+08:00', undefined],
    ['2026-05-20T20:00:00+08:00', '2026-05-21T00:00:00.000Z'],
    ['2026-05-20T23:59:00+08:00', '2026-05-21T00:00:00.000Z'],
    ['2026-05-21T03:00:00+08:00', '2026-05-21T00:00:00.000Z'],
    ['2026-05-21T08:00:00+08:00', undefined],
  ])('over midnight: at %s they end at %s', (now, end) => {
    expect(endOfQuiet(new Date(now), SHANGHAI)?.toISOString()).toBe(end);
  });

  it('within a day end on that day', () => {
    const lunch = { from: '12:00', until: '14:00', timeZone: 'Asia/Shanghai' };
    expect(endOfQuiet(new Date('2026-05-20T13:00:00+08:00'), lunch)?.toISOString()).toBe('2026-05-20T06:00:00.000Z');
    expect(endOfQuiet(new Date('2026-05-20T15:00:00+08:00'), lunch)).toBeUndefined();
  });

  it('are none when they begin when they end', () => {
    expect(
      endOfQuiet(new Date('2026-05-20T09:00:00+08:00'), { from: '09:00', until: '09:00', timeZone: 'Asia/Shanghai' }),
    ).toBeUndefined();
  });

  it('end after now, within a day, where they no longer hold', () => {
    fc.assert(
      fc.property(instants, times, times, zones, (now, from, until, timeZone) => {
        const end = endOfQuiet(now, { from, until, timeZone });
        if (!end) return;
        expect(end.getTime()).toBeGreaterThan(now.getTime());
        expect(end.getTime() - now.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
        expect(endOfQuiet(end, { from, until, timeZone })).toBeUndefined();
      }),
    );
  });

  it('hold at every moment that the wall clock shows a time between the two', () => {
    fc.assert(
      fc.property(instants, times, times, zones, (now, from, until, timeZone) => {
        const time = timeIn(now, timeZone);
        const isBetween = from <= until ? time >= from && time < until : time >= from || time < until;
        expect(endOfQuiet(now, { from, until, timeZone }) !== undefined).toBe(isBetween);
      }),
    );
  });
});
