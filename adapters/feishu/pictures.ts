// A file of Feishu’s own: pictures on cards, which Feishu shows only when they were uploaded to it before.

import type { Card } from '../../bot/cards/card.ts';
import type { Log } from '../../core/log.ts';
import { Recent } from '../../core/recent.ts';
import { beside, createIllustrator } from '../illustrate.ts';
import type { PlatformTools } from '../platform.ts';
import type { Draw } from './answer.ts';
import { toChart } from './charts.ts';
import type { FeishuClient } from './client.ts';
import { CHART, IMAGE } from './limits.ts';
import { renderCard } from './render.ts';

/** Draws cards with their pictures: boards, charts that Feishu's own cannot show, and images of our own server. */
export function createDraw(
  client: Pick<FeishuClient, 'upload'>,
  { pictures, publicUrl, log }: Pick<PlatformTools, 'pictures' | 'publicUrl' | 'log'>,
): Draw {
  const { illustrate } = createIllustrator(
    { wants, handOver: ({ png }) => client.upload(png) },
    { platform: 'feishu', pictures, log },
  );
  const keysOf = createKeys(client, { publicUrl, log });
  return async (card, { where, workspace }) =>
    renderCard(await illustrate(card, workspace), { where, images: await keysOf(card) });
}

/** Boards, and the charts that Feishu's own cannot show. */
export const wants = beside({ perCard: CHART.perCard, draws: (chart) => toChart(chart) !== undefined });

/**
 * The keys of a card's images by their address. Only our own server's are fetched, because an address on a card could name
 * anything within reach of this one; what is not there in time stays a link.
 */
function createKeys(
  client: Pick<FeishuClient, 'upload'>,
  { publicUrl, log }: { publicUrl: string | undefined; log: Log },
): (card: Card) => Promise<ReadonlyMap<string, string>> {
  const own = publicUrl ? new URL(publicUrl).origin : undefined;
  const known = new Recent<string>(IMAGE.kept);

  async function keyOf(url: string): Promise<string> {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(IMAGE.fetchMs) });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!response.ok || bytes.length > IMAGE.bytes) {
      throw new Error(`an image of status ${response.status} and ${bytes.length} bytes`);
    }
    return client.upload(bytes);
  }

  return async ({ body }) => {
    const keys = new Map<string, string>();
    for (const node of body) {
      if (node.type === 'image' && URL.canParse(node.url) && new URL(node.url).origin === own) {
        try {
          const key = known.get(node.url) ?? (await keyOf(node.url));
          known.set(node.url, key);
          keys.set(node.url, key);
        } catch (error) {
          log.warn({ platform: 'feishu', err: error }, 'image shown as a link');
        }
      }
    }
    return keys;
  };
}
