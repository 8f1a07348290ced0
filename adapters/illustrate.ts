import { createHash } from 'node:crypto';
import type { Card, CardNode, Chart, PictureNode } from '../bot/cards/card.ts';
import { altText } from '../bot/cards/plainly.ts';
import type { Reply } from '../bot/contract.ts';
import type { Log } from '../core/log.ts';
import { Recent } from '../core/recent.ts';
import { lateAfter } from './late.ts';
import type { Pictures } from './platform.ts';

/** Drawing and handing over together; after that the words are enough. */
const PATIENCE_MS = 8_000;

/** Handles kept: a picture that is shown again is not handed over again. */
const KEPT = 500;

export type Picture = { png: Buffer; alt: string; workspace: string };

/** How one platform shows pictures. */
export type Gallery = {
  /** The nodes of a card that are to be pictures; it draws the others by itself, or says them plainly. */
  wants(card: Card): readonly PictureNode[];
  /** Gives a picture to the platform, and returns what it calls it. */
  handOver(picture: Picture): Promise<string>;
};

/** For a platform that draws some charts by itself, so many a card: everything else that can be drawn is a picture. */
export function beside({ perCard, draws }: { perCard: number; draws(chart: Chart): boolean }): Gallery['wants'] {
  return ({ body }) => {
    let chartsLeft = perCard;
    return body.filter((node): node is PictureNode => {
      const isOwn = node.type === 'chart' && chartsLeft > 0 && draws(node.chart);
      chartsLeft -= isOwn ? 1 : 0;
      return node.type === 'board' || (node.type === 'chart' && !isOwn);
    });
  };
}

export type Illustrator = {
  /** The card with its pictures; without those that could not be made. It never throws. */
  illustrate(card: Card, workspace: string): Promise<Card>;
  illustrateReply(reply: Reply, workspace: string): Promise<Reply>;
};

/**
 * The step before a card is rendered: what a platform cannot draw itself becomes a picture that it can show. Renderers find
 * its handle in `node.picture`, and say the node plainly where there is none.
 */
export function createIllustrator(
  { wants, handOver }: Gallery,
  { platform, pictures, log }: { platform: string; pictures: Pictures; log: Log },
): Illustrator {
  const handles = new Recent<Promise<string>>(KEPT);

  function handleOf(node: PictureNode, workspace: string): Promise<string> {
    const key = createHash('sha256')
      .update(JSON.stringify([workspace, node]))
      .digest('base64url');
    const known = handles.get(key);
    if (known) {
      return known;
    }
    const handle = pictures.draw(node).then((png) => handOver({ png, alt: altText(node), workspace }));
    handles.set(key, handle);
    handle.catch((error: unknown) => {
      handles.drop(key, handle);
      log.warn({ platform, err: error }, 'no picture; the words go out instead');
    });
    return handle;
  }

  async function draw(node: PictureNode, workspace: string): Promise<CardNode> {
    const late = lateAfter(PATIENCE_MS);
    const handle = handleOf(node, workspace).catch(() => undefined);
    const picture = await Promise.race([handle, late.comes.then(() => undefined)]).finally(late.clear);
    return picture === undefined ? node : { ...node, picture };
  }

  async function illustrate(card: Card, workspace: string): Promise<Card> {
    const wanted = new Set<CardNode>(wants(card));
    if (wanted.size === 0) {
      return card;
    }
    const isWanted = (node: CardNode): node is PictureNode => wanted.has(node);
    const body = card.body.map((node) => (isWanted(node) ? draw(node, workspace) : node));
    return { ...card, body: await Promise.all(body) };
  }

  return {
    illustrate,
    async illustrateReply(reply, workspace) {
      return reply.kind === 'card' ? { ...reply, card: await illustrate(reply.card, workspace) } : reply;
    },
  };
}
