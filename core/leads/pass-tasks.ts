import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import { addTask, laterDue, reminderOf, type TaskOwner } from '../tasks/add-task.ts';
import { FIRST_CALL_TITLES, IS_WORKED_ON } from './close-lead-tasks.ts';

/** Something that somebody planned with a lead, and has not done yet. */
export type Planned = { title: string; dueOn: Day | null; dueTime: string | null };

export type OpenTask = Planned & { id: string; version: number; leadId: string };

type Owned = { leadId: string; ownerId: string };

/** What whoever has these leads planned with them himself, and the actor may move; first calls are none of it (`dropFirstCalls`). */
export async function findPlanned(core: Pick<Core, 'sql'>, leads: readonly Owned[]): Promise<OpenTask[]> {
  return leads.length === 0
    ? []
    : core.sql<OpenTask>({
        name: 'lead-tasks-planned',
        text: `SELECT t.id, t.version, t.title, t.due_on AS "dueOn", t.due_time AS "dueTime", t.lead_id AS "leadId"
                 FROM unnest($1::uuid[], $2::uuid[]) AS g (lead_id, owner_id) JOIN seen.leads l ON l.id = g.lead_id
                 JOIN tasks t ON t.lead_id = g.lead_id AND t.owner_id = g.owner_id AND t.done_at IS NULL AND t.title NOT IN (${FIRST_CALL_TITLES})
                 AND ${IS_WORKED_ON}
                ORDER BY t.due_on, t.id`,
        values: [leads.map(({ leadId }) => leadId), leads.map(({ ownerId }) => ownerId)],
        isRead: true,
      });
}

const plainly = ({ title, dueOn, dueTime }: Planned): Planned => ({ title, dueOn, dueTime });

/**
 * A lead has gone to somebody else, and these with it: he is reminded of them from now on. Somebody to whom the actor may give
 * leads and no tasks is given them with the lead, as he is given the first call.
 */
export function passTasks(
  core: Core,
  tasks: readonly OpenTask[],
  { mayBeGiven, ...taker }: TaskOwner & { mayBeGiven: boolean },
): Planned[] {
  for (const { id, version, leadId, title, dueOn, dueTime } of tasks) {
    const due = { dueOn: dueOn ?? undefined, dueTime: dueTime ?? undefined };
    if (mayBeGiven) {
      core.change.update('tasks', id, { ownerId: taker.id, remindAt: reminderOf(core, due, taker) }, { version });
    } else {
      core.change.remove('tasks', id, { version });
      addTask(core, { title, leadId, ...(laterDue(core, due, taker) ?? due) }, taker);
    }
  }
  return tasks.map(plainly);
}

/** Leads go into the pool: what was planned with them leaves its owner's list and is kept, by lead, for whoever takes them on. */
export async function shelveTasks(
  core: Pick<Core, 'sql' | 'change'>,
  leads: readonly Owned[],
): Promise<ReadonlyMap<string, Planned[]>> {
  const kept = new Map<string, Planned[]>();
  for (const task of await findPlanned(core, leads)) {
    core.change.remove('tasks', task.id, { version: task.version });
    kept.set(task.leadId, [...(kept.get(task.leadId) ?? []), plainly(task)]);
  }
  return kept;
}

/** What waits in the pool with these leads, by lead. */
export async function findShelved(core: Core, leadIds: readonly string[]): Promise<ReadonlyMap<string, Planned[]>> {
  const moves =
    leadIds.length === 0
      ? []
      : await core.sql<{ leadId: string; tasks: Planned[] }>({
          name: 'lead-tasks-shelved',
          text: `SELECT m.lead_id AS "leadId", m.tasks FROM unnest($1::uuid[]) AS g (id)
                   CROSS JOIN LATERAL (SELECT x.lead_id, x.tasks FROM pool_moves x WHERE x.lead_id = g.id AND x.kind IN ('released', 'returned')
                                        ORDER BY x.created_at DESC LIMIT 1) m`,
          values: [leadIds],
          isRead: true,
        });
  return new Map(moves.map(({ leadId, tasks }) => [leadId, tasks]));
}

/** Puts them on the list of whoever has taken the lead; what was due in the meantime is due now. */
export function unshelve(
  core: Core,
  tasks: readonly Planned[],
  about: { leadId: string; customerId?: string },
  taker: TaskOwner,
): Planned[] {
  for (const { title, dueOn, dueTime } of tasks) {
    const due = { dueOn: dueOn ?? undefined, dueTime: dueTime ?? undefined };
    addTask(core, { title, ...about, ...(laterDue(core, due, taker) ?? due) }, taker);
  }
  return [...tasks];
}
