import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { PictureNode } from '../../bot/cards/card.ts';
import type { Log } from '../../core/log.ts';
import { Recent } from '../../core/recent.ts';
import { lateAfter } from '../late.ts';
import type { Pictures } from '../platform.ts';
import type { Order, Work } from './worker.ts';

/** Pictures kept, each of some 40 kB. */
const KEPT = 64;

/** More than these in line are refused: the words are there sooner. */
const IN_LINE = 32;

/** The first drawing reads fonts and engine, which takes the better part of a second on a slow machine. */
const DRAWING_MS = 15_000;

/** The thread and its fonts are let go when nobody has wanted a picture for so long. */
const IDLE_MS = 5 * 60_000;

/** As built the thread is a file like any other; from the sources it needs a loader. */
function startThread(): Worker {
  const isSource = import.meta.url.endsWith('.ts');
  const file = isSource ? './from-source.mjs' : './worker.js';
  return new Worker(new URL(file, import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 256 }, env: {} });
}

/** Draws charts and boards as PNG in a thread of its own, which starts with the first of them. */
export function createPictures({
  log,
  drawingMs = DRAWING_MS,
}: {
  log: Log;
  drawingMs?: number;
}): Pictures & { close(): Promise<void> } {
  const kept = new Recent<Promise<Buffer>>(KEPT);
  const waiting = new Map<number, { resolve(png: Buffer): void; reject(error: Error): void }>();
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let orders = 0;

  function giveUp(error: Error): void {
    const broken = worker;
    worker = undefined;
    for (const { reject } of waiting.values()) {
      reject(error);
    }
    waiting.clear();
    void broken?.terminate();
  }

  function hire(): Worker {
    const started = startThread();
    started.unref();
    started.on('message', (work: Work) => {
      const order = waiting.get(work.id);
      waiting.delete(work.id);
      if ('png' in work) {
        order?.resolve(Buffer.from(work.png));
      } else {
        order?.reject(new Error(work.error));
      }
    });
    started.on('error', (error) => {
      log.error({ err: error }, 'the thread that draws pictures broke down');
      if (worker === started) {
        giveUp(error);
      }
    });
    return started;
  }

  async function order(node: PictureNode): Promise<Buffer> {
    if (waiting.size >= IN_LINE) {
      throw new Error(`${IN_LINE} pictures are waiting to be drawn`);
    }
    worker ??= hire();
    const id = orders++;
    const late = lateAfter(drawingMs);
    const drawn = new Promise<Buffer>((resolve, reject) => waiting.set(id, { resolve, reject }));
    worker.postMessage({ id, node } satisfies Order);
    clearTimeout(idle);
    const first = await Promise.race([drawn, late.comes]).finally(late.clear);
    if (first === 'late') {
      giveUp(new Error(`not drawn within ${drawingMs} ms`));
      return drawn;
    }
    clearTimeout(idle);
    idle = setTimeout(() => waiting.size === 0 && giveUp(new Error('idle')), IDLE_MS).unref();
    return first;
  }

  return {
    draw(node) {
      const key = contentKey(node);
      const known = kept.get(key);
      if (known) {
        return known;
      }
      const drawing = order(node);
      kept.set(key, drawing);
      drawing.catch(() => kept.drop(key, drawing));
      return drawing;
    },
    async close() {
      clearTimeout(idle);
      giveUp(new Error('closed'));
    },
  };
}

/** The same for the same picture, in every process. */
function contentKey(node: PictureNode): string {
  return createHash('sha256').update(JSON.stringify(node)).digest('base64url');
}
