import { defineReaction } from '../reaction.ts';

/**
 * Whoever was given a task by somebody else hears of it at once, and again when it comes back to him. Planned also where it is
 * his no more, and then not sent: so it is known that he never heard of it (parley_work_taken).
 */
export const afterTaskGiven = defineReaction({
  after: 'task.given',

  async run({ sql, tell, eventId }, { taskId, ownerId }) {
    const [task] = ownerId
      ? [{ owner: ownerId }]
      : await sql<{ owner: string }>({
          name: 'task-given',
          text: 'SELECT owner_id AS owner FROM tasks WHERE id = $1',
          values: [taskId],
        });
    if (task) {
      const { owner } = task;
      await tell({ effectKey: `task-given:${eventId}`, to: owner, notice: 'taskGiven', subject: { taskId } });
    }
  },
});
