import { defineReaction } from '../reaction.ts';

/** Whoever was given a lead by somebody else hears of it. */
export const afterLeadAdded = defineReaction({
  after: 'lead.added',

  async run({ sql, tell }, { leadId }) {
    const [lead] = await sql<{ owner: string }>({
      name: 'lead-given',
      text: 'SELECT owner_id AS owner FROM seen.leads WHERE id = $1 AND owner_id <> created_by',
      values: [leadId],
    });
    if (lead) {
      const { owner } = lead;
      await tell({ effectKey: `lead:${leadId}:${owner}`, to: owner, notice: 'leadGiven', subject: { leadId } });
    }
  },
});
