import { describe, expect, it } from 'vitest';
import { clip, cut, isDay } from './words.ts';

describe('clip and cut', () => {
  it('never part a character', () => {
    expect(clip('😀😀', 3)).toBe('😀…');
    expect([...cut('😀😀', 3)]).toEqual(['😀', '😀']);
    expect([...cut('one two three', 8)]).toEqual(['one two ', 'three']);
  });
});

describe('a day', () => {
  it('is one of the calendar', () => {
    expect(['2026-05-20', '2024-02-29'].map(isDay)).toEqual([true, true]);
    expect(['2026-02-30', '2026-5-20', 'tomorrow', '2026-05-20 +0800', ''].map(isDay)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
