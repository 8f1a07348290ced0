import { defineReaction } from '../reaction.ts';

/** Whoever was given a lead that was there already hears of it; each giving has a task of its own. */
export const afterLeadGiven = defineReaction({
  after: 'lead.given',

  async run({ sql, tell }, { leadId, taskId }) {
    const [task] = await sql<{ owner: string }>({
      name: 'lead-handed-over',
      text: 'SELECT owner_id AS owner FROM tasks WHERE id = $1 AND owner_id <> created_by',
      values: [taskId],
    });
    if (task) {
      const { owner } = task;
      await tell({ effectKey: `lead:${leadId}:${taskId}`, to: owner, notice: 'leadGiven', subject: { leadId } });
    }
  },
});
