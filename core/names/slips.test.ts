import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIKELY, scoreName } from './score-name.ts';
import { scoreSlip, slips } from './slips.ts';

describe('a slip of the fingers (R20)', () => {
  it('is two letters of one word the wrong way round', () => {
    expect(slips('acem')).toEqual(['caem', 'aecm', 'acme']);
    expect(slips('Abc 华星')).toEqual([]);
    expect(slips('the Acem')).toContain('the acme');
  });

  it.each([
    ['acem', 'Acme Corporation'],
    ['gloebx', 'Globex Corporation'],
    ['smiht', 'Ann Smith'],
    ['Acem Manufacturing', 'Acme Manufacturing Ltd'],
  ])('“%s” is likely %s, and never sure', (typed, name) => {
    const score = scoreSlip(typed, name);
    expect(score >= LIKELY && score <= 0.9).toBe(true);
  });

  it('makes no other short name likely', () => {
    const names = ['Ann', 'Dan', 'Ian', 'Lena', 'Neal', 'Alec', 'Lisa', 'Mara', 'Acre', 'Bolt', 'Duff', 'Hooli'];
    const pairs = names.flatMap((a) => names.filter((b) => b !== a).map((b) => [a, b] as const));
    expect(pairs.filter(([a, b]) => scoreSlip(a, b) >= LIKELY)).toEqual([]);
  });

  it('takes nothing from a name as it is written, and forgives no second one', () => {
    const word = fc.stringMatching(/^[a-z]{3,10}$/);
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(scoreSlip(a, b)).toBeGreaterThanOrEqual(scoreName(a, b));
        const isOneSwap = slips(a).some((each) => scoreName(each, b) >= 0.85);
        expect(isOneSwap || scoreSlip(a, b) === scoreName(a, b)).toBe(true);
      }),
    );
  });
});
