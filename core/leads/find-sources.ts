import type { Core } from '../context.ts';
import type { OwnLine } from '../names/own-words.ts';

/** 1 is answered first. */
export const PRIORITIES = ['high', 'normal', 'low'] as const;

export type Priority = (typeof PRIORITIES)[number];

/** Where a lead came from when none of the company's sources is meant; the words stay on the lead. */
export const OTHER_SOURCE = 'other';

export type LeadSource = OwnLine & {
  priority: Priority;
  /** Null is what holds for all. */
  responseHours: number | null;
};

type Row = Omit<LeadSource, 'name' | 'priority'> & { zh: string; en: string; rank: number };

/** The company's sources in their order (R2); those no longer used only when asked for. */
export async function findSources(core: Core, { all = false }: { all?: boolean } = {}): Promise<LeadSource[]> {
  const rows = await core.sql<Row>({
    name: 'lead-sources',
    text: `SELECT id, key, name_zh AS zh, name_en AS en, synonyms, priority AS rank, response_hours AS "responseHours", active AS "isActive", version
             FROM lead_sources WHERE active OR $1 ORDER BY position, name_en`,
    values: [all],
    isRead: true,
  });
  return rows.map(({ zh, en, rank, ...row }) => ({ ...row, name: { zh, en }, priority: toPriority(rank) }));
}

export function toRank(priority: Priority): number {
  return PRIORITIES.indexOf(priority) + 1;
}

function toPriority(rank: number): Priority {
  return PRIORITIES[rank - 1] ?? 'normal';
}
