// A file of Slack’s own: blocks that Slack takes and its own typings do not know yet.

import type { KnownBlock } from '@slack/types';

/** https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block: in messages only, two at the most. */
export type DataVisualization = {
  type: 'data_visualization';
  title: string;
  chart: { type: 'pie'; segments: Point[] } | { type: 'bar' | 'line' | 'area'; series: Series[]; axis_config: Axes };
  block_id?: string;
};

type Point = { label: string; value: number };
type Series = { name: string; data: Point[] };
type Axes = { categories: string[]; x_label?: string; y_label?: string };

export type SlackBlock = KnownBlock | DataVisualization;
