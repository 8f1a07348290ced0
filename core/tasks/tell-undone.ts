import type { Core } from '../context.ts';

type Entry = {
  entity: string;
  recordId: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

/** What somebody is told of when it is given to him. */
const GIVEN: ReadonlySet<string> = new Set(['customers', 'opportunities', 'leads', 'tasks']);

/** Whose tasks somebody else changed hears that they are as before, and who was given something that it is his no more. */
export function tellUndone(core: Core, changeId: string, entries: readonly Entry[]): void {
  tellTakers(core, changeId, entries);
  const { userId: by } = core.actor;
  const tasks = entries.flatMap(({ entity, recordId, before }) =>
    entity === 'tasks' && typeof before?.owner_id === 'string' && before.owner_id !== by
      ? [{ id: recordId, ownerId: before.owner_id }]
      : [],
  );
  for (const ownerId of new Set(tasks.map((task) => task.ownerId))) {
    const taskIds = tasks.filter((task) => task.ownerId === ownerId).map(({ id }) => id);
    core.change.record('work.restored', { ownerId, by, changeId, taskIds });
  }
}

function tellTakers(core: Core, changeId: string, entries: readonly Entry[]): void {
  const { userId: by } = core.actor;
  const given = entries.flatMap(({ entity, recordId: id, before, after }) => {
    // A handover may hold nothing but tickets or lists.
    const [had, ownerId] = entity === 'handovers' ? [null, after?.to_id] : [before?.owner_id, after?.owner_id];
    const isGiven = (GIVEN.has(entity) || entity === 'handovers') && ownerId !== had && ownerId !== by;
    return isGiven && typeof ownerId === 'string' ? [{ entity, id, ownerId }] : [];
  });
  for (const ownerId of new Set(given.map((each) => each.ownerId))) {
    const idsOf = (table: string) =>
      given.filter((each) => each.ownerId === ownerId && each.entity === table).map(({ id }) => id);
    core.change.record('work.withdrawn', {
      ownerId,
      by,
      changeId,
      leadIds: idsOf('leads'),
      taskIds: idsOf('tasks'),
      handoverIds: idsOf('handovers'),
    });
  }
}
