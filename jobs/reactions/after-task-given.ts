import { defineReaction } from '../reaction.ts';

/** Whoever was given a task by somebody else hears of it at once. */
export const afterTaskGiven = defineReaction({
  after: 'task.given',

  async run({ sql, tell }, { taskId }) {
    const [task] = await sql<{ owner: string }>({
      name: 'task-given',
      text: 'SELECT owner_id AS owner FROM tasks WHERE id = $1 AND owner_id <> created_by',
      values: [taskId],
    });
    if (task) {
      const { owner } = task;
      await tell({ effectKey: `task:${taskId}:${owner}`, to: owner, notice: 'taskGiven', subject: { taskId } });
    }
  },
});
