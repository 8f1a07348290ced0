import type { Card } from '../bot/cards/card.ts';

const TURNS = 3;

/**
 * Puts a card on the screen until it shows what is true: drawn again after each time, because it may have changed
 * meanwhile, and two jobs may redraw one card, the older drawing last.
 */
export async function keepInStep({
  shown,
  draw,
  put,
}: {
  shown?: Card;
  draw(): Promise<Card | undefined>;
  put(card: Card): Promise<void>;
}): Promise<Card | undefined> {
  let last = shown;
  for (let turn = 0; turn < TURNS; turn++) {
    const card = await draw();
    if (!card || JSON.stringify(card) === JSON.stringify(last)) {
      break;
    }
    await put(card);
    last = card;
  }
  return last;
}
