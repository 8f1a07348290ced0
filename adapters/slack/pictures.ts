// A file of Slack’s own: pictures as files that belong to nobody's channel, which an image block may name.

import type { PictureNode } from '../../bot/cards/card.ts';
import { createIllustrator, type Illustrator } from '../illustrate.ts';
import type { PlatformTools } from '../platform.ts';
import { toChart } from './charts.ts';
import type { Clients } from './clients.ts';
import { CHART } from './limits.ts';

/** Boards, and the charts that Slack's own cannot show. */
export function createSlackIllustrator(clients: Clients, { pictures, log }: PlatformTools): Illustrator {
  return createIllustrator(
    {
      wants({ body }) {
        let chartsLeft = CHART.perMessage;
        return body.filter((node): node is PictureNode => {
          const isOwn = node.type === 'chart' && chartsLeft > 0 && toChart(node.chart) !== undefined;
          chartsLeft -= isOwn ? 1 : 0;
          return node.type === 'board' || (node.type === 'chart' && !isOwn);
        });
      },
      async handOver({ png, alt, workspace }) {
        const client = await clients.of(workspace);
        return client.upload(png, alt);
      },
    },
    { platform: 'slack', pictures, log },
  );
}
