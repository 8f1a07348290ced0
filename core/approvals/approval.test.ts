import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Rule, rulesFor } from './approval.ts';

const LADDER: readonly Rule[] = [
  { level: 2, aboveBps: 1500, role: 'executive' },
  { level: 1, aboveBps: 800, role: 'director' },
];

it.each([
  [800, []],
  [801, ['director']],
  [1500, ['director']],
  [1501, ['director', 'executive']],
  [10_000, ['director', 'executive']],
])('needs for %i basis points the signatures of %j (R42)', (bps, roles) => {
  expect(rulesFor(bps, LADDER).map(({ role }) => role)).toEqual(roles);
});

it('never needs fewer signatures for more (R42)', () => {
  fc.assert(
    fc.property(
      fc.nat(10_000),
      fc.nat(10_000),
      (a, b) => rulesFor(Math.min(a, b), LADDER).length <= rulesFor(Math.max(a, b), LADDER).length,
    ),
  );
});
