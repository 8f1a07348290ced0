import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankTags, TAG_FLOOR, type TagEvidence } from './rank-tags.ts';

const said = (id: string, carriers: number, of: number, likeness: TagEvidence['likeness'] = 'industry') => ({
  tag: { id, name: { zh: id, en: id } },
  likeness,
  value: { zh: '汽车后市场', en: 'Car aftermarket' },
  carriers,
  of,
});
const ids = (ranked: readonly TagEvidence[]) => ranked.map(({ tag }) => tag.id);

describe('which tags are suggested (R23)', () => {
  it('leaves out what too few carry, or too small a share', () => {
    expect(ids(rankTags([said('two of two', 2, 2), said('3 of 7', 3, 7), said('5 of 7', 5, 7)]))).toEqual(['5 of 7']);
  });

  it('trusts many more than few', () => {
    expect(ids(rankTags([said('3 of 3', 3, 3), said('50 of 60', 50, 60)]))).toEqual(['50 of 60', '3 of 3']);
  });

  it('names what speaks for a tag most', () => {
    const [only, another] = rankTags([said('care', 3, 6, 'region'), said('care', 6, 7), said('care', 3, 5, 'source')]);
    expect(only).toMatchObject({ likeness: 'industry', carriers: 6, of: 7 });
    expect(another).toBeUndefined();
  });

  const evidence = fc.array(
    fc
      .record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), of: fc.integer({ min: 1, max: 300 }) })
      .chain(({ id, of }) => fc.integer({ min: 1, max: of }).map((carriers) => said(id, carriers, of))),
    { maxLength: 30 },
  );

  it('names each tag once, none beneath the floor, no more than wanted, whatever the order of what is known', () => {
    fc.assert(
      fc.property(evidence, fc.integer({ min: 1, max: 5 }), (known, most) => {
        const floor = { ...TAG_FLOOR, most };
        const ranked = rankTags(known, floor);
        expect(new Set(ids(ranked)).size).toBe(ranked.length);
        expect(ranked.length).toBeLessThanOrEqual(most);
        expect(ranked.every(({ carriers, of }) => carriers >= 3 && carriers / of >= 0.5)).toBe(true);
        expect(ids(rankTags([...known].reverse(), floor))).toEqual(ids(ranked));
      }),
    );
  });

  it('never ranks a tag lower because one more of those alike carries it', () => {
    fc.assert(
      fc.property(evidence, fc.integer({ min: 3, max: 99 }), (known, carriers) => {
        const others = known.filter(({ tag }) => tag.id !== 'f');
        const place = (n: number) =>
          ids(rankTags([...others, said('f', n, 100)], { ...TAG_FLOOR, most: 9, leastPercent: 0 })).indexOf('f');
        expect(place(carriers + 1)).toBeLessThanOrEqual(place(carriers));
      }),
    );
  });
});
