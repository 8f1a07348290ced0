import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayIn, daysBetween, instantOf, quarterOf, timeIn, toDay, weekday } from './days.ts';

const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }).map(toDay);

describe('days', () => {
  it('judges the day where somebody is', () => {
    const instant = new Date('2026-05-13T17:00:00Z');
    expect([dayIn(instant, 'Asia/Shanghai'), dayIn(instant, 'America/New_York')]).toEqual(['2026-05-14', '2026-05-13']);
    expect([timeIn(instant, 'Asia/Shanghai'), timeIn(instant, 'America/New_York')]).toEqual(['01:00', '13:00']);
  });

  it('finds the instant of a wall clock, also where the clock is put forward', () => {
    expect(instantOf('2026-05-20', '09:00', 'Asia/Shanghai')).toEqual(new Date('2026-05-20T01:00:00Z'));
    expect(instantOf('2026-03-29', '02:30', 'Europe/Berlin')).toEqual(new Date('2026-03-29T01:30:00Z'));
  });

  it('goes there and back by any number of days', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: -4000, max: 4000 }),
        (day, count) => daysBetween(day, addDays(day, count)) === count,
      ),
    );
  });

  it('turns an instant of a day back into that day in every zone', () => {
    fc.assert(
      fc.property(
        days,
        fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Pacific/Auckland', 'UTC'),
        (day, timeZone) => dayIn(instantOf(day, '12:00', timeZone), timeZone) === day,
      ),
    );
  });

  it('has each day in exactly its own quarter', () => {
    fc.assert(
      fc.property(days, (day) => {
        const { from, to } = quarterOf(day);
        return from <= day && day < to && quarterOf(to).from === to;
      }),
    );
    expect(quarterOf('2026-05-13')).toEqual({ from: '2026-04-01', to: '2026-07-01' });
  });

  it('counts Monday as the first day', () => {
    expect([weekday('2026-05-11'), weekday('2026-05-17')]).toEqual([1, 7]);
  });
});
