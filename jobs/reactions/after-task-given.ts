import { defineReaction } from '../reaction.ts';

/** Whoever was given a task by somebody else hears of it at once, and again when it comes back to him. */
export const afterTaskGiven = defineReaction({
  after: 'task.given',

  async run({ sql, tell, eventId }, { taskId, ownerId }) {
    const [task] = await sql<{ owner: string }>({
      name: 'task-given',
      text: 'SELECT owner_id AS owner FROM tasks WHERE id = $1 AND owner_id = coalesce($2, owner_id)',
      values: [taskId, ownerId ?? null],
    });
    if (task) {
      const { owner } = task;
      await tell({ effectKey: `task-given:${eventId}`, to: owner, notice: 'taskGiven', subject: { taskId } });
    }
  },
});
