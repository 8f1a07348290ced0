import fc from 'fast-check';
import { expect, it } from 'vitest';
import { complaintsAboutCard } from '../../test/fakes/teams-card.ts';
import { anyCard } from '../../test/support/any-card.ts';
import { renderDialog, renderMessage, renderOwnView } from './render.ts';

it('a card of any size is a message that Teams takes', () => {
  fc.assert(
    fc.property(anyCard, (given) => {
      expect(complaintsAboutCard(renderMessage(given, { direct: false }).card)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

it('a card of any size is a window that Teams takes, and a view of one person', () => {
  fc.assert(
    fc.property(anyCard, (given) => {
      expect(complaintsAboutCard(renderDialog(given).card)).toEqual([]);
      expect(complaintsAboutCard(renderOwnView(given))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
