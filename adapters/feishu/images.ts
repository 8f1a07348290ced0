// A twentieth file: pictures on cards, which Feishu shows only when they were uploaded to it before.

import type { Card } from '../../bot/cards/card.ts';
import type { Log } from '../../core/log.ts';
import type { Draw } from './answer.ts';
import type { FeishuClient } from './client.ts';
import { IMAGE_BYTES } from './limits.ts';
import { renderCard } from './render.ts';

const TIMEOUT_MS = 2_000;
const KEPT = 500;

/**
 * Draws cards with their pictures. Only our own server's are fetched, because an address on a card could name anything
 * within reach of this one; what is not uploaded in time is a link.
 */
export function createDraw(
  client: Pick<FeishuClient, 'upload'>,
  { publicUrl, log }: { publicUrl: string | undefined; log: Log },
): Draw {
  const own = publicUrl ? new URL(publicUrl).origin : undefined;
  const keys = new Map<string, string>();

  async function upload(url: string): Promise<string> {
    const known = keys.get(url);
    if (known) {
      return known;
    }
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!response.ok || bytes.length > IMAGE_BYTES) {
      throw new Error(`a picture of status ${response.status} and ${bytes.length} bytes`);
    }
    const key = await client.upload(bytes);
    keys.set(url, key);
    for (const [oldest] of keys.size > KEPT ? keys : []) {
      keys.delete(oldest);
      break;
    }
    return key;
  }

  return async (card, where) => {
    const found = imagesOf(card).filter((url) => URL.canParse(url) && new URL(url).origin === own);
    const images = new Map<string, string>();
    for (const url of found) {
      try {
        images.set(url, await upload(url));
      } catch (error) {
        log.warn({ platform: 'feishu', err: error }, 'picture shown as a link');
      }
    }
    return renderCard(card, { where, images });
  };
}

function imagesOf({ body }: Card): string[] {
  return body.flatMap((node) => (node.type === 'image' ? [node.url] : []));
}
