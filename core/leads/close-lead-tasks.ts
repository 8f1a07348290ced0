import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import type { Text } from '../text.ts';
import { WAITS } from './find-leads.ts';

/** What a new lead is to be done with first, in the words of whoever has it to do. */
export const firstCallTo = (contact: string): Text => ({ en: `First call to ${contact}`, zh: `首次联系${contact}` });

const TITLES = Object.values(firstCallTo('{contact}')).map(
  (title) => `replace('${title}', '{contact}', l.contact_name)`,
);

/** Task `t` is the first call to a lead that still waits for its owner, whose own line says so already. */
export const IS_FIRST_CALL = `(t.lead_id IS NOT NULL AND t.due_time IS NULL AND EXISTS (
  SELECT FROM seen.leads l WHERE l.id = t.lead_id AND l.owner_id = t.owner_id AND ${WAITS} AND t.title IN (${TITLES.join(', ')})))`;

/** The first call is nothing to do any more for whoever had the lead before; what else he planned with it stays his. */
export async function dropFirstCalls(
  core: Core,
  leads: readonly { leadId: string; contact: string; ownerId: string }[],
): Promise<void> {
  if (leads.length === 0) {
    return;
  }
  const titles = leads.map(({ contact }) => firstCallTo(contact));
  const calls = await core.sql<{ id: string; version: number }>({
    name: 'lead-first-calls',
    text: `SELECT t.id, t.version FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) AS l (lead_id, owner_id, en, zh)
             JOIN tasks t ON t.lead_id = l.lead_id AND t.owner_id = l.owner_id AND t.done_at IS NULL AND t.title IN (l.en, l.zh)`,
    values: [
      leads.map(({ leadId }) => leadId),
      leads.map(({ ownerId }) => ownerId),
      titles.map(({ en }) => en),
      titles.map(({ zh }) => zh),
    ],
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
