import type { Core } from '../context.ts';
import type { OwnLine, OwnWord } from '../names/own-words.ts';
import type { Text } from '../text.ts';
import type { LeadStatus } from './lead.ts';

/** How a call may end and what follows from it (R7). */
export type LeadOutcome = OwnWord & {
  /** Null where the lead stays as it is. */
  status: LeadStatus | null;
  needsReason: boolean;
  /** Days to the next touch where nobody says when; null where there is none. */
  nextDays: number | null;
  /** The task for it; `{contact}` stands for whom. */
  task: Text | null;
};

export type OutcomeLine = LeadOutcome & OwnLine;

type Row = Omit<OutcomeLine, 'name' | 'task'> & {
  zh: string;
  en: string;
  taskZh: string | null;
  taskEn: string | null;
};

/** Those in use, or all. */
export async function findOutcomes(core: Core, { all = false }: { all?: boolean } = {}): Promise<OutcomeLine[]> {
  const rows = await core.sql<Row>({
    name: 'lead-outcomes',
    text: `SELECT id, key, active AS "isActive", version, name_zh AS zh, name_en AS en, synonyms, status, needs_reason AS "needsReason", next_days AS "nextDays",
             task_zh AS "taskZh", task_en AS "taskEn" FROM lead_outcomes WHERE active OR $1 ORDER BY position, key`,
    values: [all],
    isRead: true,
  });
  return rows.map(({ zh, en, taskZh, taskEn, ...row }) => ({
    ...row,
    name: { zh, en },
    task: taskZh && taskEn ? { zh: taskZh, en: taskEn } : null,
  }));
}
