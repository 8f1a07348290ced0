import fc from 'fast-check';
import { expect, it } from 'vitest';
import { complaintsAboutCard } from '../../test/fakes/feishu-card.ts';
import { anyCard } from '../../test/support/any-card.ts';
import { renderCard } from './render.ts';

const where = fc.record({ direct: fc.boolean(), root: fc.constantFrom(undefined, 'om_1') });

it('a card of any size is one that Feishu takes', () => {
  fc.assert(
    fc.property(anyCard, where, (card, place) => {
      expect(complaintsAboutCard(renderCard(card, { where: place }))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
