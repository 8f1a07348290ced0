import { renderCard } from '../../adapters/feishu/render.ts';
import { renderMessage } from '../../adapters/slack/render.ts';
import { renderMessage as renderTeams } from '../../adapters/teams/render.ts';
import type { Card } from '../../bot/cards/card.ts';
import { openGallery } from '../support/gallery.ts';
import { setup } from '../support/global-setup.ts';
import { median } from './statistics.ts';

const RENDERERS = {
  slack: (card: Card) => renderMessage(card),
  feishu: (card: Card) => renderCard(card, { where: { direct: true } }),
  teams: (card: Card) => renderTeams(card),
} as const;

/**
 * Milliseconds from a card to the JSON that leaves, for every card the bot says in either language: each one's median
 * of its rounds, so that a figure is a card's own and not whatever else the machine did meanwhile.
 */
export async function timeRendering(rounds: number): Promise<Record<keyof typeof RENDERERS, number[]>> {
  const cards = await everyCard();
  const timed = (render: (card: Card) => unknown) => {
    for (const card of cards) {
      render(card);
    }
    return cards.map((card) => median(timesOf(() => render(card), rounds)));
  };
  return { slack: timed(RENDERERS.slack), feishu: timed(RENDERERS.feishu), teams: timed(RENDERERS.teams) };
}

async function everyCard(): Promise<Card[]> {
  const close = await setup();
  try {
    return (await openGallery()).map(({ card }) => card);
  } finally {
    await close();
  }
}

function timesOf(draw: () => unknown, rounds: number): number[] {
  return Array.from({ length: rounds }, () => {
    const startedAt = performance.now();
    JSON.stringify(draw());
    return performance.now() - startedAt;
  });
}
