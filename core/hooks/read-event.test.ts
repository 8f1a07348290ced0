import { describe, expect, it } from 'vitest';
import { readEvent } from './read-event.ts';

const NOW = new Date('2026-05-13T10:30:00+08:00');

const at = (said: string, timeZone = 'Asia/Shanghai') => {
  const read = readEvent(Buffer.from(JSON.stringify({ email: 'a@b.example', at: said })), {
    fields: {},
    now: NOW,
    org: { locale: 'zh', timeZone },
  });
  return typeof read === 'string' ? read : read.at.toISOString();
};

describe('when an event happened (R82)', () => {
  it.each(['2026-05-13T10:00', '2026-05-13 10:00:00', '2026/5/13 10:00', '2026-05-13T10:00:00.000'])(
    'is read on the company’s clock where %s names no zone',
    (said) => {
      expect(at(said)).toBe('2026-05-13T02:00:00.000Z');
      expect(at(said, 'Europe/Berlin')).toBe('bad_time'); // ten in Berlin is still to come
      expect(at(said, 'Pacific/Auckland')).toBe('2026-05-12T22:00:00.000Z');
    },
  );

  it('is the beginning of a day that is said alone', () => {
    expect(at('2026-05-13')).toBe('2026-05-12T16:00:00.000Z');
  });

  it.each([
    '2026-05-13T02:00:00Z',
    '2026-05-13T10:00+08:00',
    '2026-05-13 10:00:00 +0800',
    'Wed, 13 May 2026 02:00:00 GMT',
    'Wed May 13 2026 10:00:00 GMT+0800 (China Standard Time)',
  ])('is what %s says, wherever the company is', (said) => {
    expect(at(said, 'America/New_York')).toBe('2026-05-13T02:00:00.000Z');
  });

  it.each(['2026-02-30', '2026-05-13T25:00', 'May 13, 2026 10:00', 'May-13-2026', 'yesterday', '1747101600'])(
    'is refused where %s cannot be told for sure',
    (said) => {
      expect(at(said)).toBe('bad_time');
    },
  );
});
