// Beside the seven: pictures on cards, drawn when the page asks for them, as a platform's own servers would have them ready.

import { createHash } from 'node:crypto';
import type { Card, CardNode, PictureNode } from '../../bot/cards/card.ts';
import { Recent } from '../../core/recent.ts';
import type { Pictures } from '../platform.ts';
import { PICTURES } from './limits.ts';
import type { Look } from './looks/look.ts';

/** Where the page finds a picture. */
export const PICTURE_PATH = '/playground/picture';

export class Album {
  private readonly nodes = new Recent<PictureNode>(PICTURES);
  private readonly pictures: Pictures;

  constructor(pictures: Pictures) {
    this.pictures = pictures;
  }

  /** The look, showing pictures where its platform would. */
  in(look: Look): Look {
    const hung = (card: Card): Card => this.hang(card, look);
    return { ...look, message: (card) => look.message(hung(card)), window: (card) => look.window(hung(card)) };
  }

  /** Undefined where there is none of that name, any more or at all. */
  async draw(id: string): Promise<Buffer | undefined> {
    const node = this.nodes.get(id);
    return node && this.pictures.draw(node).catch(() => undefined);
  }

  private hang(card: Card, { wants, toHandle = (id) => id }: Look): Card {
    const wanted = new Set<CardNode>(wants?.(card) ?? []);
    const isWanted = (node: CardNode): node is PictureNode => wanted.has(node);
    return wanted.size === 0
      ? card
      : {
          ...card,
          body: card.body.map((node) => (isWanted(node) ? { ...node, picture: toHandle(this.keep(node)) } : node)),
        };
  }

  private keep(node: PictureNode): string {
    const id = createHash('sha256').update(JSON.stringify(node)).digest('base64url').slice(0, 24);
    this.nodes.set(id, node);
    return id;
  }
}
