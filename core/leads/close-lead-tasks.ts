import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import type { Text } from '../text.ts';

/** What a new lead is to be done with first, in the words of whoever has it to do. */
export const firstCallTo = (contact: string): Text => ({ en: `First call to ${contact}`, zh: `首次联系${contact}` });

/** The first call is nothing to do any more for whoever had the lead before; what else he planned with it stays his. */
export async function dropFirstCall(
  core: Core,
  { leadId, contact, ownerId }: { leadId: string; contact: string; ownerId: string },
): Promise<void> {
  const calls = await core.sql<{ id: string; version: number }>({
    name: 'lead-first-calls',
    text: 'SELECT id, version FROM tasks WHERE lead_id = $1 AND owner_id = $2 AND done_at IS NULL AND title = ANY ($3)',
    values: [leadId, ownerId, Object.values(firstCallTo(contact))],
    isRead: true,
  });
  for (const { id, version } of calls) {
    core.change.remove('tasks', id, { version });
  }
}

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
