import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeConditions } from './change-rule.ts';
import { conditionsSchema } from './condition.ts';
import { judgeTier, type TierFigures, type TierRule, windowsOf } from './judge-tier.ts';

const rule = (tier: string, conditions: TierRule['conditions'], needs: TierRule['needs'] = 'all'): TierRule => ({
  id: tier,
  tier,
  needs,
  conditions,
  cares: false,
  version: 1,
});

const RULES = [
  rule('A', [{ kind: 'contacts', days: 30, atLeast: 3 }, { kind: 'intent' }]),
  rule(
    'B',
    [
      { kind: 'contacts', days: 30, atLeast: 1 },
      { kind: 'open_deals', atLeast: 1 },
    ],
    'any',
  ),
  rule('C', []),
];

const NOTHING: TierFigures = {
  id: 'x',
  contacts: {},
  openDeals: 0,
  probability: 0,
  openAmount: 0n,
  wonAmounts: {},
  tags: [],
};

describe('the tier of a customer (R15)', () => {
  it.each([
    [
      3,
      30,
      0,
      'A',
      [
        { kind: 'contacts', days: 30, count: 3 },
        { kind: 'intent', by: 'deal' },
      ],
    ],
    [2, 30, 0, 'B', [{ kind: 'contacts', days: 30, count: 2 }]],
    [
      3,
      10,
      1,
      'B',
      [
        { kind: 'contacts', days: 30, count: 3 },
        { kind: 'open_deals', count: 1 },
      ],
    ],
    [0, 0, 0, 'C', []],
  ])('with %i contacts and a deal at %i %% (%i deals) is %s', (contacts, probability, openDeals, tier, why) => {
    const figures = { ...NOTHING, contacts: { 30: contacts }, probability, openDeals };
    expect(judgeTier(figures, RULES)).toEqual({ tier, why });
  });

  it('is A with the tag 高意向, without any deal', () => {
    const figures = { ...NOTHING, contacts: { 30: 4 }, tags: ['高意向'] };
    expect(judgeTier(figures, RULES)).toEqual({
      tier: 'A',
      why: [
        { kind: 'contacts', days: 30, count: 4 },
        { kind: 'intent', by: 'tag' },
      ],
    });
  });

  it('may depend on what he bought, what is open and a tag', () => {
    const rules = [
      rule('A', [
        { kind: 'won_amount', days: 365, atLeast: '100000' },
        { kind: 'open_amount', atLeast: '50000' },
        { kind: 'tag', tag: '战略' },
      ]),
    ];
    const figures = { ...NOTHING, wonAmounts: { 365: '100000' }, openAmount: 50_000n, tags: ['战略'] };
    expect(judgeTier(figures, rules)).toEqual({
      tier: 'A',
      why: [{ kind: 'won_amount', days: 365 }, { kind: 'open_amount' }, { kind: 'tag', tag: '战略' }],
    });
    expect(judgeTier({ ...figures, openAmount: 49_999n }, rules)).toEqual({ tier: null, why: [] });
    expect(windowsOf(rules)).toEqual([365]);
  });

  it('never falls when there are more contacts', () => {
    const place = (tier: string | null) => ['A', 'B', 'C'].indexOf(tier ?? '');
    fc.assert(
      fc.property(fc.nat(10), fc.nat(10), fc.nat(100), fc.nat(5), (contacts, more, probability, openDeals) => {
        const at = (count: number) =>
          place(judgeTier({ ...NOTHING, contacts: { 30: count }, probability, openDeals }, RULES).tier);
        expect(at(contacts + more)).toBeLessThanOrEqual(at(contacts));
      }),
    );
  });
});

describe('a change of a rule', () => {
  it('leaves what it does not speak of, and zero takes a condition away', () => {
    const before = RULES[0]?.conditions ?? [];
    expect(mergeConditions(before, { contacts: 4 })).toEqual([
      { kind: 'contacts', days: 30, atLeast: 4 },
      { kind: 'intent' },
    ]);
    expect(mergeConditions(before, { contacts: 0, intent: false, openAmount: 5_000n })).toEqual([
      { kind: 'open_amount', atLeast: '5000' },
    ]);
    const tagged = mergeConditions([], { tag: '战略' });
    expect(tagged).toEqual([{ kind: 'tag', tag: '战略' }]);
    expect(mergeConditions(tagged, { contacts: 0 })).toEqual(tagged);
    expect(mergeConditions(tagged, { tag: null })).toEqual([]);
  });

  it('always leaves conditions that can be read back', () => {
    const change = fc.record(
      {
        contacts: fc.nat(1000),
        days: fc.integer({ min: 1, max: 730 }),
        intent: fc.boolean(),
        openDeals: fc.nat(1000),
        openAmount: fc.bigInt({ min: 0n, max: 10n ** 17n }),
        wonAmount: fc.bigInt({ min: 0n, max: 10n ** 17n }),
        wonDays: fc.integer({ min: 1, max: 730 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(change, (parts) => {
        const merged = mergeConditions([], parts);
        expect(conditionsSchema.parse(JSON.parse(JSON.stringify(merged)))).toEqual(merged);
      }),
    );
  });
});
