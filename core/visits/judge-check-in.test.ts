import { describe, expect, it } from 'vitest';
import { judgeCheckIn, type Traces, withMore } from './judge-check-in.ts';
import { VISIT_LIMITS } from './visit.ts';

const QUIET: Traces = { metres: 40, taken: [], usedAt: null, spots: 0 };
const NOW = new Date('2026-05-20T07:00:00Z');
const WHEN = { from: NOW, until: NOW };
const judge = (traces: Partial<Traces>, limits = VISIT_LIMITS) => judgeCheckIn({ ...QUIET, ...traces }, WHEN, limits);

describe('what is strange about a check-in (R37)', () => {
  it.each<[string, Partial<Traces>, object[]]>([
    ['nothing where all is well', { taken: [new Date('2026-05-20T06:30:00Z')], spots: 2 }, []],
    ['nothing where nothing is known', { metres: null }, []],
    ['that it is far, from the metre after the limit on', { metres: 1_001 }, [{ kind: 'far', metres: 1_001 }]],
    ['not that it is just within', { metres: 1_000 }, []],
    [
      'a photo of another hour, before',
      { taken: [new Date('2026-05-20T05:59:59Z')] },
      [{ kind: 'other_time', takenAt: '2026-05-20T05:59:59.000Z' }],
    ],
    [
      'a photo of another hour, after: its clock is wrong',
      { taken: [new Date('2026-05-20T08:00:01Z')] },
      [{ kind: 'other_time', takenAt: '2026-05-20T08:00:01.000Z' }],
    ],
    ['a photo that was used', { usedAt: NOW }, [{ kind: 'used_photo', usedAt: '2026-05-20T07:00:00.000Z' }]],
    ['the same spot too often', { spots: 3 }, [{ kind: 'same_spot', times: 3 }]],
  ])('is %s', (_, traces, doubts) => {
    expect(judge(traces)).toEqual(doubts);
  });

  it('is what the company says', () => {
    const limits = { nearMetres: 30, photoMinutes: 10, sameSpotTimes: 1, sameSpotDays: 7 };
    expect(judge({ taken: [new Date('2026-05-20T06:49:00Z')], spots: 1 }, limits).map(({ kind }) => kind)).toEqual([
      'far',
      'other_time',
      'same_spot',
    ]);
  });
});

describe('what is told of a check-in later', () => {
  const spot = { latitude: 1, longitude: 2 };
  const other = { latitude: 3, longitude: 4 };

  it.each([
    ['a photo places what had no place', { source: null, spot: null, address: null }, { photo: spot }, 'photo', spot],
    [
      'a sent location goes before a photo',
      { source: 'photo', spot, address: null },
      { sent: other },
      'platform',
      other,
    ],
    [
      'a photo does not move a sent location',
      { source: 'platform', spot, address: null },
      { photo: other },
      'platform',
      spot,
    ],
    ['an address alone is typed', { source: null, spot: null, address: null }, { address: 'x' }, 'typed', null],
  ] as const)('%s', (_, before, more, source, place) => {
    const told = withMore(before, { sent: undefined, photo: undefined, address: undefined, ...more });
    expect(told).toMatchObject({ source, spot: place });
  });
});
