// A file of Slack’s own: pictures as files that belong to nobody's channel, which an image block may name.

import { beside, createIllustrator, type Illustrator } from '../illustrate.ts';
import type { PlatformTools } from '../platform.ts';
import { toChart } from './charts.ts';
import type { Clients } from './clients.ts';
import { CHART } from './limits.ts';

/** Boards, and the charts that Slack's own cannot show. */
export const wants = beside({ perCard: CHART.perMessage, draws: (chart) => toChart(chart) !== undefined });

export function createSlackIllustrator(clients: Clients, { pictures, log }: PlatformTools): Illustrator {
  return createIllustrator(
    {
      wants,
      async handOver({ png, alt, workspace }) {
        const client = await clients.of(workspace);
        return client.upload(png, alt);
      },
    },
    { platform: 'slack', pictures, log },
  );
}
