import type { Core } from '../context.ts';
import type { Day } from '../days.ts';

/** The actor's own tasks about a lead are done by having spoken with it: those due by a day, or all that are left. */
export async function closeLeadTasks(
  core: Core,
  { leadId, until }: { leadId: string; until: Day | undefined },
): Promise<void> {
  const tasks = await core.sql<{ id: string; version: number }>({
    name: 'lead-tasks-open',
    text: `SELECT id, version FROM tasks WHERE lead_id = $1 AND owner_id = $2 AND done_at IS NULL AND ($3::date IS NULL OR due_on <= $3)`,
    values: [leadId, core.actor.userId, until ?? null],
    isRead: true,
  });
  for (const { id, version } of tasks) {
    core.change.update('tasks', id, { doneAt: core.now, remindAt: null }, { version });
  }
}
