import type { Core } from '../context.ts';
import type { Text } from '../text.ts';

/** The rules of moving along a pipeline. */
export type Pipeline = {
  id: string;
  key: string;
  name: Text;
  position: number;
  /** Whether stages may be left out; `judged`: what they ask for counts as well. */
  skipping: 'judged' | 'refused';
  /** Whether a deal may be won from any stage, or from the last open one only. */
  winning: 'any' | 'last';
  goingBack: boolean;
  /** R31: from this share of deals in one stage for longer than these days, it is said to pile up. */
  pileDays: number;
  pilePercent: number;
  /** Fewer deals than that are no pile. */
  pileDeals: number;
  version: number;
};

export async function findPipelines(core: Core): Promise<Pipeline[]> {
  const rows = await core.sql<Omit<Pipeline, 'name'> & { zh: string; en: string }>({
    name: 'pipelines',
    text: `SELECT id, key, name_zh AS zh, name_en AS en, position, skipping, winning, going_back AS "goingBack",
                  pile_days AS "pileDays", pile_percent AS "pilePercent", pile_deals AS "pileDeals", version
             FROM pipelines ORDER BY position, key`,
  });
  return rows.map(({ zh, en, ...pipeline }) => ({ ...pipeline, name: { zh, en } }));
}
