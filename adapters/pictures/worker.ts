import { parentPort } from 'node:worker_threads';
import type { PictureNode } from '../../bot/cards/card.ts';
import { paint } from './paint.ts';

/** The thread that draws: one picture after the other. */

export type Order = { id: number; node: PictureNode };
export type Work = { id: number; png: Uint8Array } | { id: number; error: string };

parentPort?.on('message', ({ id, node }: Order) => {
  let work: Work;
  try {
    work = { id, png: paint(node) };
  } catch (error) {
    work = { id, error: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(work);
});
