// A file of its own: pictures within the card itself, as data: nothing to fetch, nothing anybody else could open.

import { beside, createIllustrator, type Illustrator } from '../illustrate.ts';
import type { PlatformTools } from '../platform.ts';
import { toChart } from './charts.ts';
import { CHART } from './limits.ts';

/** Boards, and the charts of which Teams' own would show a part. */
export const wants = beside({
  perCard: Number.POSITIVE_INFINITY,
  draws: (chart) =>
    chart.series.length <= CHART.series &&
    chart.categories.length <= CHART.points &&
    toChart(chart, { type: 'Container' }) !== undefined,
});

/** At most 1024 × 1024, as https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format has it. */
export function createTeamsIllustrator({ pictures, log }: Pick<PlatformTools, 'pictures' | 'log'>): Illustrator {
  const handOver = async ({ png }: { png: Buffer }) => `data:image/png;base64,${png.toString('base64')}`;
  return createIllustrator({ wants, handOver }, { platform: 'teams', pictures, log });
}
