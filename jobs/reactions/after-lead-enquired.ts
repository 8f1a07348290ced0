import { defineReaction } from '../reaction.ts';

/** Whose lead asked again hears of it, where somebody else took it in. */
export const afterLeadEnquired = defineReaction({
  after: 'lead.enquired',

  async run({ sql, tell }, { leadId, enquiryId }) {
    const [lead] = await sql<{ owner: string }>({
      name: 'lead-enquired',
      text: `SELECT l.owner_id AS owner FROM seen.leads l JOIN seen.enquiries e ON e.lead_id = l.id AND e.id = $2
              WHERE l.id = $1 AND l.owner_id <> e.created_by`,
      values: [leadId, enquiryId],
    });
    if (lead) {
      const { owner } = lead;
      await tell({
        effectKey: `enquiry:${enquiryId}:${owner}`,
        to: owner,
        notice: 'leadEnquired',
        subject: { leadId },
      });
    }
  },
});
