import type { Core } from '../context.ts';
import type { Text } from '../text.ts';
import type { LeadStatus } from './lead.ts';

/** How a call may end and what follows from it (R7). */
export type LeadOutcome = {
  key: string;
  name: Text;
  /** Lower case. */
  synonyms: string[];
  /** Null where the lead stays as it is. */
  status: LeadStatus | null;
  needsReason: boolean;
  /** Days to the next touch where nobody says when; null where there is none. */
  nextDays: number | null;
  /** The task for it; `{contact}` stands for whom. */
  task: Text | null;
};

type Row = Omit<LeadOutcome, 'name' | 'task'> & {
  zh: string;
  en: string;
  taskZh: string | null;
  taskEn: string | null;
};

export async function findOutcomes(core: Core): Promise<LeadOutcome[]> {
  const rows = await core.sql<Row>({
    name: 'lead-outcomes',
    text: `SELECT key, name_zh AS zh, name_en AS en, synonyms, status, needs_reason AS "needsReason", next_days AS "nextDays",
             task_zh AS "taskZh", task_en AS "taskEn" FROM lead_outcomes WHERE active ORDER BY position`,
    isRead: true,
  });
  return rows.map(({ zh, en, taskZh, taskEn, ...row }) => ({
    ...row,
    name: { zh, en },
    task: taskZh && taskEn ? { zh: taskZh, en: taskEn } : null,
  }));
}

/** The outcome these words name: by key, name or synonym. */
export function matchOutcome(outcomes: readonly LeadOutcome[], words: string): LeadOutcome | undefined {
  const said = words.normalize('NFKC').trim().toLowerCase();
  return outcomes.find(
    ({ key, name, synonyms }) =>
      key === said || name.zh === said || name.en.toLowerCase() === said || synonyms.includes(said),
  );
}
