import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitParts, type Section } from './fitting.ts';

const fitting = (...room: number[]) => ({
  room,
  measure: (parts: readonly string[]) => [parts.length, parts.join('').length],
  mark: (words: string) => words,
});

const list = (count: number): Section<string> => ({
  pieces: Array.from({ length: count }, (_, at) => [`r${at}`]),
  counted: true,
});

describe('fitParts', () => {
  it('leaves alone what fits', () => {
    expect(fitParts([list(3), { pieces: [['a', 'b']] }], fitting(5, 8))).toEqual(['r0', 'r1', 'r2', 'a', 'b']);
  });

  it('says how many counted pieces are missing, where the first of them would stand', () => {
    expect(fitParts([list(9), { pieces: [['end']] }], fitting(5, 100))).toEqual(['r0', 'r1', 'r2', 'r3', '… +5']);
    expect(fitParts([{ pieces: [['a'], ['b'], ['c']] }], fitting(2, 100))).toEqual(['a', '…']);
  });

  it('keeps what can be done before what can be read, and a piece whole or not at all', () => {
    const sections = [list(9), { pieces: [['button', 'menu']], keep: true }];
    expect(fitParts(sections, fitting(5, 100))).toEqual(['r0', 'r1', '… +7', 'button', 'menu']);
    expect(fitParts([{ pieces: [['a', 'b'], ['c']] }], fitting(2, 100))).toEqual(['…']);
  });

  it('never takes more room than there is, in any measure', () => {
    const section = fc.record({
      pieces: fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 3 }), { maxLength: 20 }),
      keep: fc.boolean(),
      counted: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(section, { maxLength: 6 }), fc.nat(30), fc.nat(60), (sections, parts, length) => {
        const room = [parts + 1, length + 7];
        const taken = fitting().measure(fitParts(sections, fitting(...room)));
        expect(taken.every((amount, at) => amount <= (room[at] ?? 0))).toBe(true);
      }),
    );
  });
});
