import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AssignmentRule, routeLead, type Taker } from './route-lead.ts';

const RULE: AssignmentRule = {
  position: 999,
  regions: [],
  industries: [],
  sources: [],
  teamId: null,
  userId: null,
  territory: 10,
  expertise: 6,
  product: 6,
  wins: 4,
  load: 1,
  fairness: 1,
};
const someone = (id: string, over: Partial<Taker> = {}): Taker => ({
  id,
  name: id,
  locale: null,
  timeZone: null,
  teamId: null,
  regions: [],
  industries: [],
  productIds: [],
  open: 0,
  recent: 0,
  won: 0,
  lost: 0,
  ...over,
});
const LEAD = { region: null, industry: null, sourceKey: null, products: [] };
const GATE = { id: 'gate', name: { en: 'EdgeGate 10', zh: '边缘网关' } };
const METER = { id: 'meter', name: { en: 'FlowClip', zh: '流量计' } };

describe('who gets a lead', () => {
  it('R4: is whom the first rule names that it meets', () => {
    const rules = [
      RULE,
      { ...RULE, position: 1, regions: ['江苏', '上海'], teamId: 'east' },
      { ...RULE, position: 2, industries: ['medical'], teamId: 'medical' },
    ];
    const people = [
      someone('a'),
      someone('b', { teamId: 'east', open: 9 }),
      someone('c', { teamId: 'medical', open: 9 }),
    ];
    const to = (lead: Partial<typeof LEAD> | object) => routeLead({ ...LEAD, ...lead }, rules, people)?.taker.id;
    expect(to({ region: '江苏苏州' })).toBe('b');
    expect(to({ industry: 'Medical' })).toBe('c');
    expect(to({})).toBe('a');
  });

  it('R4: is whom a later rule names where nobody of the first is there', () => {
    const rules = [{ ...RULE, position: 1, regions: ['江苏'], teamId: 'east' }, RULE];
    expect(routeLead({ ...LEAD, region: '江苏' }, rules, [someone('a')])?.taker.id).toBe('a');
    expect(routeLead(LEAD, rules, [])).toBeUndefined();
  });

  it('R5: weighs territory, industry, deals won and work in hand', () => {
    const to = (...people: Taker[]) =>
      routeLead({ ...LEAD, region: '北京', industry: '医疗' }, [RULE], people)?.taker.id;
    expect(to(someone('a'), someone('b', { regions: ['北京'], open: 9 }))).toBe('b');
    expect(to(someone('a'), someone('b', { regions: ['北京'], open: 11 }))).toBe('a');
    expect(to(someone('a'), someone('b', { industries: ['医疗'], open: 5 }))).toBe('b');
    expect(to(someone('a', { won: 1, lost: 3 }), someone('b', { won: 3, lost: 1 }))).toBe('b');
    expect(to(someone('a', { open: 2 }), someone('b', { open: 1 }))).toBe('b');
  });

  it('R5: is said with its reason in both languages', () => {
    const people = [
      someone('a', { regions: ['北区'], industries: ['医疗'], open: 3, won: 3, lost: 2 }),
      someone('b', { open: 4 }),
    ];
    expect(routeLead({ ...LEAD, region: '北区', industry: '医疗' }, [RULE], people)?.why).toEqual({
      en: '北区 · knows 医疗 · wins 60% · 3 open leads, the fewest',
      zh: '北区 · 熟悉医疗 · 赢单率 60% · 手上线索最少（3 条）',
    });
  });

  it('R5: weighs a product he knows, once however many of them, and names each', () => {
    const lead = { ...LEAD, products: [GATE, METER] };
    const to = (...people: Taker[]) => routeLead(lead, [RULE], people);
    expect(to(someone('a'), someone('b', { productIds: ['gate', 'meter'], open: 5 }))?.taker.id).toBe('b');
    expect(to(someone('a'), someone('b', { productIds: ['gate', 'meter'], open: 7 }))?.taker.id).toBe('a');
    expect(to(someone('a'), someone('b', { productIds: ['gate', 'meter', 'other'], open: 5 }))?.why).toEqual({
      en: 'knows EdgeGate 10 · knows FlowClip · 5 open leads',
      zh: '熟悉边缘网关 · 熟悉流量计 · 手上线索 5 条',
    });
  });

  it('R5: says that it is his turn where nothing else decided', () => {
    expect(routeLead(LEAD, [RULE], [someone('a', { recent: 2 }), someone('b', { recent: 1 })])?.why).toEqual({
      en: '0 open leads, the fewest · 1 given in 30 days, fewer than others',
      zh: '手上线索最少（0 条） · 近 30 天分到较少（1 条）',
    });
  });

  const taker = fc.record({
    open: fc.nat(20),
    recent: fc.nat(20),
    won: fc.nat(5),
    lost: fc.nat(5),
    regions: fc.subarray(['北京', '江苏']),
    industries: fc.subarray(['医疗', '汽车']),
    productIds: fc.subarray(['gate', 'meter']),
  });

  it('R5: always gives as its reason what decided, and nothing that did not count', () => {
    const weight = fc.constantFrom(0, 1, 6);
    const weights = fc.record({ territory: weight, expertise: weight, product: weight, wins: weight });
    const lead = fc.record({
      region: fc.constantFrom(null, '北京'),
      industry: fc.constantFrom(null, '医疗'),
      products: fc.subarray([GATE, METER]),
    });
    fc.assert(
      fc.property(fc.array(taker, { minLength: 2, maxLength: 5 }), weights, lead, (all, points, asked) => {
        const people = all.map((each, index) => someone(String(index), each));
        const rule = { ...RULE, ...points };
        const who = { ...LEAD, ...asked };
        const given = routeLead(who, [rule], people);
        const next = routeLead(
          who,
          [rule],
          people.filter((each) => each !== given?.taker),
        )?.taker;
        if (!given || !next) {
          throw new Error('somebody gets it, and somebody else would');
        }
        const reasons = given.why.en.split(' · ');
        const named = { territory: '北京', expertise: 'knows 医疗', product: 'knows EdgeGate 10' };
        const has = (one: Taker) => ({
          territory: asked.region !== null && one.regions.includes('北京') && rule.territory > 0,
          expertise: asked.industry !== null && one.industries.includes('医疗') && rule.expertise > 0,
          product: asked.products.includes(GATE) && one.productIds.includes('gate') && rule.product > 0,
        });
        for (const each of ['territory', 'expertise', 'product'] as const) {
          expect(reasons.includes(named[each])).toBe(has(given.taker)[each]);
        }
        const isSaid = (words: string) => reasons.some((reason) => reason.startsWith(words));
        expect(isSaid('wins ')).toBe(rule.wins > 0 && given.taker.won > 0);
        const [his, others] = [reasonsFor(given.taker, asked.products), reasonsFor(next, asked.products)];
        const isAhead = (Object.keys(named) as (keyof typeof named)[]).some((each) => his[each] > others[each]);
        const rate = ({ won, lost }: Taker) => (won + lost > 0 ? won / (won + lost) : 0);
        const hasLess = given.taker.open < next.open;
        const isOnlyNewer = !isAhead && !(rule.wins > 0 && rate(given.taker) > rate(next)) && !hasLess;
        expect(isSaid(`${given.taker.recent} given in 30 days`)).toBe(isOnlyNewer && given.taker.recent < next.recent);

        function reasonsFor(one: Taker, products: readonly { id: string }[]) {
          const { territory, expertise } = has(one);
          const isKnown = rule.product > 0 && products.some(({ id }) => one.productIds.includes(id));
          return { territory: Number(territory), expertise: Number(expertise), product: Number(isKnown) };
        }
      }),
    );
  });

  it('R5: does not hang on the order in which people are looked at', () => {
    fc.assert(
      fc.property(
        fc.array(taker, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(null, '北京', '上海'),
        (all, region) => {
          const people = all.map((each, index) => someone(String(index), each));
          const lead = { ...LEAD, region };
          expect(routeLead(lead, [RULE], people.toReversed())).toEqual(routeLead(lead, [RULE], people));
        },
      ),
    );
  });

  it('R9: keeps whoever knows the most at most his points ahead of whoever knows the least', () => {
    fc.assert(
      fc.property(fc.array(taker, { minLength: 2, maxLength: 6 }), fc.integer({ min: 1, max: 60 }), (all, leads) => {
        let people = all.map((each, index) => someone(String(index), { ...each, open: 0, recent: 0 }));
        for (let count = 0; count < leads; count++) {
          const given = routeLead({ ...LEAD, region: '北京', industry: '医疗' }, [RULE], people)?.taker.id;
          people = people.map((each) =>
            each.id === given ? { ...each, open: each.open + 1, recent: each.recent + 1 } : each,
          );
        }
        const counts = people.map(({ recent }) => recent);
        const bound = (RULE.territory + RULE.expertise + RULE.wins) / (RULE.load + RULE.fairness) + 1;
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(bound);
      }),
    );
  });

  it('R9: among equals nobody is more than one ahead', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 1, max: 60 }), (size, leads) => {
        const people = Array.from({ length: size }, (_, index) => someone(String(index)));
        for (let count = 0; count < leads; count++) {
          const given = routeLead(LEAD, [RULE], people)?.taker;
          if (given) {
            given.open += 1;
            given.recent += 1;
          }
        }
        const counts = people.map(({ recent }) => recent);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
