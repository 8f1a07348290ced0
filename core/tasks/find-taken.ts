import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import { isFirstCallTo } from '../leads/close-lead-tasks.ts';

/** Something that was the actor's to do until somebody gave it to another. */
export type TakenTask = {
  title: string;
  dueOn: Day | null;
  dueTime: string | null;
  leadId: string | null;
  contact: string | null;
  takerId: string;
  taker: string;
};

/** What went in this change; first calls are nothing anybody planned. Nothing where it was taken back. */
export async function findTaken(core: Core, changeId: string): Promise<TakenTask[]> {
  const taken = await core.sql<TakenTask>({
    name: 'work-taken',
    text: `SELECT title, due_on AS "dueOn", due_time AS "dueTime", lead_id AS "leadId", contact, taker_id AS "takerId", taker
             FROM parley_work_taken($1) WHERE NOT parley_is_undone($1)`,
    values: [changeId],
  });
  return taken.filter(({ title, contact }) => !isFirstCallTo(contact, title));
}

/** He is about to be told of a later change to that task, which says all this one would. */
export async function isToldLater(
  core: Core,
  { taskId, changeId }: { taskId: string; changeId: string },
): Promise<boolean> {
  const [found] = await core.sql<{ isTold: boolean }>({
    name: 'task-told-later',
    text: 'SELECT parley_is_told_later($1, $2) AS "isTold"',
    values: [taskId, changeId],
  });
  return found?.isTold === true;
}

export async function isUndone(core: Core, changeId: string): Promise<boolean> {
  const [found] = await core.sql<{ isUndone: boolean }>({
    name: 'change-is-undone',
    text: 'SELECT parley_is_undone($1) AS "isUndone"',
    values: [changeId],
  });
  return found?.isUndone === true;
}
