import type { Day } from '../days.ts';

export type NextStep = { id: string; title: string; dueOn: Day | null; ownerName: string };

/** How an open deal stands: what its stage allows, when something last happened to it, what comes next (R29, R30, R32). */
export type Standing = {
  stageKind: 'open' | 'won' | 'lost';
  stageSince: Date;
  maxDays: number | null;
  idleDays: number | null;
  /** The day something last happened to it, where the reader is. */
  touchedOn: Day | null;
  nextStep: NextStep | null;
};

/** SQL, as JSON: the task that comes next on a deal: its own, or one of its customer's that names no deal. */
export const nextStepOf = ({ id, customer }: { id: string; customer: string }): string =>
  `(SELECT json_build_object('id', t.id, 'title', t.title, 'dueOn', t.due_on, 'ownerName', w.name) FROM tasks t JOIN users w ON w.id = t.owner_id
     WHERE (t.opportunity_id = ${id} OR (t.customer_id = ${customer} AND t.opportunity_id IS NULL)) AND t.done_at IS NULL
     ORDER BY t.due_on NULLS LAST, t.id LIMIT 1)`;
