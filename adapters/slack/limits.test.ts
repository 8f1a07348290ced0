import fc from 'fast-check';
import { expect, it } from 'vitest';
import { complaintsAboutMessage, complaintsAboutView } from '../../test/fakes/slack-checks.ts';
import { anyCard } from '../../test/support/any-card.ts';
import { renderMessage, renderModal } from './render.ts';

it('a card of any size is a message that Slack takes', () => {
  fc.assert(
    fc.property(anyCard, (given) => {
      const { text, blocks } = renderMessage(given);
      expect(complaintsAboutMessage(blocks, text)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

it('a card of any size is a window that Slack takes', () => {
  fc.assert(
    fc.property(anyCard, (given) => {
      expect(complaintsAboutView(renderModal(given, { address: 'C1', direct: true }))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
