import { describe, expect, it } from 'vitest';
import { isSameVisit, joinedNote } from './same-visit.ts';

const at = (time: string) => new Date(`2026-05-20T${time}:00+08:00`);

describe('a check-in and what was told (R37)', () => {
  it.each<[string, string | null, { at?: string; written: string; isOfToday?: boolean }, boolean]>([
    ['told in the evening without an hour', '10:05', { written: '18:00' }, true],
    ['told of about that hour', '10:05', { at: '11:30', written: '18:00' }, true],
    ['told of hours later', '10:05', { at: '15:00', written: '18:00' }, false],
    ['told of hours before', '15:05', { at: '09:30', written: '18:00' }, false],
    ['told just before it is checked in', '11:02', { written: '11:00' }, true],
    ['told long before somebody checks in again', '15:02', { written: '11:00' }, false],
    ['told on a later day without an hour', '10:05', { written: '09:00', isOfToday: false }, true],
    ['of a check-in that knows no hour', null, { at: '15:00', written: '18:00' }, true],
  ])('are one visit or two: %s', (_, checkIn, told, isOne) => {
    const { at: hour, written, isOfToday = true } = told;
    const moments = { happenedAt: hour ? at(hour) : null, writtenAt: at(written), isOfToday };
    expect(isSameVisit({ checkIn: checkIn ? at(checkIn) : null, told: moments })).toBe(isOne);
  });

  it('say together what either said, and “checked in” only where nothing else was said', () => {
    expect(joinedNote({ checkIn: '到访签到', told: '王总满意' })).toBe('王总满意');
    expect(joinedNote({ checkIn: 'Checked in', told: 'They like it' })).toBe('They like it');
    expect(joinedNote({ checkIn: '看样品', told: '王总满意' })).toBe('看样品\n王总满意');
  });
});
